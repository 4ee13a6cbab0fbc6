package timeline

import "dateline/story"

// Tick is a round date on a calendar axis.
type Tick struct {
	X    float64
	Date story.Date // as fine as the unit of its row of ticks
}

// tickUnit is a distance of ticks on the calendar: so many years, months, days
// or minutes.
type tickUnit struct {
	years, months, days, minutes int
}

var tickUnits = [...]tickUnit{
	{minutes: 5}, {minutes: 15}, {minutes: 60}, {minutes: 180}, {minutes: 720},
	{days: 1}, {days: 2}, {days: 7}, {days: 14},
	{months: 1}, {months: 3}, {months: 6},
	{years: 1}, {years: 2}, {years: 5}, {years: 10}, {years: 25}, {years: 50}, {years: 100}, {years: 250}, {years: 500}, {years: 1000},
}

// Ticks returns the finest row of round dates within the axis that has no more
// than most of them. An ordinal axis has none, for its width is not time.
func (l *Line) Ticks(most int) []Tick {
	if l.scale == 0 || most < 1 {
		return nil
	}
	from, to := l.start, l.start+l.Length()/l.scale
	finest := 5 // days, unless the story knows hours
	for i := range l.Story.Events {
		if l.Story.Events[i].Date.Precision >= story.Hour {
			finest = 0
		}
	}
	for _, u := range tickUnits[finest:] {
		if u.size()*float64(most) < to-from {
			continue
		}
		var out []Tick
		for d := u.first(from); ; d = u.next(d) {
			at, _ := Span(d)
			if at > to {
				break
			}
			if at >= from {
				out = append(out, Tick{(at - l.start) * l.scale, d})
			}
		}
		if len(out) <= most {
			return out
		}
	}
	return nil
}

// size is about how many days the unit lasts.
func (u tickUnit) size() float64 {
	return float64(u.years)*365.25 + float64(u.months)*30.44 + float64(u.days) + float64(u.minutes)/1440
}

// first is a round date at or shortly before a time in days.
func (u tickUnit) first(from float64) story.Date {
	day := int(from)
	if from < float64(day) {
		day--
	}
	d := story.DayDate(day)
	switch {
	case u.years > 0:
		return story.Date{Year: rounded(d.Year - mod(d.Year, u.years)), Precision: story.Year}
	case u.months > 0:
		return story.Date{Year: d.Year, Month: d.Month - mod(d.Month-1, u.months), Precision: story.Month}
	case u.minutes > 0:
		d.Precision = story.Minute
	}
	return d
}

func (u tickUnit) next(d story.Date) story.Date {
	switch {
	case u.years > 0:
		if d.Year == 1 && u.years > 1 {
			d.Year = 0
		}
		d.Year = rounded(d.Year + u.years)
	case u.months > 0:
		d.Month += u.months
		if d.Month > 12 {
			d.Year, d.Month = rounded(d.Year+1), d.Month-12
		}
	case u.days > 0:
		first, _ := d.Days()
		return story.DayDate(first + u.days)
	default:
		d.Minute += u.minutes
		d.Hour, d.Minute = d.Hour+d.Minute/60, d.Minute%60
		if d.Hour >= 24 {
			first, _ := d.Days()
			hour := d.Hour - 24
			d = story.DayDate(first + 1)
			d.Precision, d.Hour = story.Minute, hour
		}
	}
	return d
}

// rounded is a year in a row of round ones: where 0 would stand, which is no
// year, the year 1 does.
func rounded(year int) int {
	if year == 0 {
		return 1
	}
	return year
}

func mod(a, b int) int { return ((a % b) + b) % b }

package timeline

import "dateline/story"

// Tick is a round date on a calendar axis.
type Tick struct {
	X    float64
	Date story.Date // as fine as the unit of its row of ticks
}

// Unit is a distance of ticks on the calendar: so many years, months, days or
// minutes.
type Unit struct {
	Years, Months, Days, Minutes int
}

var units = [...]Unit{
	{Minutes: 1}, {Minutes: 5}, {Minutes: 15}, {Minutes: 30}, {Minutes: 60}, {Minutes: 180}, {Minutes: 360}, {Minutes: 720},
	{Days: 1}, {Days: 2}, {Days: 7}, {Days: 14},
	{Months: 1}, {Months: 3}, {Months: 6},
	{Years: 1}, {Years: 2}, {Years: 5}, {Years: 10}, {Years: 25}, {Years: 50}, {Years: 100}, {Years: 250}, {Years: 500}, {Years: 1000},
}

// firstDays is the index of the finest unit that is no part of a day.
const firstDays = 8

// Units are the distances of ticks that suit the story, fine to coarse: parts
// of a day only where it knows hours. An ordinal axis has none, for its width
// is not time.
func (l *Line) Units() []Unit {
	switch {
	case l.scale == 0:
		return nil
	case l.hours:
		return units[:]
	}
	return units[firstDays:]
}

// Width is about how much of the axis a unit takes.
func (l *Line) Width(u Unit) float64 { return u.size() * l.scale }

// Ticks appends the round dates between two X of the axis, ends included, to
// dst. East is where days and hours begin, in minutes east of UTC; where a
// story knows no hours, it does not matter.
func (l *Line) Ticks(dst []Tick, u Unit, from, to float64, east int) []Tick {
	if l.scale == 0 {
		return dst
	}
	for d := u.first(l.Time(from), l.local(east)); ; d = u.next(d) {
		x := l.XOf(l.begins(d, east))
		if x > to {
			return dst
		}
		if x >= from {
			dst = append(dst, Tick{x, d})
		}
	}
}

// begins is when a round date begins, in days.
func (l *Line) begins(d story.Date, east int) float64 {
	from, _ := Span(d)
	if d.Precision < story.Hour {
		from -= l.local(east)
	}
	return from
}

// local is how much earlier a day begins than in UTC, in days.
func (l *Line) local(east int) float64 {
	if !l.hours {
		return 0
	}
	return float64(east) / 1440
}

// DateAt is the date at an X of a calendar axis, cut to a precision.
func (l *Line) DateAt(x float64, p story.Precision, east int) story.Date {
	at := l.Time(x) + l.local(east)
	day := floor(at)
	d := story.DayDate(day)
	minute := int((at-float64(day))*1440 + 1e-6)
	switch d.Precision = p; {
	case p >= story.Hour:
		d.Hour, d.Offset = minute/60, east
		if p == story.Minute {
			d.Minute = minute % 60
		}
	case p < story.Day:
		if d.Day = 0; p == story.Year {
			d.Month = 0
		}
	}
	return d
}

// size is about how many days the unit lasts.
func (u Unit) size() float64 {
	return float64(u.Years)*365.25 + float64(u.Months)*30.44 + float64(u.Days) + float64(u.Minutes)/1440
}

// first is a round date at or before a time in days, where days begin local
// days earlier than in UTC.
func (u Unit) first(from, local float64) story.Date {
	d := story.DayDate(floor(from + local))
	switch {
	case u.Years > 0:
		return story.Date{Year: rounded(d.Year - mod(d.Year, u.Years)), Precision: story.Year}
	case u.Months > 0:
		return story.Date{Year: d.Year, Month: d.Month - mod(d.Month-1, u.Months), Precision: story.Month}
	case u.Minutes > 0:
		d.Precision, d.Offset = story.Minute, int(local*1440+copysign(0.5, local))
		return d
	}
	d.Day = 1
	return d
}

func (u Unit) next(d story.Date) story.Date {
	switch {
	case u.Years > 0:
		if d.Year == 1 && u.Years > 1 {
			d.Year = 0
		}
		d.Year = rounded(d.Year + u.Years)
	case u.Months > 0:
		d.Month += u.Months
		if d.Month > 12 {
			d.Year, d.Month = rounded(d.Year+1), d.Month-12
		}
	case u.Days > 0:
		return u.nextDay(d)
	default:
		d.Minute += u.Minutes
		d.Hour, d.Minute = d.Hour+d.Minute/60, d.Minute%60
		if d.Hour >= 24 {
			first, _ := d.Days()
			next := story.DayDate(first + 1)
			next.Precision, next.Offset, next.Hour = story.Minute, d.Offset, d.Hour-24
			return next
		}
	}
	return d
}

// nextDay counts days anew in every month, so that the first is always among
// them: 1, 8, 15, 22, 1 … A day that would stand close before it is left out.
func (u Unit) nextDay(d story.Date) story.Date {
	first, _ := d.Days()
	next := story.DayDate(first + u.Days)
	if u.Days > 1 && (next.Month != d.Month || next.Day > 30-u.Days/2) {
		month := story.Date{Year: d.Year, Month: d.Month, Precision: story.Month}
		_, last := month.Days()
		next = story.DayDate(last + 1)
	}
	return next
}

// rounded is a year in a row of round ones: where 0 would stand, which is no
// year, the year 1 does.
func rounded(year int) int {
	if year == 0 {
		return 1
	}
	return year
}

func floor(v float64) int {
	n := int(v)
	if v < float64(n) {
		n--
	}
	return n
}

func copysign(v, sign float64) float64 {
	if sign < 0 {
		return -v
	}
	return v
}

func mod(a, b int) int { return ((a % b) + b) % b }

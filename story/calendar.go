package story

// Days returns the first and the last day that the date leaves open, counted
// from 1 January 1970 on the proleptic Gregorian calendar. An hour's day is
// the one that is written, whatever its offset. Certainty is not looked at.
func (d Date) Days() (first, last int) {
	switch d.Precision {
	case Year:
		return dayNumber(d.Year, 1, 1), dayNumber(d.Year, 12, 31)
	case Month:
		first = dayNumber(d.Year, d.Month, 1)
		return first, first + monthLength(d.Year, d.Month) - 1
	}
	first = dayNumber(d.Year, d.Month, d.Day)
	return first, first
}

// DayDate is the inverse of Days for a single day.
func DayDate(day int) Date {
	y, m, d := civilDate(day)
	return Date{Year: y, Month: m, Day: d, Precision: Day}
}

// Instant returns when a date with an hour begins, in seconds since 1 January
// 1970 UTC. A day is not an instant: ok is false.
func (d Date) Instant() (unix int64, ok bool) {
	if d.Precision < Hour {
		return 0, false
	}
	return int64(dayNumber(d.Year, d.Month, d.Day))*86400 + int64(d.Hour*60+d.Minute-d.Offset)*60, true
}

// span returns the minutes that the date leaves open, half open, counted from
// 1 January 1970: as written for days and coarser, in UTC for hours.
func (d Date) span() (from, to int64) {
	if unix, ok := d.Instant(); ok {
		from = unix / 60
		if d.Precision == Hour {
			return from, from + 60
		}
		return from, from + 1
	}
	first, last := d.Days()
	return int64(first) * 1440, int64(last+1) * 1440
}

// Compare orders two dates by the start of the time that each leaves open, and
// returns −1, 0 or +1. "Before" a date comes ahead of it, "after" it comes
// behind all of it. A day has no zone: beside an hour it is ordered as if it
// began at 00:00 UTC, and nothing but an order may rest on that.
func (d Date) Compare(e Date) int {
	a, aside := d.key()
	b, bside := e.key()
	switch {
	case a < b || a == b && aside < bside:
		return -1
	case a > b || aside > bside:
		return 1
	}
	return 0
}

// key is what a date is ordered by: a minute, and a side of it.
func (d Date) key() (minute int64, side int) {
	from, to := d.span()
	switch d.Certainty {
	case Before:
		return from, -2
	case After:
		return to, -1
	}
	return from, 0
}

// Contains reports whether all of the time that e leaves open lies within d,
// by the calendar as it is written. Certainty is not looked at.
func (d Date) Contains(e Date) bool {
	if d.Precision >= Hour {
		if e.Precision < d.Precision {
			return false
		}
		a, b := d.span()
		from, to := e.span()
		return a <= from && to <= b
	}
	first, last := d.Days()
	from, to := e.Days()
	return first <= from && to <= last
}

// Astronomical is a year as astronomers and computers count: 1 BC is 0, and 44
// BC is −43.
func Astronomical(year int) int {
	if year < 0 {
		return year + 1
	}
	return year
}

// Historical is the inverse of Astronomical.
func Historical(year int) int {
	if year <= 0 {
		return year - 1
	}
	return year
}

func leap(year int) bool {
	year = Astronomical(year)
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// monthLength returns the days of a month, 1…12.
func monthLength(year, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// dayNumber and civilDate are days_from_civil and civil_from_days of Howard
// Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March,
// so that the leap day is the last, and 400 of them have 146,097 days. Theirs
// are astronomers' years; ours go in and come out as historians count them.
func dayNumber(year, month, day int) int {
	year = Astronomical(year)
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*((month+9)%12)+2)/5 + day - 1
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719468
}

func civilDate(day int) (year, month, dayOfMonth int) {
	day += 719468
	era := floorDiv(day, 146097)
	doe := day - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	month = mp + 3
	if month > 12 {
		month -= 12
	}
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return Historical(year), month, doy - (153*mp+2)/5 + 1
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

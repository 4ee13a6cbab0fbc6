package timeline

import "dateline/story"

// Span returns the time that a date leaves open, in days since 1 January 1970
// on the proleptic Gregorian calendar: a day spans one, a year 365 or 366. An
// hour or minute counts in UTC. Certainty is not looked at.
func Span(d story.Date) (from, to float64) {
	switch d.Precision {
	case story.Year:
		return float64(civil(d.Year, 1, 1)), float64(civil(d.Year+1, 1, 1))
	case story.Month:
		return float64(civil(d.Year, d.Month, 1)), float64(civil(d.Year, d.Month+1, 1))
	}
	day := float64(civil(d.Year, d.Month, d.Day))
	switch d.Precision {
	case story.Hour:
		from = day + float64(d.Hour*60-d.Offset)/1440
		return from, from + 1.0/24
	case story.Minute:
		from = day + float64(d.Hour*60+d.Minute-d.Offset)/1440
		return from, from + 1.0/1440
	}
	return day, day + 1
}

// civil counts the days from 1 January 1970 to a date of the proleptic
// Gregorian calendar; month 13 is January of the next year. The method is
// days_from_civil of Howard Hinnant, “chrono-Compatible Low-Level Date
// Algorithms”.
func civil(year, month, day int) int {
	if month > 12 {
		year, month = year+1, month-12
	}
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	m := (month + 9) % 12 // March is 0
	doy := (153*m+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

package player

import (
	"strconv"

	"dateline/story"
)

// plainDate writes the calendar part of a date: "2 March 2025".
func (l *language) plainDate(d story.Date) string {
	year := yearOf(d)
	switch d.Precision {
	case story.Year:
		return l.era(d, l.year.with("year", year))
	case story.Month:
		return l.era(d, l.month.with("month", l.monthsAlone[d.Month-1], "year", year))
	}
	return l.era(d, l.day.with("day", l.dayOf(d), "month", l.months[d.Month-1], "year", year))
}

// dateAfter writes the calendar part of a date as it stands behind a
// preposition: "le 2 mars 2025", "березня 2025".
func (l *language) dateAfter(d story.Date) string {
	year := yearOf(d)
	switch d.Precision {
	case story.Year:
		return l.era(d, l.yearAfter.with("year", year))
	case story.Month:
		return l.era(d, l.monthAfter.with("month", l.months[d.Month-1], "year", year))
	}
	return l.era(d, l.dayAfter.with("day", l.dayOf(d), "month", l.months[d.Month-1], "year", year))
}

// yearOf is the number of a year, which era gives its sign.
func yearOf(d story.Date) string { return strconv.Itoa(max(d.Year, -d.Year)) }

// era says of a date that it lies before the year 1, where it does.
func (l *language) era(d story.Date, words string) string {
	if d.Year < 0 {
		return l.beforeEra.with("date", words)
	}
	return words
}

// calendar writes the calendar part of a date as what is known of it needs.
func (l *language) calendar(d story.Date) string {
	if d.Certainty == story.Stated {
		return l.plainDate(d)
	}
	return l.dateAfter(d)
}

// dayOf is the day of the month: "2", "1er".
func (l *language) dayOf(d story.Date) string {
	if d.Day == 1 {
		return l.firstDay
	}
	return strconv.Itoa(d.Day)
}

// shortDate leaves the year of a day out.
func (l *language) shortDate(d story.Date) string {
	if d.Precision < story.Day {
		return l.plainDate(d)
	}
	return l.dayShort.with("day", l.dayOf(d), "month", l.months[d.Month-1])
}

// narrowDate also shortens the month.
func (l *language) narrowDate(d story.Date) string {
	if d.Precision < story.Day {
		return l.plainDate(d)
	}
	return l.dayShort.with("day", l.dayOf(d), "month", l.monthsShort[d.Month-1])
}

// around writes how a date is known around the date itself: "about 2 March
// 2025".
func (l *language) around(d story.Date, words string) string {
	switch d.Certainty {
	case story.About:
		return l.about.with("date", words)
	case story.Before:
		return l.before.with("date", words)
	case story.After:
		return l.after.with("date", words)
	}
	return words
}

// window writes a span of time without saying twice what both ends share:
// "1–3 March 2025".
func (l *language) window(w story.Window) string {
	a, b := w.From, w.To
	a.Precision, b.Precision = min(a.Precision, story.Day), min(b.Precision, story.Day)
	year := yearOf(a)
	switch {
	case l.plainDate(a) == l.plainDate(b):
		return l.plainDate(a)
	case a.Precision != story.Day || b.Precision != story.Day || a.Year != b.Year:
		return l.span.with("from", l.plainDate(a), "to", l.plainDate(b))
	case a.Month != b.Month:
		return l.era(a, l.sameYear.with("from", l.shortDate(a), "to", l.shortDate(b), "year", year))
	}
	return l.era(a, l.sameMonth.with("from", l.dayOf(a), "to", l.dayOf(b), "month", l.months[a.Month-1], "year", year))
}

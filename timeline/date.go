package timeline

import "dateline/story"

// Span returns the time that a date leaves open, in days since 1 January 1970
// on the proleptic Gregorian calendar: a day spans one, a year 365 or 366. An
// hour or minute counts in UTC. Certainty is not looked at.
func Span(d story.Date) (from, to float64) {
	if unix, ok := d.Instant(); ok {
		from = float64(unix) / 86400
		if d.Precision == story.Hour {
			return from, from + 1.0/24
		}
		return from, from + 1.0/1440
	}
	first, last := d.Days()
	return float64(first), float64(last + 1)
}

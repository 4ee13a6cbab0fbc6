package story

import "errors"

// Precision is the finest unit of a date that is known. A date never claims
// more: a day is not a midnight.
type Precision uint8

const (
	Year Precision = iota
	Month
	Day
	Hour
	Minute
)

// Certainty says how a date is known.
type Certainty uint8

const (
	Stated Certainty = iota // a source states it
	About                   // near it; no source states it
	Before                  // at some time before it
	After                   // at some time after it
)

// Date is a partial date on the proleptic Gregorian calendar, from the year
// 9999 BC to 9999.
//
// In JSON it is "2025", "2025-03", "2025-03-02", "2025-03-02T14+00:00" or
// "2025-03-02T14:30+00:00" (an hour always has an offset), with a minus sign
// before a year BC ("-0044-03-15"), or an object with exactly one of "about",
// "before", "after" around such a string and optionally "words", the source's
// own way to say it ("last week").
type Date struct {
	Year                     int // as historians count: −44 is 44 BC, and none is 0
	Month, Day, Hour, Minute int // 0 where finer than Precision
	Offset                   int // minutes east of UTC; only with an hour
	Precision                Precision
	Certainty                Certainty
	Words                    Text // how a source says it; may be nil
}

// String writes the date as it is written in a story, as fine as it is known:
// "2025-03-02". Certainty and words are left out.
func (d Date) String() string {
	var b []byte
	if d.Year < 0 {
		b, d.Year = append(b, '-'), -d.Year
	}
	b = digits(b, d.Year, 4)
	if d.Precision >= Month {
		b = digits(append(b, '-'), d.Month, 2)
	}
	if d.Precision >= Day {
		b = digits(append(b, '-'), d.Day, 2)
	}
	if d.Precision >= Hour {
		b = digits(append(b, 'T'), d.Hour, 2)
		if d.Precision >= Minute {
			b = digits(append(b, ':'), d.Minute, 2)
		}
		b = appendOffset(b, d.Offset)
	}
	return string(b)
}

// ISO writes the date as ISO 8601 has it, where the year before 1 is 0000 and
// the one before that −0001: for programs that know no historians' years.
func (d Date) ISO() string {
	d.Year = Astronomical(d.Year)
	return d.String()
}

// appendOffset appends an offset from UTC in minutes: "-02:58".
func appendOffset(b []byte, minutes int) []byte {
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	b = digits(append(b, sign), minutes/60, 2)
	return digits(append(b, ':'), minutes%60, 2)
}

// digits appends n, padded with zeros to a width.
func digits(b []byte, n, width int) []byte {
	for p := pow10(width - 1); p > 0; p /= 10 {
		b = append(b, byte('0'+n/p%10))
	}
	return b
}

func pow10(n int) int {
	p := 1
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

// ParseDate reads a date as a story writes one: "2025-03-02".
func ParseDate(s string) (Date, error) {
	d, problem, hint := parseDate(s, "")
	switch {
	case problem == "":
		return d, nil
	case hint == "":
		return Date{}, errors.New(problem)
	}
	return Date{}, errors.New(problem + "; " + hint)
}

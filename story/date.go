package story

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

// Date is a partial date on the proleptic Gregorian calendar.
//
// In JSON it is "2025", "2025-03", "2025-03-02", "2025-03-02T14+00:00" or
// "2025-03-02T14:30+00:00" (an hour always has an offset), or an object with
// exactly one of "about", "before", "after" around such a string and
// optionally "words", the source's own way to say it ("last week").
type Date struct {
	Year                     int
	Month, Day, Hour, Minute int // 0 where finer than Precision
	Offset                   int // minutes east of UTC; only with an hour
	Precision                Precision
	Certainty                Certainty
	Words                    Text // how a source says it; may be nil
}

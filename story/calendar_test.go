package story

import (
	"testing"
	"time"
)

func TestDayNumberAgreesWithTime(t *testing.T) {
	epoch := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := -1_000_000; n < 1_000_000; n += 97 {
		d := DayDate(n)
		want := epoch.AddDate(0, 0, n)
		if d.Year != Historical(want.Year()) || d.Month != int(want.Month()) || d.Day != want.Day() {
			t.Fatalf("day %d is %v, want %v", n, d, want.Format(time.DateOnly))
		}
		if first, last := d.Days(); first != n || last != n {
			t.Fatalf("%v is day %d–%d, want %d", d, first, last, n)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		date        Date
		first, last int
	}{
		{Date{Year: 1970, Precision: Year}, 0, 364},
		{Date{Year: 1970, Month: 2, Precision: Month}, 31, 58},
		{Date{Year: 2024, Month: 2, Precision: Month}, 19754, 19782},
		{Date{Year: 1969, Month: 12, Day: 31, Precision: Day}, -1, -1},
		{Date{Year: 1, Month: 1, Day: 1, Precision: Day}, -719162, -719162},
		{Date{Year: -1, Month: 12, Day: 31, Precision: Day}, -719163, -719163},
		{Date{Year: -1, Precision: Year}, -719528, -719163}, // a leap year
		{Date{Year: 9999, Precision: Year}, 2932532, 2932896},
	} {
		if first, last := c.date.Days(); first != c.first || last != c.last {
			t.Errorf("%v: %d–%d, want %d–%d", c.date, first, last, c.first, c.last)
		}
	}
}

// Years before the year 1 are written, read and ordered like the others, and
// none is 0.
func TestBeforeTheYearOne(t *testing.T) {
	last := Date{Year: -9999, Precision: Year}
	for _, s := range []string{"-9999-12-31", "-0500", "-0044-03-15", "-0044-03-15T14:30+00:00", "-0043", "-0001-12-31", "0001-01-01", "9999-12-31"} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s || last.Compare(d) >= 0 {
			t.Errorf("%s: %v, %v, after %v", s, d, err, last)
		}
		last = d
	}
	for _, s := range []string{"-10000", "10000", "+2025", "--0044", "-0044-02-30", "-", "-0000"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("%s is read as %v", s, d)
		}
	}
	for y := -9999; y < 9999; y++ {
		if y != 0 && Historical(Astronomical(y)) != y {
			t.Fatalf("%d comes back as %d", y, Historical(Astronomical(y)))
		}
	}
	if iso := (Date{Year: -44, Month: 3, Day: 15, Precision: Day}).ISO(); iso != "-0043-03-15" {
		t.Error(iso)
	}
}

func TestInstant(t *testing.T) {
	if _, ok := day(2025, 3, 2).Instant(); ok {
		t.Error("a day is not an instant")
	}
	d := Date{Year: 2025, Month: 3, Day: 2, Hour: 14, Minute: 30, Offset: -300, Precision: Minute}
	want := time.Date(2025, 3, 2, 19, 30, 0, 0, time.UTC).Unix()
	if got, ok := d.Instant(); !ok || got != want {
		t.Errorf("%v is %d, want %d", d, got, want)
	}
	if got := d.String(); got != "2025-03-02T14:30-05:00" {
		t.Error(got)
	}
}

func TestCompare(t *testing.T) {
	before, after := day(2025, 3, 2), day(2025, 3, 2)
	before.Certainty, after.Certainty = Before, After
	about := day(2025, 3, 2)
	about.Certainty = About
	year, month := Date{Year: 2025, Precision: Year}, Date{Year: 2025, Month: 3, Precision: Month}
	ascending := [][]Date{
		{year, day(2025, 1, 1)},
		{month, day(2025, 3, 1)},
		{before},
		{day(2025, 3, 2), about},
		{{Year: 2025, Month: 3, Day: 2, Hour: 14, Precision: Hour}, {Year: 2025, Month: 3, Day: 2, Hour: 16, Offset: 120, Precision: Hour}},
		{after},
		{day(2025, 3, 3)},
	}
	for i, as := range ascending {
		for j, bs := range ascending {
			for _, a := range as {
				for _, b := range bs {
					want := 0
					if i < j {
						want = -1
					} else if i > j {
						want = 1
					}
					if got := a.Compare(b); got != want {
						t.Errorf("%v (%d) against %v (%d): %d, want %d", a, a.Certainty, b, b.Certainty, got, want)
					}
				}
			}
		}
	}
}

func TestContains(t *testing.T) {
	month := Date{Year: 2025, Month: 3, Precision: Month}
	night := Date{Year: 2025, Month: 3, Day: 2, Hour: 0, Minute: 30, Offset: 120, Precision: Minute}
	hour := Date{Year: 2025, Month: 3, Day: 1, Hour: 22, Precision: Hour}
	for _, c := range []struct {
		d, e Date
		want bool
	}{
		{month, day(2025, 3, 31), true},
		{month, day(2025, 4, 1), false},
		{day(2025, 3, 31), month, false},
		{day(2025, 3, 2), night, true}, // as written, not in UTC
		{hour, night, true},            // the same instant
		{hour, day(2025, 3, 1), false},
	} {
		if got := c.d.Contains(c.e); got != c.want {
			t.Errorf("%v contains %v: %v", c.d, c.e, got)
		}
	}
}

func day(y, m, d int) Date { return Date{Year: y, Month: m, Day: d, Precision: Day} }

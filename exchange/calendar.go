package exchange

import (
	"fmt"
	"strconv"
	"time"

	"dateline/story"
)

// mixed reads 12/25/2001, whose order has to be known.
func mixed(s, a, b, year, order string) reading {
	day, month := a, b
	if order == "mdy" {
		day, month = b, a
	}
	if order != "" {
		return civil(year, month, day)
	}
	dmy, mdy := civil(year, b, a), civil(year, a, b)
	switch {
	case !dmy.ok && !mdy.ok:
		return unreadable("%s is no day of the calendar", quote(s))
	case dmy.ok && mdy.ok && dmy.date.Compare(mdy.date) != 0:
		r := civil(year, "", "")
		r.asks = append(r.asks, fmt.Sprintf("%s is %s or %s; the year alone was kept. Write one of them, or import again with -dates dmy or mdy", quote(s), dmy.date, mdy.date))
		return r
	case !dmy.ok:
		dmy = mdy
	}
	dmy.asks = append(dmy.asks, fmt.Sprintf("%s was read as %s: the other order is no day", quote(s), dmy.date))
	if a == b {
		dmy.asks = nil
	}
	return dmy
}

// civil is a date of the calendar: month and day may be empty.
func civil(year, month, day string) reading {
	y, _ := strconv.Atoi(year)
	if y < -9999 || y == 0 || y > 9999 {
		return unreadable("a story has no year %s", year)
	}
	d := story.Date{Year: y}
	if month == "" {
		return reading{date: d, ok: true}
	}
	if d.Month, _ = strconv.Atoi(month); d.Month < 1 || d.Month > 12 {
		return unreadable("there is no month %s", month)
	}
	d.Precision = story.Month
	if day == "" {
		return reading{date: d, ok: true}
	}
	d.Day, _ = strconv.Atoi(day)
	if t := time.Date(story.Astronomical(y), time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC); d.Day < 1 || t.Day() != d.Day {
		return unreadable("%04d-%02d has no day %s", y, d.Month, day)
	}
	d.Precision = story.Day
	return reading{date: d, ok: true}
}

package exchange

import (
	"sort"

	"dateline/story"
)

// order puts the events in the order of time where their own order runs
// backwards; an order that a timeline can have is the author's and stays.
func (d *draft) order() {
	latest := -1
	for i, e := range d.Events {
		if latest >= 0 && entirelyBefore(e.Date, d.Events[latest].Date) {
			d.note(d.origin["event "+e.ID], "%q is earlier than the event above it; the events have been put in order of time", e.ID)
			sort.SliceStable(d.Events, func(a, b int) bool { return d.Events[a].Date.Compare(d.Events[b].Date) < 0 })
			return
		}
		if latest < 0 || e.Date.Compare(d.Events[latest].Date) >= 0 {
			latest = i
		}
	}
}

// entirelyBefore reports whether all that a can mean is over before anything
// that b can mean: what a story calls an error.
func entirelyBefore(a, b story.Date) bool {
	from, end := minutes(a)
	start, over := minutes(b)
	if a.Certainty == story.Before {
		end = from
	}
	if b.Certainty == story.After {
		start = over
	}
	return a.Certainty != story.After && b.Certainty != story.Before && end <= start
}

// minutes is the time that a date leaves open, half open, from 1970.
func minutes(d story.Date) (from, to int64) {
	if unix, ok := d.Instant(); ok {
		if d.Precision == story.Hour {
			return unix / 60, unix/60 + 60
		}
		return unix / 60, unix/60 + 1
	}
	first, last := d.Days()
	return int64(first) * 1440, int64(last+1) * 1440
}

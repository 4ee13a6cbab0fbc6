package exchange

import "dateline/story"

// waypoints are the points of a route that is being read.
type waypoints struct {
	d      *draft
	points []story.Waypoint
	at     []place
	latest *story.Date // the latest time so far
}

// add takes a point; one that is earlier than one before it is left out, and
// asked.
func (w *waypoints) add(p story.Waypoint, at place) {
	if p.Date != nil && p.Date.Year == 0 {
		p.Date = nil
	}
	when := p.Date
	if when == nil && p.Event != "" {
		when = &w.d.Event(p.Event).Date
	}
	if when != nil {
		if w.latest != nil && entirelyBefore(*when, *w.latest) {
			w.d.ask(at, "%s is earlier than %s, the time of a point above it; the point was left out", when, w.latest)
			return
		}
		w.latest = when
	}
	if p.Way == "" {
		p.Way = story.Recorded
	}
	w.points, w.at = append(w.points, p), append(w.at, at)
}

// timed are the points from the first that has a time to the last; the others
// are reported.
func (w *waypoints) timed() []story.Waypoint {
	has := func(i int) bool { return w.points[i].Date != nil || w.points[i].Event != "" }
	from, to := 0, len(w.points)
	for from < to && !has(from) {
		from++
	}
	for to > from && !has(to-1) {
		to--
	}
	for i := range w.points {
		if i < from || i >= to {
			w.d.ask(w.at[i], "nothing says when a route is here; its first and its last point have a time; the point was left out")
		}
	}
	return w.points[from:to]
}

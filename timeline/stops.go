package timeline

import (
	"sort"

	"dateline/story"
)

// ordinalStops gives every event one equal stop, in the author's order.
func (l *Line) ordinalStops() {
	for i := range l.Story.Events {
		l.Stops = append(l.Stops, Stop{Events: []int{i}, X: float64(i + 1)})
	}
}

// prelude is the share of a calendar axis that lies before and after the
// window, where events stand of which only that much is known.
const prelude = 0.06

// calendarStops puts every event at the middle of the span its date leaves
// open; events with the same middle share a stop. X is time, scaled so that
// the axis is as long as it has ways between stops.
func (l *Line) calendarStops() {
	s := l.Story
	from, _ := Span(s.Window.From)
	_, to := Span(s.Window.To)
	margin := (to - from) * prelude

	at := make([]float64, len(s.Events))
	order := make([]int, len(s.Events))
	for i, e := range s.Events {
		order[i] = i
		a, b := Span(e.Date)
		at[i] = (a + b) / 2
		switch e.Date.Certainty {
		case story.Before:
			at[i] = min(a, from) - margin/2
		case story.After:
			at[i] = max(b, to) + margin/2
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return at[order[a]] < at[order[b]] })

	start := from - margin
	if len(order) > 0 {
		start = min(start, at[order[0]]-margin)
	}
	l.Stops[0].X = 0
	for k, i := range order {
		if k > 0 && at[i] == at[order[k-1]] {
			last := &l.Stops[len(l.Stops)-1]
			last.Events = append(last.Events, i)
			continue
		}
		l.Stops = append(l.Stops, Stop{Events: []int{i}, X: at[i] - start})
	}
	scale := 1.0
	if n := len(l.Stops) - 1; n > 0 && l.Stops[n].X > 0 {
		scale = float64(n) / l.Stops[n].X
	}
	for i := range l.Stops {
		l.Stops[i].X *= scale
	}
	l.start, l.scale, l.margin = start, scale, margin
}

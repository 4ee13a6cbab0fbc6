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
	l.start, l.scale = start, scale
}

// focus returns the places that the camera shows when these events come in:
// the author's focus, else the places of the events and of the flows that
// enter with them.
func focus(s *story.Story, events []int) []int {
	seen := make([]bool, len(s.Places))
	for _, i := range events {
		e := &s.Events[i]
		if len(e.Focus) > 0 {
			for _, id := range e.Focus {
				mark(s, seen, id)
			}
			continue
		}
		mark(s, seen, e.Place)
		for j := range s.Flows {
			if f := &s.Flows[j]; f.Event == e.ID {
				markFlow(s, seen, f, len(s.Flows))
			}
		}
	}
	return indices(seen)
}

// openingFocus shows every place that a flow or an event uses.
func openingFocus(s *story.Story) []int {
	seen := make([]bool, len(s.Places))
	for i := range s.Events {
		mark(s, seen, s.Events[i].Place)
	}
	for i := range s.Flows {
		markFlow(s, seen, &s.Flows[i], len(s.Flows))
	}
	return indices(seen)
}

// markFlow marks the places at both ends of a flow; depth bounds the walk
// along flows that go on from flows.
func markFlow(s *story.Story, seen []bool, f *story.Flow, depth int) {
	for _, id := range f.From.Places {
		mark(s, seen, id)
	}
	for _, id := range f.To.Places {
		mark(s, seen, id)
	}
	mark(s, seen, f.To.Toward)
	if i := s.FlowIndex(f.From.Flow); i >= 0 && depth > 0 {
		markFlow(s, seen, &s.Flows[i], depth-1)
	}
}

func mark(s *story.Story, seen []bool, id string) {
	for i := range s.Places {
		if s.Places[i].ID == id {
			seen[i] = true
		}
	}
}

func indices(seen []bool) []int {
	var out []int
	for i, ok := range seen {
		if ok {
			out = append(out, i)
		}
	}
	return out
}

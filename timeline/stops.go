package timeline

import (
	"fmt"
	"slices"
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

// index finds the places of a story's events and flows.
type index struct {
	*story.Story
	places map[string]int
	flows  map[string]int
	enter  map[string][]int // by event: the flows that enter with it
}

func newIndex(s *story.Story) *index {
	x := &index{s, map[string]int{}, map[string]int{}, map[string][]int{}}
	for i := range s.Places {
		x.places[s.Places[i].ID] = i
	}
	for i := range s.Flows {
		f := &s.Flows[i]
		x.flows[f.ID] = i
		x.enter[f.Event] = append(x.enter[f.Event], i)
	}
	return x
}

// focus returns the places that the camera shows when these events come in:
// the author's focus, else the places of the events and of the flows that
// enter with them.
func (x *index) focus(events []int) []int {
	var seen marks
	for _, i := range events {
		e := &x.Events[i]
		if len(e.Focus) > 0 {
			for _, id := range e.Focus {
				x.mark(&seen, id)
			}
			continue
		}
		x.mark(&seen, e.Place)
		for _, j := range x.enter[e.ID] {
			x.markFlow(&seen, &x.Flows[j], len(x.Flows))
		}
	}
	return seen.sorted()
}

// opening shows every place that a flow or an event uses.
func (x *index) opening() []int {
	var seen marks
	for i := range x.Events {
		x.mark(&seen, x.Events[i].Place)
	}
	for i := range x.Flows {
		x.markFlow(&seen, &x.Flows[i], 0) // the others come themselves
	}
	return seen.sorted()
}

// told reports whether the author says for any event what the camera shows.
func (x *index) told() bool {
	for i := range x.Events {
		if len(x.Events[i].Focus) > 0 {
			return true
		}
	}
	return false
}

// markFlow marks the places at both ends of a flow; depth bounds the walk
// along flows that go on from flows.
func (x *index) markFlow(seen *marks, f *story.Flow, depth int) {
	for _, id := range f.From.Places {
		x.mark(seen, id)
	}
	for _, id := range f.To.Places {
		x.mark(seen, id)
	}
	x.mark(seen, f.To.Toward)
	if i, ok := x.flows[f.From.Flow]; ok && depth > 0 {
		x.markFlow(seen, &x.Flows[i], depth-1)
	}
}

func (x *index) mark(seen *marks, id string) {
	if i, ok := x.places[id]; ok {
		*seen = append(*seen, i)
	}
}

// marks are places, perhaps several times.
type marks []int

// sorted returns them once each, ascending; nil when there are none.
func (m marks) sorted() []int {
	slices.Sort(m)
	return slices.Compact([]int(m))
}

// mostFocuses is between how many views the camera flies where the author does
// not say what it shows. More would be restless, and each has a picture and a
// plan of its own.
const mostFocuses = 64

// stay keeps the camera where the story opens when there would be too many
// views.
func (l *Line) stay() {
	known := map[string]bool{}
	for i := range l.Stops {
		known[fmt.Sprint(l.Stops[i].Focus)] = true
	}
	if len(known) <= mostFocuses {
		return
	}
	for i := range l.Stops {
		l.Stops[i].Focus = l.Stops[0].Focus
	}
}

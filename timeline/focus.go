package timeline

import (
	"fmt"
	"slices"

	"dateline/story"

	"github.com/paulmach/orb"
)

// frame decides what the story's camera shows at each stop.
func (l *Line) frame() {
	x := newIndex(l.Story)
	l.Stops[0].Focus, l.Stops[0].Ways = x.opening(), l.allWays()
	for i := 1; i < len(l.Stops); i++ {
		l.Stops[i].Focus = x.focus(l.Stops[i].Events)
		l.Stops[i].Ways = l.ways(i)
	}
	if !x.told() {
		l.stay()
	}
	for i := 1; i < len(l.Stops); i++ {
		a, b := &l.Stops[i-1], &l.Stops[i]
		if len(b.Focus)+len(b.Ways) == 0 {
			b.Focus, b.Ways = a.Focus, a.Ways
		}
		b.Flies = !slices.Equal(a.Focus, b.Focus) || !slices.Equal(a.Ways, b.Ways)
	}
}

// Frame returns the points that the story's camera shows at a stop: longitude
// and latitude, in degrees.
func (l *Line) Frame(stop int) []orb.Point {
	s := &l.Stops[stop]
	points := make([]orb.Point, 0, len(s.Focus)+len(s.Ways))
	for _, i := range s.Focus {
		points = append(points, l.Story.Places[i].At)
	}
	return append(points, s.Ways...)
}

// ways returns what the camera shows beside places when a stop comes in: the
// stretch that something has moved since the stop before, and the shapes that
// come in. Where the author says what it shows, that is all.
func (l *Line) ways(stop int) (out []orb.Point) {
	from, to := l.Stops[stop-1].X, l.Stops[stop].X
	for _, i := range l.Stops[stop].Events {
		if len(l.Story.Events[i].Focus) > 0 {
			return nil
		}
	}
	for i := range l.routes {
		out = l.routes[i].between(out, l.Story.Routes[i].Points, from, to)
	}
	for i := range l.Story.Areas {
		a := &l.Story.Areas[i]
		if e := l.Story.EventIndex(a.Event); e >= 0 && l.stopOf[e] == stop {
			out = appendShape(out, a)
		}
	}
	return out
}

// allWays is what the opening shows of routes and shapes.
func (l *Line) allWays() (out []orb.Point) {
	for i := range l.Story.Routes {
		for _, p := range l.Story.Routes[i].Points {
			out = append(out, p.At)
		}
	}
	for i := range l.Story.Areas {
		out = appendShape(out, &l.Story.Areas[i])
	}
	return out
}

func appendShape(out []orb.Point, a *story.Area) []orb.Point {
	for _, r := range a.Shape {
		out = append(out, r...)
	}
	return out
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

// opening shows every place that a flow or an event uses, or that the author
// says an event is to show.
func (x *index) opening() []int {
	var seen marks
	for i := range x.Events {
		x.mark(&seen, x.Events[i].Place)
		for _, id := range x.Events[i].Focus {
			x.mark(&seen, id)
		}
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
		known[fmt.Sprint(l.Stops[i].Focus, l.Stops[i].Ways)] = true
	}
	if len(known) <= mostFocuses {
		return
	}
	for i := range l.Stops {
		l.Stops[i].Focus, l.Stops[i].Ways = l.Stops[0].Focus, l.Stops[0].Ways
	}
}

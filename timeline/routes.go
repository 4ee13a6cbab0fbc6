package timeline

import (
	"sort"

	"dateline/geo"
	"dateline/story"

	"github.com/paulmach/orb"
)

// RouteState says where something that moves is: a share T of the way from
// point Leg of its route to the next. Before it sets out, On is false. Once it
// has passed its last point, Over grows from 0 to 1 on the way to the next stop:
// nothing says where it is then.
type RouteState struct {
	On   bool
	Leg  int
	T    float64
	Over float64
}

// routeTimes are the places on the axis (X) at which the points of a route are
// reached; they never descend.
type routeTimes struct {
	x    []float64
	gone float64 // where on the axis the first stop after the last point is; beyond the axis where there is none
}

// routeTimes works out when a route is at its points. What moves on a calendar
// axis moves evenly with the calendar; on an ordinal one from stop to stop.
func (l *Line) routeTimes(r *story.Route) routeTimes {
	x := make([]float64, len(r.Points))
	last := 0 // the last point that has a time
	for i := range r.Points {
		p := &r.Points[i]
		if p.Date == nil {
			continue
		}
		x[i] = max(l.moment(p.Date, p.Event), x[last])
		l.passed(x[last:i+1], r.Points[last:i+1])
		last = i
	}
	t := routeTimes{x, l.Length() + 1}
	for i := len(l.Stops) - 1; i >= 0 && l.Stops[i].X > x[len(x)-1]; i-- {
		t.gone = l.Stops[i].X
	}
	return t
}

// passed fills in the points between two that have a time, in proportion to
// distance.
func (l *Line) passed(x []float64, points []story.Waypoint) {
	n := len(points) - 1
	if n < 2 {
		return
	}
	way := make([]float64, n+1) // km from the first
	for i := 1; i <= n; i++ {
		way[i] = way[i-1] + geo.Distance(points[i-1].At, points[i].At)
	}
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		if way[n] > 0 {
			t = way[i] / way[n]
		}
		x[i] = x[0] + (x[n]-x[0])*t
	}
}

// moment is where on the axis something stands that has a date or an event:
// with its event, else in the middle of the time that its date leaves open; on
// an ordinal axis with the last stop of its date.
func (l *Line) moment(d *story.Date, event string) float64 {
	if e := l.Story.EventIndex(event); e >= 0 {
		return l.Stops[l.stopOf[e]].X
	}
	if l.scale == 0 {
		return l.X(l.PosOf(*d))
	}
	from, to := Span(*d)
	switch d.Certainty {
	case story.Before:
		to = from
	case story.After:
		from = to
	}
	return ((from+to)/2 - l.start) * l.scale
}

func (t routeTimes) at(x float64) RouteState {
	last := len(t.x) - 1
	if last < 1 || x < t.x[0] {
		return RouteState{}
	}
	// The first point after x ends the leg on which it lies.
	i := sort.Search(last+1, func(i int) bool { return t.x[i] > x })
	if i > last {
		return RouteState{On: true, Leg: last - 1, T: 1, Over: min((x-t.x[last])/(t.gone-t.x[last]), 1)}
	}
	return RouteState{On: true, Leg: i - 1, T: (x - t.x[i-1]) / (t.x[i] - t.x[i-1])}
}

// between appends where a route is at two places of the axis and the points
// that it passes between them, if it moves there.
func (t routeTimes) between(out []orb.Point, points []story.Waypoint, from, to float64) []orb.Point {
	last := len(t.x) - 1
	if last < 1 || to < t.x[0] || from >= t.x[last] {
		return out
	}
	where := func(x float64) orb.Point {
		s := t.at(max(x, t.x[0]))
		return geo.Between(points[s.Leg].At, points[s.Leg+1].At, s.T)
	}
	out = append(out, where(from))
	for i, x := range t.x {
		if x > from && x < to {
			out = append(out, points[i].At)
		}
	}
	return append(out, where(to))
}

// RouteX returns where on the axis the points of a route are reached.
func (l *Line) RouteX(route int) []float64 { return l.routes[route].x }

package scene

import (
	"math"

	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// Sizes of the markers of what moves, CSS pixels.
const (
	markerSize = 7.0
	markerGap  = 13.0 // from the middle of a marker to its name
)

// where is the point of the plane at which something that moves is, and the
// direction in which it goes; ok is false before it sets out.
func (s *Scene) where(route int, st *timeline.State) (at, ahead orb.Point, ok bool) {
	state := st.Routes[route]
	if !state.On {
		return at, ahead, false
	}
	points := s.line.Story.Routes[route].Points
	a, b := points[state.Leg].At, points[state.Leg+1].At
	at = s.pr.Forward(geo.Between(a, b, state.T))
	const step = 0.01
	if state.T < 1-step {
		return at, s.pr.Forward(geo.Between(a, b, state.T+step)), true
	}
	back := s.pr.Forward(geo.Between(a, b, state.T-step))
	return at, orb.Point{2*at[0] - back[0], 2*at[1] - back[1]}, true
}

// markers draws what moves.
func (s *Scene) markers(l *render.List, m geo.Matrix, st *timeline.State) {
	for i := range s.trails {
		at, ahead, ok := s.where(i, st)
		if !ok {
			continue
		}
		p, q := pixel(m, at), pixel(m, ahead)
		dir := minus(q, p)
		if n := length(dir); n > 0 {
			dir = times(dir, 1/n)
		} else {
			dir = render.Point{X: 1}
		}
		s.marker(l, s.trails[i].kind, p, dir, s.trails[i].ink, leaving(st.Routes[i]))
	}
}

// leaving is how much of a marker is to be seen: all of it as long as it is
// known where it is.
func leaving(r timeline.RouteState) float32 { return float32(max(0, 1-2*r.Over)) }

// marker draws the mark of a kind of route at p, which goes in a direction: an
// outline that is the same in grey, on a plate of paper.
func (s *Scene) marker(l *render.List, kind story.RouteKind, p, dir render.Point, ink render.Ink, alpha float32) {
	if alpha <= 0 {
		return
	}
	paper, full := render.Paint{Ink: Paper, Alpha: alpha}, render.Paint{Ink: ink, Alpha: alpha}
	side := leftOf(dir)
	at := func(along, across float32) render.Point {
		return plus(p, plus(times(dir, along*markerSize), times(side, across*markerSize)))
	}
	polygon := func(points ...render.Point) {
		path := l.Path(true, points...)
		l.Add(render.Op{Kind: render.Stroke, Paths: path, Paint: paper, Width: 3.2})
		l.Add(render.Op{Kind: render.Fill, Paths: path, Paint: full})
	}
	switch kind {
	case story.RouteShip: // a hull, bow ahead
		polygon(at(1.35, 0), at(0.45, 0.6), at(-1.1, 0.5), at(-1.1, -0.5), at(0.45, -0.6))
	case story.RouteAircraft: // a delta
		polygon(at(1.4, 0), at(-1, 0.95), at(-0.5, 0), at(-1, -0.95))
	case story.RouteArmy: // a square, upright, with a cross, as on staff maps
		r := float32(markerSize * 0.95)
		a, b := plus(p, render.Point{X: -r * 1.25, Y: -r}), plus(p, render.Point{X: r * 1.25, Y: r})
		c, d := render.Point{X: b.X, Y: a.Y}, render.Point{X: a.X, Y: b.Y}
		polygon(a, c, b, d)
		for _, line := range [2][2]render.Point{{a, b}, {c, d}} {
			l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(false, line[0], line[1]), Paint: paper, Width: 1.2, Butt: true})
		}
	case story.RouteVehicle:
		polygon(at(1.2, 0), at(0.5, 0.7), at(-1, 0.7), at(-1, -0.7), at(0.5, -0.7))
	case story.RouteStorm: // an eye with two arms
		l.Add(render.Op{Kind: render.Circle, Center: p, Radius: markerSize + 1.6, Paint: paper})
		l.Add(render.Op{Kind: render.Ring, Center: p, Radius: markerSize * 0.5, Width: 2.6, Paint: full})
		for _, turn := range [2]float32{1, -1} {
			var arm [7]render.Point
			for k := range arm {
				sin, cos := math.Sincos(0.3 + float64(k)*0.33)
				grow := markerSize * (0.6 + 0.12*float32(k))
				arm[k] = plus(p, render.Point{X: turn * grow * float32(cos), Y: -turn * grow * float32(sin)})
			}
			l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(false, arm[:]...), Paint: full, Width: 2})
		}
	default: // a disc with a wedge ahead
		polygon(at(1.7, 0), at(0.4, 0.8), at(0.4, -0.8))
		l.Add(render.Op{Kind: render.Circle, Center: p, Radius: markerSize*0.8 + 1.6, Paint: paper})
		l.Add(render.Op{Kind: render.Circle, Center: p, Radius: markerSize * 0.8, Paint: full})
	}
}

// trailNames draws the names of what moves, with the number that holds.
func (s *Scene) trailNames(l *render.List, m geo.Matrix, st *timeline.State) {
	for i := range s.trails {
		seated(st.Pos, s.trails[i].sides, func(d side, share float32) {
			s.trailName(l, m, st, i, d, share)
		})
	}
}

// trailName draws the name of a route at a side of its marker.
func (s *Scene) trailName(l *render.List, m geo.Matrix, st *timeline.State, i int, d side, share float32) {
	if share <= 0 {
		return
	}
	t := &s.trails[i]
	at, _, ok := s.where(i, st)
	if !ok {
		return
	}
	b := d.anchored(pixel(m, at), t.size, markerGap)
	alpha := min(s.room(b), leaving(st.Routes[i])) * share
	if alpha <= 0 {
		return
	}
	s.taken = append(s.taken, b)
	lines := [2]*label{&t.name, nil}
	if t.of >= 0 {
		if value, ok := held(st.Magnitudes[t.of], s.line.Story.Magnitudes[t.of].Between); ok {
			lines[1] = &t.value[value]
		}
	}
	y := b.Min.Y - s.lineGap()
	for k, lb := range lines {
		if lb == nil {
			continue
		}
		y += s.lineGap() + t.name.ascent
		x := b.Min.X + d.indent(b.Max.X-b.Min.X-lb.width)
		ink := t.ink
		if k > 0 {
			ink = Ink
		}
		lb.draw(l, render.Point{X: x, Y: y}, render.Paint{Ink: ink, Alpha: alpha}, haloWidth, render.Paint{Ink: Halo, Alpha: 0.92})
	}
}

// routeTargets are the markers: they lead to the last event that was reached,
// or to the first.
func (s *Scene) routeTargets(dst []Target, m geo.Matrix, st *timeline.State) []Target {
	whole := boxAt(0, 0, float32(s.width), float32(s.mapHeight))
	for i := range s.trails {
		at, _, ok := s.where(i, st)
		p := pixel(m, at)
		if !ok || !inside(whole, p) || leaving(st.Routes[i]) == 0 {
			continue
		}
		r := &s.line.Story.Routes[i]
		t := Target{Kind: "route", ID: r.ID, Label: s.words.Routes[i], Box: around(p, hitRadius)}
		for k, point := range r.Points {
			if point.Event != "" && (t.Event == "" || k <= st.Routes[i].Leg || k == st.Routes[i].Leg+1 && st.Routes[i].T == 1) {
				t.Event = point.Event
			}
		}
		dst = append(dst, t)
	}
	return dst
}

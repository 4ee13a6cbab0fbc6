package scene

import (
	"math"
	"slices"

	"dateline/geo"
	"dateline/render"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// inset is a magnified part of the map in a free corner of it. On a narrow map
// a camera that shows an ocean leaves the capitals of its other shore on top of
// each other; there they stand apart, with their names and what goes between
// them. It is decided once for each camera, before the labels, which keep off
// it.
type inset struct {
	places []int  // whose names stand in it and nowhere else; none: no inset
	sides  []side // of their names
	named  []bool
	box    box       // where it lies
	from   box       // what it magnifies, as the camera sees it
	view   geo.View  // of its own
	middle orb.Point // of what it magnifies, in the plane
	piece  int       // of the basemap
}

const (
	insetNarrow = 480.0 // maps wider than that have none, CSS pixels
	insetApart  = 32.0  // places of the moment closer than that want one
	insetGain   = 1.8   // it magnifies so much at least
	insetKeep   = 5     // what it keeps off other things
	insetStep   = 6     // of the places tried for it
	insetFrom   = 9     // room around the marks that it magnifies
	insetGrow   = 0.3   // share of a flight in which it comes or goes
	insetTouch  = 16    // reach of a mark in it
	insetGap    = 11    // from the middle of a mark in it to its name
)

// insetSizes are tried in turn, CSS pixels.
var insetSizes = [...]render.Point{{X: 150, Y: 112}, {X: 132, Y: 104}, {X: 116, Y: 92}, {X: 100, Y: 84}}

// newInset decides on the inset of a camera.
func (s *Scene) newInset(v *sight, c int) (in inset) {
	if s.width > insetNarrow {
		return in
	}
	places := s.crowd(v, c)
	if len(places) < 2 {
		return in
	}
	points := make([]orb.Point, len(places))
	for k, i := range places {
		points[k] = s.line.Story.Places[i].At
		at := around(pixel(v.m, s.places[i].at), insetFrom)
		if k == 0 {
			in.from = at
		}
		in.from = joined(in.from, at)
	}
	for _, size := range insetSizes {
		pad := geo.Insets{Top: 26, Right: 34, Bottom: 26, Left: 34} // for names
		in.view = geo.Fit(s.pr, points, float64(size.X), float64(size.Y), pad)
		gain := float64(size.X) / in.view.Width / math.Hypot(v.m.A, v.m.D)
		b, ok := s.insetRoom(v, size, in.from, places)
		if !ok || gain < insetGain {
			continue
		}
		in.box, in.places = b, places
		in.middle = v.m.Invert().Apply(orb.Point{float64(middleOf(in.from).X), float64(middleOf(in.from).Y)})
		v.keepOff(nearest(in.from, middleOf(b)), nearest(b, middleOf(in.from)))
		in.piece = s.pieceOf(in.view, float64(size.X), float64(size.Y))
		s.insetNames(&in, v)
		return in
	}
	return inset{}
}

// crowd is the largest group of places of a camera's moments, each of which is
// close to another of them.
func (s *Scene) crowd(v *sight, c int) []int {
	matters := make([]bool, len(s.places))
	for stop, camera := range s.cameras.of {
		if camera == c {
			for _, i := range s.line.Stops[stop].Focus {
				matters[i] = true
			}
		}
	}
	var here []int
	for i := range s.places {
		if matters[i] && inside(s.mapBox, pixel(v.m, s.places[i].at)) {
			here = append(here, i)
		}
	}
	const most = 60 // among more, a part of the map shows no more than the map
	if len(here) > most {
		return nil
	}
	var best []int
	seen := make([]bool, len(s.places))
	for _, i := range here {
		if seen[i] {
			continue
		}
		seen[i] = true
		group := []int{i}
		for k := 0; k < len(group); k++ {
			a := pixel(v.m, s.places[group[k]].at)
			for _, j := range here {
				if !seen[j] && length(minus(a, pixel(v.m, s.places[j].at))) < insetApart {
					seen[j] = true
					group = append(group, j)
				}
			}
		}
		if len(group) > len(best) {
			best = group
		}
	}
	return best
}

// insetRoom looks for a free place of that size: off flows, marks, legend and
// buttons, at an edge of the map rather than amid it, near what it magnifies.
func (s *Scene) insetRoom(v *sight, size render.Point, from box, places []int) (best box, ok bool) {
	least := float32(math.Inf(1))
	for y := s.mapBox.Min.Y + 4; y+size.Y <= s.mapBox.Max.Y-4; y += insetStep {
		for x := s.mapBox.Min.X + 4; x+size.X <= s.mapBox.Max.X-4; x += insetStep {
			b := boxAt(x, y, size.X, size.Y)
			edge := min(x, y, float32(s.width)-x-size.X, float32(s.mapHeight)-y-size.Y)
			cost := length(minus(middleOf(b), middleOf(from))) + 3*edge
			if cost >= least || !s.insetFree(v, b, from, places) {
				continue
			}
			least, best, ok = cost, b, true
		}
	}
	return best, ok
}

func (s *Scene) insetFree(v *sight, b, from box, own []int) bool {
	for _, t := range [...]box{from, v.legend, s.buttons} {
		if apart(b, t) < insetKeep {
			return false
		}
	}
	for i := range s.places {
		// Beside a mark there is room for its name.
		if !slices.Contains(own, i) && apart(b, around(pixel(v.m, s.places[i].at), nowRadius+labelGap)) < insetKeep {
			return false
		}
	}
	for _, o := range v.obstacles {
		if apart(b, around(o.at, o.half)) < insetKeep {
			return false
		}
	}
	return true
}

// insetNames gives each name in the inset the first side on which it has room.
func (s *Scene) insetNames(in *inset, v *sight) {
	m := in.matrix(in.box)
	room := swollen(in.box, -3)
	var taken []box
	for _, i := range in.places {
		taken = append(taken, around(pixel(m, s.places[i].at), dotRadius))
	}
	k := s.thin(m)
	var bands []obstacle
	for j := range s.legs {
		l := &s.legs[j]
		if !v.on[l.flow] {
			continue
		}
		s.ribbon.lay(l, m, k, s.mapBox)
		for d := float32(0); d <= s.ribbon.length(); d += sampleStep {
			if p, _ := s.ribbon.at(d); inside(in.box, p) {
				bands = append(bands, obstacle{at: p, half: l.half * k})
			}
		}
	}
	in.sides, in.named = make([]side, len(in.places)), make([]bool, len(in.places))
	for n, i := range in.places {
		least := costMost
		for d := range sides {
			b := d.anchored(pixel(m, s.places[i].at), s.places[i].bare(), insetGap)
			if !within(b, room) || !free(b, taken) {
				continue
			}
			cost := float64(d) * costSide
			for _, o := range bands {
				if apart(b, around(o.at, o.half+1)) < 0 {
					cost += costFlow
				}
			}
			if cost < least {
				least, in.sides[n], in.named[n] = cost, d, true
			}
		}
		if in.named[n] {
			taken = append(taken, in.sides[n].anchored(pixel(m, s.places[i].at), s.places[i].bare(), insetGap))
		}
	}
}

// matrix takes the plane to the inset where it lies in b.
func (in *inset) matrix(b box) geo.Matrix {
	w, h := float64(b.Max.X-b.Min.X), float64(b.Max.Y-b.Min.Y)
	m := in.view.Matrix(w, h)
	m.C += float64(b.Min.X)
	m.F += float64(b.Min.Y)
	return m
}

// shows reports whether a place's name stands in the inset.
func (in *inset) shows(place int) bool {
	return in != nil && slices.Contains(in.places, place)
}

// insetOf is the inset that shows in a state and how far it has come out of the
// map, 0…1: in a flight that of the nearer end, on a map of the reader's own
// none.
func (s *Scene) insetOf(c timeline.Camera, view View) (*inset, float32) {
	from, to := s.cameras.of[c.From], s.cameras.of[c.To]
	out := float32(1)
	if from != to {
		out = float32(max(1-c.T/insetGrow, 1-(1-c.T)/insetGrow))
		if c.T > 0.5 {
			from = to
		}
	}
	const moved, zoomed = 40, 0.3 // so far the reader's own view lets it be
	out -= float32(math.Hypot(view.X, view.Y)/moved + math.Abs(math.Log(view.K))/zoomed)
	if out <= 0 || len(s.magnified[from].places) == 0 {
		return nil, 0
	}
	return &s.magnified[from], out
}

// grown is what an inset magnifies and where it lies when it has come out so
// far.
func (in *inset) grown(m geo.Matrix, out float32) (from, to box) {
	t := float32(timeline.EaseInOut(float64(out)))
	from = shift(in.from, minus(pixel(m, in.middle), middleOf(in.from)))
	return from, box{Min: between(from.Min, in.box.Min, t), Max: between(from.Max, in.box.Max, t)}
}

// drawTether draws the frame around what the inset magnifies, and a line from
// there to it, which names and labels lie upon.
func (s *Scene) drawTether(l *render.List, m geo.Matrix, in *inset, out float32) {
	from, to := in.grown(m, out)
	s.outline(l, from, render.Paint{Ink: Soft, Alpha: 1})
	l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(false, nearest(from, middleOf(to)), nearest(to, middleOf(from))), Width: 1, Butt: true, Paint: render.Paint{Ink: Soft, Alpha: 1}})
}

// drawInset draws the inset itself, over the map.
func (s *Scene) drawInset(l *render.List, m geo.Matrix, st *timeline.State, in *inset, out float32) {
	_, b := in.grown(m, out)
	own := in.matrix(b)

	l.Begin(render.Layer{Name: "inset sea", Clip: b, Transform: render.Identity})
	s.rect(l, b, render.Paint{Ink: Sea, Alpha: 1})
	if in.piece >= 0 {
		l.Begin(render.Layer{Name: "inset map", Key: uint64(in.piece) + 1, Still: true, Clip: b, Transform: affine(own)})
		s.drawBase(l, s.chart(in.piece))
	}
	l.Begin(render.Layer{Name: "inset", Clip: b, Transform: render.Identity})
	s.ribbons(l, own, st)
	s.marks(l, own, st)
	if out >= 1 {
		for n, i := range in.places {
			if p := &s.places[i]; in.named[n] {
				at := in.sides[n].anchored(pixel(own, p.at), p.bare(), insetGap)
				p.name.draw(l, render.Point{X: at.Min.X, Y: at.Max.Y}, render.Paint{Ink: Ink, Alpha: 1}, haloWidth, render.Paint{Ink: Halo, Alpha: 0.9})
			}
		}
	}
	s.outline(l, swollen(b, -0.5), render.Paint{Ink: Soft, Alpha: 1})
}

// bare is the size of a name without the pips of its events.
func (p *place) bare() render.Point { return render.Point{X: p.name.width, Y: p.name.ascent} }

// outline strokes a box.
func (s *Scene) outline(l *render.List, b box, paint render.Paint) {
	l.Add(render.Op{Kind: render.Stroke, Width: 1, Paint: paint, Paths: l.Path(true,
		b.Min, render.Point{X: b.Max.X, Y: b.Min.Y}, b.Max, render.Point{X: b.Min.X, Y: b.Max.Y})})
}

func middleOf(b box) render.Point { return times(plus(b.Min, b.Max), 0.5) }

func between(a, b render.Point, t float32) render.Point { return plus(a, times(minus(b, a), t)) }

func swollen(b box, by float32) box {
	return box{Min: render.Point{X: b.Min.X - by, Y: b.Min.Y - by}, Max: render.Point{X: b.Max.X + by, Y: b.Max.Y + by}}
}

func joined(a, b box) box {
	return box{Min: render.Point{X: min(a.Min.X, b.Min.X), Y: min(a.Min.Y, b.Min.Y)}, Max: render.Point{X: max(a.Max.X, b.Max.X), Y: max(a.Max.Y, b.Max.Y)}}
}

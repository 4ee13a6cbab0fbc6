package scene

import (
	"math"

	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"
)

// quantity is a magnitude at a place, made ready to draw: a circle whose area
// is the number. One along a route is drawn by its trail.
type quantity struct {
	place  int // −1: along a route
	ink    render.Ink
	scale  float32 // radius of 1, CSS pixels
	values []label // by value
	sides  []side  // of the number, seen from the place, by stop
}

// MagnitudeName is what the map writes of a magnitude.
type MagnitudeName struct {
	Name   string   // legend: "People waiting"
	Values []string // by value: "≈ 1,200 people", "number not stated"
	Scale  int      // index of the first magnitude that is counted in the same unit: they share a scale
}

const (
	widestCircle = 0.075 // radius of the largest circle, as a share of the map's shorter side
	openRadius   = 11.0  // of the circle of a number that is not known, CSS pixels
)

// mostOf is the largest value of the magnitudes that share a scale, of those
// along routes or of those at places.
func (s *Scene) mostOf(magnitude int) float64 {
	ms := s.line.Story.Magnitudes
	most := 0.0
	for i := range ms {
		if s.words.Magnitudes[i].Scale != s.words.Magnitudes[magnitude].Scale || (ms[i].Route == "") != (ms[magnitude].Route == "") {
			continue
		}
		for _, v := range ms[i].Values {
			most = max(most, v.Value)
		}
	}
	if most == 0 {
		return 1
	}
	return most
}

func (s *Scene) newQuantities(size float32) {
	ms := s.line.Story.Magnitudes
	widest := min(max(min(s.width, s.mapHeight)*widestCircle, 16), 46)
	s.quantities = make([]quantity, len(ms))
	for i := range ms {
		q := &s.quantities[i]
		*q = quantity{place: placeIndex(s.line.Story, ms[i].Place)}
		if q.place < 0 {
			continue
		}
		q.ink = s.newInk()
		q.scale = float32(widest / math.Sqrt(s.mostOf(i)))
		for _, text := range s.words.Magnitudes[i].Values {
			q.values = append(q.values, set(s.faces, text, regular, size-0.5))
		}
	}
}

// held is the value that a state names: the one that it comes from until it has
// reached the next. Between two values of an even magnitude, no source gives a
// number, so ok is false.
func held(m timeline.MagnitudeState, between story.Between) (value int, ok bool) {
	switch {
	case !m.On || between == story.Even && m.T > 0 && m.T < 1:
		return 0, false
	case m.T < 1:
		return m.From, true
	}
	return m.To, true
}

// radius is that of a magnitude's circle; known is false while no source states
// the number.
func (s *Scene) radius(i int, st *timeline.State) (r float32, known bool) {
	v, known := st.Magnitudes[i].Value(&s.line.Story.Magnitudes[i])
	if !known {
		return openRadius, false
	}
	return s.quantities[i].scale * float32(math.Sqrt(v)), true
}

// circles draws the magnitudes at places, under what moves.
func (s *Scene) circles(l *render.List, m geo.Matrix, st *timeline.State) {
	for i := range s.quantities {
		q := &s.quantities[i]
		if q.place < 0 || !st.Magnitudes[i].On {
			continue
		}
		p := pixel(m, s.places[q.place].at)
		r, known := s.radius(i, st)
		if known {
			l.Add(render.Op{Kind: render.Circle, Center: p, Radius: r, Paint: render.Paint{Ink: q.ink, Alpha: 0.24}})
			l.Add(render.Op{Kind: render.Ring, Center: p, Radius: max(r-0.7, 0), Width: 1.4, Paint: render.Paint{Ink: q.ink, Alpha: 1}})
			continue
		}
		var round [25]render.Point
		for k := range round {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / float64(len(round)-1))
			round[k] = plus(p, render.Point{X: r * float32(cos), Y: r * float32(sin)})
		}
		l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(true, round[:]...), Width: 1.4, Butt: true, Dash: [2]float32{3, 3}, Paint: render.Paint{Ink: q.ink, Alpha: 1}})
	}
}

// numbers writes the values of the magnitudes at places, beside their circles.
func (s *Scene) numbers(l *render.List, m geo.Matrix, st *timeline.State) {
	for i := range s.quantities {
		q := &s.quantities[i]
		value, ok := held(st.Magnitudes[i], s.line.Story.Magnitudes[i].Between)
		if q.place < 0 || !ok {
			continue
		}
		seated(st.Pos, q.sides, func(d side, share float32) {
			b := s.numberBox(m, i, value, st, d)
			alpha := min(s.room(b), s.offMarks(b, m, st)) * share
			if alpha <= 0 {
				return
			}
			s.taken = append(s.taken, b)
			q.values[value].draw(l, render.Point{X: b.Min.X, Y: b.Max.Y}, render.Paint{Ink: Ink, Alpha: alpha}, haloWidth, render.Paint{Ink: Halo, Alpha: 0.92})
		})
	}
}

// numberBox is where a number stands at a side of its circle.
func (s *Scene) numberBox(m geo.Matrix, i, value int, st *timeline.State, d side) box {
	q := &s.quantities[i]
	lb := &q.values[value]
	r, _ := s.radius(i, st)
	return d.anchored(pixel(m, s.places[q.place].at), render.Point{X: lb.width, Y: lb.ascent}, max(r, nowRadius)+5)
}

// circleTargets are the circles: they lead to the event of the value that
// holds.
func (s *Scene) circleTargets(dst []Target, m geo.Matrix, st *timeline.State) []Target {
	for i := range s.quantities {
		q, mag := &s.quantities[i], &s.line.Story.Magnitudes[i]
		if q.place < 0 || !st.Magnitudes[i].On {
			continue
		}
		at := pixel(m, s.places[q.place].at)
		if !inside(s.mapBox, at) {
			continue
		}
		r, _ := s.radius(i, st)
		t := Target{Kind: "magnitude", ID: mag.ID, Label: s.words.Magnitudes[i].Name, Box: around(at, max(r, hitRadius))}
		for k := range mag.Values[:st.Magnitudes[i].To+1] {
			if e := mag.Values[k].Event; e != "" {
				t.Event = e
			}
		}
		dst = append(dst, t)
	}
	return dst
}

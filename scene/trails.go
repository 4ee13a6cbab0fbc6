package scene

import (
	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// trail is a route made ready to draw: the marker of what moves, and the line
// that it leaves behind.
type trail struct {
	ink   render.Ink
	kind  story.RouteKind
	runs  []run
	name  label
	sides []side // of the name, seen from the marker, by stop
	size  render.Point
	of    int     // index of the magnitude along it; −1: none
	value []label // by value of that magnitude
}

// run is a stretch of a trail that is drawn alike: in the plane, with the
// place on the axis at which each point is reached.
type run struct {
	points   []orb.Point
	x        []float64
	width    float32 // of its band, CSS pixels at full size; 0: no number is known
	measured bool    // a magnitude belongs to the route
	supposed bool
}

// Sizes of trails, CSS pixels.
const (
	trailLine   = 2.2   // of a route that has no magnitude
	trailCore   = 1.1   // in the middle of a band, so that a small number stays visible
	trailStep   = 100.0 // km between the points of a trail
	trailWidest = 0.05  // widest band, as a share of the map's shorter side
)

// newTrails lays every route out.
func (s *Scene) newTrails(size float32) {
	st := s.line.Story
	widest := float32(min(max(min(s.width, s.mapHeight)*trailWidest, 12), 30))
	s.trails = make([]trail, len(st.Routes))
	for i := range st.Routes {
		r := &st.Routes[i]
		t := &s.trails[i]
		*t = trail{ink: s.newInk(), kind: r.Kind, name: set(s.faces, s.words.Routes[i], bold, size), of: -1}
		t.size = render.Point{X: t.name.width, Y: t.name.ascent}
		for k := range st.Magnitudes {
			if st.Magnitudes[k].Route != r.ID || t.of >= 0 {
				continue
			}
			t.of = k
			for _, text := range s.words.Magnitudes[k].Values {
				lb := set(s.faces, text, regular, size-0.5)
				t.value = append(t.value, lb)
				t.size.X = max(t.size.X, lb.width)
			}
			t.size.Y += s.lineGap() + t.name.ascent
		}
		scale := float32(0)
		if t.of >= 0 {
			scale = widest / float32(s.mostOf(t.of))
		}
		s.layTrail(t, r, s.line.RouteX(i), scale)
	}
}

// newInk hands out the inks that flows have left, in turn.
func (s *Scene) newInk() render.Ink {
	used := 0
	for i := range s.flows {
		if f := &s.flows[i]; f.ink >= Flow1 && f.ink <= Flow5 {
			used = max(used, int(f.ink-Flow1)+1)
		}
	}
	ink := Flow1 + render.Ink((used+s.inked)%flowInks)
	s.inked++
	return ink
}

// layTrail cuts a route into runs: where the map ends, where the way is no
// longer recorded, and where its magnitude changes.
func (s *Scene) layTrail(t *trail, r *story.Route, x []float64, scale float32) {
	for i := 1; i < len(r.Points); i++ {
		a, b := r.Points[i-1].At, r.Points[i].At
		way := geo.GreatCircle(a, b, trailStep)
		n := len(way) - 1
		for k := range n {
			from, to := x[i-1]+(x[i]-x[i-1])*float64(k)/float64(n), x[i-1]+(x[i]-x[i-1])*float64(k+1)/float64(n)
			for _, cut := range s.changes(t.of, from, to) {
				u, v := (cut[0]-from)/(to-from), (cut[1]-from)/(to-from)
				if to == from {
					u, v = 0, 1
				}
				s.extend(t, geo.Between(way[k], way[k+1], u), geo.Between(way[k], way[k+1], v), cut[0], cut[1], scale, r.Points[i].Way == story.Supposed)
			}
		}
	}
}

// changes cuts a stretch of the axis where a magnitude begins to hold another
// value.
func (s *Scene) changes(magnitude int, from, to float64) [][2]float64 {
	if magnitude < 0 {
		return [][2]float64{{from, to}}
	}
	var out [][2]float64
	for _, x := range s.line.AlongX(magnitude) {
		if x > from && x < to {
			out = append(out, [2]float64{from, x})
			from = x
		}
	}
	return append(out, [2]float64{from, to})
}

// extend adds a step to the trail: to its last run where that is drawn alike.
// A step over the edge of the map ends there and goes on at the other side.
func (s *Scene) extend(t *trail, a, b orb.Point, from, to float64, scale float32, supposed bool) {
	next := run{measured: t.of >= 0, supposed: supposed}
	if t.of >= 0 {
		if v, known := s.line.Along(t.of, (from+to)/2); known {
			next.width = float32(v) * scale
		}
	}
	for i, piece := range geo.Line(s.pr, orb.LineString{a, b}) {
		if len(piece) < 2 {
			continue
		}
		last := len(t.runs) - 1
		fits := i == 0 && last >= 0 && t.runs[last].width == next.width && t.runs[last].supposed == supposed && t.runs[last].end() == piece[0]
		if !fits {
			t.runs = append(t.runs, run{width: next.width, measured: next.measured, supposed: supposed, points: []orb.Point{piece[0]}, x: []float64{from}})
			last++
		}
		r := &t.runs[last]
		if r.x[len(r.x)-1] < from { // it has waited here
			r.points, r.x = append(r.points, piece[0]), append(r.x, from)
		}
		for k, p := range piece[1:] {
			r.points = append(r.points, p)
			r.x = append(r.x, from+(to-from)*float64(k+1)/float64(len(piece)-1))
		}
	}
}

// solid is how much of a band's ink is there.
func (r *run) solid() float32 {
	if r.supposed {
		return 0.35
	}
	return 0.8
}

func (r *run) end() orb.Point { return r.points[len(r.points)-1] }

// drawTrails draws what lies behind everything that moves.
func (s *Scene) drawTrails(l *render.List, m geo.Matrix, st *timeline.State) {
	x := s.line.X(st.Pos)
	k := s.thin(m)
	for i := range s.trails {
		if !st.Routes[i].On {
			continue
		}
		for j := range s.trails[i].runs {
			s.drawRun(l, &s.trails[i], j, m, x, k)
		}
	}
}

// drawRun draws a run as far as an x of the axis.
func (s *Scene) drawRun(l *render.List, t *trail, j int, m geo.Matrix, x float64, k float32) {
	r := &t.runs[j]
	s.scratch = s.scratch[:0]
	for i, p := range r.points {
		if r.x[i] > x {
			if i > 0 {
				s.scratch = append(s.scratch, pixel(m, lerp(r.points[i-1], p, (x-r.x[i-1])/(r.x[i]-r.x[i-1]))))
			}
			break
		}
		s.scratch = append(s.scratch, pixel(m, p))
	}
	if len(s.scratch) < 2 {
		return
	}
	path := l.Path(false, s.scratch...)
	stroke := func(ink render.Ink, alpha, width float32, dash float32, butt bool) {
		l.Add(render.Op{Kind: render.Stroke, Paths: path, Width: width, Butt: butt, Paint: render.Paint{Ink: ink, Alpha: alpha}, Dash: [2]float32{dash, dash * 0.8}})
	}
	dash := float32(0)
	if r.supposed {
		dash = 6
	}
	switch {
	case r.measured && r.width > 0:
		before, bent := t.joint(j, m, x, k)
		after, _ := t.joint(j+1, m, x, k)
		if band := trimmed(s.scratch, before.trim, after.trim); len(band) > 1 {
			l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(false, band...), Width: r.width * k, Butt: true, Paint: render.Paint{Ink: t.ink, Alpha: r.solid()}})
		}
		if bent {
			before.draw(l)
		}
		stroke(t.ink, 1, trailCore, dash, true)
	case r.measured:
		// No number is known: a thin double line, which no width can be read from.
		stroke(t.ink, 1, 2*doubleGap+doubleLine, dash, true)
		stroke(Paper, 1, 2*doubleGap-doubleLine, dash, true)
	default:
		stroke(Paper, 0.6, trailLine+1.8, 0, true)
		stroke(t.ink, 1, scaled(trailLine, s.lines.Trail), dash, r.supposed)
	}
}

package raster

import (
	"math"

	"dateline/render"
)

// gentle is the cosine of the sharpest turn (18°) that is mitred instead of
// rounded: the tip is off a round one by less than 1.3 % of the half width.
const gentle = 0.95

// A stroker outlines lines for the pen: one contour around an open line, two
// for a closed one, run so that their winding agrees with the outer contours of
// TrueType glyphs. On the inner side of a turn the contour goes through the
// vertex itself; so it is the sum of the segments' rectangles and the joins'
// wedges, and never turns against itself.
type stroker struct {
	pen   *pen
	half  float32 // half the width, device pixels
	butt  bool
	clean []render.Point // the line without repeated points
	norm  []render.Point // left normals of its segments, as long as half
	step  float64        // angle between points of a round join
}

func (s *stroker) begin(p *pen, half float32, butt bool) {
	s.pen, s.half, s.butt = p, half, butt
	// A chord of angle φ strays from its arc by half·(1−cos(φ/2)): keep that
	// under a twentieth of a pixel.
	s.step = 2 * math.Acos(max(1-0.05/max(float64(half), 0.05), 0.5))
}

// line outlines one line.
func (s *stroker) line(points []render.Point, closed bool) {
	if !(s.half > 0) {
		return
	}
	s.prepare(points, closed)
	ps, n := s.clean, len(s.clean)
	switch {
	case n == 0:
	case n == 1:
		if !s.butt {
			s.pen.circle(ps[0], s.half, false)
		}
	case closed && n > 2:
		s.pen.move(add(ps[0], s.norm[0]))
		for i := range n {
			s.join(ps[(i+1)%n], s.norm[i], s.norm[(i+1)%n])
		}
		s.pen.close()
		s.pen.move(sub(ps[0], s.norm[0]))
		for i := n; i > 0; i-- {
			s.join(ps[i%n], neg(s.norm[i%n]), neg(s.norm[i-1]))
		}
		s.pen.close()
	default:
		last := n - 2
		s.pen.move(add(ps[0], s.norm[0]))
		for i := range last {
			s.join(ps[i+1], s.norm[i], s.norm[i+1])
		}
		s.cap(ps[n-1], s.norm[last])
		for i := last; i > 0; i-- {
			s.join(ps[i], neg(s.norm[i]), neg(s.norm[i-1]))
		}
		s.cap(ps[0], neg(s.norm[0]))
		s.pen.close()
	}
}

// prepare drops points that repeat within 1/32 pixel and finds the normals.
func (s *stroker) prepare(points []render.Point, closed bool) {
	const same = 1.0 / 32
	s.clean, s.norm = s.clean[:0], s.norm[:0]
	for i, p := range points {
		if n := len(s.clean); n > 0 {
			q := s.clean[n-1]
			if abs(p.X-q.X) < same && abs(p.Y-q.Y) < same && i < len(points)-1 {
				continue
			}
			if p == q {
				continue
			}
		}
		s.clean = append(s.clean, p)
	}
	for closed && len(s.clean) > 1 && s.clean[0] == s.clean[len(s.clean)-1] {
		s.clean = s.clean[:len(s.clean)-1]
	}
	n := len(s.clean)
	for i := range n {
		a, b := s.clean[i], s.clean[(i+1)%n]
		dx, dy := b.X-a.X, b.Y-a.Y
		k := s.half / max(hypot(dx, dy), 1e-9)
		s.norm = append(s.norm, render.Point{X: dy * k, Y: -dx * k})
	}
}

// join goes around vertex p from the offset n0 to n1.
func (s *stroker) join(p, n0, n1 render.Point) {
	h2 := s.half * s.half
	cos := (n0.X*n1.X + n0.Y*n1.Y) / h2
	cross := n0.X*n1.Y - n0.Y*n1.X
	switch {
	case cos > gentle:
		// The mitre's tip serves both sides.
		k := 1 / (1 + cos)
		s.pen.line(render.Point{X: p.X + (n0.X+n1.X)*k, Y: p.Y + (n0.Y+n1.Y)*k})
	case cross >= 0:
		// With y down and the normal on the left, a positive cross product
		// turns right: this side is the outer one. Zero is a turn right back.
		s.arc(p, n0, n1)
	default:
		s.pen.line(add(p, n0))
		s.pen.line(p)
		s.pen.line(add(p, n1))
	}
}

// cap ends a line at p, going from the left offset n to the right one.
func (s *stroker) cap(p, n render.Point) {
	if s.butt {
		s.pen.line(add(p, n))
		s.pen.line(sub(p, n))
		return
	}
	ahead := render.Point{X: -n.Y, Y: n.X}
	s.arc(p, n, ahead)
	s.arc(p, ahead, neg(n))
}

// arc goes round p from the offset n0 to n1, clockwise as seen.
func (s *stroker) arc(p, n0, n1 render.Point) {
	s.pen.line(add(p, n0))
	angle := math.Abs(math.Atan2(float64(n0.X*n1.Y-n0.Y*n1.X), float64(n0.X*n1.X+n0.Y*n1.Y)))
	if pieces := int(angle/s.step) + 1; pieces > 1 {
		sin, cos := math.Sincos(angle / float64(pieces))
		n := n0
		for range pieces - 1 {
			n = render.Point{X: n.X*float32(cos) - n.Y*float32(sin), Y: n.X*float32(sin) + n.Y*float32(cos)}
			s.pen.line(add(p, n))
		}
	}
	s.pen.line(add(p, n1))
}

func add(a, b render.Point) render.Point { return render.Point{X: a.X + b.X, Y: a.Y + b.Y} }
func sub(a, b render.Point) render.Point { return render.Point{X: a.X - b.X, Y: a.Y - b.Y} }
func neg(a render.Point) render.Point    { return render.Point{X: -a.X, Y: -a.Y} }
func abs(v float32) float32              { return max(v, -v) }

package screen

import "dateline/render"

// A liner turns lines into triangles: a quadrilateral a segment that carries
// the distance from the middle to the shader, mitred where the line bends a
// little and with a round wedge where it bends a lot. Pieces of one line do not
// overlap, so that it may be translucent; where a line crosses itself, it is
// painted twice.
type liner struct {
	b    *batch
	half float32 // half the width, device pixels
	butt bool
	line []render.Point // without points nearer than near
	dirs []render.Point // unit directions of its segments
	lens []float32
}

// near is how close, in device pixels, two points of a line may be before one
// of them is left out.
const near = 0.4

// blunt is how far, in device pixels, a mitre may stand out from the round join
// that it replaces.
const blunt = 0.1

// A section is where two pieces meet: left, right, and the middle if the edge
// between them is bent there.
type section struct {
	left, right, middle uint32
	bent                bool
}

func (s *liner) begin(b *batch, half float32, butt bool) { s.b, s.half, s.butt = b, half, butt }

// add adds a line.
func (s *liner) add(points []render.Point, closed bool) {
	if !(s.half > 0) || !s.prepare(points, closed) {
		return
	}
	n := len(s.line)
	if len(s.dirs) == 0 {
		if !s.butt {
			s.b.disc(s.line[0], s.half)
		}
		return
	}
	if closed {
		first, from := s.join(n-1, 0)
		for i := range n - 1 {
			to, next := s.join(i, i+1)
			s.piece(from, to)
			from = next
		}
		s.piece(from, first)
		return
	}
	from := s.end(s.line[0], neg(s.dirs[0]), s.lens[0], -1)
	from.left, from.right = from.right, from.left
	for i := range n - 2 {
		to, next := s.join(i, i+1)
		s.piece(from, to)
		from = next
	}
	s.piece(from, s.end(s.line[n-1], s.dirs[n-2], s.lens[n-2], 1))
}

// prepare cleans the line and measures its segments.
func (s *liner) prepare(points []render.Point, closed bool) bool {
	s.line, s.dirs, s.lens = s.line[:0], s.dirs[:0], s.lens[:0]
	for i, p := range points {
		if n := len(s.line); n > 0 && hypot(p.X-s.line[n-1].X, p.Y-s.line[n-1].Y) < near {
			if i < len(points)-1 || closed || n == 1 && p == s.line[0] {
				continue
			}
			if n > 1 {
				s.line = s.line[:n-1] // the end stays exact
			}
		}
		s.line = append(s.line, p)
	}
	n := len(s.line)
	if closed && n > 1 && hypot(s.line[0].X-s.line[n-1].X, s.line[0].Y-s.line[n-1].Y) < near {
		s.line = s.line[:n-1]
		n--
	}
	last := n - 1
	if closed && n > 2 {
		last = n
	} else if closed {
		closed = false
	}
	for i := range last {
		a, b := s.line[i], s.line[(i+1)%n]
		d := render.Point{X: b.X - a.X, Y: b.Y - a.Y}
		l := hypot(d.X, d.Y)
		s.dirs = append(s.dirs, render.Point{X: d.X / l, Y: d.Y / l})
		s.lens = append(s.lens, l)
	}
	return n > 0
}

// join makes the sections on both sides of the vertex between segments i and j.
func (s *liner) join(i, j int) (before, after section) {
	p, d0, d1 := s.line[j], s.dirs[i], s.dirs[j]
	n0, n1 := left(d0), left(d1)
	r := s.half + feather
	cos := d0.X*d1.X + d0.Y*d1.Y
	// The mitre's tip is at p + m; |m|·cos(θ/2) = 1.
	m := render.Point{X: (n0.X + n1.X) / (1 + cos), Y: (n0.Y + n1.Y) / (1 + cos)}
	if cos > 0 && s.half*(hypot(m.X, m.Y)-1) < blunt {
		t := section{left: s.edge(along(p, m, r), r), right: s.edge(along(p, m, -r), -r)}
		return t, t
	}
	side := float32(-1) // of the outer edge: +1 left
	if d0.X*d1.Y-d0.Y*d1.X > 0 {
		side = 1
	}
	middle := s.edge(p, 0)
	out0, out1 := s.edge(along(p, n0, side*r), side*r), s.edge(along(p, n1, side*r), side*r)
	before, after = section{middle: middle, bent: true}, section{middle: middle, bent: true}
	in0, in1 := uint32(0), uint32(0)
	// The inner corner lies r·tan(θ/2) back along both segments.
	if tan2 := (1 - cos) / (1 + cos); cos > -0.99 && r*r*tan2 < min(s.lens[i], s.lens[j])*min(s.lens[i], s.lens[j]) {
		in0 = s.edge(along(p, m, -side*r), -side*r)
		in1 = in0
	} else {
		in0, in1 = s.edge(along(p, n0, -side*r), -side*r), s.edge(along(p, n1, -side*r), -side*r)
	}
	if side > 0 {
		before.left, before.right, after.left, after.right = out0, in0, out1, in1
	} else {
		before.left, before.right, after.left, after.right = in0, out0, in1, out1
	}
	s.wedge(p, along(render.Point{}, n0, side), along(render.Point{}, n1, side), r, d0)
	return before, after
}

// wedge fills the outside of a turn at p from direction n0 to n1, round.
func (s *liner) wedge(p, n0, n1 render.Point, r float32, ahead render.Point) {
	half := render.Point{X: n0.X + n1.X, Y: n0.Y + n1.Y}
	if l := hypot(half.X, half.Y); l > 1e-3 {
		half = render.Point{X: half.X / l, Y: half.Y / l}
	} else {
		half = ahead // the line turns right back
	}
	c := s.b.vertex(p, 0, 0, s.half, round)
	a, b := s.spoke(p, n0, r), s.spoke(p, n1, r)
	// Two tangent corners hold the arc: one on each side of its middle.
	cos := max(n0.X*half.X+n0.Y*half.Y, 0)
	k := r / (1 + cos)
	t0 := s.spoke(p, render.Point{X: n0.X + half.X, Y: n0.Y + half.Y}, k)
	t1 := s.spoke(p, render.Point{X: half.X + n1.X, Y: half.Y + n1.Y}, k)
	s.b.triangle(c, a, t0)
	s.b.triangle(c, t0, t1)
	s.b.triangle(c, t1, b)
}

func (s *liner) spoke(p, d render.Point, r float32) uint32 {
	return s.b.vertex(along(p, d, r), d.X*r, d.Y*r, s.half, round)
}

// end makes the section at an end of the line and the cap beyond it; d points
// out of the line, whose last segment has the length given; sign is -1 at the
// line's start, where left of d is right of the line.
func (s *liner) end(p, d render.Point, length, sign float32) section {
	r, n := s.half+feather, left(d)
	if !s.butt {
		t := section{left: s.edge(along(p, n, r), sign*r), right: s.edge(along(p, n, -r), -sign*r)}
		tip := along(p, d, r)
		s.b.quad(t.left, s.b.vertex(along(tip, n, r), sign*r, r, s.half, round),
			s.b.vertex(along(tip, n, -r), -sign*r, r, s.half, round), t.right)
		return t
	}
	// The edge is smoothed from half a pixel before the end to half beyond.
	e := min(0.5, length/2)
	in, out := along(p, d, -e), along(p, d, 0.5)
	s.b.quad(
		s.b.vertex(along(in, n, r), r, -e, s.half, flat), s.b.vertex(along(out, n, r), r, 0.5, s.half, flat),
		s.b.vertex(along(out, n, -r), -r, 0.5, s.half, flat), s.b.vertex(along(in, n, -r), -r, -e, s.half, flat))
	return section{left: s.edge(along(in, n, r), sign*r), right: s.edge(along(in, n, -r), -sign*r)}
}

// edge adds a vertex that lies offset to the left of the line.
func (s *liner) edge(p render.Point, offset float32) uint32 {
	return s.b.vertex(p, offset, 0, s.half, round)
}

// piece fills between two sections.
func (s *liner) piece(from, to section) {
	s.b.quad(from.left, to.left, to.right, from.right)
	if to.bent {
		s.b.triangle(to.left, to.middle, to.right)
	}
	if from.bent {
		s.b.triangle(from.left, from.right, from.middle)
	}
}

// left is the normal to the left of a direction, y down.
func left(d render.Point) render.Point { return render.Point{X: d.Y, Y: -d.X} }

func neg(p render.Point) render.Point { return render.Point{X: -p.X, Y: -p.Y} }

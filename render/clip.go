package render

// ClipRing appends to dst the part of a closed ring that lies in r, by
// Sutherland and Hodgman's way: one side after the other. Parts that leave r
// and come back are joined along its border, so r should stand a margin
// outside of what is seen. spare is memory to work in; both are returned.
func ClipRing(dst, spare, ring []Point, r Rect) (clipped, memory []Point) {
	if r.Covers(Bounds(ring)) {
		return append(dst, ring...), spare
	}
	a := append(spare[:0], ring...)
	b := dst[len(dst):]
	for side := range 4 {
		b = b[:0]
		for i, p := range a {
			q := a[(i+len(a)-1)%len(a)]
			dp, dq := r.inside(side, p), r.inside(side, q)
			if (dp >= 0) != (dq >= 0) {
				t := dq / (dq - dp)
				b = append(b, Point{q.X + (p.X-q.X)*t, q.Y + (p.Y-q.Y)*t})
			}
			if dp >= 0 {
				b = append(b, p)
			}
		}
		a, b = b, a
	}
	return append(dst, a...), a[:0]
}

// inside is how far p lies on the inner side of one side of r.
func (r Rect) inside(side int, p Point) float32 {
	switch side {
	case 0:
		return p.X - r.Min.X
	case 1:
		return r.Max.X - p.X
	case 2:
		return p.Y - r.Min.Y
	default:
		return r.Max.Y - p.Y
	}
}

// ClipSegment cuts the segment a–b to r by Liang and Barsky's way. From and to
// are the ends of what is left, as fractions of the way from a to b.
func ClipSegment(a, b Point, r Rect) (from, to float32, ok bool) {
	from, to = 0, 1
	for side := range 4 {
		da, db := r.inside(side, a), r.inside(side, b)
		switch {
		case da < 0 && db < 0:
			return 0, 0, false
		case da < 0:
			from = max(from, da/(da-db))
		case db < 0:
			to = min(to, da/(da-db))
		}
	}
	return from, to, from <= to
}

// between is the point a fraction t of the way from a to b.
func between(a, b Point, t float32) Point {
	switch t {
	case 0:
		return a
	case 1:
		return b
	}
	return Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t}
}

package render

// Bounds is the smallest rectangle that holds all points; for none it is empty.
func Bounds(points []Point) Rect {
	if len(points) == 0 {
		return Rect{}
	}
	r := Rect{points[0], points[0]}
	for _, p := range points[1:] {
		r.Min.X, r.Min.Y = min(r.Min.X, p.X), min(r.Min.Y, p.Y)
		r.Max.X, r.Max.Y = max(r.Max.X, p.X), max(r.Max.Y, p.Y)
	}
	return r
}

// Empty reports whether r holds no area.
func (r Rect) Empty() bool { return !(r.Min.X < r.Max.X && r.Min.Y < r.Max.Y) }

// Intersect is what r and s share, or an empty rectangle.
func (r Rect) Intersect(s Rect) Rect {
	t := Rect{
		Point{max(r.Min.X, s.Min.X), max(r.Min.Y, s.Min.Y)},
		Point{min(r.Max.X, s.Max.X), min(r.Max.Y, s.Max.Y)},
	}
	if t.Empty() {
		return Rect{}
	}
	return t
}

// Union is the smallest rectangle around both; an empty one adds nothing.
func (r Rect) Union(s Rect) Rect {
	switch {
	case r == Rect{}:
		return s
	case s == Rect{}:
		return r
	}
	return Rect{
		Point{min(r.Min.X, s.Min.X), min(r.Min.Y, s.Min.Y)},
		Point{max(r.Max.X, s.Max.X), max(r.Max.Y, s.Max.Y)},
	}
}

// Grow moves every side out by d.
func (r Rect) Grow(d float32) Rect {
	return Rect{Point{r.Min.X - d, r.Min.Y - d}, Point{r.Max.X + d, r.Max.Y + d}}
}

// Times multiplies every coordinate by k.
func (r Rect) Times(k float32) Rect {
	return Rect{Point{r.Min.X * k, r.Min.Y * k}, Point{r.Max.X * k, r.Max.Y * k}}
}

// Meets reports whether r and s touch. Unlike Intersect it also counts
// rectangles without area, such as the bounds of a straight line.
func (r Rect) Meets(s Rect) bool {
	return r.Min.X <= s.Max.X && s.Min.X <= r.Max.X && r.Min.Y <= s.Max.Y && s.Min.Y <= r.Max.Y
}

// Covers reports whether s lies wholly inside r.
func (r Rect) Covers(s Rect) bool {
	return r.Min.X <= s.Min.X && s.Max.X <= r.Max.X && r.Min.Y <= s.Min.Y && s.Max.Y <= r.Max.Y
}

// Has reports whether p is inside r; the far sides are not.
func (r Rect) Has(p Point) bool {
	return r.Min.X <= p.X && p.X < r.Max.X && r.Min.Y <= p.Y && p.Y < r.Max.Y
}

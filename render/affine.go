package render

import "math"

// Scale returns the map that multiplies both axes by k.
func Scale(k float32) Affine { return Affine{A: k, E: k} }

// Translate returns the map that adds (x, y).
func Translate(x, y float32) Affine { return Affine{A: 1, C: x, E: 1, F: y} }

// Then returns the map that applies m first and n after it.
func (m Affine) Then(n Affine) Affine {
	return Affine{
		A: n.A*m.A + n.B*m.D, B: n.A*m.B + n.B*m.E, C: n.A*m.C + n.B*m.F + n.C,
		D: n.D*m.A + n.E*m.D, E: n.D*m.B + n.E*m.E, F: n.D*m.C + n.E*m.F + n.F,
	}
}

// Inverse returns the map that undoes m. A map that flattens the plane has
// none; for it, ok is false.
func (m Affine) Inverse() (inv Affine, ok bool) {
	// In float64: a flight multiplies two of these, and the offsets are large
	// beside the pixel they must hit.
	a, b, c := float64(m.A), float64(m.B), float64(m.C)
	d, e, f := float64(m.D), float64(m.E), float64(m.F)
	det := a*e - b*d
	if det == 0 || math.IsNaN(det) || math.IsInf(det, 0) {
		return Affine{}, false
	}
	return Affine{
		A: float32(e / det), B: float32(-b / det), C: float32((b*f - c*e) / det),
		D: float32(-d / det), E: float32(a / det), F: float32((c*d - a*f) / det),
	}, true
}

// Zoom is the factor by which m stretches lengths: the root of its determinant.
func (m Affine) Zoom() float32 {
	return float32(math.Sqrt(math.Abs(float64(m.A)*float64(m.E) - float64(m.B)*float64(m.D))))
}

// Bounds is the smallest upright rectangle around the image of r.
func (m Affine) Bounds(r Rect) Rect {
	a, b := m.Apply(r.Min), m.Apply(r.Max)
	c, d := m.Apply(Point{r.Max.X, r.Min.Y}), m.Apply(Point{r.Min.X, r.Max.Y})
	return Rect{
		Point{min(a.X, b.X, c.X, d.X), min(a.Y, b.Y, c.Y, d.Y)},
		Point{max(a.X, b.X, c.X, d.X), max(a.Y, b.Y, c.Y, d.Y)},
	}
}

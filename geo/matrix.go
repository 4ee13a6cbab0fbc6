package geo

import "github.com/paulmach/orb"

// Matrix takes the map's plane to CSS pixels, y down:
// x' = A x + B y + C, y' = D x + E y + F.
type Matrix struct{ A, B, C, D, E, F float64 }

// Apply maps p.
func (m Matrix) Apply(p orb.Point) orb.Point {
	return orb.Point{m.A*p[0] + m.B*p[1] + m.C, m.D*p[0] + m.E*p[1] + m.F}
}

// Invert is the way back. A matrix of no area has none; its inverse is zero.
func (m Matrix) Invert() Matrix {
	det := m.A*m.E - m.B*m.D
	if det == 0 {
		return Matrix{}
	}
	a, b, d, e := m.E/det, -m.B/det, -m.D/det, m.A/det
	return Matrix{
		A: a, B: b, C: -(a*m.C + b*m.F),
		D: d, E: e, F: -(d*m.C + e*m.F),
	}
}

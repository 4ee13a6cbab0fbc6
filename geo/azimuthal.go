package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// azimuthal is Lambert's azimuthal equal-area projection of the sphere in its
// oblique aspect: J. P. Snyder, Map Projections – A Working Manual (USGS
// Professional Paper 1395, 1987), equations 22-4, 24-2 and 20-14 to 20-18.
type azimuthal struct {
	center   orb.Point // degrees
	sin, cos float64   // of the centre's latitude
}

// LambertAzimuthal is the equal-area map around center: areas are true
// everywhere, shapes and directions near the centre. The whole globe fits in a
// disc of radius 2; the point opposite the centre is smeared over its rim.
func LambertAzimuthal(center orb.Point) Projection {
	sin, cos := math.Sincos(center[1] * degree)
	return &azimuthal{center: center, sin: sin, cos: cos}
}

func (a *azimuthal) Name() string { return "Lambert azimuthal equal-area" }

func (a *azimuthal) Forward(ll orb.Point) orb.Point {
	sinφ, cosφ := math.Sincos(ll[1] * degree)
	sinλ, cosλ := math.Sincos((ll[0] - a.center[0]) * degree)
	x := cosφ * sinλ
	y := a.cos*sinφ - a.sin*cosφ*cosλ
	z := a.sin*sinφ + a.cos*cosφ*cosλ // cosine of the distance from the centre
	if z < 0 {
		// Beyond the horizon 1+z loses its digits, so that k comes from x and y:
		// (1+z)(1−z) = x² + y².
		r2 := x*x + y*y
		if r2 == 0 {
			return orb.Point{0, -2}
		}
		k := math.Sqrt(2 * (1 - z) / r2)
		return orb.Point{k * x, k * y}
	}
	k := math.Sqrt(2 / (1 + z))
	return orb.Point{k * x, k * y}
}

func (a *azimuthal) Reverse(p orb.Point) (orb.Point, bool) {
	r2 := p[0]*p[0] + p[1]*p[1]
	if !(r2 <= 4*(1+1e-12)) { // the rim itself is rounded
		return orb.Point{}, false
	}
	r2 = math.Min(r2, 4)
	// With ρ = 2 sin(c/2): sin c = ρ √(1 − ρ²/4), cos c = 1 − ρ²/2. The unit
	// vector is turned back without ever dividing by ρ.
	k := math.Sqrt(1 - r2/4)
	x, y, z := p[0]*k, p[1]*k, 1-r2/2
	sinφ := y*a.cos + z*a.sin
	forward := z*a.cos - y*a.sin
	lat := math.Atan2(sinφ, math.Hypot(x, forward))
	lon := a.center[0] + math.Atan2(x, forward)/degree
	return orb.Point{wrapLon(lon), lat / degree}, true
}

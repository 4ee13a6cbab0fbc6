package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// vector is a point of the unit sphere: x towards 0° N 0° E, z towards the
// north pole. Sums and turns are easy here and have no seam at 180°.
type vector struct{ x, y, z float64 }

func toVector(ll orb.Point) vector {
	sinφ, cosφ := math.Sincos(ll[1] * degree)
	sinλ, cosλ := math.Sincos(ll[0] * degree)
	return vector{cosφ * cosλ, cosφ * sinλ, sinφ}
}

func (v vector) lonLat() orb.Point {
	return orb.Point{math.Atan2(v.y, v.x) / degree, math.Atan2(v.z, math.Hypot(v.x, v.y)) / degree}
}

func (v vector) plus(w vector, k float64) vector {
	return vector{v.x + k*w.x, v.y + k*w.y, v.z + k*w.z}
}

func (v vector) times(k float64) vector { return vector{k * v.x, k * v.y, k * v.z} }

func (v vector) dot(w vector) float64 { return v.x*w.x + v.y*w.y + v.z*w.z }

func (v vector) cross(w vector) vector {
	return vector{v.y*w.z - v.z*w.y, v.z*w.x - v.x*w.z, v.x*w.y - v.y*w.x}
}

func (v vector) length() float64 { return math.Sqrt(v.dot(v)) }

// angle is the angle between v and w in radians, exact for small and for large
// angles alike.
func (v vector) angle(w vector) float64 { return math.Atan2(v.cross(w).length(), v.dot(w)) }

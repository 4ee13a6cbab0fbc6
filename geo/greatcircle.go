package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Distance is the great-circle distance between a and b, in km.
func Distance(a, b orb.Point) float64 {
	return EarthRadiusKm * toVector(a).angle(toVector(b))
}

// GreatCircle is the shortest way from a to b over the sphere, in equal steps
// of at most maxKm; it begins with a and ends with b. Longitudes are within
// [−180, 180], so that a way over the antimeridian jumps there: ProjectLine
// cuts it where the map is cut. Between points opposite each other every way
// is equally short; it goes over the north pole, or, from a pole, along the
// meridian of 0°.
func GreatCircle(a, b orb.Point, maxKm float64) orb.LineString {
	way := newArc(a, b)
	n := 1
	if maxKm > 0 {
		n = max(1, int(math.Min(math.Ceil(way.angle*EarthRadiusKm/maxKm-1e-9), 1e5)))
	}
	line := make(orb.LineString, 0, n+1)
	line = append(line, orb.Point{wrapLon(a[0]), a[1]})
	if way.angle > 0 {
		for i := 1; i < n; i++ {
			line = append(line, way.at(float64(i)/float64(n)))
		}
	}
	return append(line, orb.Point{wrapLon(b[0]), b[1]})
}

// Between is the point on the great circle from a to b that lies a share t of
// the way from a, 0…1.
func Between(a, b orb.Point, t float64) orb.Point {
	switch {
	case t <= 0:
		return a
	case t >= 1:
		return b
	}
	return newArc(a, b).at(t)
}

// arc is a stretch of a great circle.
type arc struct {
	from, ahead vector // unit vectors at right angles; ahead lies on the side of the end
	angle       float64
}

func newArc(a, b orb.Point) arc {
	from, to := toVector(a), toVector(b)
	ahead := to.plus(from, -from.dot(to))
	if from.plus(to, 1).length() < 1e-9 {
		pole := vector{0, 0, 1}
		if math.Abs(from.z) > 1-1e-12 {
			pole = vector{1, 0, 0}
		}
		ahead = pole.plus(from, -from.dot(pole))
	}
	l := ahead.length()
	if l == 0 {
		return arc{from, vector{}, 0}
	}
	return arc{from, ahead.times(1 / l), from.angle(to)}
}

func (w arc) at(t float64) orb.Point {
	sin, cos := math.Sincos(w.angle * t)
	return w.from.times(cos).plus(w.ahead, sin).lonLat()
}

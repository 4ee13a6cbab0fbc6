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
	from, to := toVector(a), toVector(b)
	total := from.angle(to)
	n := 1
	if maxKm > 0 {
		n = max(1, int(math.Min(math.Ceil(total*EarthRadiusKm/maxKm-1e-9), 1e5)))
	}
	// ahead is the unit vector at right angles to from, on the side of to.
	ahead := to.plus(from, -from.dot(to))
	if from.plus(to, 1).length() < 1e-9 {
		pole := vector{0, 0, 1}
		if math.Abs(from.z) > 1-1e-12 {
			pole = vector{1, 0, 0}
		}
		ahead = pole.plus(from, -from.dot(pole))
	}
	line := make(orb.LineString, 0, n+1)
	line = append(line, orb.Point{wrapLon(a[0]), a[1]})
	if l := ahead.length(); l > 0 {
		ahead = ahead.times(1 / l)
		for i := 1; i < n; i++ {
			sin, cos := math.Sincos(total * float64(i) / float64(n))
			line = append(line, from.times(cos).plus(ahead, sin).lonLat())
		}
	}
	return append(line, orb.Point{wrapLon(b[0]), b[1]})
}

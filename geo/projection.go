// Package geo is where things are: projections, great circles, the camera that
// looks at a projected map, and the basemap that it looks at.
//
// Two planes meet here. On the globe a point is longitude and latitude in
// degrees; on the map it is x to the right and y up, in Earth radii. A View and
// its Matrix lead on from the map to CSS pixels. Nothing in this package knows
// of stories or of drawing, and nothing in it changes after it is made.
package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Projection flattens the globe. It is a value without state: the same point
// always goes to the same place.
type Projection interface {
	// Name is the projection's name in English, for a colophon.
	Name() string
	// Forward takes longitude and latitude in degrees to the plane, in Earth
	// radii, x right and y up.
	Forward(ll orb.Point) orb.Point
	// Reverse is Forward's inverse; ok is false outside the map.
	Reverse(p orb.Point) (ll orb.Point, ok bool)
}

// EarthRadiusKm is the mean radius of the Earth (IUGG, R₁ of GRS 80).
const EarthRadiusKm = 6371.0088

const (
	degree = math.Pi / 180 // radians in a degree
	turn   = 2 * math.Pi   // radians in a full turn
)

// North is the direction of north at ll on the map: radians counter-clockwise
// from the plane's +y. Turning the map by −North puts north up there.
func North(pr Projection, ll orb.Point) float64 {
	const step = 1e-3 // degrees, about 110 m
	south, north := ll, ll
	south[1] = math.Max(ll[1]-step, -90)
	north[1] = math.Min(ll[1]+step, 90)
	a, b := pr.Forward(south), pr.Forward(north)
	return math.Atan2(a[0]-b[0], b[1]-a[1])
}

// wrapLon brings a longitude in degrees into [−180, 180). Longitudes that are
// within it already keep every bit, +180 too.
func wrapLon(lon float64) float64 {
	if lon >= -180 && lon <= 180 {
		return lon
	}
	lon = math.Mod(lon+180, 360)
	if lon < 0 {
		lon += 360
	}
	return lon - 180
}

// wrapAngle brings an angle in radians into [−π, π].
func wrapAngle(a float64) float64 { return math.Remainder(a, turn) }

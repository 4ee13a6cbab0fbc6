package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// A square with a hole has the area of both, whichever way its outlines run and
// wherever it lies, over the antimeridian and over the map's cut too.
func TestRings(t *testing.T) {
	square := func(lon, lat, half float64) orb.Ring {
		at := func(x, y float64) orb.Point { return orb.Point{wrapLon(lon + x*half), lat + y*half} }
		return orb.Ring{at(-1, -1), at(1, -1), at(1, 1), at(-1, 1), at(-1, -1)}
	}
	band := func(lat, half float64) float64 { // of the sphere, in square Earth radii
		return (math.Sin((lat+half)*degree) - math.Sin((lat-half)*degree)) * 2 * half * degree
	}
	for _, center := range []orb.Point{{0, 0}, {10, 50}, {180, -20}, {-150, 30}} {
		for _, pr := range []Projection{LambertAzimuthal(center), EqualEarth(0), EqualEarth(150)} {
			for _, turned := range []bool{false, true} {
				outer, inner := square(center[0], center[1], 8), square(center[0], center[1], 3)
				if turned {
					outer.Reverse()
				}
				var got float64
				for _, r := range Rings(pr, []orb.Ring{outer, inner}) {
					got += planar.Area(r)
				}
				if want := band(center[1], 8) - band(center[1], 3); math.Abs(got-want) > want*1e-3 {
					t.Errorf("%v, %s, turned %t: area %g, want %g", center, pr.Name(), turned, got, want)
				}
			}
		}
	}
}

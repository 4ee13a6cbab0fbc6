package geo

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// regional is the largest radius, in degrees, of a cap that the azimuthal map
// still shows well: at its edge shapes are stretched by 1 : 1.4.
const regional = 65

// Choose picks the projection for a map of these points. What fits in a cap of
// 65° around its middle (a region, a continent, an ocean) is shown by Lambert's
// azimuthal map of that cap, anything wider by Equal Earth, cut where the
// points leave the widest gap of longitude. Both are rounded to whole degrees.
func Choose(points []orb.Point) Projection {
	if len(points) == 0 {
		return EqualEarth(0)
	}
	center, radius := enclosingCap(points)
	if radius/degree <= regional {
		return LambertAzimuthal(orb.Point{math.Round(center[0]), math.Round(center[1])})
	}
	west, width := widestGap(points)
	return EqualEarth(math.Round(wrapLon(cutWithin(west, width) + 180)))
}

// enclosingCap is about the smallest cap that holds all points: centre in
// degrees, radius in radians. It steps towards the farthest point by ever
// smaller steps: M. Bădoiu and K. Clarkson, "Smaller core-sets for balls"
// (2003).
func enclosingCap(points []orb.Point) (center orb.Point, radius float64) {
	vs := make([]vector, len(points))
	var c vector
	for i, p := range points {
		vs[i] = toVector(p)
		c = c.plus(vs[i], 1)
	}
	if c.length() < 1e-9 {
		c = vs[0]
	}
	farthest := func() vector {
		return slices.MinFunc(vs, func(a, b vector) int {
			switch da, db := a.dot(c), b.dot(c); {
			case da < db:
				return -1
			case da > db:
				return 1
			}
			return 0
		})
	}
	c = c.times(1 / c.length())
	for i := range 2000 {
		far := farthest()
		next := c.plus(far.plus(c, -1), 1/float64(i+2))
		if l := next.length(); l > 1e-9 {
			c = next.times(1 / l)
		}
	}
	return c.lonLat(), c.angle(farthest())
}

// widestGap is the widest stretch of longitude without a point: its western end
// and its width, both in degrees.
func widestGap(points []orb.Point) (west, width float64) {
	lons := make([]float64, len(points))
	for i, p := range points {
		lons[i] = wrapLon(p[0])
	}
	slices.Sort(lons)
	for i, lon := range lons {
		next := lons[0] + 360
		if i+1 < len(lons) {
			next = lons[i+1]
		}
		if next-lon > width {
			west, width = lon, next-lon
		}
	}
	return west, width
}

// cutWithin is the meridian in the gap along which to cut the world. Two of
// them cross hardly any land, 169° W through the Bering Strait and 30° W in the
// Atlantic; either is taken when it stands ten degrees clear of the gap's ends.
func cutWithin(west, width float64) float64 {
	for _, sea := range []float64{-169, -30} {
		off := math.Mod(sea-west+720, 360)
		if off >= 10 && off <= width-10 {
			return sea
		}
	}
	return west + width/2
}

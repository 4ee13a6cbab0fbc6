package geo

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Reach is the part of the globe that a frame of w × h px can show: longitudes
// and latitudes in degrees, with a little margin. Min longitude > Max longitude
// means across the antimeridian. A pole in the frame widens it to all
// longitudes, as does the edge of the world.
func Reach(pr Projection, v View, w, h float64) orb.Bound {
	const steps = 48 // samples along each side
	m := v.Matrix(w, h)
	back := m.Invert()
	var lons []float64
	south, north := 90.0, -90.0
	whole := false
	for i := range steps + 1 {
		for j := range steps + 1 {
			p := back.Apply(orb.Point{w * float64(i) / steps, h * float64(j) / steps})
			ll, ok := pr.Reverse(p)
			if !ok {
				whole = true
				continue
			}
			lons = append(lons, ll[0])
			south, north = math.Min(south, ll[1]), math.Max(north, ll[1])
		}
	}
	if len(lons) == 0 { // beside the map: a frame far smaller than the world may still touch it
		return orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	}
	for _, pole := range []float64{-90, 90} {
		p := m.Apply(pr.Forward(orb.Point{0, pole}))
		margin := math.Max(w, h) / steps
		if p[0] > -margin && p[0] < w+margin && p[1] > -margin && p[1] < h+margin {
			south, north = math.Min(south, pole), math.Max(north, pole)
			whole = true
		}
	}
	margin := math.Max((north-south)/steps, 0.05)
	b := orb.Bound{
		Min: orb.Point{-180, math.Max(south-margin, -90)},
		Max: orb.Point{180, math.Min(north+margin, 90)},
	}
	if whole {
		return b
	}
	west, width := lonSpan(lons)
	margin = math.Max(width/steps, 0.05)
	if width+2*margin < 350 {
		b.Min[0], b.Max[0] = wrapLon(west-margin), wrapLon(west+width+margin)
	}
	return b
}

// lonSpan is the shortest stretch of longitude that holds all of lons: its
// western end and its width, in degrees.
func lonSpan(lons []float64) (west, width float64) {
	slices.Sort(lons)
	gap := lons[0] + 360 - lons[len(lons)-1]
	west = lons[0]
	for i := 1; i < len(lons); i++ {
		if d := lons[i] - lons[i-1]; d > gap {
			gap, west = d, lons[i]
		}
	}
	return west, 360 - gap
}

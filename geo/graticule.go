package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Graticule draws the meridians and parallels at every multiple of step, a
// divisor of 90, in degrees, as far as a bound and a little beyond. Meridians end
// at the last parallel before a pole.
func Graticule(pr Projection, step float64, within orb.Bound) []orb.LineString {
	const stride = 2.0 // degrees between points; lines are bent finer where need be
	var all []orb.LineString
	var line orb.LineString // of points within the bound
	end := func() {
		if len(line) > 1 {
			all = append(all, Line(pr, line)...)
		}
		line = line[:0]
	}
	add := func(lon, lat float64) {
		if near(within, lon, lat, stride) {
			line = append(line, orb.Point{lon, lat})
		} else {
			end()
		}
	}
	top := 90 - step
	for lon := -180.0; lon < 180; lon += step {
		for lat := -top; lat < top; lat += stride {
			add(lon, lat)
		}
		add(lon, top)
		end()
	}
	for lat := -top; lat <= top; lat += step {
		for lon := -180.0; lon <= 180; lon += stride {
			add(lon, lat)
		}
		end()
	}
	return all
}

// near tells whether a point lies in a bound, or no farther than some degrees of
// longitude and of latitude from it.
func near(b orb.Bound, lon, lat, off float64) bool {
	if lat < b.Min[1]-off || lat > b.Max[1]+off {
		return false
	}
	width := b.Max[0] - b.Min[0]
	if width < 0 { // across the antimeridian
		width += 360
	}
	return math.Mod(lon-b.Min[0]+off+720, 360) <= width+2*off
}

// Edge is the outline of a map of the whole world; a map that is not cut has
// none.
func Edge(pr Projection) []orb.Ring {
	e, ok := pr.(*equalEarth)
	if !ok {
		return nil
	}
	s := &strip{e, fine}
	return []orb.Ring{s.project(s.closed(nil))}
}

package geo

import "github.com/paulmach/orb"

// Graticule draws the meridians and parallels at every multiple of step, a
// divisor of 90, in degrees. Meridians end at the last parallel before a pole.
func Graticule(pr Projection, step float64) []orb.LineString {
	const stride = 2.0 // degrees between points; lines are bent finer where need be
	var all []orb.LineString
	top := 90 - step
	for lon := -180.0; lon < 180; lon += step {
		var line orb.LineString
		for lat := -top; lat < top; lat += stride {
			line = append(line, orb.Point{lon, lat})
		}
		all = append(all, Line(pr, append(line, orb.Point{lon, top}))...)
	}
	for lat := -top; lat <= top; lat += step {
		var line orb.LineString
		for lon := -180.0; lon <= 180; lon += stride {
			line = append(line, orb.Point{lon, lat})
		}
		all = append(all, Line(pr, line)...)
	}
	return all
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

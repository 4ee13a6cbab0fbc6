package geo

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Rings draws a shape of closed outlines in longitudes and latitudes, straight
// in degrees between their points, cut where the map ends. Whichever way an
// outline runs, one that lies within another is a hole, and one within a hole
// is filled again. No outline may go round a pole.
func Rings(pr Projection, shape []orb.Ring) []orb.Ring {
	rings := make([]orb.Ring, 0, len(shape))
	for _, r := range shape {
		if len(r) > 3 {
			rings = append(rings, unwrapped(r))
		}
	}
	outlines := make([]outline, len(rings))
	for i, r := range rings {
		want := orb.CCW
		for k, other := range rings {
			if k != i && planar.RingContains(other, onTurnOf(other, r[0])) {
				want = -want
			}
		}
		points := slices.Clone(r[:len(r)-1])
		if r.Orientation() != want {
			slices.Reverse(points)
		}
		outlines[i] = outline{points: points}
	}
	return sheetFor(pr, fine).rings(outlines)
}

// unwrapped is a ring whose longitudes never jump: over the antimeridian they
// go on beyond 180.
func unwrapped(r orb.Ring) orb.Ring {
	out := slices.Clone(r)
	for i := 1; i < len(out); i++ {
		out[i][0] = out[i-1][0] + wrapLon(out[i][0]-out[i-1][0])
	}
	return out
}

// onTurnOf is a point with its longitude on the turn on which a ring lies.
func onTurnOf(r orb.Ring, p orb.Point) orb.Point {
	middle := r.Bound().Center()
	return orb.Point{middle[0] + wrapLon(p[0]-middle[0]), p[1]}
}

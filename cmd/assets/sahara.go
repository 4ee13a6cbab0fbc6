package main

import (
	"fmt"
	"slices"
)

// sahara are the ends of Morocco's border with Western Sahara, near 27°40′ N:
// at the ocean and where both meet Algeria.
var sahara = [2][2]float64{{-13.17, 27.667}, {-8.68, 27.664}}

// moveSahara gives Western Sahara all of its territory (UN list of
// Non-Self-Governing Territories), as the coarser levels have it: the
// 1 : 10 million data draws the line that troops hold, and Morocco to the west of
// it.
func moveSahara(shapes []shape, g grid) error {
	index := func(name string) int {
		return slices.IndexFunc(shapes, func(s shape) bool { return s.name == name })
	}
	morocco, west := index("Morocco"), index("W. Sahara")
	if morocco < 0 || west < 0 {
		return fmt.Errorf("Morocco or W. Sahara is missing")
	}
	for i, polygon := range shapes[morocco].polygons {
		r := polygon[0]
		var at [2]int
		for k, end := range sahara {
			at[k] = slices.Index(r, g.nearestOf(r, end))
			if lon, lat := g.degrees(r[at[k]]); abs(lon-end[0]) > 0.05 || abs(lat-end[1]) > 0.05 {
				at[k] = -1
			}
		}
		if at[0] < 0 || at[1] < 0 {
			continue
		}
		one, other := split(r, at[0], at[1])
		if south(one, g) > south(other, g) {
			one, other = other, one
		}
		shapes[morocco].polygons[i] = append([]ring{other}, polygon[1:]...)
		shapes[west].polygons = append(shapes[west].polygons, []ring{one})
		return nil
	}
	return fmt.Errorf("the outline of Morocco does not reach %v: the source has changed", sahara)
}

// split cuts a ring in two along the way between two of its spots.
func split(r ring, i, j int) (one, other ring) {
	i, j = min(i, j), max(i, j)
	return slices.Clone(r[i : j+1]), slices.Concat(r[j:], r[:i+1])
}

// south is the southernmost latitude of a ring.
func south(r ring, g grid) float64 {
	least := 90.0
	for _, s := range r {
		_, lat := g.degrees(s)
		least = min(least, lat)
	}
	return least
}

// nearestOf is the spot of a ring nearest to a place, in degrees.
func (g grid) nearestOf(r ring, to [2]float64) spot {
	return slices.MinFunc(r, func(a, b spot) int {
		away := func(s spot) float64 {
			lon, lat := g.degrees(s)
			return (lon-to[0])*(lon-to[0]) + (lat-to[1])*(lat-to[1])
		}
		switch da, db := away(a), away(b); {
		case da < db:
			return -1
		case da > db:
			return 1
		}
		return 0
	})
}

func abs(x float64) float64 { return max(x, -x) }

package exchange

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// polygons is a shape as GeoJSON has it: a ring within another is a hole in it,
// one within a hole is land again; outer rings run anticlockwise and holes
// clockwise (RFC 7946, section 3.1.6).
func polygons(shape []orb.Ring) any {
	var outer []list
	holder := map[int]int{} // an outer ring: its polygon
	depth := make([]int, len(shape))
	for i := range shape {
		depth[i] = len(holders(shape, i))
		if depth[i]%2 == 0 {
			holder[i] = len(outer)
			outer = append(outer, list{turned(shape[i], orb.CCW)})
		}
	}
	for i := range shape {
		if depth[i]%2 == 0 {
			continue
		}
		around := slices.IndexFunc(holders(shape, i), func(k int) bool { return depth[k] == depth[i]-1 })
		if around < 0 { // outlines that cross each other: no hole of any
			outer = append(outer, list{turned(shape[i], orb.CCW)})
			continue
		}
		k := holder[holders(shape, i)[around]]
		outer[k] = append(outer[k], turned(shape[i], orb.CW))
	}
	switch len(outer) {
	case 0:
		return nothing
	case 1:
		return geometry("Polygon", outer[0])
	}
	return geometry("MultiPolygon", many(outer, func(p *list) any { return *p }))
}

// holders lists the rings that ring i lies in.
func holders(shape []orb.Ring, i int) []int {
	var in []int
	for k, r := range shape {
		if k != i && within(shape[i], r) {
			in = append(in, k)
		}
	}
	return in
}

// within reports whether all of a ring lies in another that is larger.
func within(r, outer orb.Ring) bool {
	for _, p := range r {
		if !planar.RingContains(outer, p) {
			return false
		}
	}
	return !slices.Equal(r, outer)
}

func turned(r orb.Ring, way orb.Orientation) any {
	if o := r.Orientation(); o != way && o != 0 {
		r = slices.Clone(r)
		slices.Reverse(r)
	}
	return many(r, func(p *orb.Point) any { return pair(*p) })
}

package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

// Every line of a graticule is a meridian or a parallel, and none of a cut map
// runs from one of its edges to the other.
func TestGraticule(t *testing.T) {
	const inner = 1 - 1e-8 // a cut lies a centimetre to the east of its meridian
	for _, pr := range []Projection{EqualEarth(0), EqualEarth(37), LambertAzimuthal(orb.Point{-25, 52})} {
		lines := Graticule(pr, 30)
		if len(lines) < 12+5 {
			t.Fatalf("%s: %d lines", pr.Name(), len(lines))
		}
		for _, l := range lines {
			alongLon, alongLat := true, true
			first, _ := pr.Reverse(orb.Point{l[0][0] * inner, l[0][1]})
			for i, p := range l {
				ll, ok := pr.Reverse(orb.Point{p[0] * inner, p[1]})
				if !ok {
					t.Fatalf("%s: %v is off the map", pr.Name(), p)
				}
				off := math.Abs(math.Remainder(ll[0], 30))
				alongLon = alongLon && off < 1e-3
				alongLat = alongLat && math.Abs(ll[1]-first[1]) < 1e-3
				if i > 0 && math.Hypot(p[0]-l[i-1][0], p[1]-l[i-1][1]) > 0.3 {
					t.Fatalf("%s: a line jumps at %v", pr.Name(), p)
				}
			}
			if !alongLon && !alongLat {
				t.Errorf("%s: a line from %v is no meridian and no parallel", pr.Name(), first)
			}
		}
	}
}

func TestEdge(t *testing.T) {
	if Edge(LambertAzimuthal(orb.Point{0, 50})) != nil {
		t.Error("a map that is not cut has an edge")
	}
	pr := EqualEarth(37)
	rings := Edge(pr)
	if len(rings) != 1 || rings[0][0] != rings[0][len(rings[0])-1] {
		t.Fatalf("%d rings, or an open one", len(rings))
	}
	for _, ll := range []orb.Point{{0, 0}, {-142, 10}, {-144, 80}, {179, -60}, {37, 89}} {
		if winding(rings, pr.Forward(ll)) != 1 {
			t.Errorf("%v lies outside of the world", ll)
		}
	}
}

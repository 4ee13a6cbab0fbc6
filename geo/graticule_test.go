package geo

import (
	"maps"
	"math"
	"testing"

	"github.com/paulmach/orb"
)

var earth = orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}

// Within its bound, a graticule has the points that the whole one has.
func TestGraticuleWithin(t *testing.T) {
	for _, pr := range []Projection{EqualEarth(37), LambertAzimuthal(orb.Point{-25, 52})} {
		for _, b := range []orb.Bound{
			{Min: orb.Point{-80, 20}, Max: orb.Point{41, 70}},
			{Min: orb.Point{170, -30}, Max: orb.Point{-150, 12}}, // across the antimeridian
			{Min: orb.Point{-180, -90}, Max: orb.Point{180, -60}},
		} {
			inside := func(lines []orb.LineString) (points map[orb.Point]bool, all int) {
				points = map[orb.Point]bool{}
				for _, l := range lines {
					for _, p := range l {
						all++
						if ll, ok := pr.Reverse(p); ok && near(b, ll[0], ll[1], 0) {
							points[p] = true
						}
					}
				}
				return points, all
			}
			want, whole := inside(Graticule(pr, 10, earth))
			got, part := inside(Graticule(pr, 10, b))
			if !maps.Equal(got, want) || len(want) < 50 {
				t.Errorf("%s, %v: %d points, want %d", pr.Name(), b, len(got), len(want))
			}
			if part > whole*2/3 {
				t.Errorf("%s, %v: %d points of %d are drawn", pr.Name(), b, part, whole)
			}
		}
	}
}

// Every line of a graticule is a meridian or a parallel, and none of a cut map
// runs from one of its edges to the other.
func TestGraticule(t *testing.T) {
	const inner = 1 - 1e-8 // a cut lies a centimetre to the east of its meridian
	for _, pr := range []Projection{EqualEarth(0), EqualEarth(37), LambertAzimuthal(orb.Point{-25, 52})} {
		lines := Graticule(pr, 30, earth)
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

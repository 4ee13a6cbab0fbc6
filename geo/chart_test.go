package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// winding is how often the rings go round p, counter-clockwise.
func winding(rings []orb.Ring, p orb.Point) int {
	n := 0
	for _, r := range rings {
		for i := 1; i < len(r); i++ {
			a, b := r[i-1], r[i]
			side := (b[0]-a[0])*(p[1]-a[1]) - (p[0]-a[0])*(b[1]-a[1])
			switch {
			case a[1] <= p[1] && b[1] > p[1] && side > 0:
				n++
			case a[1] > p[1] && b[1] <= p[1] && side < 0:
				n--
			}
		}
	}
	return n
}

// nearest is the distance of p from the nearest of the lines, in Earth radii.
func nearest(lines []orb.Ring, p orb.Point) float64 {
	best := math.Inf(1)
	for _, l := range lines {
		for i := 1; i < len(l); i++ {
			a, d := l[i-1], orb.Point{l[i][0] - l[i-1][0], l[i][1] - l[i-1][1]}
			t := ((p[0]-a[0])*d[0] + (p[1]-a[1])*d[1]) / math.Max(d[0]*d[0]+d[1]*d[1], 1e-30)
			t = math.Max(0, math.Min(1, t))
			best = math.Min(best, math.Hypot(a[0]+t*d[0]-p[0], a[1]+t*d[1]-p[1]))
		}
	}
	return best
}

// Land is filled where there is land, whatever the piece and the projection.
func TestChartLand(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 5))
	b := open(t)
	all := append(projections[:len(projections):len(projections)],
		LambertAzimuthal(orb.Point{-25, 85}), LambertAzimuthal(orb.Point{100, -75}),
		LambertAzimuthal(orb.Point{120, 0}), EqualEarth(37.5), EqualEarth(-10.123))
	for level := range 2 {
		for _, bound := range bounds {
			piece, err := b.Cut(bound, level)
			if err != nil {
				t.Fatal(err)
			}
			width := bound.Max[0] - bound.Min[0]
			if width < 0 {
				width += 360
			}
			for i, pr := range all {
				if level == 1 && i%3 != 0 {
					continue
				}
				chart := piece.Project(pr)
				for _, r := range append(chart.Land, chart.Lakes...) {
					if len(r) < 4 || r[0] != r[len(r)-1] {
						t.Fatalf("%s, %v: a ring of %d points is not closed", pr.Name(), bound, len(r))
					}
					for k := 1; k < len(r); k++ {
						if r[k] == r[k-1] {
							t.Fatalf("%s, %v: a point follows itself", pr.Name(), bound)
						}
					}
				}
				for range 60 {
					ll := orb.Point{
						wrapLon(bound.Min[0] + random.Float64()*width),
						bound.Min[1] + random.Float64()*(bound.Max[1]-bound.Min[1]),
					}
					if a, ok := pr.(*azimuthal); ok && Distance(a.center, ll) > 149.5*degree*EarthRadiusKm {
						continue
					}
					p := pr.Forward(ll)
					n := winding(chart.Land, p)
					if n != 0 && n != 1 && nearest(chart.Land, p) > 5e-4 {
						t.Errorf("seed %d: level %d, %v, %d %s: land goes %d times round %v", seed, level, bound, i, pr.Name(), n, ll)
					}
					if got := n != 0; got != piece.OnLand(ll) && nearest(chart.Land, p) > 5e-4 {
						t.Errorf("seed %d: level %d, %v, %d %s: land at %v: %t", seed, level, bound, i, pr.Name(), ll, got)
					}
				}
			}
		}
	}
}

// Coasts and borders are lines of the world: none runs along a cut, along 180°
// or along the edge of the map.
func TestChartLines(t *testing.T) {
	b := open(t)
	for level := range b.Levels() {
		world, _ := b.World(level)
		for i, a := range world.Arcs {
			for k := 1; k < len(a); k++ {
				p, q := world.degrees(a[k-1]), world.degrees(a[k])
				if math.Abs(p[0]) == 180 && q[0] == p[0] && math.Abs(p[1]-q[1]) > 0.3 {
					t.Errorf("level %d: arc %d runs along 180° from %.2f to %.2f", level, i, p[1], q[1])
				}
				if p[1] < -89.5 && q[1] < -89.5 {
					t.Errorf("level %d: arc %d runs along the south pole", level, i)
				}
			}
		}
		bound := orb.Bound{Min: orb.Point{-100, 15}, Max: orb.Point{60, 75}}
		piece, err := b.Cut(bound, level)
		if err != nil {
			t.Fatal(err)
		}
		pr := LambertAzimuthal(orb.Point{-25, 52})
		chart := piece.Project(pr)
		for _, l := range append(chart.Coast, chart.Borders...) {
			inside := 0
			for _, p := range l {
				ll, ok := pr.Reverse(p)
				if !ok {
					t.Fatalf("%v is off the map", p)
				}
				if ll[0] > bound.Min[0] && ll[0] < bound.Max[0] && ll[1] > bound.Min[1] && ll[1] < bound.Max[1] {
					inside++
				}
			}
			if len(l) > 4 && inside < len(l)/2 {
				t.Errorf("level %d: a line of %d points lies outside the bound", level, len(l))
			}
		}
	}
}

// A country's shape is filled where the country is.
func TestShape(t *testing.T) {
	p, err := open(t).Cut(orb.Bound{Min: orb.Point{-100, 15}, Max: orb.Point{60, 75}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	pr := LambertAzimuthal(orb.Point{-25, 52})
	for _, c := range p.Countries {
		rings := p.Shape(pr, c)
		for _, place := range countries {
			if got := winding(rings, pr.Forward(place.at)) != 0; got != (c.Code == place.code && c.Code != "") && p.covers(place.at) && place.code != "" {
				t.Errorf("%s in %s: %t", place.name, c.Name, got)
			}
		}
	}
}

package geo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

var projections = []Projection{
	LambertAzimuthal(orb.Point{-25, 52}),
	LambertAzimuthal(orb.Point{0, 90}),
	LambertAzimuthal(orb.Point{30, -90}),
	LambertAzimuthal(orb.Point{180, 0}),
	LambertAzimuthal(orb.Point{-170, -10}),
	EqualEarth(0),
	EqualEarth(11),
	EqualEarth(-150),
	EqualEarth(180),
}

// There and back again, everywhere, within a metre.
func TestRoundTrip(t *testing.T) {
	for i, pr := range projections {
		worst, at := 0.0, orb.Point{}
		for lat := -90.0; lat <= 90; lat += 1.5 {
			for lon := -180.0; lon <= 180; lon += 2.5 {
				ll := orb.Point{lon, lat}
				back, ok := pr.Reverse(pr.Forward(ll))
				if !ok {
					t.Errorf("%d %s: %v goes off the map", i, pr.Name(), ll)
					continue
				}
				if off := Distance(ll, back) * 1000; off > worst {
					worst, at = off, ll
				}
			}
		}
		if !(worst < 1) {
			t.Errorf("%d %s: off by %.3f m at %v", i, pr.Name(), worst, at)
		}
	}
}

func TestReverseOffTheMap(t *testing.T) {
	for _, pr := range projections {
		for _, p := range []orb.Point{{3, 0}, {0, 3}, {-2.8, 1.2}, {math.NaN(), 0}, {0, math.Inf(1)}} {
			if ll, ok := pr.Reverse(p); ok {
				t.Errorf("%s: %v is said to be at %v", pr.Name(), p, ll)
			}
		}
	}
}

// Small squares keep their area, wherever they lie.
func TestEqualArea(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 1))
	for i, pr := range projections {
		for range 400 {
			const half = 0.005 // degrees
			lon, lat := random.Float64()*340-170, random.Float64()*160-80
			corners := [4]orb.Point{
				{lon - half, lat - half}, {lon + half, lat - half}, {lon + half, lat + half}, {lon - half, lat + half},
			}
			if e, ok := pr.(*equalEarth); ok && math.Abs(wrapLon(lon-e.lon0)) > 179 {
				continue // across the cut
			}
			if a, ok := pr.(*azimuthal); ok && Distance(corners[0], a.center) > 19000 {
				continue // too near the point opposite for finite differences
			}
			area := 0.0
			for k, c := range corners {
				p, q := pr.Forward(c), pr.Forward(corners[(k+1)%4])
				area += (p[0]*q[1] - q[0]*p[1]) / 2
			}
			want := 2 * half * degree * (math.Sin((lat+half)*degree) - math.Sin((lat-half)*degree))
			if ratio := area / want; !(math.Abs(ratio-1) < 1e-3) {
				t.Errorf("seed %d: %d %s: area at %.2f, %.2f is %.5f of the true one", seed, i, pr.Name(), lon, lat, ratio)
			}
		}
	}
}

func TestKnownValues(t *testing.T) {
	oblique := LambertAzimuthal(orb.Point{-100, 40})
	for _, c := range []struct {
		name string
		pr   Projection
		ll   orb.Point
		want orb.Point
	}{
		{"centre", oblique, orb.Point{-100, 40}, orb.Point{0, 0}},
		// Snyder, Map Projections, p. 333: R = 3, φ1 = 40° N, λ0 = 100° W,
		// φ = 20° S, λ = 100° E gives x = −4.2339303, y = 4.0257775. Both over 3.
		{"Snyder's example", oblique, orb.Point{100, -20}, orb.Point{-4.2339303 / 3, 4.0257775 / 3}},
		{"90° from the pole", LambertAzimuthal(orb.Point{0, 90}), orb.Point{0, 0}, orb.Point{0, -math.Sqrt2}},
		{"origin", EqualEarth(10), orb.Point{10, 0}, orb.Point{0, 0}},
		// Šavrič et al. 2019: the pole line is 0.59247 of the equator's length, and
		// the map is 2.05458 times as wide as high; the equator's half is 2π/(√3 A₁).
		{"equator's end", EqualEarth(0), orb.Point{180, 0}, orb.Point{2 * math.Pi / (math.Sqrt(3) * 1.340264), 0}},
		{"pole", EqualEarth(0), orb.Point{0, 90}, orb.Point{0, 1.3173627591574}},
		{"pole line's end", EqualEarth(0), orb.Point{180, 90}, orb.Point{0.59247 * 2.7066299836960748, 1.3173627591574}},
	} {
		got := c.pr.Forward(c.ll)
		if math.Hypot(got[0]-c.want[0], got[1]-c.want[1]) > 2e-5 {
			t.Errorf("%s: %v goes to %v, want %v", c.name, c.ll, got, c.want)
		}
	}
	if got := 2.7066299836960748 / 1.3173627591574; math.Abs(got-2.05458) > 1e-4 {
		t.Errorf("Equal Earth is %.5f times as wide as high", got)
	}
}

func TestNorth(t *testing.T) {
	atlantic := LambertAzimuthal(orb.Point{-25, 52})
	for _, c := range []struct {
		pr   Projection
		ll   orb.Point
		want float64 // degrees
		off  float64
	}{
		{atlantic, orb.Point{-25, 52}, 0, 0.01},
		{atlantic, orb.Point{-25, 10}, 0, 0.01},
		{atlantic, orb.Point{30.5234, 50.4501}, 42, 2}, // Kyiv: north leans left of up
		{atlantic, orb.Point{-77.0369, 38.9072}, -36, 3},
		{EqualEarth(0), orb.Point{0, 50}, 0, 0.01},
		{EqualEarth(0), orb.Point{120, 60}, 45, 1},
		{EqualEarth(0), orb.Point{-120, 60}, -45, 1},
		{EqualEarth(0), orb.Point{120, -60}, -45, 1},
	} {
		got := North(c.pr, c.ll) / degree
		if math.Abs(got-c.want) > c.off {
			t.Errorf("%s at %v: north is %.1f°, want about %.0f°", c.pr.Name(), c.ll, got, c.want)
		}
	}
}

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name   string
		points []orb.Point
		want   string
	}{
		{"four cities", cities, "Lambert azimuthal equal-area"},
		{"nothing", nil, "Equal Earth"},
		{"one place", []orb.Point{{2, 48}}, "Lambert azimuthal equal-area"},
		{"the Pacific", []orb.Point{{139.7, 35.7}, {-118.2, 34}, {151.2, -33.9}}, "Lambert azimuthal equal-area"},
		{"the world", []orb.Point{{139.7, 35.7}, {-118.2, 34}, {151.2, -33.9}, {-0.1, 51.5}, {-58, -34}, {18, -34}}, "Equal Earth"},
		{"opposite points", []orb.Point{{0, 0}, {180, 0}}, "Equal Earth"},
	} {
		if got := Choose(c.points).Name(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	a := Choose(cities).(*azimuthal)
	// Washington and Kyiv are farthest apart: the centre is half-way.
	half := GreatCircle(cities[3], cities[2], 4000)[1]
	if Distance(a.center, half) > 100 {
		t.Errorf("the centre of the four cities is %v, want about %v", a.center, half)
	}
}

// The cut of the world runs through the widest gap, through open sea if it can.
func TestChooseCut(t *testing.T) {
	for _, c := range []struct {
		lons []float64
		cut  float64
	}{
		{[]float64{-120, -60, 0, 60, 120}, -169}, // a gap from 120° E to 120° W
		{[]float64{0, 40, 80, 120, 160, -160, -120, -70}, -30},
		{[]float64{-170, -110, -50, 10, 100, 140}, 55},
	} {
		var points []orb.Point
		for i, lon := range c.lons {
			points = append(points, orb.Point{lon, float64(i%2)*140 - 70})
		}
		e, ok := Choose(points).(*equalEarth)
		if !ok {
			t.Errorf("%v: not Equal Earth", c.lons)
		} else if got := wrapLon(e.lon0 + 180); got != c.cut {
			t.Errorf("%v: cut at %v, want %v", c.lons, got, c.cut)
		}
	}
}

// London, Paris, Kyiv, Washington, Brussels.
var cities = []orb.Point{{-0.1276, 51.5072}, {2.3522, 48.8566}, {30.5234, 50.4501}, {-77.0369, 38.9072}, {4.3517, 50.8503}}

func ExampleFit() {
	pr := Choose(cities)
	view := Fit(pr, cities, 800, 450, Insets{Top: 40, Right: 40, Bottom: 40, Left: 40})
	kyiv := view.Matrix(800, 450).Apply(pr.Forward(cities[2]))
	fmt.Printf("%s; the frame is %.0f km wide; Kyiv at %.0f, %.0f\n",
		pr.Name(), view.Width*EarthRadiusKm, kyiv[0], kyiv[1])
	// Output: Lambert azimuthal equal-area; the frame is 8316 km wide; Kyiv at 760, 136
}

package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

func TestFit(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 3))
	for i := range 400 {
		// Points of a region, of any size up to an ocean.
		lon, lat := random.Float64()*360-180, random.Float64()*140-70
		size := math.Pow(10, random.Float64()*2-0.4)
		var points []orb.Point
		for range 1 + random.IntN(8) {
			points = append(points, orb.Point{
				wrapLon(lon + (random.Float64()-0.5)*size),
				math.Max(-89, math.Min(89, lat+(random.Float64()-0.5)*size)),
			})
		}
		pr := Choose(points)
		w, h := 300+random.Float64()*1300, 200+random.Float64()*900
		pad := Insets{random.Float64() * h / 4, random.Float64() * w / 4, random.Float64() * h / 4, random.Float64() * w / 4}
		v := Fit(pr, points, w, h, pad)
		m := v.Matrix(w, h)
		box := orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
		for _, ll := range points {
			box = box.Extend(m.Apply(pr.Forward(ll)))
		}
		const ε = 1e-6
		if box.Min[0] < pad.Left-ε || box.Max[0] > w-pad.Right+ε || box.Min[1] < pad.Top-ε || box.Max[1] > h-pad.Bottom+ε {
			t.Fatalf("seed %d, %d: points at %v in a frame of %.0f × %.0f with insets %v", seed, i, box, w, h, pad)
		}
		tight := math.Abs(box.Max[0]-box.Min[0]-(w-pad.Left-pad.Right)) < ε || math.Abs(box.Max[1]-box.Min[1]-(h-pad.Top-pad.Bottom)) < ε
		if !tight && math.Abs(v.Width-closest) > ε {
			t.Fatalf("seed %d, %d: the view is wider than it must be", seed, i)
		}
		middle, ok := pr.Reverse(m.Invert().Apply(box.Center()))
		if !ok {
			t.Fatalf("seed %d, %d: the middle is off the map", seed, i)
		}
		if lean := wrapAngle(North(pr, middle) + v.Turn); math.Abs(lean) > 1e-4 {
			t.Fatalf("seed %d, %d: north leans by %.4f rad", seed, i, lean)
		}
	}
}

func TestFitEdges(t *testing.T) {
	pr := LambertAzimuthal(orb.Point{-25, 52})
	for name, v := range map[string]View{
		"no points":        Fit(pr, nil, 800, 600, Insets{}),
		"one point":        Fit(pr, cities[:1], 800, 600, Insets{}),
		"no frame":         Fit(pr, cities, 0, 0, Insets{}),
		"all inset":        Fit(pr, cities, 300, 200, Insets{200, 200, 200, 200}),
		"the point across": Fit(pr, []orb.Point{{155, -52}, {0, 0}}, 300, 200, Insets{}),
	} {
		if !(v.Width > 0) || math.IsInf(v.Width, 0) || math.IsNaN(v.Center[0]+v.Center[1]+v.Turn) {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

// A map of the world stands upright; a part of it has north up.
func TestFitWorld(t *testing.T) {
	pr := EqualEarth(0)
	everywhere := []orb.Point{{-120, 40}, {150, -30}, {20, 60}}
	if v := Fit(pr, everywhere, 1000, 500, Insets{}); v.Turn != 0 {
		t.Errorf("the world is turned by %.3f rad", v.Turn)
	}
	japan := []orb.Point{{130, 31}, {145, 44}}
	if v := Fit(pr, japan, 1000, 500, Insets{}); v.Turn > -0.3 {
		t.Errorf("Japan is turned by %.3f rad: north is not up", v.Turn)
	}
}

func TestMatrix(t *testing.T) {
	v := View{Center: orb.Point{0.2, -0.1}, Width: 0.5, Turn: math.Pi / 2}
	m := v.Matrix(1000, 400)
	for _, c := range []struct{ plane, px orb.Point }{
		{orb.Point{0.2, -0.1}, orb.Point{500, 200}},
		{orb.Point{0.3, -0.1}, orb.Point{500, 0}}, // turned left, east is up
		{orb.Point{0.2, 0}, orb.Point{300, 200}},  // and north is left
	} {
		if got := m.Apply(c.plane); math.Hypot(got[0]-c.px[0], got[1]-c.px[1]) > 1e-9 {
			t.Errorf("%v goes to %v, want %v", c.plane, got, c.px)
		}
	}
	back := m.Invert()
	for _, p := range []orb.Point{{0, 0}, {3, -2}, {1000, 400}} {
		if got := m.Apply(back.Apply(p)); math.Hypot(got[0]-p[0], got[1]-p[1]) > 1e-9 {
			t.Errorf("%v comes back as %v", p, got)
		}
	}
	if (Matrix{}).Invert() != (Matrix{}) {
		t.Error("a matrix without area has an inverse")
	}
}

func TestReach(t *testing.T) {
	atlantic := LambertAzimuthal(orb.Point{-25, 52})
	in := func(b orb.Bound, ll orb.Point) bool {
		east := math.Mod(ll[0]-b.Min[0]+720, 360)
		width := math.Mod(b.Max[0]-b.Min[0]+720, 360)
		if width == 0 {
			width = 360
		}
		return ll[1] >= b.Min[1] && ll[1] <= b.Max[1] && east <= width
	}
	for _, c := range []struct {
		name  string
		pr    Projection
		v     View
		whole bool
	}{
		{"the cities", atlantic, Fit(atlantic, cities, 800, 500, Insets{}), false},
		{"the north pole", atlantic, View{Center: atlantic.Forward(orb.Point{-25, 88}), Width: 0.4}, true},
		{"Fiji", LambertAzimuthal(orb.Point{180, -17}), View{Width: 0.1}, false},
		{"the world", EqualEarth(0), View{Width: 6}, true},
		{"Europe on the world's map", EqualEarth(0), View{Center: EqualEarth(0).Forward(orb.Point{10, 50}), Width: 0.6}, false},
		{"Japan at the edge", EqualEarth(-30), View{Center: EqualEarth(-30).Forward(orb.Point{140, 36}), Width: 0.7}, true},
	} {
		b := Reach(c.pr, c.v, 800, 500)
		if whole := b.Min[0] == -180 && b.Max[0] == 180; whole != c.whole {
			t.Errorf("%s: reaches %v", c.name, b)
		}
		back := c.v.Matrix(800, 500).Invert()
		for x := 0.0; x <= 800; x += 7 {
			for y := 0.0; y <= 500; y += 7 {
				if ll, ok := c.pr.Reverse(back.Apply(orb.Point{x, y})); ok && !in(b, ll) {
					t.Fatalf("%s: %v is in the frame and not in %v", c.name, ll, b)
				}
			}
		}
	}
}

package render_test

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"

	"dateline/render"
	"dateline/render/rendertest"
)

func TestInverse(t *testing.T) {
	m := render.Affine{A: 3, B: -1, C: 40, D: 2, E: 5, F: -7}
	inv, ok := m.Inverse()
	if !ok {
		t.Fatal("has none")
	}
	p := render.Point{X: 12.5, Y: -3}
	if q := m.Then(inv).Apply(p); math.Abs(float64(q.X-p.X)) > 1e-4 || math.Abs(float64(q.Y-p.Y)) > 1e-4 {
		t.Errorf("there and back is %v, want %v", q, p)
	}
	if _, ok := (render.Affine{A: 1, B: 2, D: 2, E: 4}).Inverse(); ok {
		t.Error("a flat map has an inverse")
	}
	if got := render.Scale(3).Then(render.Translate(5, 0)).Zoom(); got != 3 {
		t.Errorf("zoom %v, want 3", got)
	}
}

func TestDash(t *testing.T) {
	corner := []render.Point{{X: 0}, {X: 10}, {X: 10, Y: 10}}
	for _, c := range []struct {
		dash  [2]float32
		phase float32
		want  string
	}{
		{[2]float32{4, 2}, 0, "0,0–4,0 6,0–10,0 10,2–10,6 10,8–10,10 "},
		{[2]float32{4, 2}, 5, "1,0–5,0 7,0–10,0–10,1 10,3–10,7 10,9–10,10 "},
		{[2]float32{4, 2}, -1, "1,0–5,0 7,0–10,0–10,1 10,3–10,7 10,9–10,10 "},
		{[2]float32{30, 2}, 0, "0,0–10,0–10,10 "},
		{[2]float32{0, 2}, 0, "0,0–10,0–10,10 "},
	} {
		got := ""
		render.Dash(corner, c.dash, c.phase, nil, func(d []render.Point) {
			for i, p := range d {
				if i > 0 {
					got += "–"
				}
				got += fmt.Sprintf("%g,%g", p.X, p.Y)
			}
			got += " "
		})
		if got != c.want {
			t.Errorf("dash %v phase %v:\n got %s\nwant %s", c.dash, c.phase, got, c.want)
		}
	}
}

// Dashes and gaps together are as long as the line, and no dash is longer than
// asked.
func TestDashLength(t *testing.T) {
	line := rendertest.Arc(0, 0, 300, 80, 0.3, 60)
	total, on := float64(0), float64(0)
	length := func(ps []render.Point) (l float64) {
		for i := 1; i < len(ps); i++ {
			l += math.Hypot(float64(ps[i].X-ps[i-1].X), float64(ps[i].Y-ps[i-1].Y))
		}
		return l
	}
	total = length(line)
	render.Dash(line, [2]float32{7, 3}, 0, nil, func(d []render.Point) {
		if l := length(d); l > 7.001 {
			t.Errorf("a dash of %v", l)
		}
		on += length(d)
	})
	if math.Abs(on/total-0.7) > 0.01 {
		t.Errorf("%.3f of the line is dashes, want 0.7", on/total)
	}
}

// The area that is left of a ring is what a count of points says.
func TestClipRing(t *testing.T) {
	r := render.Rect{Min: render.Point{X: -1, Y: -0.5}, Max: render.Point{X: 0.7, Y: 0.8}}
	ring := rendertest.Island("i", 300, 5).Points[:300]
	kept := slices.Clone(ring)
	got, _ := render.ClipRing(nil, nil, ring, r)
	if !slices.Equal(ring, kept) {
		t.Fatal("the ring has changed")
	}
	if b := render.Bounds(got); !r.Grow(1e-5).Covers(b) {
		t.Errorf("reaches to %v", b)
	}
	inside := func(ring []render.Point, p render.Point) bool {
		in := false
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			if (a.Y > p.Y) != (b.Y > p.Y) && p.X < (b.X-a.X)*(p.Y-a.Y)/(b.Y-a.Y)+a.X {
				in = !in
			}
		}
		return in
	}
	random := rand.New(rand.NewSource(1))
	for range 2000 {
		p := render.Point{X: random.Float32()*6 - 3, Y: random.Float32()*4 - 2}
		if want := inside(ring, p) && r.Has(p); inside(got, p) != want {
			t.Fatalf("%v is inside: %v, want %v", p, !want, want)
		}
	}
	dst := []render.Point{{X: 9}}
	far, _ := render.ClipRing(dst, nil, ring, render.Rect{Min: render.Point{X: 50, Y: 50}, Max: render.Point{X: 60, Y: 60}})
	if len(far) != 1 {
		t.Errorf("of a ring outside, %d points are left", len(far)-1)
	}
}

func TestClipSegment(t *testing.T) {
	r := render.Rect{Max: render.Point{X: 10, Y: 10}}
	for _, c := range []struct {
		a, b     render.Point
		from, to float32
		ok       bool
	}{
		{render.Point{X: 1, Y: 1}, render.Point{X: 9, Y: 9}, 0, 1, true},
		{render.Point{X: -10, Y: 5}, render.Point{X: 30, Y: 5}, 0.25, 0.5, true},
		{render.Point{X: -10, Y: 5}, render.Point{X: -1, Y: 5}, 0, 0, false},
		{render.Point{X: -5, Y: 4}, render.Point{X: 4, Y: -5}, 0, 0, false},
	} {
		from, to, ok := render.ClipSegment(c.a, c.b, r)
		if ok != c.ok || ok && (from != c.from || to != c.to) {
			t.Errorf("%v–%v: %v %v %v", c.a, c.b, from, to, ok)
		}
	}
}

// A dashed line that is cut shows the same dashes as when it is whole.
func TestTracerKeepsPhase(t *testing.T) {
	l := new(render.List)
	l.Begin(render.Layer{Transform: render.Identity})
	op := render.Op{Kind: render.Stroke, Width: 1, Dash: [2]float32{5, 3}, Paths: l.Path(false, render.Point{}, render.Point{X: 1000})}
	dashes := func(clip render.Rect) (starts []float32) {
		var tr render.Tracer
		tr.Lines(l, &l.Layers[0], &op, 1, clip, func(d []render.Point, closed bool) { starts = append(starts, d[0].X) })
		return starts
	}
	all := dashes(render.Rect{Min: render.Point{X: -1, Y: -1}, Max: render.Point{X: 2000, Y: 1}})
	some := dashes(render.Rect{Min: render.Point{X: 401, Y: -1}, Max: render.Point{X: 441, Y: 1}})
	if len(some) != 6 || !slices.Contains(all, some[1]) || some[1] != 408 {
		t.Errorf("cut: %v", some)
	}
}

// Reading a long coast for the device takes no memory once it has been done.
func BenchmarkTracer(b *testing.B) {
	l := new(render.List)
	l.Begin(render.Layer{Transform: render.Affine{A: 300, C: 720, E: 300, F: 300}})
	op := render.Op{Kind: render.Stroke, Width: 1, Shape: rendertest.Island("i", 24000, 5)}
	var tr render.Tracer
	n := 0
	clip := render.Rect{Max: render.Point{X: 1440, Y: 600}}
	b.ReportAllocs()
	for b.Loop() {
		tr.Lines(l, &l.Layers[0], &op, 1, clip, func(line []render.Point, closed bool) { n += len(line) })
	}
}

// A line is dashed.
func BenchmarkDash(b *testing.B) {
	line := rendertest.Arc(0, 0, 1200, 80, 0.3, 200)
	var buf []render.Point
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		buf = render.Dash(line, [2]float32{7, 3}, 0, buf, func(d []render.Point) { n++ })
	}
}

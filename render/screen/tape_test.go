package screen

import (
	"image"
	"image/color"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/render"
)

// taped puts a layer of discs on a Screen's tape, as Amend does.
func taped(s *Screen, view image.Rectangle, discs []render.Point, inks []render.Ink) {
	l := new(render.List)
	l.Begin(render.Layer{Name: "discs", Clip: render.Rect{Max: render.Point{X: float32(view.Max.X), Y: float32(view.Max.Y)}}, Transform: render.Identity})
	for i, c := range discs {
		l.Add(render.Op{Kind: render.Circle, Paint: render.Paint{Ink: inks[i], Alpha: 1}, Center: c, Radius: 5})
	}
	s.list, s.ratio, s.view = l, 1, view
	s.pal = &render.Palette{Colors: []color.NRGBA{{1, 2, 3, 255}, {4, 5, 6, 255}}}
	s.tape.setting = s.setting()
	s.moving(&l.Layers[0], s.view)
	s.tape.add(look{}, &s.batch)
	s.batch.reset()
}

// layered is what lies on every pixel, in its order: a disc more, or two in
// another order, is another number.
func layered(view image.Rectangle, discs []render.Point, inks []render.Ink) []uint64 {
	out := make([]uint64, pixels(view))
	for i, c := range discs {
		reach := image.Rect(int(c.X)-7, int(c.Y)-7, int(c.X)+8, int(c.Y)+8).Intersect(view)
		for y := reach.Min.Y; y < reach.Max.Y; y++ {
			for x := reach.Min.X; x < reach.Max.X; x++ {
				if dx, dy := float32(x)+0.5-c.X, float32(y)+0.5-c.Y; hypot(dx, dy) < 5.5 {
					at := &out[y*view.Dx()+x]
					*at = *at*31 + uint64(hash(1).float(dx).float(dy).add(uint32(inks[i])))
				}
			}
		}
	}
	return out
}

// Beyond the parts that are drawn anew, nothing has changed from one frame to
// the next, whatever has moved, changed its colour, come, gone or changed its
// place in the order; and the parts are few and small.
func TestChanged(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	view := image.Rect(0, 0, 400, 300)
	s := &Screen{}
	discs, inks := make([]render.Point, 60), make([]render.Ink, 60)
	anywhere := func() render.Point { return render.Point{X: float32(r.IntN(400)), Y: float32(r.IntN(300))} }
	for i := range discs {
		discs[i] = anywhere()
	}
	s.tape.begin(nil, view)
	taped(s, view, discs, inks)
	before := layered(view, discs, inks)
	const rounds = 200
	drawn := 0
	for round := range rounds {
		changes := r.IntN(4)
		for range changes {
			i, j := r.IntN(len(discs)), r.IntN(len(discs))
			switch r.IntN(5) {
			case 0:
				discs[i].X += 7.5
			case 1:
				inks[i] = 1 - inks[i]
			case 2:
				discs, inks = slices.Delete(discs, i, i+1), slices.Delete(inks, i, i+1)
			case 3:
				discs, inks = append(discs, anywhere()), append(inks, 0)
			case 4:
				discs[i], discs[j] = discs[j], discs[i]
			}
		}
		s.tape.begin(nil, view)
		taped(s, view, discs, inks)
		parts, now := s.tape.changed(), layered(view, discs, inks)
		if changes == 0 && len(parts) > 0 || len(parts) > partsMost {
			t.Fatalf("round %d: after %d changes, %d parts are drawn", round, changes, len(parts))
		}
		for i := range now {
			at := image.Pt(i%view.Dx(), i/view.Dx())
			if now[i] != before[i] && !slices.ContainsFunc(parts, func(p image.Rectangle) bool { return at.In(p) }) {
				t.Fatalf("round %d: %v has changed, drawn is %v", round, at, parts)
			}
		}
		before = now
		for _, p := range parts {
			drawn += pixels(p)
		}
	}
	if share := float64(drawn) / rounds / float64(pixels(view)); share > 0.3 {
		t.Errorf("%.0f%% of the picture is drawn at a time", 100*share)
	}
}

// A source that holds something else now is drawn again.
func TestChangedSource(t *testing.T) {
	s := &Screen{}
	view := image.Rect(0, 0, 100, 100)
	quad := func(version uint64) []image.Rectangle {
		s.tape.begin(nil, view)
		b := &s.batch
		b.color = [4]float32{1, 1, 1, 1}
		b.quad(b.source(render.Point{X: 10, Y: 10}, 0, 0, texel), b.source(render.Point{X: 30, Y: 10}, 20, 0, texel),
			b.source(render.Point{X: 30, Y: 20.5}, 20, 10, texel), b.source(render.Point{X: 10, Y: 20.5}, 0, 10, texel))
		s.tape.add(look{kind: copied, version: version}, b)
		b.reset()
		return s.tape.changed()
	}
	quad(1)
	if got := quad(1); len(got) != 0 {
		t.Errorf("%v is drawn, though nothing has changed", got)
	}
	if got := quad(2); len(got) != 1 || got[0] != image.Rect(10, 10, 31, 21) {
		t.Errorf("drawn is %v", got)
	}
}

// A frame of sixty marks, one of which moves, is compared with the frame before,
// and takes no memory.
func BenchmarkTape(b *testing.B) {
	view := image.Rect(0, 0, 400, 300)
	s := &Screen{ratio: 1, view: view, pal: &render.Palette{Colors: []color.NRGBA{{1, 2, 3, 255}}}}
	l := new(render.List)
	l.Begin(render.Layer{Name: "discs", Transform: render.Identity})
	for i := range 60 {
		l.Add(render.Op{Kind: render.Circle, Paint: render.Paint{Alpha: 1}, Center: render.Point{X: float32(6 * i), Y: float32(i * i % 300)}, Radius: 5})
	}
	s.list, s.tape.setting = l, s.setting()
	b.ReportAllocs()
	for b.Loop() {
		l.Ops[20].Center.X = 400 - l.Ops[20].Center.X
		s.tape.begin(nil, view)
		s.moving(&l.Layers[0], view)
		s.tape.add(look{}, &s.batch)
		s.batch.reset()
		if n := len(s.tape.changed()); n > 2 {
			b.Fatalf("%d parts have changed", n)
		}
	}
}

package screen

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"dateline/render"
	"dateline/render/golden"
	"dateline/render/rendertest"
)

// print writes the triangles of a batch for people to read: each vertex with
// what it tells the shader.
func (b *batch) print(name string) string {
	var s bytes.Buffer
	fmt.Fprintf(&s, "%s: %d vertices, %d triangles\n", name, len(b.vertices), len(b.indices)/3)
	for i, v := range b.vertices {
		fmt.Fprintf(&s, "  %d at %.1f,%.1f tells %.2f %.2f %.2f %.0f\n", i, v.DstX, v.DstY, v.Custom0, v.Custom1, v.Custom2, v.Custom3)
	}
	for i := 0; i < len(b.indices); i += 3 {
		fmt.Fprintf(&s, "  %d %d %d\n", b.indices[i], b.indices[i+1], b.indices[i+2])
	}
	return s.String()
}

func TestTriangles(t *testing.T) {
	var text string
	var b batch
	stroke := func(name string, half float32, butt, closed bool, points ...render.Point) {
		b.reset()
		l := liner{}
		l.begin(&b, half, butt)
		l.add(points, closed)
		text += b.print(name)
	}
	stroke("butt", 2, true, false, render.Point{X: 10, Y: 10}, render.Point{X: 30, Y: 10})
	stroke("round", 2, false, false, render.Point{X: 10, Y: 10}, render.Point{X: 30, Y: 10})
	stroke("gentle turn", 1, true, false, render.Point{X: 10, Y: 10}, render.Point{X: 30, Y: 10}, render.Point{X: 50, Y: 14})
	stroke("sharp turn", 1, true, false, render.Point{X: 10, Y: 10}, render.Point{X: 30, Y: 10}, render.Point{X: 30, Y: 30})
	stroke("triangle", 1, false, true, render.Point{X: 10, Y: 10}, render.Point{X: 40, Y: 10}, render.Point{X: 20, Y: 40})
	stroke("dot", 1, false, false, render.Point{X: 10, Y: 10}, render.Point{X: 10, Y: 10})
	b.reset()
	f := filler{b: &b}
	f.add([]render.Point{{X: 0, Y: 0}, {X: 20, Y: 0}, {X: 10, Y: 5}, {X: 10, Y: 20}})
	text += b.print("fill")
	b.reset()
	b.disc(render.Point{X: 5, Y: 5}, 3)
	b.hoop(render.Point{X: 5, Y: 5}, 3, 1)
	text += b.print("disc and ring")
	golden.Text(t, "testdata/triangles.txt", text)
}

// shade is the shader, for whatever is no texture.
func shade(c [4]float32) float64 {
	band := func(d, half float64) float64 {
		return min(max(min(d+0.5, half)-max(d-0.5, -half), 0), 1)
	}
	x, y, z, w := float64(c[0]), float64(c[1]), float64(c[2]), float64(c[3])
	switch {
	case w > 2.5:
		return band(math.Abs(math.Hypot(x, y)-(w-3)), z)
	case w > 0.5:
		return band(math.Abs(x), z) * min(max(0.5-y, 0), 1)
	}
	return band(math.Hypot(x, y), z)
}

// paint draws the batch the slow way: what every pixel is covered by, and how
// often.
func (b *batch) paint(w, h int) (sum float64, twice int) {
	for py := range h {
		for px := range w {
			hits := 0
			for i := 0; i < len(b.indices); i += 3 {
				p, q, r := b.vertices[b.indices[i]], b.vertices[b.indices[i+1]], b.vertices[b.indices[i+2]]
				at := render.Point{X: float32(px) + 0.5, Y: float32(py) + 0.5}
				pt := func(x, y float32) render.Point { return render.Point{X: x, Y: y} }
				a, bb, c := pt(p.DstX, p.DstY), pt(q.DstX, q.DstY), pt(r.DstX, r.DstY)
				whole := cross(a, bb, c)
				u, v, w := cross(bb, c, at)/whole, cross(c, a, at)/whole, cross(a, bb, at)/whole
				// On an edge between two triangles one of them has the pixel.
				if !(u > 0 && v > 0 && w >= 0) {
					continue
				}
				mix := func(i, j, k float32) float32 { return i*u + j*v + k*w }
				cover := shade([4]float32{mix(p.Custom0, q.Custom0, r.Custom0), mix(p.Custom1, q.Custom1, r.Custom1), p.Custom2, p.Custom3})
				sum += cover
				if cover > 0.02 {
					hits++
				}
			}
			if hits > 1 {
				twice++
			}
		}
	}
	return sum, twice
}

// The triangles cover the area of what they show, and no pixel twice.
func TestCoverage(t *testing.T) {
	// Nothing lies just on the middle of a pixel.
	zig := []render.Point{{X: 10.3, Y: 10.2}, {X: 60.1, Y: 12.3}, {X: 61.3, Y: 50.7}, {X: 20.2, Y: 55.1}, {X: 40.3, Y: 30.4}}
	length := 0.0
	for i := 1; i < len(zig); i++ {
		length += math.Hypot(float64(zig[i].X-zig[i-1].X), float64(zig[i].Y-zig[i-1].Y))
	}
	star := []render.Point{{X: 40, Y: 5}, {X: 48, Y: 30}, {X: 75, Y: 32}, {X: 53, Y: 47}, {X: 62, Y: 74}, {X: 40, Y: 57}, {X: 18, Y: 74}, {X: 27, Y: 47}, {X: 5, Y: 32}, {X: 32, Y: 30}}
	area := 0.0
	for i, p := range star {
		q := star[(i+1)%len(star)]
		area += float64(p.X*q.Y-q.X*p.Y) / 2
	}
	for _, c := range []struct {
		name  string
		add   func(b *batch)
		want  float64
		twice int // pixels that may be painted twice, where corners touch
	}{
		{"thin line", func(b *batch) { l := liner{}; l.begin(b, 0.4, true); l.add(zig, false) }, length * 0.8, 6},
		{"line", func(b *batch) { l := liner{}; l.begin(b, 2, true); l.add(zig, false) }, length*4 - 9, 8},
		{"disc", func(b *batch) { b.disc(render.Point{X: 40.2, Y: 40.3}, 20) }, math.Pi * 400, 0},
		{"ring", func(b *batch) { b.hoop(render.Point{X: 40.2, Y: 40.3}, 20, 3) }, math.Pi * 120, 0},
		{"star", func(b *batch) { f := filler{b: b}; f.add(star) }, area, 4},
	} {
		var b batch
		c.add(&b)
		sum, twice := b.paint(80, 80)
		if math.Abs(sum-c.want) > c.want*0.02+1 {
			t.Errorf("%s covers %.1f px², want %.1f", c.name, sum, c.want)
		}
		if twice > c.twice {
			t.Errorf("%s: %d pixels are painted twice", c.name, twice)
		}
	}
}

// What is cut off is cut off at the clip, and what stays looks as before.
func TestClip(t *testing.T) {
	var b batch
	b.disc(render.Point{X: 40.2, Y: 40.3}, 30)
	b.clip(0, render.Rect{Min: render.Point{X: 20, Y: 0}, Max: render.Point{X: 40, Y: 50}})
	for _, i := range b.indices {
		if v := b.vertices[i]; v.DstX < 20 || v.DstX > 40 || v.DstY > 50 {
			t.Fatalf("a corner at %v,%v", v.DstX, v.DstY)
		}
	}
	sum, _ := b.paint(80, 80)
	want := 0.0
	for y := range 50 {
		for x := 20; x < 40; x++ {
			d := math.Hypot(float64(x)+0.5-40.2, float64(y)+0.5-40.3)
			want += min(max(30-d+0.5, 0), 1)
		}
	}
	if math.Abs(sum-want) > 0.5 {
		t.Errorf("%.2f px² are left, want %.2f", sum, want)
	}
}

// What textures take and what they leave is the whole.
func TestCover(t *testing.T) {
	var c cover
	for turn := range 12 {
		c.start(image.Rect(10, 20, 110, 80))
		s, k := math.Sincos(float64(turn) / 2)
		var quad [4]render.Point
		for i, p := range [4][2]float64{{-40, -20}, {40, -20}, {40, 20}, {-40, 20}} {
			quad[i] = render.Point{X: float32(50 + p[0]*k - p[1]*s), Y: float32(50 + p[0]*s + p[1]*k)}
		}
		taken := float32(0)
		c.take(quad, func(p []render.Point) { taken += area(p) })
		if sum := taken + c.area(); math.Abs(float64(sum-6000)) > 1 || taken < 2400 || taken > 3201 {
			t.Errorf("turn %d: %v taken, %v left", turn, taken, c.area())
		}
	}
	c.start(image.Rect(0, 0, 10, 10))
	c.take([4]render.Point{{X: -5, Y: -5}, {X: 50, Y: -5}, {X: 50, Y: 50}, {X: -5, Y: 50}}, func([]render.Point) {})
	if !c.empty() {
		t.Error("something is left")
	}
}

func TestShelf(t *testing.T) {
	var s shelf
	var taken []image.Rectangle
	for i := range 1000 {
		size := image.Pt(20+i*37%300, 8+i*13%30)
		at, ok := s.take(size)
		if !ok {
			break
		}
		r := image.Rectangle{at, at.Add(size)}
		if !r.In(image.Rect(0, 0, atlasWidth, atlasHeight)) {
			t.Fatalf("%v is off the page", r)
		}
		for _, q := range taken {
			if q.Overlaps(r) {
				t.Fatalf("%v lies over %v", r, q)
			}
		}
		taken = append(taken, r)
	}
	if len(taken) < 200 {
		t.Errorf("only %d fit", len(taken))
	}
}

// A word that moves stays the same word; another size, halo or letter is not.
func TestRunKey(t *testing.T) {
	f := rendertest.Faces(t, "../..").Faces[0]
	at := func(text string, x, y float32) []render.Glyph {
		g, _ := f.Shape(text, 14, nil)
		for i := range g {
			g[i].At.X += x
			g[i].At.Y += y
		}
		return g
	}
	key := runKey(0, at("Kyiv", 0, 0), 14, 2, 2)
	differ := 0
	for i := range 100 {
		if runKey(0, at("Kyiv", float32(i)*7.31, float32(i)*3.17), 14, 2, 2) != key {
			differ++
		}
	}
	if differ > 10 {
		t.Errorf("of 100 places, %d make it another word", differ)
	}
	for name, other := range map[string]hash{
		"face": runKey(1, at("Kyiv", 0, 0), 14, 2, 2), "text": runKey(0, at("Kyif", 0, 0), 14, 2, 2),
		"size": runKey(0, at("Kyiv", 0, 0), 15, 2, 2), "halo": runKey(0, at("Kyiv", 0, 0), 14, 0, 2), "ratio": runKey(0, at("Kyiv", 0, 0), 14, 2, 1),
	} {
		if other == key {
			t.Errorf("another %s, the same key", name)
		}
	}
}

// A layer's shapes fly; what stands before and after them does not.
func TestSplit(t *testing.T) {
	l := new(render.List)
	l.Begin(render.Layer{Transform: render.Scale(2)})
	shape := &render.Shape{}
	for _, s := range []*render.Shape{nil, shape, nil, shape, nil, nil} {
		l.Add(render.Op{Kind: render.Fill, Shape: s})
	}
	before, kept, after := split(l, &l.Layers[0])
	if before.Ops != (render.Span{From: 0, To: 1}) || kept.Ops != (render.Span{From: 1, To: 4}) || after.Ops != (render.Span{From: 4, To: 6}) {
		t.Errorf("%v %v %v", before.Ops, kept.Ops, after.Ops)
	}
	l.Layers[0].Ops = render.Span{From: 4, To: 6}
	before, kept, after = split(l, &l.Layers[0])
	if before.Ops.From != before.Ops.To || kept.Ops != l.Layers[0].Ops || after.Ops.From != after.Ops.To || kept.Transform != render.Identity {
		t.Errorf("without shapes: %v %v %v", before.Ops, kept.Ops, after.Ops)
	}
}

// A texture reaches as far as is known, though it is only as large as what
// there is to show: or a coast that ends in view would be painted each frame.
func TestRegion(t *testing.T) {
	l := new(render.List)
	l.Begin(render.Layer{Transform: render.Affine{A: 100, C: 150, E: 100, F: 100}})
	l.Add(render.Op{Kind: render.Fill, Shape: rendertest.Island("i", 100, 5)})
	clip := image.Rect(0, 0, 500, 100) // the island ends in view on one side
	area, reach, whole := region(l, &l.Layers[0], 1, clip, roomy)
	if whole || !clip.In(reach) || clip.In(area) || !area.In(reach) {
		t.Errorf("area %v, reach %v, whole %v", area, reach, whole)
	}
	if tx := (&texture{area: area, reach: reach}); !tx.covers(image.Pt(30, 0), clip) || tx.covers(image.Pt(0, 300), clip) {
		t.Error("covers too little or too much")
	}
	area, _, _ = region(l, &l.Layers[0], 1, image.Rect(0, 0, 3000, 3000), roomy)
	if area.Dx()*area.Dy() > roomy {
		t.Errorf("area %v is too large", area)
	}
	l.Layers[0].Transform = render.Affine{A: 1e5, C: -3e4, E: 1e5}
	if area, _, _ = region(l, &l.Layers[0], 1, image.Rect(0, 0, 5000, 2000), roomy); area.Dx() > largest || area.Dy() > largest {
		t.Errorf("area %v is larger than any texture", area)
	}
}

// Triangles for what moves take no memory once they have been made.
func BenchmarkMoving(b *testing.B) {
	s := &Screen{ratio: 2, view: image.Rect(0, 0, 1200, 800)}
	s.pal = &render.Palette{Colors: []color.NRGBA{{1, 2, 3, 255}}}
	l := new(render.List)
	s.list = l
	l.Begin(render.Layer{Name: "flows", Transform: render.Identity})
	one := render.Paint{Alpha: 1}
	for i := range 30 {
		l.Add(render.Op{Kind: render.Stroke, Paint: one, Width: 3, Paths: l.Path(false, rendertest.Arc(20, float32(10*i), 580, 60+float32(10*i), 0.2, 50)...)})
		l.Add(render.Op{Kind: render.Fill, Paint: one, Paths: l.Path(true, render.Point{X: 5}, render.Point{X: 15, Y: 5}, render.Point{X: 5, Y: 10}, render.Point{X: 8, Y: 5})})
		l.Add(render.Op{Kind: render.Ring, Paint: one, Radius: 5, Width: 1})
	}
	b.ReportAllocs()
	for b.Loop() {
		s.batch.reset()
		s.moving(&l.Layers[0], s.view)
	}
	b.ReportMetric(float64(len(s.batch.vertices)), "vertices")
}

// A star of two hundred corners becomes triangles.
func BenchmarkTriangulate(b *testing.B) {
	var out batch
	f := filler{b: &out}
	star := make([]render.Point, 200)
	for i := range star {
		r, a := 90-40*float64(i%2), float64(i)*2*math.Pi/float64(len(star))
		star[i] = render.Point{X: float32(r * math.Cos(a)), Y: float32(r * math.Sin(a))}
	}
	b.ReportAllocs()
	for b.Loop() {
		out.reset()
		f.add(star)
	}
}

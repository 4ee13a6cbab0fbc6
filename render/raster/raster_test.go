package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"dateline/render"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/render/rendertest"
)

// The rasteriser is the same code everywhere; only the last bit of a float may
// differ from one processor to the next.
var close = golden.Tolerance{Mean: 0.02, Off: 8, Share: 0}

func draw(t testing.TB, l *render.List, ratio float64) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, int(float64(l.Width)*ratio), int(float64(l.Height)*ratio)))
	raster.Draw(m, l, rendertest.Palette(), rendertest.Faces(t, "../.."), raster.Options{Ratio: ratio})
	return m
}

func TestPicture(t *testing.T) {
	l := rendertest.Picture(rendertest.Faces(t, "../.."))
	golden.Picture(t, "testdata/picture.png", draw(t, l, 1), close)
	golden.Picture(t, "testdata/picture@2.png", draw(t, l, 2), close)
}

// The same list twice, and by a drawer that has drawn something else before, is
// the same picture byte for byte.
func TestDeterministic(t *testing.T) {
	faces := rendertest.Faces(t, "../..")
	l := rendertest.Picture(faces)
	var d raster.Drawer
	want := draw(t, l, 1.5)
	for range 2 {
		got := image.NewRGBA(want.Rect)
		d.Draw(image.NewRGBA(image.Rect(0, 0, 99, 77)), l, rendertest.Palette(), faces, raster.Options{Ratio: 3})
		d.Draw(got, l, rendertest.Palette(), faces, raster.Options{Ratio: 1.5})
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Fatal("differs")
		}
	}
}

// A layer drawn into a window of the picture is that window of the picture,
// wherever it is cut.
func TestWindow(t *testing.T) {
	faces := rendertest.Faces(t, "../..")
	l := rendertest.Picture(faces)
	var d raster.Drawer
	whole := image.NewRGBA(image.Rect(-40, -40, 520, 340))
	for i := range l.Layers {
		d.DrawLayer(whole, l, &l.Layers[i], rendertest.Palette(), faces, whole.Rect, raster.Options{})
	}
	for _, r := range []image.Rectangle{{image.Pt(3, 5), image.Pt(200, 131)}, {image.Pt(200, 50), image.Pt(333, 300)}, {image.Pt(-40, 100), image.Pt(17, 160)}} {
		part := image.NewRGBA(r)
		for i := range l.Layers {
			d.DrawLayer(part, l, &l.Layers[i], rendertest.Palette(), faces, r, raster.Options{})
		}
		// Edges cut at the window's border round anew to 1/64 pixel.
		golden.Compare(t, "window.png", whole.SubImage(r), part, golden.Tolerance{Mean: 0.05, Off: 24})
	}
}

func TestClipHolds(t *testing.T) {
	faces := rendertest.Faces(t, "../..")
	l := rendertest.Picture(faces)
	clip := render.Rect{Min: render.Point{X: 50.2, Y: 40.7}, Max: render.Point{X: 300.4, Y: 200}}
	for i := range l.Layers {
		l.Layers[i].Clip = clip
	}
	m := draw(t, l, 2)
	in := raster.Pixels(clip, 2)
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			if seen := m.RGBAAt(x, y).A > 0; seen && !image.Pt(x, y).In(in) {
				t.Fatalf("pixel %d,%d outside %v is painted", x, y, in)
			}
		}
	}
}

// Half of red over half of blue, by the formula for over.
func TestAlpha(t *testing.T) {
	pal := &render.Palette{Names: []string{"red", "blue"}, Colors: []color.NRGBA{{255, 0, 0, 255}, {0, 0, 255, 128}}}
	l := new(render.List)
	l.Reset(4, 4)
	l.Begin(render.Layer{Clip: render.Rect{Max: render.Point{X: 4, Y: 4}}, Transform: render.Identity})
	square := l.Path(true, render.Point{}, render.Point{X: 4}, render.Point{X: 4, Y: 4}, render.Point{Y: 4})
	l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Ink: 1, Alpha: 1}, Paths: square})
	m := image.NewRGBA(image.Rect(0, 0, 4, 4))
	raster.Draw(m, l, pal, nil, raster.Options{})
	if got, want := m.RGBAAt(1, 1), (color.RGBA{0, 0, 128, 128}); got != want {
		t.Errorf("half blue is %v, want %v", got, want)
	}
	l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Ink: 0, Alpha: 0.5}, Paths: square})
	m = image.NewRGBA(image.Rect(0, 0, 4, 4))
	raster.Draw(m, l, pal, nil, raster.Options{})
	if got, want := m.RGBAAt(2, 3), (color.RGBA{128, 0, 64, 192}); got != want {
		t.Errorf("half red over half blue is %v, want %v", got, want)
	}
}

// The area a shape covers is the area that is painted.
func TestArea(t *testing.T) {
	pal := &render.Palette{Colors: []color.NRGBA{{255, 255, 255, 255}}}
	one := render.Paint{Alpha: 1}
	path := func(l *render.List) render.Span {
		return l.Path(false, render.Point{X: 10.3, Y: 20}, render.Point{X: 60.3, Y: 20})
	}
	for _, c := range []struct {
		name string
		op   render.Op
		want float64
	}{
		{"circle", render.Op{Kind: render.Circle, Center: render.Point{X: 40.3, Y: 40.1}, Radius: 20}, 3.14159265 * 400},
		{"small circle", render.Op{Kind: render.Circle, Center: render.Point{X: 40.3, Y: 40.1}, Radius: 1}, 3.14159265},
		{"ring", render.Op{Kind: render.Ring, Center: render.Point{X: 40, Y: 40}, Radius: 20, Width: 2}, 2 * 3.14159265 * 20 * 2},
		{"butt", render.Op{Kind: render.Stroke, Width: 3, Butt: true}, 150},
		{"round", render.Op{Kind: render.Stroke, Width: 3}, 150 + 3.14159265*2.25},
		{"dashed", render.Op{Kind: render.Stroke, Width: 2, Butt: true, Dash: [2]float32{6, 4}}, 60},
	} {
		l := new(render.List)
		l.Reset(80, 80)
		l.Begin(render.Layer{Clip: render.Rect{Max: render.Point{X: 80, Y: 80}}, Transform: render.Identity})
		c.op.Paint = one
		c.op.Paths = path(l)
		l.Add(c.op)
		m := image.NewRGBA(image.Rect(0, 0, 80, 80))
		raster.Draw(m, l, pal, nil, raster.Options{})
		sum := 0
		for i := 3; i < len(m.Pix); i += 4 {
			sum += int(m.Pix[i])
		}
		if got := float64(sum) / 255; got < c.want*0.99-0.05 || got > c.want*1.01+0.05 {
			t.Errorf("%s covers %.2f px², want %.2f", c.name, got, c.want)
		}
	}
}

// A drawer that has drawn a list once draws it again without taking memory.
func TestNoAllocation(t *testing.T) {
	faces, pal := rendertest.Faces(t, "../.."), rendertest.Palette()
	l := rendertest.Picture(faces)
	m := image.NewRGBA(image.Rect(0, 0, 480, 300))
	var d raster.Drawer
	if n := testing.AllocsPerRun(5, func() { d.Draw(m, l, pal, faces, raster.Options{}) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// A coast of thirty thousand points becomes pixels.
func BenchmarkCoast30k(b *testing.B) {
	l := new(render.List)
	l.Reset(1440, 600)
	s := rendertest.Island("coast", 24000, 5)
	l.Begin(render.Layer{Clip: render.Rect{Max: render.Point{X: 1440, Y: 600}}, Transform: render.Affine{A: 300, C: 720, E: 300, F: 300}})
	l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Ink: rendertest.Land, Alpha: 1}, Shape: s})
	fill := *l
	fill.Layers = append([]render.Layer(nil), l.Layers...)
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Ink: rendertest.Coast, Alpha: 1}, Shape: s, Width: 1})
	m := image.NewRGBA(image.Rect(0, 0, 1440, 600))
	for _, c := range []struct {
		name string
		list *render.List
	}{{"fill", &fill}, {"fill+stroke", l}} {
		b.Run(c.name, func(b *testing.B) {
			var d raster.Drawer
			d.Draw(m, c.list, rendertest.Palette(), nil, raster.Options{})
			b.ReportAllocs()
			for b.Loop() {
				d.Draw(m, c.list, rendertest.Palette(), nil, raster.Options{})
			}
		})
	}
}

// A list becomes pixels.
func BenchmarkPicture(b *testing.B) {
	faces := rendertest.Faces(b, "../..")
	l := rendertest.Picture(faces)
	m := image.NewRGBA(image.Rect(0, 0, 480, 300))
	var d raster.Drawer
	d.Draw(m, l, rendertest.Palette(), faces, raster.Options{})
	b.ReportAllocs()
	for b.Loop() {
		d.Draw(m, l, rendertest.Palette(), faces, raster.Options{})
	}
}

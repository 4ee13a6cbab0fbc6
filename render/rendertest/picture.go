// Package rendertest holds what the tests of all renderers share: pictures that
// use every operation, and the fonts that they are set in.
package rendertest

import (
	"image/color"
	"math"

	"dateline/render"
	"dateline/render/font"
)

// Inks of Palette.
const (
	Sea render.Ink = iota
	Land
	Coast
	Paper
	Word
	Hot
	Cold
)

// Palette is the colours of the test pictures.
func Palette() *render.Palette {
	return &render.Palette{
		Names: []string{"sea", "land", "coast", "paper", "word", "hot", "cold"},
		Colors: []color.NRGBA{
			{0xdc, 0xe6, 0xec, 0xff}, {0xf4, 0xf1, 0xe8, 0xff}, {0x8a, 0x93, 0x99, 0xff},
			{0xff, 0xff, 0xff, 0xff}, {0x22, 0x26, 0x2a, 0xff}, {0xc8, 0x3c, 0x14, 0xff}, {0x1c, 0x5d, 0x99, 0xff},
		},
	}
}

// Picture is a map in little, 480 × 300 CSS pixels: land with a lake, dashes,
// hatching, rings, words with and without halo, and two kept layers under two
// that move.
func Picture(faces *font.Set) *render.List {
	l := new(render.List)
	l.Reset(480, 300)
	whole := render.Rect{Max: render.Point{X: 480, Y: 300}}
	land := Island("island", 400, 5)

	l.Begin(render.Layer{Name: "base", Key: 1, Still: true, Clip: whole, Transform: render.Affine{A: 100, C: 240, E: 100, F: 150}})
	l.Add(render.Op{Kind: render.Fill, Paint: ink(Sea), Paths: l.Path(true, box(0, 0, 480, 300)...)})
	l.Add(render.Op{Kind: render.Fill, Paint: ink(Land), Shape: land})
	l.Add(render.Op{Kind: render.Stroke, Paint: ink(Coast), Shape: land, Width: 0.75})

	l.Begin(render.Layer{Name: "hatch", Key: 2, Still: true, Clip: render.Rect{Min: render.Point{X: 20, Y: 20}, Max: render.Point{X: 110, Y: 90}}, Transform: render.Identity})
	from := int32(len(l.Paths))
	for x := float32(-60); x < 120; x += 6 {
		l.Path(false, render.Point{X: 20 + x, Y: 100}, render.Point{X: 110 + x, Y: 10})
	}
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Ink: Cold, Alpha: 0.5}, Width: 1.5, Butt: true, Paths: render.Span{From: from, To: int32(len(l.Paths))}})

	l.Begin(render.Layer{Name: "flows", Key: 3, Clip: whole, Transform: render.Identity})
	arc := Arc(60, 230, 420, 90, 0.25, 40)
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Ink: Hot, Alpha: 0.8}, Width: 4, Paths: l.Path(false, arc...)})
	l.Add(render.Op{Kind: render.Stroke, Paint: ink(Cold), Width: 2, Dash: [2]float32{8, 5}, Phase: 3, Butt: true, Paths: l.Path(false, Arc(60, 240, 420, 200, 0.3, 30)...)})
	l.Add(render.Op{Kind: render.Stroke, Paint: ink(Cold), Width: 3, Dash: [2]float32{0.1, 7}, Paths: l.Path(false, Arc(60, 250, 420, 260, 0.1, 30)...)})
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Ink: Word, Alpha: 0.6}, Width: 7, Paths: l.Path(false,
		render.Point{X: 300, Y: 40}, render.Point{X: 340, Y: 20}, render.Point{X: 345, Y: 55}, render.Point{X: 400, Y: 30})})
	l.Add(render.Op{Kind: render.Fill, Paint: ink(Hot), Paths: l.Path(true,
		render.Point{X: 440, Y: 80}, render.Point{X: 424, Y: 84}, render.Point{X: 429, Y: 89}, render.Point{X: 427, Y: 97})})
	l.Add(render.Op{Kind: render.Stroke, Paint: ink(Coast), Width: 1, Paths: l.Path(true, box(250.5, 240.5, 300.5, 280.5)...)})

	l.Begin(render.Layer{Name: "marks", Key: 4, Clip: whole, Transform: render.Identity})
	for i, r := range []float32{2, 4, 7, 11} {
		c := render.Point{X: 150 + 26*float32(i), Y: 60}
		l.Add(render.Op{Kind: render.Circle, Paint: render.Paint{Ink: Hot, Alpha: 0.4}, Center: c, Radius: r})
		l.Add(render.Op{Kind: render.Ring, Paint: ink(Hot), Center: c, Radius: r, Width: 1.5})
	}
	Words(l, faces, 0, 22, 160, 120, "Reykjavík–Łódź", ink(Word), 2)
	Words(l, faces, 1, 15, 160, 150, "€ 1,204 million", ink(Cold), 1.5)
	Words(l, faces, 0, 11, 160.4, 170.3, "Tiny text at 11 px: AVATAR, Київ, 12 March", ink(Word), 0)
	Words(l, faces, 1, 11, 20, 112, "Pale halo", render.Paint{Ink: Word, Alpha: 0.7}, 3)
	return l
}

// Words adds a run of text, with a halo if that is more than 0.
func Words(l *render.List, faces *font.Set, face uint8, size, x, y float32, text string, paint render.Paint, halo float32) {
	from := int32(len(l.Glyphs))
	l.Glyphs, _ = faces.Face(face).Shape(text, size, l.Glyphs)
	for i := range l.Glyphs[from:] {
		g := &l.Glyphs[from+int32(i)]
		g.At.X, g.At.Y = g.At.X+x, g.At.Y+y
	}
	l.Add(render.Op{Kind: render.Text, Paint: paint, Face: face, Size: size, Name: text, Halo: halo,
		HaloPaint: render.Paint{Ink: Paper, Alpha: 0.8}, Glyphs: render.Span{From: from, To: int32(len(l.Glyphs))}})
}

// Island is a shape about 4 × 2.4 units around the origin, with a ragged coast
// of n points and a lake.
func Island(name string, n int, rough float64) *render.Shape {
	s := &render.Shape{Name: name}
	ring := func(n int, w, h, dir float64) {
		from := int32(len(s.Points))
		for i := range n {
			a := dir * 2 * math.Pi * float64(i) / float64(n)
			r := 1 + 0.10*math.Sin(rough*a) + 0.05*math.Sin(17*a+1) + 0.03*math.Sin(67*a+2) + 0.01*math.Sin(331*a)
			s.Points = append(s.Points, render.Point{X: float32(w * r * math.Cos(a)), Y: float32(h * r * math.Sin(a))})
		}
		span := render.Span{From: from, To: int32(len(s.Points))}
		s.Rings = append(s.Rings, render.Outline{Points: span, Closed: true, Bounds: render.Bounds(s.Points[from:])})
	}
	ring(n, 2, 1.2, 1)
	ring(n/4, 0.6, 0.3, -1)
	return s
}

// Arc is a bowed line of n+1 points.
func Arc(x0, y0, x1, y1, bow float32, n int) []render.Point {
	cx, cy := (x0+x1)/2+(y1-y0)*bow, (y0+y1)/2-(x1-x0)*bow
	var ps []render.Point
	for i := range n + 1 {
		t := float32(i) / float32(n)
		u := 1 - t
		ps = append(ps, render.Point{X: u*u*x0 + 2*u*t*cx + t*t*x1, Y: u*u*y0 + 2*u*t*cy + t*t*y1})
	}
	return ps
}

func ink(i render.Ink) render.Paint { return render.Paint{Ink: i, Alpha: 1} }

func box(x0, y0, x1, y1 float32) []render.Point {
	return []render.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}}
}

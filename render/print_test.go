package render_test

import (
	"bytes"
	"testing"

	"dateline/render"
	"dateline/render/golden"
	"dateline/render/rendertest"
)

func TestPrint(t *testing.T) {
	l := rendertest.Picture(rendertest.Faces(t, ".."))
	var b bytes.Buffer
	if err := render.Print(&b, l, rendertest.Palette()); err != nil {
		t.Fatal(err)
	}
	golden.Text(t, "testdata/picture.txt", b.String())
}

func TestPrintWithoutPalette(t *testing.T) {
	l := new(render.List)
	l.Reset(20, 10)
	l.Begin(render.Layer{Name: "a", Key: 7, Still: true, Clip: render.Rect{Max: render.Point{X: 20, Y: 10}}, Transform: render.Affine{A: 2, C: -0.04, E: 2, F: 5.25}})
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Ink: 3, Alpha: 0.5}, Width: 1.25, Paths: l.Path(true, render.Point{X: 1}, render.Point{X: 2.06, Y: 3})})
	l.Add(render.Op{Kind: render.Text, Paint: render.Paint{Alpha: 1}, Size: 11, Name: "\"x\"\n"})
	l.Begin(render.Layer{Name: "b", Key: 8, Still: true, Baked: true, While: [2]float32{1.5, 2}, Clip: render.Rect{Max: render.Point{X: 20, Y: 10}}, Transform: render.Identity})
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Alpha: 1}, Butt: true, Threads: &render.Threads{Name: "flows"}, Paths: render.Span{From: 4, To: 9}, Now: 1.75})
	want := `list 20×10

[a] key 0000000000000007 still clip 0,0–20,10 transform 2 0 0 / 0 2 5.2
  stroke ink3@0.50 width 1.2 ; 1,0 2.1,3 close
  text ink0 "\"x\"\n" face 0 size 11 no glyphs

[b] key 0000000000000008 still baked while 1.5–2 clip 0,0–20,10 upright
  stroke ink0 butt threads "flows" 4–9 at 1.75
`
	if got := render.Printed(l); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A list is printed.
func BenchmarkPrint(b *testing.B) {
	l := rendertest.Picture(rendertest.Faces(b, ".."))
	b.ReportAllocs()
	for b.Loop() {
		_ = render.Printed(l)
	}
}

package font_test

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"dateline/render"
	"dateline/render/font"
	"dateline/render/rendertest"
)

func TestMetrics(t *testing.T) {
	f := rendertest.Faces(t, "../..").Faces[0]
	// Noto Sans: unitsPerEm 1000, hhea 1069/-293, OS/2 sCapHeight 714, sxHeight 536.
	// x is drawn to its height, H too.
	want := font.Metrics{Ascent: 1.069, Descent: -0.293, CapHeight: 0.714, XHeight: 0.536}
	got := f.Metrics
	for _, c := range [][2]float32{{got.Ascent, want.Ascent}, {got.Descent, want.Descent}, {got.CapHeight, want.CapHeight}, {got.XHeight, want.XHeight}} {
		if math.Abs(float64(c[0]-c[1])) > 0.002 {
			t.Fatalf("%+v, want %+v", got, want)
		}
	}
}

func TestShape(t *testing.T) {
	f := rendertest.Faces(t, "../..").Faces[0]
	glyphs, width := f.Shape("a b", 10, nil)
	if len(glyphs) != 2 {
		t.Fatalf("%d glyphs, want 2: a space has no ink", len(glyphs))
	}
	if glyphs[0].At != (render.Point{}) || glyphs[1].At.X <= 8 || width <= glyphs[1].At.X {
		t.Errorf("%v, width %v", glyphs, width)
	}
	again, wide := f.Shape("a b", 20, glyphs)
	if len(again) != 4 || math.Abs(float64(wide-2*width)) > 1e-4 {
		t.Errorf("twice the size is %v wide, want %v", wide, 2*width)
	}
	for _, r := range "Ґєїі£€$0123456789é" {
		if !f.Has(r) {
			t.Errorf("lacks %c", r)
		}
	}
	if f.Has('\U0001F600') {
		t.Error("has an emoji")
	}
}

// Figures are as wide as each other, so that an amount that counts stands still.
func TestFigures(t *testing.T) {
	for _, f := range rendertest.Faces(t, "../..").Faces {
		_, want := f.Shape("0", 100, nil)
		for _, r := range "123456789" {
			if _, w := f.Shape(string(r), 100, nil); w != want {
				t.Errorf("%c is %v wide, 0 is %v", r, w, want)
			}
		}
	}
}

func TestOutline(t *testing.T) {
	f := rendertest.Faces(t, "../..").Faces[0]
	g, _ := f.Shape("o", 1, nil)
	o := f.Outline(g[0].ID)
	contours, at := 0, render.Point{}
	var area float64
	var start render.Point
	turn := func(a, b render.Point) { area += float64(a.X*b.Y-b.X*a.Y) / 2 }
	for i, s := range o.Steps {
		if s.Verb == font.Move {
			if i > 0 {
				turn(at, start)
			}
			contours++
			start = s.To
		} else {
			turn(at, s.To)
		}
		at = s.To
	}
	turn(at, start)
	if contours != 2 {
		t.Errorf("o has %d contours", contours)
	}
	if area >= 0 {
		t.Errorf("the outer contour runs anticlockwise: area %v", area)
	}
	if b := o.Bounds; b.Min.X < 0 || b.Max.X > 0.7 || b.Min.Y > 0 || b.Max.Y < f.Metrics.XHeight {
		t.Errorf("bounds %v", b)
	}
	if got := f.Outline(math.MaxUint16); len(got.Steps) != 0 {
		t.Error("a glyph that is not there has an outline")
	}
}

// Whatever the bytes are, Parse answers.
func TestMalformed(t *testing.T) {
	good := rendertest.FontFile(t, "../..", "NotoSans-Regular.ttf")
	if _, err := font.Parse(nil); err == nil {
		t.Error("nothing is a font")
	}
	step := max(len(good)/40, 1)
	for n := 0; n < len(good); n += step {
		if _, err := font.Parse(good[:n]); err == nil && n < len(good)/2 {
			t.Errorf("the first %d bytes of %d are a font", n, len(good))
		}
	}
	for i := range 60 {
		bad := bytes.Clone(good)
		for j := 12 + 37*i; j < len(bad); j += 4099 {
			bad[j] ^= 0xff
		}
		font.Parse(bad) // may be an error or not, but not a panic
	}
}

func TestSet(t *testing.T) {
	s := &font.Set{Faces: []*font.Face{new(font.Face)}}
	if s.Face(1) != nil || s.Face(0) == nil || (*font.Set)(nil).Face(0) != nil {
		t.Error("a face that is not there is nil")
	}
	if g, w := s.Face(0).Shape("x", 10, nil); len(g) != 0 || w != 0 {
		t.Error("a face without a font sets text")
	}
}

// A text that an Extra brings is looked up; every other is set as before.
func TestExtra(t *testing.T) {
	f := rendertest.Faces(t, "../..").Faces[0]
	o, _ := f.Shape("o", 1, nil)
	x := font.Extra{
		Em:     100,
		Glyphs: []font.ExtraGlyph{{Verbs: []font.Verb{font.Move, font.Line, font.Quad}, Steps: []int{10, 0, 0, 50, 40, 0, 0, -50}, Advance: 60}},
		Runs:   []font.Run{{Text: "ab", Marks: []font.Mark{{Glyph: 0, X: 5, Y: 10}, {Glyph: ^int(o[0].ID), X: 60}, {Glyph: 9}}, Width: 120}},
	}
	more := f.With(x)
	g, w := more.Shape("ab", 10, nil)
	near := func(a, b float32) bool { return math.Abs(float64(a-b)) < 1e-4 }
	if len(g) != 2 || !near(w, 12) || !near(g[0].At.X, 0.5) || !near(g[0].At.Y, -1) || g[1].ID != o[0].ID {
		t.Fatalf("%v, width %v", g, w)
	}
	if got := more.Outline(g[0].ID); len(got.Steps) != 3 || !near(got.Steps[2].To.X, 0.5) || !near(got.Bounds.Max.Y, 0.5) {
		t.Errorf("outline %+v", got)
	}
	if a := more.Advance(g[0].ID, 10); !near(a, 6) {
		t.Errorf("advance %v", a)
	}
	if again, wide := more.Shape("ba", 10, nil); len(again) != 2 || near(wide, 12) {
		t.Error("another text is set as the first")
	}
	if g, _ := f.Shape("ab", 10, nil); len(g) == 2 && g[1].ID == o[0].ID {
		t.Error("the face itself has changed")
	}
	if broken := f.With(font.Extra{Em: 100, Glyphs: []font.ExtraGlyph{{Verbs: []font.Verb{font.Quad, 9}, Steps: []int{1}}}}); broken == nil {
		t.Error("a broken glyph makes no face")
	}
}

func ExampleFace_Shape() {
	var f font.Face // in earnest: font.Parse
	glyphs, width := f.Shape("Kyiv", 14, nil)
	fmt.Println(len(glyphs), width)
	// Output: 0 0
}

// A word is set.
func BenchmarkShape(b *testing.B) {
	f := rendertest.Faces(b, "../..").Faces[0]
	var g []render.Glyph
	b.ReportAllocs()
	for b.Loop() {
		g, _ = f.Shape("The quick brown fox", 14, g[:0])
	}
}

// A font is read.
func BenchmarkParse(b *testing.B) {
	data := rendertest.FontFile(b, "../..", "NotoSans-Regular.ttf")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := font.Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}

package scene_test

import (
	"fmt"
	"image"
	"os"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/geo"
	"dateline/render"
	"dateline/render/font"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/render/shape"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

// pack makes the pack of an example in a language, as the tool does, and sends
// it through its encoding.
func pack(t testing.TB, example, lang string) *scene.Pack {
	t.Helper()
	data, err := os.ReadFile("../examples/" + example + "/story.json")
	if err != nil {
		t.Fatal(err)
	}
	st, problems := story.Parse("story.json", data)
	if st == nil {
		t.Fatal(problems)
	}
	p := &scene.Pack{Story: st, Words: *wording(timeline.New(st), lang)}
	for face, ttfs := range [][][]byte{
		append([][]byte{assets.FontRegular()}, assets.ShapedRegular()...),
		append([][]byte{assets.FontBold()}, assets.ShapedBold()...),
	} {
		setter, err := shape.New(ttfs[0], ttfs[1:]...)
		if err != nil {
			t.Fatal(err)
		}
		extra, lacks := setter.Set(p.Words.Texts(uint8(face)), p.Words.RTL)
		if len(lacks) > 0 {
			t.Errorf("%s: no font for %v", lang, lacks)
		}
		p.Extra = append(p.Extra, extra)
	}
	p, err = scene.DecodePack(p.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// prepareIn makes the scene of an example in a language from its pack alone.
func prepareIn(t testing.TB, example, lang string, width, height float64) (*scene.Scene, *font.Set) {
	t.Helper()
	p := pack(t, example, lang)
	basemap, err := geo.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	world, err := basemap.World(1)
	if err != nil {
		t.Fatal(err)
	}
	set := p.Faces(faces(t))
	return scene.Prepare(scene.Input{Line: timeline.New(p.Story), Pieces: []*geo.Piece{world}, Faces: set, Words: &p.Words, Width: width, Height: height, Ratio: 1}), set
}

// The flagship story in the other languages, wide and narrow: for Arabic the
// printed list as well, where every glyph stands.
func TestLanguages(t *testing.T) {
	for _, lang := range []string{"fr", "uk", "ar"} {
		for _, f := range frames {
			if f.name == "middle" {
				continue
			}
			s, set := prepareIn(t, flagship, lang, f.width, f.height)
			var l render.List
			s.Build(&l, 11, scene.View{})
			name := fmt.Sprintf("testdata/%s/%s-%s", flagship, lang, f.name)
			if lang == "ar" {
				var b strings.Builder
				if err := render.Print(&b, &l, scene.Light()); err != nil {
					t.Fatal(err)
				}
				golden.Text(t, name+".txt", b.String())
			}
			img := image.NewRGBA(image.Rect(0, 0, int(f.width), int(f.height)))
			raster.Draw(img, &l, scene.Light(), set, raster.Options{})
			golden.Picture(t, name+".png", img, golden.Tolerance{Mean: 0.05, Off: 24, Share: 0.0005})
		}
	}
}

// Time runs the other way: marks, blocks and the playhead stand mirrored, and
// legend and buttons change sides.
func TestRightToLeft(t *testing.T) {
	const width = 1000
	at := func(lang string, pos timeline.Pos) (stops []float32, ring float32) {
		s, _ := prepareIn(t, flagship, lang, width, 624)
		for _, target := range s.Targets(nil, pos, scene.View{}) {
			if target.Kind == "stop" {
				stops = append(stops, (target.Box.Min.X+target.Box.Max.X)/2)
			}
		}
		var l render.List
		s.Build(&l, pos, scene.View{})
		return stops, l.Ops[len(l.Ops)-1].Center.X
	}
	ltr, ring := at("en", 4.5)
	rtl, mirrored := at("ar", 4.5)
	for i := range ltr {
		if d := ltr[i] + rtl[i] - width; d < -0.01 || d > 0.01 {
			t.Errorf("stop %d stands at %g, in Arabic at %g", i, ltr[i], rtl[i])
		}
	}
	if d := ring + mirrored - width; d < -0.01 || d > 0.01 {
		t.Errorf("the playhead stands at %g, in Arabic at %g", ring, mirrored)
	}
}

// No two labels overlap at rest, in any language that Dateline speaks.
func TestLabelsKeepApartInEveryLanguage(t *testing.T) {
	for _, lang := range []string{"fr", "uk", "ar"} {
		for _, f := range frames {
			s, set := prepareIn(t, flagship, lang, f.width, f.height)
			var l render.List
			for pos := timeline.Pos(0); pos <= 11; pos++ {
				s.Build(&l, pos, scene.View{})
				boxes := words(&l, set)
				for i, a := range boxes {
					if a.box.Min.X < 0 || a.box.Max.X > float32(f.width) {
						t.Errorf("%s, %s at %g: %q leaves the picture: %v", lang, f.name, pos, a.text, a.box)
					}
					for _, b := range boxes[:i] {
						if x, y := min(a.box.Max.X, b.box.Max.X)-max(a.box.Min.X, b.box.Min.X), min(a.box.Max.Y, b.box.Max.Y)-max(a.box.Min.Y, b.box.Min.Y); x > 0.5 && y > 0.5 {
							t.Errorf("%s, %s at %g: %q and %q overlap by %.1f × %.1f px", lang, f.name, pos, a.text, b.text, x, y)
						}
					}
				}
			}
		}
	}
}

package scene_test

import (
	"fmt"
	"image"
	"math/rand"
	"strings"
	"testing"

	"dateline/render"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

// crowd is a story of n events on an axis, some of one day, some only about.
func crowd(n int, scale story.Scale) *timeline.Line {
	r := rand.New(rand.NewSource(7))
	s := &story.Story{ID: "crowd", Lang: "en", Title: story.Text{"en": "A crowd"}, Scale: scale,
		Places: []story.Place{{ID: "a", Name: story.Text{"en": "A"}, At: [2]float64{2, 48}}}}
	day := 19000
	for i := range n {
		day += r.Intn(3)
		d := story.DayDate(day)
		if r.Intn(4) == 0 {
			d.Certainty = story.About
		}
		s.Events = append(s.Events, story.Event{ID: fmt.Sprint("e", i), Kinds: []story.EventKind{story.Happening}, Date: d, Place: "a", PlaceStated: true, Headline: story.Text{"en": "An event"}})
	}
	s.Window = story.Window{From: s.Events[0].Date, To: story.DayDate(day)}
	s.Window.From.Certainty = story.Stated
	return timeline.New(s)
}

// lasting is a story of things that last.
func lasting(t testing.TB) *timeline.Line { return axisOf(t, "testdata/lasting/story.json") }

// stripOf keeps of a printed list what belongs to the timeline.
func stripOf(l *render.List) string {
	var b strings.Builder
	if err := render.Print(&b, l, scene.Light()); err != nil {
		panic(err) // a builder takes everything
	}
	return b.String()[strings.Index(b.String(), "[axis]"):]
}

// The timeline of what lasts, as a whole and looked at closely; and that of
// many events.
func TestStrips(t *testing.T) {
	set := faces(t)
	ordinal := lasting(t)
	ordinal.Story.Scale = story.Ordinal
	for _, c := range []struct {
		name, lang string
		line       *timeline.Line
		width      float64
		pos        timeline.Pos
		part       [2]float64 // shares of the axis
	}{
		{"lasting-wide", "en", lasting(t), 1000, 6, [2]float64{}},
		{"lasting-between", "en", lasting(t), 1000, 8.6, [2]float64{}},
		{"lasting-narrow", "fr", lasting(t), 360, 9, [2]float64{}},
		{"lasting-closer", "en", lasting(t), 800, 6, [2]float64{0.35, 0.6}},
		{"lasting-back", "en-back", lasting(t), 800, 6, [2]float64{0.2, 0.7}},
		{"lasting-ordinal", "en", timeline.New(ordinal.Story), 800, 8, [2]float64{}},
		{"hours", "en", axisOf(t, "../examples/titanic-night/story.json"), 360, 12, [2]float64{0.4, 0.75}},
		{"many-ordinal", "en", crowd(48, story.Ordinal), 360, 20, [2]float64{}},
		{"many-ordinal-closer", "en", crowd(48, story.Ordinal), 360, 20, [2]float64{0.3, 0.5}},
		{"many-calendar", "en", crowd(400, story.Calendar), 1000, 100, [2]float64{}},
	} {
		strip := scene.StripOf(c.line).Height
		s := prepared(t, c.line, c.lang, c.width, 240+strip)
		var l render.List
		end := c.line.Extent()
		s.Build(&l, c.pos, scene.View{From: c.part[0] * end, To: c.part[1] * end})
		golden.Text(t, "testdata/strips/"+c.name+".txt", stripOf(&l))
		img := image.NewRGBA(image.Rect(0, 0, int(c.width), 240+int(strip)))
		raster.Draw(img, &l, scene.Light(), set, raster.Options{})
		golden.Picture(t, "testdata/strips/"+c.name+".png", img.SubImage(image.Rect(0, 240, int(c.width), 240+int(strip))).(*image.RGBA), golden.Tolerance{Mean: 0.05, Off: 24, Share: 0.002})
	}
}

// Whatever part of whatever timeline shows, no two of its words touch, none
// leaves the picture, and the marks that show count every event there once.
func TestPartsOfTheAxis(t *testing.T) {
	seed := rand.Int63()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewSource(seed))
	set := faces(t)
	for name, line := range map[string]*timeline.Line{
		"lasting": lasting(t), "hours": axisOf(t, "../examples/titanic-night/story.json"), "years": axisOf(t, "../examples/magellan-elcano/story.json"),
		"many, ordinal": crowd(48, story.Ordinal), "many": crowd(400, story.Calendar),
	} {
		for _, c := range []struct {
			lang  string
			width float64
		}{{"en", 360}, {"en", 1000}, {"en-back", 360}} {
			lang, width := c.lang, c.width
			s := prepared(t, line, lang, width, 240+scene.StripOf(line).Height)
			fresh := s
			if name == "lasting" {
				fresh = prepared(t, line, lang, width, 240+scene.StripOf(line).Height)
			}
			var l, again render.List
			end := line.Extent()
			for k := range 24 {
				var v scene.View
				if k > 0 {
					v.From = r.Float64() * end
					v.To = v.From + (end-v.From)*r.Float64()*r.Float64()
				}
				pos := timeline.Pos(r.Intn(len(line.Stops)))
				s.Build(&l, pos, v)
				fresh.Build(&again, pos, v)
				if stripOf(&l) != stripOf(&again) {
					t.Fatalf("%s, %s, %g px: %+v depends on the way there", name, lang, width, v)
				}
				boxes := words(&l, set)
				for i, a := range boxes {
					if a.box.Min.Y < 240 || a.box.Min.X > float32(width) || a.box.Max.X < 0 || a.text == "»»" {
						continue
					}
					if a.box.Min.X < 0 || a.box.Max.X > float32(width) {
						t.Errorf("%s, %g px, %+v: %q leaves the picture", name, width, v, a.text)
					}
					for _, b := range boxes[:i] {
						if b.box.Min.Y < 240 {
							continue // a word of the map, which is cut at its edge
						}
						x := min(a.box.Max.X, b.box.Max.X) - max(a.box.Min.X, b.box.Min.X)
						y := min(a.box.Max.Y, b.box.Max.Y) - max(a.box.Min.Y, b.box.Min.Y)
						if x > 0.5 && y > 0.5 && !counts(a.text, b.text) {
							t.Errorf("%s, %s, %g px, %+v: %q and %q overlap by %.1f × %.1f px", name, lang, width, v, a.text, b.text, x, y)
						}
					}
				}
				if t.Failed() {
					return
				}
			}
		}
	}
}

// counts reports whether both words are counts of marks, of which the playhead's
// may lie on another.
func counts(a, b string) bool { return strings.Trim(a+b, "0123456789") == "" }

// Ten thousand events: no picture waits for them.
func TestTenThousand(t *testing.T) {
	line := crowd(10_000, story.Calendar)
	s := prepared(t, line, "en", 1000, 240+scene.StripOf(line).Height)
	var l render.List
	for _, share := range []float64{1, 0.5, 0.1, 0.01, 0} {
		v := scene.View{From: 0, To: line.Extent() * share}
		if share == 0 {
			v.To = line.Closest()
		}
		s.Build(&l, 1, v)
		if n := len(l.Ops); n > 400 {
			t.Errorf("%d operations draw %g of the axis", n, share)
		}
	}
	marks := 0
	for _, target := range s.Targets(nil, 1, scene.View{From: line.Extent() / 2, To: line.Extent()/2 + line.Closest()}) {
		if target.Kind == "stop" {
			marks++
		}
	}
	if marks < 2 || marks > 60 {
		t.Errorf("%d marks stand apart where the reader looks closest", marks)
	}
}

// A picture of a story of ten thousand events.
func BenchmarkTenThousand(b *testing.B) {
	line := crowd(10_000, story.Calendar)
	s := prepared(b, line, "en", 1000, 240+scene.StripOf(line).Height)
	var l render.List
	b.Run("still", func(b *testing.B) {
		for i := range b.N {
			s.Build(&l, timeline.Pos(i%5000), scene.View{})
		}
	})
	b.Run("moving", func(b *testing.B) {
		for i := range b.N {
			s.Build(&l, 1, scene.View{From: float64(i % 1000), To: float64(i%1000) + 500})
		}
	})
}

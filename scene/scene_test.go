package scene_test

import (
	"fmt"
	"image"
	"math"
	"math/rand"
	"os"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/geo"
	"dateline/player"
	"dateline/render"
	"dateline/render/font"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

func faces(t testing.TB) *font.Set {
	t.Helper()
	set := &font.Set{}
	for _, ttf := range [][]byte{assets.FontRegular(), assets.FontBold()} {
		face, err := font.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		set.Faces = append(set.Faces, face)
	}
	return set
}

// axisOf reads a story.
func axisOf(t testing.TB, file string) *timeline.Line {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	st, problems := story.Parse("story.json", data)
	if st == nil {
		t.Fatal(problems)
	}
	return timeline.New(st)
}

// prepare makes the scene of an example at a size.
func prepare(t testing.TB, example string, width, height float64) *scene.Scene {
	return prepareFile(t, "../examples/"+example+"/story.json", width, height)
}

func prepareFile(t testing.TB, file string, width, height float64) *scene.Scene {
	return prepared(t, axisOf(t, file), "en", width, height)
}

// prepared makes the scene of a story in a language; "en-back" is English on a
// timeline that runs from right to left.
func prepared(t testing.TB, line *timeline.Line, lang string, width, height float64) *scene.Scene {
	t.Helper()
	basemap, err := geo.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	var pieces []*geo.Piece
	for level := range basemap.Levels() {
		p, err := basemap.World(level)
		if err != nil {
			t.Fatal(err)
		}
		pieces = append(pieces, p)
	}
	words := wording(line, strings.TrimSuffix(lang, "-back"))
	words.RTL = words.RTL || strings.HasSuffix(lang, "-back")
	return scene.Prepare(scene.Input{Line: line, Pieces: pieces, Faces: faces(t), Words: words, Width: width, Height: height, Ratio: 1})
}

// wording is what is written on a map that can show every country.
func wording(line *timeline.Line, lang string) *scene.Words {
	w := player.Canvas(line, lang)
	var codes []string
	basemap, err := geo.Open(assets.Basemap())
	if err != nil {
		panic(err)
	}
	world, err := basemap.World(1)
	if err != nil {
		panic(err)
	}
	for _, c := range world.Countries {
		codes = append(codes, c.Code)
	}
	w.Countries = player.Countries(lang, codes)
	return w
}

const flagship = "three-days-in-march"

// frames are the sizes that are looked at: a desktop's stage, a tablet's, a
// phone's.
var frames = []struct {
	name          string
	width, height float64
}{{"wide", 1000, 624}, {"middle", 800, 520}, {"narrow", 360, 482}}

// The printed list at the opening, on each day, in a flight, in an entry and
// at the end.
func TestLists(t *testing.T) {
	for _, f := range frames {
		s := prepare(t, flagship, f.width, f.height)
		var l render.List
		for _, pos := range []timeline.Pos{0, 1.4, 1.85, 2, 7, 11} {
			s.Build(&l, pos, scene.View{})
			var b strings.Builder
			if err := render.Print(&b, &l, scene.Light()); err != nil {
				t.Fatal(err)
			}
			golden.Text(t, fmt.Sprintf("testdata/%s/%s-%g.txt", flagship, f.name, pos), b.String())
		}
	}
}

func TestPictures(t *testing.T) {
	set := faces(t)
	for _, f := range frames {
		s := prepare(t, flagship, f.width, f.height)
		var l render.List
		for _, pos := range []timeline.Pos{0, 2, 10, 11} {
			if f.name == "middle" && pos != 8 && pos != 11 {
				continue
			}
			s.Build(&l, pos, scene.View{})
			img := image.NewRGBA(image.Rect(0, 0, int(f.width), int(f.height)))
			pal, theme := scene.Light(), "light"
			if pos == 10 {
				pal, theme = scene.Dark(), "dark"
			}
			raster.Draw(img, &l, pal, set, raster.Options{})
			golden.Picture(t, fmt.Sprintf("testdata/%s/%s-%s-%g.png", flagship, f.name, theme, pos), img, golden.Tolerance{Mean: 0.05, Off: 24, Share: 0.0005})
		}
	}
}

// The end of the story under the modes that a system may ask for, and on paper.
func TestModes(t *testing.T) {
	set := faces(t)
	s := prepare(t, flagship, 800, 520)
	var l render.List
	s.Build(&l, 11, scene.View{})
	for _, mode := range scene.Modes()[2:] {
		img := image.NewRGBA(image.Rect(0, 0, 800, 520))
		raster.Draw(img, &l, scene.Own().Palette(scene.ParseMode(mode)), set, raster.Options{})
		golden.Picture(t, fmt.Sprintf("testdata/%s/%s.png", flagship, mode), img, golden.Tolerance{Mean: 0.05, Off: 24, Share: 0.0005})
	}
}

// Build depends on its arguments alone: shuffled positions, evaluated twice and
// by a scene that has drawn nothing else, give equal lists.
func TestBuildIsPure(t *testing.T) {
	seed := rand.Int63()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewSource(seed))
	s := prepare(t, flagship, 640, 460)
	type at struct {
		pos  timeline.Pos
		view scene.View
	}
	var all []at
	for p := timeline.Pos(0); p <= 11; p += 0.1 {
		all = append(all, at{p, scene.View{}})
	}
	for range 20 {
		all = append(all, at{timeline.Pos(r.Float64() * 11), scene.View{X: r.Float64()*200 - 100, Y: r.Float64()*200 - 100, K: 0.5 + 3*r.Float64()}})
	}
	first := map[at]string{}
	var l render.List
	for _, a := range all {
		s.Build(&l, a.pos, a.view)
		first[a] = render.Printed(&l)
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	fresh := prepare(t, flagship, 640, 460)
	for _, a := range all {
		s.Build(&l, a.pos, a.view)
		again := render.Printed(&l)
		var other render.List
		fresh.Build(&other, a.pos, a.view)
		if again != first[a] || render.Printed(&other) != again {
			t.Fatalf("the picture at %+v depends on the way there", a)
		}
	}
}

// No two labels overlap, at any moment and any width, nor do words leave the
// picture.
func TestLabelsKeepApart(t *testing.T) {
	set, strip := faces(t), scene.StripOf(axisOf(t, "../examples/"+flagship+"/story.json")).Height
	for _, width := range []float64{320, 360, 414, 600, 800, 1000, 1440} {
		height := strip + min(max(280, width*0.52), 640)
		if width < 640 {
			height = strip + width*1.05
		}
		s := prepare(t, flagship, width, height)
		var l render.List
		for pos := timeline.Pos(0); pos <= 11; pos += 0.04 {
			s.Build(&l, pos, scene.View{})
			boxes := words(&l, set)
			for i, a := range boxes {
				if a.box.Min.X < 0 || a.box.Max.X > float32(width) || a.box.Min.Y < 0 || a.box.Max.Y > float32(height) {
					if a.still(pos) {
						t.Errorf("%g px at %g: %q leaves the picture: %v", width, pos, a.text, a.box)
					}
				}
				for _, b := range boxes[:i] {
					x := min(a.box.Max.X, b.box.Max.X) - max(a.box.Min.X, b.box.Min.X)
					y := min(a.box.Max.Y, b.box.Max.Y) - max(a.box.Min.Y, b.box.Min.Y)
					if x > 0.5 && y > 0.5 {
						t.Errorf("%g px at %g: %q and %q overlap by %.1f × %.1f px", width, pos, a.text, b.text, x, y)
					}
				}
			}
			if t.Failed() {
				break
			}
		}
	}
}

type word struct {
	text string
	box  render.Rect
}

// still reports whether a position is a stop, where the camera rests. In a
// flight names may be on their way out of the map.
func (word) still(pos timeline.Pos) bool {
	return math.Abs(float64(pos)-math.Round(float64(pos))) < 0.02
}

// words are the texts of a list that can be seen, with their boxes: from the
// baseline to the height of capitals. What lies wholly outside of its layer's
// clip is not seen.
func words(l *render.List, set *font.Set) []word {
	var out []word
	for i, op := range l.Ops {
		if op.Kind != render.Text || op.Paint.Alpha < 0.15 || op.Name == "?" {
			continue
		}
		face := set.Face(op.Face)
		b := render.Rect{Min: render.Point{X: float32(math.Inf(1))}, Max: render.Point{X: float32(math.Inf(-1))}}
		for _, g := range l.Glyphs[op.Glyphs.From:op.Glyphs.To] {
			b.Min.X, b.Max.X = min(b.Min.X, g.At.X), max(b.Max.X, g.At.X+face.Advance(g.ID, op.Size))
			b.Min.Y, b.Max.Y = g.At.Y-face.Metrics.CapHeight*op.Size, g.At.Y
		}
		for _, y := range l.Layers {
			if y.Ops.From <= int32(i) && int32(i) < y.Ops.To && b.Meets(y.Clip) {
				out = append(out, word{op.Name, b})
			}
		}
	}
	return out
}

// What can be pointed at lies in the picture, is large enough to hit, and
// leads to an event of the story.
func TestTargets(t *testing.T) {
	for _, f := range frames {
		s := prepare(t, flagship, f.width, f.height)
		for pos := timeline.Pos(0); pos <= 11; pos++ {
			stops, places := 0, 0
			for _, target := range s.Targets(nil, pos, scene.View{}) {
				b := target.Box
				if b.Max.X-b.Min.X < 23.99 && target.Kind != "flow" {
					t.Errorf("%s at %g: %s %s is %g px wide", f.name, pos, target.Kind, target.ID, b.Max.X-b.Min.X)
				}
				switch target.Kind {
				case "stop":
					stops++
				case "place":
					places++
				}
			}
			if stops != 11 {
				t.Errorf("%s at %g: %d stops, want 11", f.name, pos, stops)
			}
			if (pos == 0 || pos == 8) && places != 5 {
				t.Errorf("%s at %g: %d places in the whole view, want 5", f.name, pos, places)
			}
		}
	}
}

// Odd sizes, positions and views draw something and break nothing.
func TestBuildSurvivesAnything(t *testing.T) {
	var l render.List
	for _, size := range [][2]float64{{0, 0}, {1, 1}, {320, 200}, {4000, 400}, {200, 3000}} {
		s := prepare(t, flagship, size[0], size[1])
		for _, pos := range []timeline.Pos{timeline.Pos(math.NaN()), -5, 5.5, 1e9, timeline.Pos(math.Inf(1))} {
			for _, v := range []scene.View{{}, {K: math.NaN()}, {X: math.Inf(1), Y: math.NaN(), K: 1e9}, {K: -1}} {
				s.Build(&l, pos, v)
				for _, p := range l.Points {
					if p.X != p.X || p.Y != p.Y {
						t.Fatalf("size %v, position %g, view %+v: a point is not a number", size, pos, v)
					}
				}
			}
		}
	}
}

// The flagship is prepared for a size: projected, labels set and placed.
func BenchmarkPrepare(b *testing.B) {
	for range b.N {
		prepare(b, flagship, 1000, 624)
	}
}

// All labels of the flagship are placed, under each of its cameras.
func BenchmarkPlaceLabels(b *testing.B) {
	s := prepare(b, flagship, 1000, 624)
	for b.Loop() {
		s.PlaceLabels()
	}
}

// A picture of the flagship becomes a list: at rest, in a flight, while an event comes in.
func BenchmarkBuild(b *testing.B) {
	s := prepare(b, flagship, 1000, 624)
	var l render.List
	s.Build(&l, 11, scene.View{})
	for _, c := range []struct {
		name string
		pos  timeline.Pos
	}{{"rest", 11}, {"flight", 7.4}, {"entry", 1.9}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				s.Build(&l, c.pos, scene.View{})
			}
		})
	}
}

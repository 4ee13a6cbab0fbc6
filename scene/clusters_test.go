package scene_test

import (
	"fmt"
	"image"
	"math"
	"math/rand"
	"strconv"
	"testing"

	"github.com/paulmach/orb"

	"dateline/render"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

// strewn is a story of n places, most of them around a few towns, and of as
// many events, two a day, one at most of the places.
func strewn(n int) *timeline.Line {
	r := rand.New(rand.NewSource(11))
	towns := []orb.Point{{2.35, 48.85}, {-0.1, 51.5}, {4.35, 50.85}, {13.4, 52.5}, {12.5, 41.9}, {-3.7, 40.4}, {21, 52.2}, {30.5, 50.45}, {23.7, 38}}
	s := &story.Story{ID: "strewn", Lang: "en", Title: story.Text{"en": "Strewn"}, Scale: story.Calendar}
	for i := range n {
		t, far := towns[r.Intn(len(towns))], math.Exp(3.2*r.Float64()-2)
		at := orb.Point{t[0] + r.NormFloat64()*far*0.3, t[1] + r.NormFloat64()*far*0.2}
		s.Places = append(s.Places, story.Place{ID: fmt.Sprint("p", i), Name: story.Text{"en": fmt.Sprint("Place ", i+1)}, At: at})
		e := story.Event{ID: fmt.Sprint("e", i), Kinds: []story.EventKind{story.Happening}, Date: story.DayDate(19000 + i/2), Headline: story.Text{"en": "An event"}}
		if i/2%5 != 4 { // each fifth day is nowhere
			e.Place, e.PlaceStated = fmt.Sprint("p", i), true
		}
		s.Events = append(s.Events, e)
	}
	s.Window = story.Window{From: s.Events[0].Date, To: s.Events[n-1].Date}
	return timeline.New(s)
}

// storyOps are the operations of the story's own layer.
func storyOps(t *testing.T, l *render.List) []render.Op {
	o := layerOf(t, l, "story").Ops
	return l.Ops[o.From:o.To]
}

// discs are the marks of places that show in a picture, without the current event's: the paper under each.
func discs(t *testing.T, l *render.List) (out []render.Op) {
	ops := storyOps(t, l)
	for i := 1; i < len(ops); i++ {
		a, b := ops[i-1], ops[i]
		if a.Kind == render.Circle && a.Paint.Ink == scene.Paper && a.Paint.Alpha > 0.5 && a.Center == b.Center && b.Paint.Ink == scene.Ink {
			out = append(out, a)
		}
	}
	return out
}

// Two thousand places: at whatever zoom the reader stops, no two marks touch,
// every target can be hit, the counts and single marks are all the events that
// have come in, and the picture depends on nothing else.
func TestClusters(t *testing.T) {
	seed := rand.Int63()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewSource(seed))
	line := strewn(2000)
	for _, size := range [][2]float64{{360, 482}, {1000, 624}} {
		s := prepared(t, line, "en", size[0], size[1])
		fresh := prepared(t, line, "en", size[0], size[1])
		var l, again render.List
		seen := map[string]int{}
		for n := range 40 {
			pos := timeline.Pos(r.Intn(len(line.Stops)))
			v := scene.View{Held: true, At: pos, K: math.Exp2(r.Float64() * math.Log2(12)), X: (r.Float64() - 0.5) * 400, Y: (r.Float64() - 0.5) * 400}
			if n < 4 { // all of Europe, and no current event's mark that hides a count
				pos = timeline.Pos(5 * (1 + r.Intn(len(line.Stops)/5)))
				v = scene.View{Held: true, At: pos, K: 0.7 + 0.1*float64(n)}
			}
			s.Build(&l, pos, v)
			fresh.Build(&again, pos, v)
			if render.Printed(&l) != render.Printed(&again) {
				t.Fatalf("%g px at %g, %+v: the picture depends on the way there", size[0], pos, v)
			}
			marks := discs(t, &l)
			for i, a := range marks {
				for _, b := range marks[:i] {
					if d := math.Hypot(float64(a.Center.X-b.Center.X), float64(a.Center.Y-b.Center.Y)); d < float64(a.Radius+b.Radius) {
						t.Fatalf("%g px at %g, %+v: marks at %v and %v overlap", size[0], pos, v, a.Center, b.Center)
					}
				}
			}
			for _, target := range s.Targets(nil, pos, v) {
				seen[target.Kind]++
				w, h := target.Box.Max.X-target.Box.Min.X, target.Box.Max.Y-target.Box.Min.Y
				if (w < 24 || h < 24) && (target.Kind == "cluster" || target.Kind == "place") {
					t.Errorf("%g px: the %s %q is %g × %g px", size[0], target.Kind, target.ID, w, h)
				}
				if target.Kind == "cluster" && target.Zoom == 0 && target.Event == "" {
					t.Errorf("%g px: the cluster at %q leads nowhere", size[0], target.ID)
				}
			}
			if n >= 4 {
				continue
			}
			// What the clusters count, and one for each single dot of an event that has come in.
			var st timeline.State
			line.At(&st, pos)
			want, got := 0, 0
			for e, in := range st.Events {
				if in > 0.5 && line.Story.Events[e].Place != "" {
					want++
				}
			}
			for _, op := range storyOps(t, &l) {
				if op.Kind == render.Text && op.Paint.Ink == scene.Paper && op.Paint.Alpha > 0.5 {
					count, err := strconv.Atoi(op.Name)
					if err != nil {
						t.Fatal(err)
					}
					got += count
				}
			}
			alone := map[render.Point]bool{}
			for _, m := range marks {
				alone[m.Center] = m.Radius < 6
			}
			for _, target := range s.Targets(nil, pos, v) {
				middle := render.Point{X: (target.Box.Min.X + target.Box.Max.X) / 2, Y: (target.Box.Min.Y + target.Box.Max.Y) / 2}
				if target.Kind == "place" && target.Event != "" && near(alone, middle) && st.Events[line.Story.EventIndex(target.Event)] > 0.5 {
					got++
				}
			}
			if got != want {
				t.Errorf("%g px at %g, %+v: the marks count %d events, %d have come in", size[0], pos, v, got, want)
			}
		}
		if seen["cluster"] == 0 || seen["place"] == 0 {
			t.Errorf("%g px: targets are %v", size[0], seen)
		}
	}
}

// near reports whether a dot stands at a point.
func near(dots map[render.Point]bool, p render.Point) bool {
	for at, dot := range dots {
		if dot && math.Abs(float64(at.X-p.X)) < 0.01 && math.Abs(float64(at.Y-p.Y)) < 0.01 {
			return true
		}
	}
	return false
}

// What a tap on a cluster does: closer by what the target says, it has parted.
func TestClustersPart(t *testing.T) {
	line := strewn(2000)
	s := prepared(t, line, "en", 1000, 624)
	parted := 0
	for _, c := range s.Targets(nil, line.Last(), scene.View{}) {
		if c.Kind != "cluster" || c.Zoom == 0 {
			continue
		}
		if c.Zoom < 1 || c.Zoom > 12 {
			t.Fatalf("%q parts at %g", c.Label, c.Zoom)
		}
		middle := scene.View{K: c.Zoom, Held: true, At: line.Last()}
		middle.X = -c.Zoom * (float64(c.Box.Min.X+c.Box.Max.X)/2 - 500)
		middle.Y = -c.Zoom * (float64(c.Box.Min.Y+c.Box.Max.Y)/2 - (624-scene.StripOf(line).Height)/2)
		for _, after := range s.Targets(nil, line.Last(), middle) {
			if after.Kind == "cluster" && after.Label == c.Label {
				t.Errorf("%q has not parted at %g", c.Label, c.Zoom)
			}
		}
		parted++
	}
	if parted < 10 {
		t.Errorf("%d clusters part", parted)
	}
}

// Drawing a story of many places makes no garbage.
func TestClustersAllocateNothing(t *testing.T) {
	line := strewn(2000)
	s := prepared(t, line, "en", 1000, 624)
	var l render.List
	for _, k := range []float64{1, 1.01, 3.3, 11} {
		v := scene.View{Held: true, At: 700, K: k}
		s.Build(&l, 700.4, v)
		if n := testing.AllocsPerRun(20, func() { s.Build(&l, 700.4, v) }); n > 0 {
			t.Errorf("at %g× a picture allocates %g times", k, n)
		}
	}
}

func TestClusterPictures(t *testing.T) {
	set := faces(t)
	line := strewn(2000)
	for _, c := range []struct {
		name          string
		width, height float64
		dark          bool
		pos           timeline.Pos
		view          scene.View
	}{
		{"wide-light", 1000, 624, false, 701, scene.View{}},
		{"wide-dark", 1000, 624, true, 0, scene.View{}},
		{"closer-light", 1000, 624, false, 700, scene.View{K: 4, X: 632, Y: 392, Held: true, At: 700}},
		{"narrow-light", 360, 482, false, 91, scene.View{}},
		{"narrow-dark", 360, 482, true, 1000, scene.View{}},
	} {
		s := prepared(t, line, "en", c.width, c.height)
		var l render.List
		s.Build(&l, c.pos, c.view)
		pal := scene.Light()
		if c.dark {
			pal = scene.Dark()
		}
		img := image.NewRGBA(image.Rect(0, 0, int(c.width), int(c.height)))
		raster.Draw(img, &l, pal, set, raster.Options{})
		golden.Picture(t, "testdata/clusters/"+c.name+".png", img, golden.Tolerance{Mean: 0.05, Off: 24, Share: 0.0005})
	}
}

// A picture of a story of very many places, whose marks gather.
func BenchmarkManyPlaces(b *testing.B) {
	line := strewn(10_000)
	b.Run("prepare", func(b *testing.B) {
		for range b.N {
			prepared(b, line, "en", 1000, 624)
		}
	})
	s := prepared(b, line, "en", 1000, 624)
	var l render.List
	for _, k := range []float64{1, 4} {
		v := scene.View{Held: true, At: 3000, K: k}
		s.Build(&l, 3000, v)
		b.Run(fmt.Sprint("build at ", k), func(b *testing.B) {
			for range b.N {
				s.Build(&l, 3000, v)
			}
		})
	}
}

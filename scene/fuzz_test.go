package scene_test

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"image"
	"math"
	"math/rand"
	"slices"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/assets"
	"dateline/geo"
	"dateline/player"
	"dateline/render"
	"dateline/render/font"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

// choices turns bytes into decisions, so that a fuzzer that changes a byte
// changes one of them.
type choices struct{ rest []byte }

func (c *choices) of(n int) int {
	if len(c.rest) == 0 {
		return 0
	}
	b := c.rest[0]
	c.rest = c.rest[1:]
	return int(b) % n
}

// angle is one of the degrees at which maps break, or any other.
func (c *choices) angle(most float64) float64 {
	special := [...]float64{0, 1e-12, -1e-12, 0.25, -0.25, 0.5, -0.5, 1, -1, 1 - 1e-12, -1 + 1e-12, 5e-324}
	if i := c.of(len(special) + 6); i < len(special) {
		return special[i] * most
	}
	return (float64(c.of(256))/127.5 - 1) * most
}

func (c *choices) date() story.Date {
	d := story.Date{Year: [...]int{2025, -9999, -1, 1, 9999, 1582}[c.of(6)]}
	d.Precision = story.Precision(c.of(5))
	if d.Precision >= story.Month {
		d.Month = 1 + c.of(12)
	}
	if d.Precision >= story.Day {
		d.Day = 1 + c.of(28)
	}
	if d.Precision >= story.Hour {
		d.Hour, d.Offset = c.of(24), 60*(c.of(29)-14)
	}
	if d.Precision == story.Minute {
		d.Minute = c.of(60)
	}
	return d
}

// story makes a story that keeps every rule of the format, and none of good
// taste.
func (c *choices) story() *story.Story {
	text := func() story.Text {
		return story.Text{"en": [...]string{"A", "Kyiv and its surroundings", "x\u0301\u0302\u0303", "\u05d0\u05d1", "i", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "a\nb", "\U0001F600"}[c.of(8)]}
	}
	s := &story.Story{ID: "s", Lang: "en", Title: text(), Scale: story.Calendar + story.Scale(c.of(2))}
	for i := range c.of(7) {
		s.Places = append(s.Places, story.Place{ID: fmt.Sprint("p", i), Name: text(), At: orb.Point{c.angle(180), c.angle(90)}})
	}
	place := func() string {
		if len(s.Places) == 0 {
			return ""
		}
		return s.Places[c.of(len(s.Places))].ID
	}
	places := func() []string {
		var ids []string
		for range 1 + c.of(3) {
			if id := place(); !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		return ids
	}
	for i := range 1 + c.of(6) {
		e := story.Event{ID: fmt.Sprint("e", i), Kinds: []story.EventKind{story.Happening}, Date: c.date(), Headline: text()}
		e.Date.Certainty = story.Certainty(c.of(4))
		if c.of(3) > 0 {
			e.Place, e.PlaceStated = place(), c.of(2) == 0
		}
		if c.of(4) == 0 && len(s.Places) > 0 {
			e.Focus = places()
		}
		s.Events = append(s.Events, e)
	}
	slices.SortStableFunc(s.Events, func(a, b story.Event) int { return a.Date.Compare(b.Date) })
	s.Window = story.Window{From: s.Events[0].Date, To: s.Events[len(s.Events)-1].Date}
	s.Window.From.Certainty, s.Window.To.Certainty = story.Stated, story.Stated
	for i := range c.of(6) {
		if len(s.Places) < 2 {
			break
		}
		f := story.Flow{ID: fmt.Sprint("f", i), Kind: story.FlowKinds[c.of(len(story.FlowKinds))], What: text()}
		f.From.Places = places()
		if i > 0 && c.of(4) == 0 {
			f.From = story.End{Flow: s.Flows[c.of(i)].ID}
		}
		switch c.of(4) {
		case 0: // open
		case 1:
			f.To.Toward = place()
		default:
			for _, id := range places() {
				if !slices.Contains(f.From.Places, id) {
					f.To.Places = append(f.To.Places, id)
				}
			}
		}
		if f.Kind != story.Diplomacy && c.of(2) == 0 {
			f.Amount = story.Amount{Kind: story.Known, Money: story.Money{Value: [...]float64{1, 1e-6, 1e18, 2.26e9}[c.of(4)], Currency: "GBP"}}
		}
		f.Status = []story.StatusChange{{Is: story.Statuses[c.of(len(story.Statuses))]}}
		if c.of(3) == 0 {
			from := c.date()
			f.Status = append(f.Status, story.StatusChange{Is: story.Statuses[c.of(len(story.Statuses))], From: &from})
		}
		if c.of(2) == 0 {
			f.Event = s.Events[c.of(len(s.Events))].ID
		}
		if c.of(3) == 0 {
			start, end := c.date(), c.date()
			if end.Compare(start) < 0 {
				start, end = end, start
			}
			f.Start, f.End = &start, &end
		}
		s.Flows = append(s.Flows, f)
	}
	return s
}

// coarse is the world at the coarsest level.
func coarse(t testing.TB) []*geo.Piece {
	t.Helper()
	basemap, err := geo.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	world, err := basemap.World(0)
	if err != nil {
		t.Fatal(err)
	}
	return []*geo.Piece{world}
}

// picture draws a story that keeps the rules at any size, position and view,
// and fails where a number of the picture is none.
func picture(t *testing.T, pieces []*geo.Piece, faces *font.Set, data []byte, width, height, ratio, pos, x, y, k float64) {
	began := time.Now()
	line := timeline.New((&choices{data}).story())
	s := scene.Prepare(scene.Input{Line: line, Pieces: pieces, Faces: faces, Words: player.Canvas(line, "en"), Width: width, Height: height, Ratio: ratio})
	var list render.List
	for _, at := range []timeline.Pos{timeline.Pos(pos), 0, line.Last() / 2, line.Last()} {
		for _, view := range []scene.View{{}, {X: x, Y: y, K: k}, {X: x, Y: y, K: k, R: y, Held: true, At: timeline.Pos(x)}} {
			s.Build(&list, at, view)
			if what := unsound(&list); what != "" {
				t.Fatalf("at %g in %g × %g (%g), view %+v: %s", at, width, height, ratio, view, what)
			}
			for _, target := range s.Targets(nil, at, view) {
				if b := target.Box; !finite(b.Min.X, b.Min.Y, b.Max.X, b.Max.Y) {
					t.Fatalf("the target %+v lies nowhere", target)
				}
			}
		}
	}
	raster.Draw(image.NewRGBA(image.Rect(0, 0, 300, 200)), &list, scene.Light(), faces, raster.Options{})
	if took := time.Since(began); took > 30*time.Second {
		t.Fatalf("took %v", took)
	}
}

// unsound says which number of a picture is none.
func unsound(l *render.List) string {
	for i := range l.Layers {
		m := l.Layers[i].Transform
		if !finite(m.A, m.B, m.C, m.D, m.E, m.F) {
			return fmt.Sprintf("the layer %s is at %v", l.Layers[i].Name, m)
		}
	}
	for i := range l.Ops {
		o := &l.Ops[i]
		if !finite(o.Paint.Alpha, o.Center.X, o.Center.Y, o.Radius, o.Width, o.Dash[0], o.Dash[1], o.Phase, o.Size, o.Halo) || o.Radius < 0 || o.Width < 0 || o.Size < 0 {
			return fmt.Sprintf("operation %d is %+v", i, *o)
		}
	}
	for i, p := range l.Points {
		if !finite(p.X, p.Y) {
			return fmt.Sprintf("point %d is at %v", i, p)
		}
	}
	for i, g := range l.Glyphs {
		if !finite(g.At.X, g.At.Y) {
			return fmt.Sprintf("glyph %d is at %v", i, g.At)
		}
	}
	return ""
}

func finite(vs ...float32) bool {
	for _, v := range vs {
		if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
			return false
		}
	}
	return true
}

// odd are numbers that a message may hold and no reader means.
var odd = []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, 5e-324, 1e9, 0.5, 8000}

func FuzzScene(f *testing.F) {
	pieces, set := coarse(f), faces(f)
	r := rand.New(rand.NewSource(7))
	for range 12 {
		data := make([]byte, 120)
		r.Read(data)
		f.Add(data, 900.0, 600.0, 1.0, 1.5, 3.0, -4.0, 2.0)
	}
	for i, v := range odd {
		f.Add([]byte{byte(i), 200, 3, 9, 80, byte(90 * i)}, v, v, v, v, v, v, v)
	}
	f.Fuzz(func(t *testing.T, data []byte, width, height, ratio, pos, x, y, k float64) {
		picture(t, pieces, set, data, width, height, ratio, pos, x, y, k)
	})
}

// A few seconds' worth of other stories each time.
func TestAnyStory(t *testing.T) {
	seed := rand.Int63()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewSource(seed))
	pieces, set := coarse(t), faces(t)
	number := func(usual float64) float64 {
		if r.Intn(3) == 0 {
			return odd[r.Intn(len(odd))]
		}
		return usual * r.Float64()
	}
	n := 0
	for began := time.Now(); time.Since(began) < 3*time.Second; n++ {
		data := make([]byte, r.Intn(200))
		r.Read(data)
		picture(t, pieces, set, data, number(2000), number(1200), number(3), number(6), number(2000), number(1000), number(20))
	}
	t.Logf("%d stories", n)
}

// Whatever a pack's bytes are, reading them gives a pack or an error, and costs
// no more memory than the bytes are worth.
func FuzzPack(f *testing.F) {
	good := pack(f, "three-days-in-march", "uk").Encode()
	f.Add(good[16:])
	f.Add((&scene.Pack{Story: &story.Story{}}).Encode()[16:])
	f.Fuzz(func(t *testing.T, content []byte) {
		sum := fnv.New64a()
		sum.Write(content)
		data := binary.LittleEndian.AppendUint64(slices.Clone(good[:8]), sum.Sum64())
		p, err := scene.DecodePack(append(data, content...))
		if err != nil {
			return
		}
		p.Faces(&font.Set{Faces: []*font.Face{{}, {}}})
		if _, err := scene.DecodePack(p.Encode()); err != nil {
			t.Errorf("read, and not read again: %v", err)
		}
	})
}

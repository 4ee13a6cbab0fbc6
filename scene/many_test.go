package scene_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/assets"
	"dateline/geo"
	"dateline/player"
	"dateline/render"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

// many is a story of n flows between 200 places all over the world, which are
// all there at once from its second event on; one in a hundred comes in with
// the fourth.
func many(n int) *story.Story {
	const places = 200
	r := rand.New(rand.NewPCG(1, uint64(n)))
	text := func(s string, i int) story.Text { return story.Text{"en": fmt.Sprint(s, " ", i)} }
	s := &story.Story{ID: "many", Lang: "en", Title: text("Flows", n), Scale: story.Ordinal}
	var focus []string
	for i := range places {
		id := fmt.Sprint("p", i)
		s.Places = append(s.Places, story.Place{ID: id, Name: text("Place", i), At: [2]float64{r.Float64()*340 - 170, r.Float64()*115 - 50}})
		focus = append(focus, id)
	}
	for i := range 5 {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprint("e", i+1), Kinds: []story.EventKind{story.Happening},
			Date: story.Date{Year: 2025, Month: 3, Day: i + 1, Precision: story.Day}, Place: "p0", PlaceStated: true, Headline: text("Event", i), Focus: focus})
	}
	for i := range n {
		from := r.IntN(places)
		event := "e2"
		if i%100 == 99 {
			event = "e4"
		}
		s.Flows = append(s.Flows, story.Flow{ID: fmt.Sprint("f", i), Kind: story.Aid, What: text("Aid", i),
			From: story.End{Places: []string{fmt.Sprint("p", from)}}, To: story.End{Places: []string{fmt.Sprint("p", (from+1+r.IntN(places-1))%places)}},
			Amount: story.Amount{Kind: story.Known, Money: story.Money{Value: float64(1 + r.IntN(1_000_000_000)), Currency: "EUR"}},
			Status: []story.StatusChange{{Is: story.Provided}}, Event: event})
	}
	s.Window = story.Window{From: s.Events[0].Date, To: s.Events[4].Date}
	return s
}

func prepareMany(t testing.TB, n int) *scene.Scene {
	t.Helper()
	s, _ := prepareStory(t, many(n))
	return s
}

func prepareStory(t testing.TB, st *story.Story) (*scene.Scene, *timeline.Line) {
	t.Helper()
	b, err := geo.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	world, err := b.World(0)
	if err != nil {
		t.Fatal(err)
	}
	line := timeline.New(st)
	return scene.Prepare(scene.Input{Line: line, Pieces: []*geo.Piece{world}, Faces: faces(t), Words: player.Canvas(line, "en"), Width: 1440, Height: 700, Ratio: 1}), line
}

var scales = []int{100, 1_000, 10_000, 50_000}

// A story of very many flows is prepared for a size.
func BenchmarkPrepareMany(b *testing.B) {
	for _, n := range scales {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				prepareMany(b, n)
			}
		})
	}
}

// The picture is built while all flows grow, and while one in
// a hundred does.
func BenchmarkBuildMany(b *testing.B) {
	for _, n := range scales {
		s := prepareMany(b, n)
		for name, pos := range map[string]timeline.Pos{"growing": 1.8, "there": 3.8} {
			b.Run(fmt.Sprint(n, "/", name), func(b *testing.B) {
				b.ReportAllocs()
				var l render.List
				i := 0
				for b.Loop() {
					i++
					s.Build(&l, pos+timeline.Pos(i%10)/100, scene.View{})
				}
				b.ReportMetric(float64(len(l.Points)), "points")
			})
		}
	}
}

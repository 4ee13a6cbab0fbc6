package scene_test

import (
	"math"
	"math/rand"
	"testing"

	"dateline/render"
	"dateline/scene"
	"dateline/timeline"
)

// placesAt is where the places stand on the picture.
func placesAt(s *scene.Scene, pos timeline.Pos, view scene.View) map[string]render.Point {
	out := map[string]render.Point{}
	for _, t := range s.Targets(nil, pos, view) {
		if t.Kind == "place" {
			out[t.ID] = render.Point{X: (t.Box.Min.X + t.Box.Max.X) / 2, Y: (t.Box.Min.Y + t.Box.Max.Y) / 2}
		}
	}
	return out
}

// A reader who has taken the map keeps it: no camera of the story moves what
// they see.
func TestHeldMapStays(t *testing.T) {
	s := prepare(t, flagship, 800, 520)
	for _, at := range []timeline.Pos{0, 1.4, 3} {
		view := scene.View{X: 40, Y: -25, K: 1.7, Held: true, At: at}
		want := placesAt(s, at, view)
		if len(want) == 0 {
			t.Fatal("no place is on the picture")
		}
		for pos := timeline.Pos(0); pos <= 11; pos += 0.3 {
			got := placesAt(s, pos, view)
			for id, p := range want {
				if got[id] != p {
					t.Fatalf("held at %g, %s moves from %v to %v at %g", at, id, p, got[id], pos)
				}
			}
		}
	}
}

// The view back shows the same picture on the story's camera, wherever that is:
// the flight to the story starts where the reader is.
func TestBackIsTheSameMap(t *testing.T) {
	seed := rand.Int63()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewSource(seed))
	s := prepare(t, flagship, 800, 520)
	for range 60 {
		pos := timeline.Pos(r.Float64() * 11)
		view := scene.View{X: 200 * (r.Float64() - 0.5), Y: 200 * (r.Float64() - 0.5), K: 0.6 + 3*r.Float64(), Held: true, At: timeline.Pos(r.Float64() * 11)}
		back := s.Back(pos, view)
		if back.Held {
			t.Fatal("the view back is held")
		}
		want, got := placesAt(s, pos, view), placesAt(s, pos, back)
		for id, p := range want {
			q, is := got[id]
			if !is || math.Hypot(float64(p.X-q.X), float64(p.Y-q.Y)) > 0.05 {
				t.Errorf("at %g with %+v, %s stands at %v, and on the way back at %v", pos, view, id, p, q)
			}
		}
	}
	if v := s.Back(0, scene.View{X: 3, K: 2, Held: true, At: 1}); v != (scene.View{X: 3, K: 2}) {
		t.Errorf("under the camera on which it is held, a view is another on the way back: %+v", v)
	}
	if v := (scene.View{X: 3, K: 2}); s.Back(4, v) != v {
		t.Error("a view on the story's camera is another on the way back")
	}
}

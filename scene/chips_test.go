package scene_test

import (
	"testing"

	"dateline/render"
	"dateline/scene"
	"dateline/timeline"
)

func chipsAt(s *scene.Scene, pos timeline.Pos, view scene.View) map[string]scene.Target {
	out := map[string]scene.Target{}
	for _, t := range s.Targets(nil, pos, view) {
		if t.Kind == "chip" {
			out[t.ID] = t
		}
	}
	return out
}

func overlap(a, b render.Rect) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// What a flow comes from is named at the edge where the story's camera cuts it
// off, and the name leads there; a place in the frame has no chip.
func TestChipsNameWhatIsOutside(t *testing.T) {
	for _, f := range frames {
		s := prepare(t, flagship, f.width, f.height)
		for pos := timeline.Pos(0); pos <= 11; pos++ {
			chips, places := chipsAt(s, pos, scene.View{}), placesAt(s, pos, scene.View{})
			_, seen := places["washington"]
			if c, is := chips["washington"]; is == seen {
				t.Errorf("%s at %g: Washington is in the frame: %t, at its edge: %t", f.name, pos, seen, is)
			} else if is && c.Event == "" {
				t.Errorf("%s at %g: Washington's chip leads nowhere", f.name, pos)
			}
			for id := range chips {
				if _, is := places[id]; is {
					t.Errorf("%s at %g: %s is in the frame and at its edge", f.name, pos, id)
				}
			}
		}
	}
}

// On the reader's own map the place of the current event is named at the edge
// behind which it lies; chips keep off each other and off what is in the
// corners, and are few.
func TestChipsOnTheReadersMap(t *testing.T) {
	s := prepare(t, flagship, 800, 520)
	const far = 790
	for _, away := range []struct {
		x, y float64
		edge func(b render.Rect) bool
	}{
		{far, 0, func(b render.Rect) bool { return b.Max.X > 700 }},
		{-far, 0, func(b render.Rect) bool { return b.Min.X < 100 }},
		{0, far, func(b render.Rect) bool { return b.Max.Y > 300 }},
		{0, -far, func(b render.Rect) bool { return b.Min.Y < 100 }},
	} {
		chips := chipsAt(s, 3, scene.View{X: away.x, Y: away.y, K: 1, Held: true, At: 3})
		if c, is := chips["london"]; !is || !away.edge(c.Box) {
			t.Errorf("moved by %g, %g the map has London at %v", away.x, away.y, c.Box)
		}
	}
	for pos := timeline.Pos(0); pos <= 11; pos++ {
		for x := -600.0; x <= 600; x += 75 {
			chips := chipsAt(s, pos, scene.View{X: x, Y: x / 3, K: 2, Held: true, At: 2})
			if len(chips) > 3 {
				t.Errorf("at %g there are %d chips", pos, len(chips))
			}
			buttons := render.Rect{Min: render.Point{X: 800 - scene.ButtonsWidth, Y: 416 - scene.ButtonsHeight}, Max: render.Point{X: 800, Y: 416}}
			for id, a := range chips {
				if overlap(a.Box, buttons) || a.Box.Min.X < 0 || a.Box.Min.Y < 0 || a.Box.Max.X > 800 || a.Box.Max.Y > 416 {
					t.Errorf("at %g, moved by %g, the chip of %s lies at %v", pos, x, id, a.Box)
				}
				for other, b := range chips {
					if other != id && overlap(a.Box, b.Box) {
						t.Errorf("at %g, moved by %g, the chips of %s and %s overlap", pos, x, id, other)
					}
				}
			}
		}
	}
}

// In a flight there is none to chase.
func TestNoChipsInAFlight(t *testing.T) {
	s := prepare(t, flagship, 800, 520)
	if chips := chipsAt(s, 1.4, scene.View{}); len(chips) > 0 {
		t.Errorf("amid a flight there are %v", chips)
	}
}

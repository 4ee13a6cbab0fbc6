package scene_test

import (
	"math"
	"strings"
	"testing"

	"dateline/render"
	"dateline/scene"
	"dateline/timeline"
)

// On a phone London, Paris and Brussels stand apart and can be touched wherever
// the story shows them, also where the camera takes in an ocean.
func TestCapitalsStandApartOnAPhone(t *testing.T) {
	const fingers = 24 // CSS pixels from one mark to another
	for _, width := range []float64{320, 360, 390, 430, 480} {
		s := prepare(t, flagship, width, width+104)
		for pos := timeline.Pos(0); pos <= 11; pos++ {
			at := placesAt(s, pos, scene.View{})
			for _, pair := range [][2]string{{"london", "paris"}, {"london", "brussels"}, {"paris", "brussels"}} {
				a, b := at[pair[0]], at[pair[1]]
				if d := math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)); d < fingers {
					t.Errorf("%g px wide, at %g: %s and %s are %.0f px apart", width, pos, pair[0], pair[1], d)
				}
			}
		}
	}
}

// insetBox is where the inset lies in a list.
func insetBox(l *render.List) (b render.Rect, is bool) {
	for i := range l.Layers {
		if l.Layers[i].Name == "inset" {
			return l.Layers[i].Clip, true
		}
	}
	return b, false
}

// The inset covers no label, no mark and no flow of the map, keeps its place
// while its camera stands, and goes back into the map in a flight and when the
// reader moves the map; on a wide map there is none.
func TestInsetKeepsOff(t *testing.T) {
	s := prepare(t, flagship, 360, 464)
	var l render.List
	for pos := timeline.Pos(0); pos <= 11; pos++ {
		s.Build(&l, pos, scene.View{})
		b, is := insetBox(&l)
		if !is {
			continue
		}
		for i := range l.Layers {
			y := &l.Layers[i]
			if y.Name != "story" {
				continue
			}
			for _, op := range l.Ops[y.Ops.From:y.Ops.To] {
				if op.Kind != render.Text && op.Kind != render.Circle {
					continue
				}
				p := op.Center
				if op.Kind == render.Text {
					p = l.Glyphs[op.Glyphs.From].At
				}
				if p.X > b.Min.X && p.X < b.Max.X && p.Y > b.Min.Y && p.Y < b.Max.Y {
					t.Errorf("at %g the inset covers %q at %v", pos, op.Name, p)
				}
			}
		}
	}
	s.Build(&l, 0, scene.View{})
	whole, is := insetBox(&l)
	if !is {
		t.Fatal("no inset at the opening")
	}
	s.Build(&l, 1, scene.View{})
	if b, _ := insetBox(&l); b != whole {
		t.Errorf("under the same camera it lies at %v, then at %v", whole, b)
	}
	s.Build(&l, 1.4, scene.View{})
	if _, is := insetBox(&l); is {
		t.Error("it is there amid a flight")
	}
	s.Build(&l, 0, scene.View{X: 10, K: 1})
	if b, is := insetBox(&l); !is || b.Max.X-b.Min.X >= whole.Max.X-whole.Min.X {
		t.Errorf("when the reader begins to move the map it lies at %v, before at %v", b, whole)
	}
	s.Build(&l, 0, scene.View{X: 60, K: 1})
	if _, is := insetBox(&l); is {
		t.Error("it stays on the reader's own map")
	}
	s.Build(&l, 0, scene.View{X: -200, Y: 100, K: 3})
	if names := render.Printed(&l); !strings.Contains(names, "London") {
		t.Error("a reader who zooms in sees no London")
	}
	s = prepare(t, flagship, 800, 520)
	s.Build(&l, 0, scene.View{})
	if _, is := insetBox(&l); is {
		t.Error("a wide map has an inset")
	}
}

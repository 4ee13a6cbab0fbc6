package main

import (
	"encoding/json"
	"math"
	"testing"

	"dateline/render"
	"dateline/scene"
)

// What the page reads is what the scene said, whatever is written in it.
func TestAppendTargets(t *testing.T) {
	want := []scene.Target{
		{Kind: "place", ID: "kyiv", Event: "loan", Label: `Kyiv "Київ" \ كييف` + "\n\x01\u2068€\u2069", Box: render.Rect{Min: render.Point{X: -12.5, Y: 0.125}, Max: render.Point{X: 11.5, Y: 24.125}}},
		{Kind: "cluster", ID: "a,b", Zoom: 2.5, Box: render.Rect{Min: render.Point{X: 100, Y: 200}, Max: render.Point{X: 124.02, Y: 224.02}}},
	}
	for n := range len(want) + 1 {
		var got []struct {
			Kind, ID, Event, Label string
			Zoom, X, Y, W, H       float64
		}
		if err := json.Unmarshal(appendTargets(nil, want[:n]), &got); err != nil {
			t.Fatal(err)
		}
		if len(got) != n {
			t.Fatalf("%d targets, want %d", len(got), n)
		}
		for i, g := range got {
			w := want[i]
			if g.Kind != w.Kind || g.ID != w.ID || g.Event != w.Event || g.Label != w.Label || g.Zoom != w.Zoom {
				t.Errorf("got %+v, want %+v", g, w)
			}
			near := func(got float64, want float32) {
				t.Helper()
				if math.Abs(got-float64(want)) > 0.0006 {
					t.Errorf("target %d: %v, want %v", i, got, want)
				}
			}
			near(g.X, w.Box.Min.X)
			near(g.Y, w.Box.Min.Y)
			near(g.W, w.Box.Max.X-w.Box.Min.X)
			near(g.H, w.Box.Max.Y-w.Box.Min.Y)
		}
	}
}

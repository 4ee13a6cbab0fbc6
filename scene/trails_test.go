package scene_test

import (
	"os"
	"path/filepath"
	"testing"

	"dateline/render"
	"dateline/scene"
	"dateline/timeline"
)

// A ship that has waited in port draws her trail no further than she has come.
func TestTrailAfterWaiting(t *testing.T) {
	file := filepath.Join(t.TempDir(), "story.json")
	err := os.WriteFile(file, []byte(`{"id": "port", "lang": "en", "title": "In port", "timeline": "calendar",
		"places": [{"id": "a", "name": "A", "at": {"lat": 0, "lon": 0}}, {"id": "b", "name": "B", "at": {"lat": 0, "lon": 10}}, {"id": "c", "name": "C", "at": {"lat": 0, "lon": 20}}],
		"events": [{"id": "sails", "date": "1900-01-01", "place": "a", "headline": "Sails"},
			{"id": "waits", "date": "1900-01-15", "place": "b", "headline": "Waits"}, {"id": "comes", "date": "1900-02-10", "place": "c", "headline": "Comes"}],
		"routes": [{"id": "ship", "kind": "ship", "name": "Ship", "points": [
			{"place": "a", "date": "1900-01-01"}, {"place": "b", "date": "1900-01-05"}, {"place": "b", "date": "1900-01-31"}, {"place": "c", "date": "1900-02-10"}]}]}`), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	s := prepareFile(t, file, 1000, 624)
	var l render.List
	for _, pos := range []timeline.Pos{2, 2.3, 2.9} { // in port, in port, at sea again
		ship := float32(0)
		for _, target := range s.Targets(nil, pos, scene.View{}) {
			if target.Kind == "route" {
				ship = (target.Box.Min.X + target.Box.Max.X) / 2
			}
		}
		s.Build(&l, pos, scene.View{})
		furthest := float32(0)
		for _, op := range l.Ops {
			if op.Kind == render.Stroke && op.Paint.Ink == scene.Flow1 {
				for _, path := range l.Paths[op.Paths.From:op.Paths.To] {
					for _, at := range l.Points[path.Points.From:path.Points.To] {
						furthest = max(furthest, at.X)
					}
				}
			}
		}
		if d := furthest - ship; ship == 0 || d < -1 || d > 1 {
			t.Errorf("at %g the trail ends %g px from its ship at %g", pos, d, ship)
		}
	}
}

// A way that no source records is dashed, whatever is known of the number along
// it, as the legend says: without one, with one, and with one that is not
// stated.
func TestSupposedWaysAreDashed(t *testing.T) {
	for name, magnitude := range map[string]string{"none": "", "known": `{"date": "1900-01-01", "value": 40}`, "not stated": `{"date": "1900-01-01", "value": "not stated"}`} {
		for way, want := range map[string]bool{"supposed": true, "recorded": false} {
			numbers := ""
			if magnitude != "" {
				numbers = `"magnitudes": [{"id": "crew", "name": "Crew", "route": "ship", "values": [` + magnitude + `]}],`
			}
			file := filepath.Join(t.TempDir(), "story.json")
			err := os.WriteFile(file, []byte(`{"id": "way", "lang": "en", "title": "A way", "timeline": "calendar",`+numbers+`
				"places": [{"id": "a", "name": "A", "at": {"lat": 0, "lon": 0}}, {"id": "b", "name": "B", "at": {"lat": 0, "lon": 10}}],
				"events": [{"id": "sails", "date": "1900-01-01", "place": "a", "headline": "Sails"}, {"id": "comes", "date": "1900-02-10", "place": "b", "headline": "Comes"}],
				"routes": [{"id": "ship", "kind": "ship", "name": "Ship", "points": [{"place": "a", "event": "sails"}, {"place": "b", "event": "comes", "way": "`+way+`"}]}]}`), 0o600)
			if err != nil {
				t.Fatal(err)
			}
			var l render.List
			prepareFile(t, file, 1000, 624).Build(&l, 2, scene.View{})
			dashed := false
			for _, y := range l.Layers {
				if y.Name == "story" {
					for _, op := range l.Ops[y.Ops.From:y.Ops.To] {
						// The trail, and not the legend's short sample of it.
						if p := l.Paths[op.Paths.From]; op.Kind == render.Stroke && op.Shape == nil && op.Dash[0] > 0 && p.Points.To-p.Points.From > 2 {
							dashed = true
						}
					}
				}
			}
			if dashed != want {
				t.Errorf("number %s, way %s: dashed %t", name, way, dashed)
			}
		}
	}
}

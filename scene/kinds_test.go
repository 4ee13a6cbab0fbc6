package scene_test

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"dateline/render"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

const everyKind = "../story/testdata/every-kind.json"

// Every kind, as the printed list and as a picture: at sea, in a storm, where
// the way is not recorded, at the end.
func TestKindLists(t *testing.T) {
	for _, f := range frames {
		s := prepareFile(t, everyKind, f.width, f.height)
		var l render.List
		for _, pos := range []timeline.Pos{1.5, 3, 3.6, 5} {
			s.Build(&l, pos, scene.View{})
			var b strings.Builder
			if err := render.Print(&b, &l, scene.Light()); err != nil {
				t.Fatal(err)
			}
			golden.Text(t, fmt.Sprintf("testdata/every-kind/%s-%g.txt", f.name, pos), b.String())
			if f.name == "middle" {
				continue
			}
			img := image.NewRGBA(image.Rect(0, 0, int(f.width), int(f.height)))
			raster.Draw(img, &l, scene.Light(), faces(t), raster.Options{})
			golden.Picture(t, fmt.Sprintf("testdata/every-kind/%s-%g.png", f.name, pos), img, golden.Tolerance{Mean: 0.05, Off: 24, Share: 0.0005})
		}
	}
}

// Something of every kind can be pointed at, somewhere along the story, and
// leads to an event that exists.
func TestEveryKindIsHit(t *testing.T) {
	s := prepareFile(t, everyKind, 1000, 624)
	called := map[story.Kind]string{story.Events: "stop", story.Flows: "flow", story.Routes: "route", story.Areas: "area", story.Magnitudes: "magnitude"}
	seen := map[string]int{}
	for pos := timeline.Pos(0); pos <= 5; pos += 0.5 {
		for _, target := range s.Targets(nil, pos, scene.View{}) {
			seen[target.Kind]++
			if target.Kind != "place" && target.Event == "" {
				t.Errorf("at %g the %s %q leads nowhere", pos, target.Kind, target.ID)
			}
			if w, h := target.Box.Max.X-target.Box.Min.X, target.Box.Max.Y-target.Box.Min.Y; target.Kind != "flow" && (w < 24 || h < 24) {
				t.Errorf("at %g the %s %q is %g × %g", pos, target.Kind, target.ID, w, h)
			}
		}
	}
	for _, kind := range story.Kinds {
		if kind == story.Eras {
			continue // spans of the axis: what stands on them is pointed at
		}
		if seen[called[kind]] == 0 {
			t.Errorf("none of the %s can be pointed at", kind)
		}
	}
}

// Build allocates nothing with any kind, once it has drawn a position.
func TestKindsAllocateNothing(t *testing.T) {
	s := prepareFile(t, everyKind, 1000, 624)
	var l render.List
	for _, pos := range []timeline.Pos{1.5, 3, 3.6, 5} {
		s.Build(&l, pos, scene.View{})
		if n := testing.AllocsPerRun(10, func() { s.Build(&l, pos, scene.View{}) }); n > 0 {
			t.Errorf("at %g: %g allocations", pos, n)
		}
	}
}

package scene_test

import (
	"strings"
	"testing"

	"dateline/player"
	"dateline/render"
	"dateline/scene"
	"dateline/timeline"
)

// The browser is not sent the labels of a crowd, which shows none: its picture
// and what can be pointed at are the same without them.
func TestCrowdIsPackedWithoutLabels(t *testing.T) {
	line := timeline.New(many(600))
	whole := &scene.Pack{Story: line.Story, Words: *player.Canvas(line, "en")}
	pack, err := scene.DecodePack(whole.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if len(pack.Words.Flows) > 0 || len(whole.Words.Flows) != 600 {
		t.Errorf("the pack has the labels of %d flows, and was made of those of %d", len(pack.Words.Flows), len(whole.Words.Flows))
	}
	pieces := coarse(t)
	var pictures [2]string
	var targets [2]int
	for i, p := range []*scene.Pack{whole, pack} {
		s := scene.Prepare(scene.Input{Line: timeline.New(p.Story), Pieces: pieces, Faces: faces(t), Words: &p.Words, Width: 1440, Height: 700, Ratio: 1})
		var l render.List
		s.Build(&l, 3.5, scene.View{})
		var text strings.Builder
		if err := render.Print(&text, &l, scene.Light()); err != nil {
			t.Fatal(err)
		}
		pictures[i], targets[i] = text.String(), len(s.Targets(nil, 3.5, scene.View{}))
	}
	if pictures[0] != pictures[1] || targets[0] != targets[1] || targets[0] == 0 {
		t.Errorf("without labels the picture differs, or what can be pointed at: %d and %d places", targets[0], targets[1])
	}
}

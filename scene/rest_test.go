package scene_test

import (
	"testing"

	"dateline/render"
	"dateline/scene"
	"dateline/timeline"
)

// At a stop a label on the map is there or it is not: none is left half faded,
// whatever stands beside it.
func TestNoGhostsAtRest(t *testing.T) {
	for _, name := range []string{"magellan-elcano", "march-on-moscow", "three-days-in-march", "titanic-night"} {
		for _, size := range [][2]float64{{360, 560}, {800, 560}, {1000, 660}} {
			s := prepareFile(t, "../examples/"+name+"/story.json", size[0], size[1])
			var l render.List
			for stop := range s.Cameras() {
				s.Build(&l, timeline.Pos(stop), scene.View{})
				for _, layer := range l.Layers {
					if layer.Name != "story" {
						continue
					}
					for _, op := range l.Ops[layer.Ops.From:layer.Ops.To] {
						if op.Kind == render.Text && op.Paint.Alpha < 1 {
							t.Errorf("%s at %g px, stop %d: %q is at %.2f", name, size[0], stop, op.Name, op.Paint.Alpha)
						}
					}
				}
			}
		}
	}
}

package scene

import (
	"testing"

	"dateline/render"
)

func TestCrosses(t *testing.T) {
	b := boxAt(10, 10, 20, 10)
	for name, c := range map[string]struct {
		p, q render.Point
		want bool
	}{
		"through":         {render.Point{X: 0, Y: 15}, render.Point{X: 50, Y: 16}, true},
		"within":          {render.Point{X: 12, Y: 12}, render.Point{X: 14, Y: 13}, true},
		"past a corner":   {render.Point{X: 0, Y: 14}, render.Point{X: 14, Y: 0}, false},
		"over a corner":   {render.Point{X: 0, Y: 24}, render.Point{X: 24, Y: 0}, true},
		"beside":          {render.Point{X: 40, Y: 0}, render.Point{X: 40, Y: 50}, false},
		"ends before it":  {render.Point{X: 0, Y: 15}, render.Point{X: 8, Y: 15}, false},
		"a point within":  {render.Point{X: 15, Y: 15}, render.Point{X: 15, Y: 15}, true},
		"a point without": {render.Point{X: 5, Y: 15}, render.Point{X: 5, Y: 15}, false},
	} {
		if got := crosses(b, c.p, c.q); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

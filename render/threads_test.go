package render_test

import (
	"testing"

	"dateline/render"
)

// A thread is there from its time on to its time, as far as it has grown.
func TestThreadLine(t *testing.T) {
	threads := &render.Threads{Name: "two",
		Points: []render.Point{{X: 0}, {X: 10}, {X: 30}},
		Shares: []float32{0, 0.5, 1},
		Lines: []render.Thread{
			{Points: render.Span{To: 3}, Width: 2, From: 1, To: 3, Since: -1, Until: render.Ever},
			{Points: render.Span{To: 3}, Width: 2, From: -1, To: -1, Since: 2, Until: 4},
			{Points: render.Span{From: 1, To: 3}, Width: 2, From: 1, To: 3, Since: -1, Until: render.Ever}, // beyond the map's edge
		}}
	double := render.Scale(2)
	for _, c := range []struct {
		line int32
		now  float32
		ends float32 // X of the last point; 0: nothing is there
	}{
		{0, 0, 0}, {0, 1, 0}, {0, 1.5, 10}, {0, 2, 20}, {0, 2.5, 40}, {0, 3, 60}, {0, 9, 60},
		{1, 1.9, 0}, {1, 2, 60}, {1, 3.9, 60}, {1, 4, 0},
		{2, 1.5, 0}, {2, 2, 0}, {2, 2.5, 40}, {2, 3, 60},
	} {
		got := threads.Line(nil, c.line, c.now, double)
		switch {
		case c.ends == 0 && len(got) > 0, c.ends > 0 && (len(got) < 2 || got[len(got)-1].X != c.ends):
			t.Errorf("line %d at %g is %v", c.line, c.now, got)
		}
	}
}

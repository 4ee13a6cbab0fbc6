package scene_test

import (
	"math"
	"testing"

	"dateline/render"
	"dateline/scene"
	"dateline/timeline"
)

// A crowd is drawn in few operations: what has come in is a layer that keeps
// its key while only others move, and no flow has more than four points from
// ten thousand on.
func TestCrowd(t *testing.T) {
	for n, points := range map[int]int{1_000: 13, 10_000: 4} {
		s := prepareMany(t, n)
		var l, next render.List
		s.Build(&l, 2, scene.View{})
		settled, coming := layerOf(t, &l, "settled"), layerOf(t, &l, "coming")
		if coming.Ops.To != coming.Ops.From || settled.Ops.To == settled.Ops.From || settled.Ops.To-settled.Ops.From > 12 {
			t.Errorf("%d flows: %d operations are settled, %d are coming", n, settled.Ops.To-settled.Ops.From, coming.Ops.To-coming.Ops.From)
		}
		// Names of countries lie under all of the story.
		at := map[string]int{}
		for i, y := range l.Layers {
			at[y.Name] = i
		}
		if at["countries"] > at["story"] || at["story"] > at["settled"] {
			t.Errorf("%d flows: the layers stand as %v", n, at)
		}
		flows := 0
		for _, op := range l.Ops[settled.Ops.From:settled.Ops.To] {
			for _, p := range l.Paths[op.Paths.From:op.Paths.To] {
				flows++
				if got := int(p.Points.To - p.Points.From); got > points || p.Width <= 0 {
					t.Fatalf("a thread of %d flows has %d points and is %g wide", n, got, p.Width)
				}
			}
		}
		// Those that the map's edge cuts are two.
		if want := n * 99 / 100; flows < want || flows > want*5/4 {
			t.Errorf("%d of %d flows are settled after the second event", flows, n)
		}
		s.Build(&next, 3.8, scene.View{})
		if a, b := layerOf(t, &l, "settled").Key, layerOf(t, &next, "settled").Key; a != b {
			t.Errorf("%d flows: the settled layer changes while others come in", n)
		}
		if y := layerOf(t, &next, "coming"); y.Ops.To == y.Ops.From {
			t.Errorf("%d flows: nothing is coming", n)
		}
		s.Build(&next, 4, scene.View{})
		if a, b := layerOf(t, &l, "settled").Key, layerOf(t, &next, "settled").Key; a == b {
			t.Errorf("%d flows: the settled layer stays as it was when others have come in", n)
		}
		s.Build(&next, 2, scene.View{K: 2})
		if a, b := layerOf(t, &l, "settled").Key, layerOf(t, &next, "settled").Key; a == b {
			t.Errorf("%d flows: the settled layer stays as it was under another view", n)
		}
	}
}

// Widths are in exact proportion to amounts in a crowd too, and no line of one
// crosses the whole map where the map's edge cuts it.
func TestCrowdIsTrue(t *testing.T) {
	st := many(1_000)
	s := prepareMany(t, 1_000)
	var l render.List
	s.Build(&l, 4, scene.View{})
	most, widest := 0.0, float32(0)
	for i := range st.Flows {
		most = math.Max(most, st.Flows[i].Amount.Money.Value)
	}
	ratios := map[float32]bool{}
	for _, p := range l.Paths {
		widest = max(widest, p.Width)
	}
	for _, op := range l.Ops {
		if op.Kind != render.Stroke || op.Width > 0 || op.Shape != nil {
			continue
		}
		for _, p := range l.Paths[op.Paths.From:op.Paths.To] {
			ratios[p.Width/widest] = true
			points := l.Points[p.Points.From:p.Points.To]
			for i := 1; i < len(points); i++ {
				if step := math.Hypot(float64(points[i].X-points[i-1].X), float64(points[i].Y-points[i-1].Y)); step > 360 { // near the poles a step is long; over the edge it would be most of 1440
					t.Errorf("a step of a thread is %g pixels long", step)
				}
			}
		}
	}
	for i := range st.Flows {
		want := float32(st.Flows[i].Amount.Money.Value / most)
		found := false
		for r := range ratios {
			found = found || math.Abs(float64(r-want)) < 1e-5
		}
		if !found {
			t.Fatalf("no thread is %g as wide as the widest", want)
		}
	}
}

// Build allocates nothing among many flows either.
func TestCrowdAllocatesNothing(t *testing.T) {
	s := prepareMany(t, 1_000)
	var l render.List
	for _, pos := range []timeline.Pos{1.8, 2, 3.8} {
		s.Build(&l, pos, scene.View{})
		if n := testing.AllocsPerRun(5, func() { s.Build(&l, pos, scene.View{}) }); n > 0 {
			t.Errorf("at %g: %g allocations", pos, n)
		}
	}
}

func layerOf(t *testing.T, l *render.List, name string) *render.Layer {
	t.Helper()
	for i := range l.Layers {
		if l.Layers[i].Name == name {
			return &l.Layers[i]
		}
	}
	t.Fatalf("no layer %q", name)
	return nil
}

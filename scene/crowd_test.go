package scene_test

import (
	"fmt"
	"math"
	"testing"

	"dateline/render"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

// A crowd is drawn in few operations, however many flows there are: what has
// come is a layer that keeps its key while only others move, and no flow has
// more than four points from ten thousand on.
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
		// Those that the map's edge cuts are two.
		lines := threadsOf(&l, settled)
		if want := n * 99 / 100; len(lines) < want || len(lines) > want*5/4 {
			t.Errorf("%d of %d flows are settled after the second event", len(lines), n)
		}
		for _, line := range lines {
			if len(line.points) > points || line.width <= 0 {
				t.Fatalf("a thread of %d flows has %d points and is %g wide", n, len(line.points), line.width)
			}
		}
		s.Build(&next, 3.8, scene.View{})
		if a, b := layerOf(t, &l, "settled").Key, layerOf(t, &next, "settled").Key; a != b {
			t.Errorf("%d flows: the settled layer changes while others come in", n)
		}
		y := layerOf(t, &next, "coming")
		if got := len(threadsOf(&next, y)); got < n/100 || got > n/100*5/4 || y.Ops.To-y.Ops.From > 12 {
			t.Errorf("%d flows: %d are coming in %d operations", n, got, y.Ops.To-y.Ops.From)
		}
		key := y.Key
		s.Build(&next, 3.9, scene.View{})
		if y := layerOf(t, &next, "coming"); y.Key != key || y.While[0] > 3.5 || y.While[1] != 4 {
			t.Errorf("%d flows: what comes on one way is told apart, or lasts from %g to %g", n, y.While[0], y.While[1])
		}
		s.Build(&next, 4, scene.View{})
		if a, b := layerOf(t, &l, "settled").Key, layerOf(t, &next, "settled").Key; a == b {
			t.Errorf("%d flows: the settled layer stays as it was when others have come in", n)
		}
		// What has settled lies on what had before, so that a device may go on.
		before, after := l.Ops[settled.Ops.From:settled.Ops.To], next.Ops[layerOf(t, &next, "settled").Ops.From:]
		for i := range before {
			if before[i] != after[i] {
				t.Errorf("%d flows: operation %d was %+v and is %+v", n, i, before[i], after[i])
			}
		}
		s.Build(&next, 2, scene.View{K: 2})
		if a, b := layerOf(t, &l, "settled").Transform, layerOf(t, &next, "settled").Transform; a == b {
			t.Errorf("%d flows: the settled layer stays as it was under another view", n)
		}
	}
}

// A crowd shows what its flows are: each as far as it has grown, and as firm as
// the status that holds, from the moment on at which it does.
func TestCrowdFollowsTheState(t *testing.T) {
	st := many(600)
	change := func(f *story.Flow, is story.Status, event string) {
		f.Status = append(f.Status, story.StatusChange{Is: is, Event: event})
	}
	for i := range st.Flows {
		f := &st.Flows[i]
		f.Status[0].Is = story.Pledged
		switch i % 5 {
		case 1:
			change(f, story.Provided, "e3")
		case 2:
			change(f, story.Announced, "e3") // looks as before
			change(f, story.Provided, "e4")
			change(f, story.Cancelled, "e5")
		case 3:
			f.End = &story.Date{Year: 2025, Month: 3, Day: 4, Precision: story.Day}
		case 4:
			f.Event = ""
		}
	}
	s, line := prepareStory(t, st)
	var l render.List
	var state timeline.State
	for pos := timeline.Pos(0); pos <= 5; pos += 0.0625 {
		s.Build(&l, pos, scene.View{})
		line.At(&state, pos)
		got := map[string]int{}
		for _, name := range []string{"settled", "coming"} {
			for _, thread := range threadsOf(&l, layerOf(t, &l, name)) {
				got[fmt.Sprintf("%.2f", thread.alpha)]++
			}
		}
		want := map[string]int{}
		for i, f := range state.Flows {
			if f.On && f.Grown > 0 {
				alpha := "0.40"
				if st.Flows[i].Status[f.Status].Is == story.Provided {
					alpha = "0.85"
				}
				want[alpha]++
			}
		}
		for alpha, n := range want {
			// Threads that the map's edge cuts are two.
			if got[alpha] < n || got[alpha] > n*5/4+2 {
				t.Errorf("at %g %d flows are %s firm, but %d threads", pos, n, alpha, got[alpha])
			}
		}
		for alpha := range got {
			if want[alpha] == 0 {
				t.Errorf("at %g %d threads are %s firm, but no flow", pos, got[alpha], alpha)
			}
		}
	}
}

// What comes on the way from a stop can be prepared there.
func TestCrowdAhead(t *testing.T) {
	s := prepareMany(t, 600)
	var l render.List
	for stop := timeline.Pos(0); stop <= 5; stop++ {
		comes := stop == 1 || stop == 3
		ahead := s.Ahead(stop)
		if len(ahead) > 1 || comes != (len(ahead) == 1) {
			t.Errorf("from stop %g on, %v are ahead", stop, ahead)
		}
		for _, pos := range ahead {
			s.Build(&l, pos, scene.View{})
			if lines := threadsOf(&l, layerOf(t, &l, "coming")); pos <= stop || pos >= stop+1 || len(lines) == 0 {
				t.Errorf("from stop %g on, what comes is to be seen at %g, where %d threads do", stop, pos, len(lines))
			}
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
	lines := threadsOf(&l, layerOf(t, &l, "settled"))
	ratios := map[float32]bool{}
	for _, line := range lines {
		widest = max(widest, line.width)
	}
	for _, line := range lines {
		ratios[line.width/widest] = true
		for i := 1; i < len(line.points); i++ {
			a, b := line.points[i-1], line.points[i]
			if step := math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)); step > 360 { // near the poles a step is long; over the edge it would be most of 1440
				t.Errorf("a step of a thread is %g pixels long", step)
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

// shownThread is a thread as a list shows it.
type shownThread struct {
	points       []render.Point
	width, alpha float32
}

// threadsOf is what a layer shows of its threads.
func threadsOf(l *render.List, y *render.Layer) []shownThread {
	var out []shownThread
	for _, op := range l.Ops[y.Ops.From:y.Ops.To] {
		for i := op.Paths.From; i < op.Paths.To; i++ {
			if points := op.Threads.Line(nil, i, op.Now, y.Transform); len(points) > 0 {
				out = append(out, shownThread{points, op.Threads.Lines[i].Width, op.Paint.Alpha})
			}
		}
	}
	return out
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

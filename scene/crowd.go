package scene

import (
	"math"

	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"
)

// Among very many flows none can be followed by itself: no label finds a place,
// no head is told from another. They are then drawn as threads: lines of few
// points without ports and heads, in exact proportion still, in one operation
// for all of an ink. Those that have wholly come in are a layer of their own,
// which a device may keep.

const (
	crowdFrom = 500    // stretches from which flows are a crowd
	crowdMost = 10_000 // … and from which each has the fewest points
	crowdStep = 12     // steps of a thread
	crowdFew  = 3      // … of so many that each has the fewest: four points, eight corners
	softly    = 0.4    // alpha of what is not firm, where a pattern could not be seen
	firmly    = 0.85
)

// crowd is all flows of a story as threads, in the order of painting.
type crowd struct {
	threads []thread
	points  []point   // of all threads, in the plane
	along   []float64 // length of a thread up to each point
}

// thread is a stretch of a flow; where the map's edge cuts it, its points jump.
type thread struct {
	flow     int32
	ink      render.Ink
	width    float32 // CSS pixels at full size
	from, to int32   // points
	jump     int32   // the point after the map's edge; 0: none
}

// isCrowd reports whether a story's flows are too many to be drawn one by one.
func isCrowd(s *story.Story) bool {
	n := 0
	for i := range s.Flows {
		if n += max(1, len(s.Flows[i].From.Places)) * max(1, len(s.Flows[i].To.Places)); n >= crowdFrom {
			return true
		}
	}
	return false
}

// newCrowd lays all flows out as threads, by ink, those of talks first.
func (s *Scene) newCrowd() {
	st := s.line.Story
	index := map[string]int{}
	for i := range st.Places {
		index[st.Places[i].ID] = i
	}
	steps := crowdStep
	if len(st.Flows) >= crowdMost {
		steps = crowdFew
	}
	c := &crowd{}
	for _, ink := range []render.Ink{Talks, Flow5, Flow4, Flow3, Flow2, Flow1} {
		for i := range st.Flows {
			if s.flows[i].ink != ink {
				continue
			}
			for _, pair := range pairsIn(index, st, &st.Flows[i]) {
				s.spin(c, i, pair, steps)
			}
		}
	}
	s.many = c
	s.shortest = math.Inf(1) // widths of a crowd do not depend on lengths
}

// spin adds the thread of a stretch.
func (s *Scene) spin(c *crowd, flow int, st stretch, steps int) {
	a, b := st.fromPoint, s.line.Story.Places[st.to].At
	if st.from >= 0 {
		a = s.line.Story.Places[st.from].At
	}
	share := 1.0
	if st.open {
		share = openShare
	}
	width := s.flows[flow].width
	if width == 0 {
		width = 1
	}
	t := thread{flow: int32(flow), ink: s.flows[flow].ink, width: width, from: int32(len(c.points))}
	length := 0.0
	for i := range steps + 1 {
		p := s.pr.Forward(geo.Between(a, b, share*float64(i)/float64(steps)))
		if i > 0 {
			last := c.points[len(c.points)-1]
			step := dist(last, p)
			if far := geo.Distance(a, b) / geo.EarthRadiusKm / float64(steps); step > 4*far+0.5 {
				t.jump, step = int32(len(c.points)), far
			}
			length += step
		}
		c.points, c.along = append(c.points, p), append(c.along, length)
	}
	t.to = int32(len(c.points))
	c.threads = append(c.threads, t)
}

// crowdLayers draws the crowd: what has wholly come in and what is coming in.
func (s *Scene) crowdLayers(l *render.List, m geo.Matrix, st *timeline.State, clip box) {
	l.Begin(render.Layer{Name: "settled", Key: s.settledKey(m, st), Still: true, Baked: true, Clip: clip, Transform: render.Identity})
	s.drawThreads(l, m, st, true)
	l.Begin(render.Layer{Name: "coming", Clip: clip, Transform: render.Identity})
	s.drawThreads(l, m, st, false)
}

func isSettled(f timeline.FlowState) bool { return f.On && f.Grown >= 1 && f.Change >= 1 }

// settledKey is what the picture of the settled flows depends on, by FNV-1a.
func (s *Scene) settledKey(m geo.Matrix, st *timeline.State) uint64 {
	h := uint64(14695981039346656037)
	add := func(v uint64) { h = (h ^ v) * 1099511628211 }
	for _, v := range [...]float64{m.A, m.B, m.C, m.D, m.E, m.F} {
		add(math.Float64bits(v))
	}
	for i := range st.Flows {
		if isSettled(st.Flows[i]) {
			add(uint64(i)<<8 | uint64(st.Flows[i].Status))
		}
	}
	return h
}

// drawThreads draws the threads that are settled, or those that are not: one
// operation for each run of threads that are painted alike.
func (s *Scene) drawThreads(l *render.List, m geo.Matrix, st *timeline.State, settled bool) {
	c := s.many
	open, from := render.Paint{}, int32(-1)
	end := func() {
		if to := int32(len(l.Paths)); from >= 0 && to > from {
			l.Add(render.Op{Kind: render.Stroke, Paths: render.Span{From: from, To: to}, Paint: open, Butt: true})
		}
		from = -1
	}
	for i := range c.threads {
		t := &c.threads[i]
		f := st.Flows[t.flow]
		if !f.On || isSettled(f) != settled {
			continue
		}
		alpha := float32(softly)
		if s.flows[t.flow].forms[f.Status].firm() {
			alpha = firmly
		}
		if paint := (render.Paint{Ink: t.ink, Alpha: alpha}); from < 0 || paint != open {
			end()
			open, from = paint, int32(len(l.Paths))
		}
		grown := 1.0
		if f.Grown < 1 {
			grown = timeline.EaseInOut(f.Grown)
		}
		c.lay(l, t, m, grown)
	}
	end()
}

// lay adds the path of a thread, as far as it has grown.
func (c *crowd) lay(l *render.List, t *thread, m geo.Matrix, grown float64) {
	end := c.along[t.to-1] * grown
	if end <= 0 {
		return
	}
	start := int32(len(l.Points))
	for i := t.from; i < t.to; i++ {
		if i == t.jump && i > t.from {
			c.close(l, t, start)
			start = int32(len(l.Points))
		}
		if c.along[i] > end {
			if i != t.jump {
				u := (end - c.along[i-1]) / (c.along[i] - c.along[i-1])
				l.Points = append(l.Points, pixel(m, lerp(c.points[i-1], c.points[i], u)))
			}
			break
		}
		l.Points = append(l.Points, pixel(m, c.points[i]))
	}
	c.close(l, t, start)
}

func (c *crowd) close(l *render.List, t *thread, start int32) {
	if end := int32(len(l.Points)); end-start > 1 {
		l.Paths = append(l.Paths, render.Path{Points: render.Span{From: start, To: end}, Width: t.width})
	} else {
		l.Points = l.Points[:start]
	}
}

// firm reports whether a form is that of something given or there.
func (f form) firm() bool { return !f.hatched && !f.query && f.dash == [2]float32{} && f.dotted <= 5 }

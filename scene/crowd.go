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
// points without ports and heads, in exact proportion still. All of them are
// laid out once, with the times at which they come, grow and change; a picture
// only names them and says what time it is.

const (
	crowdFrom = 500    // stretches from which flows are a crowd
	crowdMost = 10_000 // … and from which each has the fewest points
	crowdStep = 12     // steps of a thread
	crowdFew  = 3      // … of so many that each has the fewest: four points, eight corners
	softly    = 0.4    // alpha of what is not firm, where a pattern could not be seen
	firmly    = 0.85
)

// crowd is all flows of a story as threads, in the order of painting, and the
// way from a stop to the next that was drawn last.
type crowd struct {
	threads render.Threads
	skeins  []skein

	turned  bool // what follows is of a way from a stop to the next
	way     int  // … that stop
	settled []int
	coming  []int
	from    float32 // the first moment at which something of those that come is there
	while   [2]float32
	key     uint64 // of those that have settled
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

// newCrowd lays all flows out as threads.
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
	c := &crowd{threads: render.Threads{Name: "flows"}}
	var drafts []draft
	for i := range st.Flows {
		for _, pair := range pairsIn(index, st, &st.Flows[i]) {
			for _, piece := range s.spin(c, pair, steps) {
				drafts = s.draw(drafts, i, piece)
			}
		}
	}
	c.wind(drafts)
	s.many = c
	s.shortest = math.Inf(1) // widths of a crowd do not depend on lengths
}

// spin lays out the points of a stretch: of two pieces, where the map's edge
// cuts it. Each point's share is that of the time after which the stretch, which
// grows by EaseInOut, has reached it.
func (s *Scene) spin(c *crowd, st stretch, steps int) []render.Span {
	a, b := st.fromPoint, s.line.Story.Places[st.to].At
	if st.from >= 0 {
		a = s.line.Story.Places[st.from].At
	}
	share := 1.0
	if st.open {
		share = openShare
	}
	t := &c.threads
	from, jump := int32(len(t.Points)), int32(0)
	far := geo.Distance(a, b) / geo.EarthRadiusKm / float64(steps)
	var last point
	along, length := make([]float64, 0, crowdStep+1), 0.0
	for i := range steps + 1 {
		p := s.pr.Forward(geo.Between(a, b, share*float64(i)/float64(steps)))
		if i > 0 {
			step := dist(last, p)
			if step > 4*far+0.5 {
				jump, step = int32(len(t.Points)), far
			}
			length += step
		}
		last = p
		t.Points = append(t.Points, render.Point{X: float32(p[0]), Y: float32(p[1])})
		along = append(along, length)
	}
	for _, reached := range along {
		if length > 0 {
			reached /= length
		}
		t.Shares = append(t.Shares, float32(timeline.EaseInOutBack(reached)))
	}
	to := int32(len(t.Points))
	if jump > 0 {
		return []render.Span{{From: from, To: jump}, {From: jump, To: to}}
	}
	return []render.Span{{From: from, To: to}}
}

// crowdLayers draws the crowd: what has wholly come at a stop and stays until
// the next is a layer of its own; what comes or goes on the way is another.
func (s *Scene) crowdLayers(l *render.List, m geo.Matrix, st *timeline.State, clip box) {
	c := s.many
	c.turn(st.Stop)
	l.Begin(render.Layer{Name: "settled", Key: c.key, Still: true, Baked: true, Clip: clip, Transform: affine(m)})
	for _, k := range c.settled {
		l.Add(c.op(k, float32(c.skeins[k].arrive)))
	}
	l.Begin(render.Layer{Name: "coming", Key: uint64(st.Stop) + 1, While: c.while, Clip: clip, Transform: affine(m)})
	now := float32(st.Pos)
	if now <= c.from {
		return
	}
	for _, k := range c.coming {
		l.Add(c.op(k, now))
	}
}

// firm reports whether a form is that of something given or there.
func (f form) firm() bool { return !f.hatched && !f.query && f.dash == [2]float32{} && f.dotted <= 5 }

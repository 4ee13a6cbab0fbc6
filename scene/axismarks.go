package scene

import (
	"math"
	"strconv"

	"dateline/render"
	"dateline/story"
	"dateline/timeline"
)

// group is a run of stops that stand nearer to each other than a mark is wide:
// one mark, with the count of its events.
type group struct {
	from, to int // stops, half open
	events   int
	stated   int     // … whose date a source states
	x        float64 // its middle
}

// column is some pixels of a strip with too many stops for marks.
type column struct {
	from, to int // stops, half open
	events   int
}

const (
	groupRadius = 8.5
	marksApart  = 2*groupRadius - 3 // the least between the middles of two, CSS pixels
	columnWidth = 3.0
	columnHigh  = 22.0

	// Under so many CSS pixels a stop, columns take the place of marks: of a
	// calendar, whose columns differ; of an ordinal axis, where all are alike.
	densest      = 5.0
	densestSteps = 0.7
)

// layMarks gathers stops to marks, by their distances alone, so that moving the
// part that shows changes none; or, where there are too many, to columns.
func (s *Scene) layMarks() {
	a, stops := &s.axis, s.line.Stops
	a.groups, a.columns = a.groups[:0], a.columns[:0]
	track := s.width - 2*TrackInset
	perX := track / max(a.to-a.from, 1e-12)
	showing := 0
	for i := 1; i < len(stops); i++ {
		if s.shows(stops[i].X) {
			showing++
		}
	}
	least := densest
	if len(s.line.Units()) == 0 {
		least = densestSteps
	}
	if float64(showing)*least > track {
		s.layColumns(perX)
		return
	}
	for i := 1; i < len(stops); i++ {
		g := group{from: i, to: i + 1, events: len(stops[i].Events), x: stops[i].X}
		if s.line.Story.Events[stops[i].Events[0]].Date.Certainty == story.Stated {
			g.stated = 1
		}
		for n := len(a.groups); n > 0; n-- {
			last := a.groups[n-1]
			if (g.x-last.x)*perX >= marksApart {
				break
			}
			g.from, g.events, g.stated = last.from, g.events+last.events, g.stated+last.stated
			g.x = (stops[g.from].X + stops[g.to-1].X) / 2
			a.groups = a.groups[:n-1]
		}
		a.groups = append(a.groups, g)
	}
}

// layColumns counts events by columns of pixels.
func (s *Scene) layColumns(perX float64) {
	a, stops := &s.axis, s.line.Stops
	n := int(math.Ceil((s.width - 2*TrackInset) / columnWidth))
	for range n {
		a.columns = append(a.columns, column{})
	}
	for i := 1; i < len(stops); i++ {
		if !s.shows(stops[i].X) {
			continue
		}
		c := &a.columns[min(int((stops[i].X-a.from)*perX/columnWidth), n-1)]
		if c.events == 0 {
			c.from = i
		}
		c.to = i + 1
		c.events += len(stops[i].Events)
	}
}

// drawMarks draws the stops.
func (s *Scene) drawMarks(l *render.List, st *timeline.State) {
	a := &s.axis
	if len(a.columns) > 0 {
		s.drawColumns(l, st)
		return
	}
	var current *group
	for i := range a.groups {
		switch g := &a.groups[i]; {
		case !s.shows(g.x):
		case g.events > 1 && stopInk(g.from, g.to, st) == Accent: // on top of what it touches
			current = g
		default:
			s.drawGroup(l, g, st)
		}
	}
	if current != nil {
		s.drawGroup(l, current, st)
	}
}

func (s *Scene) drawGroup(l *render.List, g *group, st *timeline.State) {
	if g.events == 1 {
		s.mark(l, g.from, st)
		return
	}
	s.cluster(l, g, st, s.trackX(s.line.X(st.Pos)))
}

// stopInk is the ink of stops: whether they have come in, and which came in last.
func stopInk(from, to int, st *timeline.State) render.Ink {
	switch {
	case from <= st.Stop && st.Stop < to:
		return Accent
	case from <= st.Stop:
		return Ink
	}
	return Soft
}

// mark draws the stop of an event: filled where its date is stated, hollow
// where it is only about, with an arrow where it lies before or after.
func (s *Scene) mark(l *render.List, stop int, st *timeline.State) {
	e := &s.line.Story.Events[s.line.Stops[stop].Events[0]]
	at := render.Point{X: s.stopX(stop), Y: s.axis.y}
	paint := render.Paint{Ink: stopInk(stop, stop+1, st), Alpha: 1}
	if e.Date.Certainty == story.Stated {
		l.Add(render.Op{Kind: render.Circle, Center: at, Radius: markRadius, Paint: paint})
		return
	}
	l.Add(render.Op{Kind: render.Circle, Center: at, Radius: markRadius, Paint: render.Paint{Ink: Paper, Alpha: 1}})
	l.Add(render.Op{Kind: render.Ring, Center: at, Radius: markRadius - 1, Width: 2, Paint: paint})
	if e.Date.Certainty == story.About {
		return
	}
	d := float32(2)
	if (e.Date.Certainty == story.After) != s.words.RTL {
		d = -d
	}
	l.Add(render.Op{Kind: render.Stroke, Width: 1.6, Paint: paint, Paths: l.Path(false,
		render.Point{X: at.X + d*0.6, Y: at.Y - 2.4}, render.Point{X: at.X - d*0.6, Y: at.Y}, render.Point{X: at.X + d*0.6, Y: at.Y + 2.4})})
}

// cluster draws a mark with the count of its events: hollow where no source
// states the date of any. While the playhead is among them, it stands within
// its ring.
func (s *Scene) cluster(l *render.List, g *group, st *timeline.State, head float32) {
	at := render.Point{X: s.trackX(g.x), Y: s.axis.y}
	first, last := s.stopX(g.from), s.stopX(g.to-1)
	if head >= min(first, last)-2 && head <= max(first, last)+2 {
		at.X = head
	}
	paint, words := render.Paint{Ink: stopInk(g.from, g.to, st), Alpha: 1}, render.Paint{Ink: Paper, Alpha: 1}
	count := s.count(g.events)
	half := max(0, count.width/2+4-groupRadius)
	pill := func(radius float32, paint render.Paint) {
		if half == 0 {
			l.Add(render.Op{Kind: render.Circle, Center: at, Radius: radius, Paint: paint})
			return
		}
		l.Add(render.Op{Kind: render.Stroke, Width: 2 * radius, Paint: paint,
			Paths: l.Path(false, render.Point{X: at.X - half, Y: at.Y}, render.Point{X: at.X + half, Y: at.Y})})
	}
	pill(groupRadius+1, render.Paint{Ink: Paper, Alpha: 1})
	pill(groupRadius, paint)
	if g.stated == 0 {
		pill(groupRadius-1.6, words)
		words = paint
	}
	count.center(l, at, words, 0, render.Paint{})
}

// count is a number, set.
func (s *Scene) count(n int) *label {
	lb, ok := s.axis.counts[n]
	if !ok {
		number := set(s.faces, strconv.Itoa(n), bold, s.axis.size-2)
		lb = &number
		s.axis.counts[n] = lb
	}
	return lb
}

// drawColumns draws how many events there are, by columns of pixels.
func (s *Scene) drawColumns(l *render.List, st *timeline.State) {
	a := &s.axis
	most := 1
	for _, c := range a.columns {
		most = max(most, c.events)
	}
	for _, ink := range [...]render.Ink{Soft, Ink, Accent} {
		var paths render.Span
		for i, c := range a.columns {
			if c.events == 0 || stopInk(c.from, c.to, st) != ink {
				continue
			}
			x := float32(TrackInset + float64(i)*columnWidth)
			if s.words.RTL {
				x = float32(s.width) - x - columnWidth
			}
			high := max(2, columnHigh*float32(c.events)/float32(most))
			b := boxAt(x, a.y-high, columnWidth-0.5, high)
			p := l.Path(true, b.Min, render.Point{X: b.Max.X, Y: b.Min.Y}, b.Max, render.Point{X: b.Min.X, Y: b.Max.Y})
			if paths.To == 0 {
				paths = p
			}
			paths.To = p.To
		}
		if paths.To > paths.From {
			alpha := float32(1)
			if ink == Soft {
				alpha = 0.6
			}
			l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Ink: ink, Alpha: alpha}, Paths: paths})
		}
	}
}

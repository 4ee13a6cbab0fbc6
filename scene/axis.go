package scene

import (
	"dateline/render"
	"dateline/story"
	"dateline/timeline"
)

// axis is the timeline under the map.
type axis struct {
	y      float32 // middle of the track
	top    float32 // of the strip
	blocks []axisBlock
	ticks  []axisTick
	about  label
}

type axisBlock struct {
	from, to float32 // edges, left and right, CSS pixels
	start    float32 // the one that comes first in time
	mid      float32
	lines    []label      // the block's name, in as many lines as it needs
	soft     [][2]float32 // first and last mark of each run that is only about
}

type axisTick struct {
	x    float32
	text label
}

// Sizes of the strip, CSS pixels.
const (
	markRadius = 6.0
	playRadius = 10.5
	playTop    = 40.0 // of the playhead's line, under the names of the blocks, from the strip's top
	trackWidth = 2.0
	nameTop    = 19.0 // baseline of the first line of a block's name, from the strip's top
	nameStep   = 14.0
	bracketGap = 13.0 // from the track to the bracket
	bracketEnd = 4.0
	tickGap    = 10.0 // between the words of two ticks
)

// newAxis lays the timeline out.
func (s *Scene) newAxis(size float32) {
	a := &s.axis
	a.top = float32(s.mapHeight)
	a.y = float32(s.height) - TrackRise
	a.about = set(s.faces, s.words.About, regular, size-1)
	if s.line.Scale() == story.Calendar {
		s.newTicks(size)
		return
	}
	for i, b := range s.line.Blocks {
		start, end := s.between(b.From-1, b.From), s.between(b.To-1, b.To)
		if i == 0 {
			start = s.start()
		}
		out := axisBlock{from: min(start, end), to: max(start, end), start: start}
		out.mid = (s.stopX(b.From) + s.stopX(b.To-1)) / 2
		for _, p := range b.Parts {
			if p.About {
				a, b := s.stopX(p.From), s.stopX(p.To-1)
				out.soft = append(out.soft, [2]float32{min(a, b), max(a, b)})
			}
		}
		a.blocks = append(a.blocks, out)
	}
	s.nameBlocks(size)
}

// nameBlocks sets the names of the blocks: all long, or all short, or narrow in
// as many lines as each needs; a name that fits in no way is left out.
func (s *Scene) nameBlocks(size float32) {
	for _, way := range [...]func(BlockName) string{
		func(n BlockName) string { return n.Long },
		func(n BlockName) string { return n.Short },
	} {
		if s.nameAll(size, way, false) {
			return
		}
	}
	s.nameAll(size, func(n BlockName) string { return n.Narrow }, true)
}

// nameAll sets all names in one way; with parts, those that do not fit are
// broken or left out. It reports whether all fit.
func (s *Scene) nameAll(size float32, way func(BlockName) string, parts bool) bool {
	all := true
	for i := range s.axis.blocks {
		b := &s.axis.blocks[i]
		text := way(s.words.Blocks[i])
		ok := false
		if b.lines, ok = s.fit(b.to-b.from-4, size, []string{text}); !ok && parts {
			if b.lines, ok = s.fit(b.to-b.from-4, size, split(text)); !ok {
				b.lines = nil
			}
		}
		all = all && ok
	}
	return all
}

// fit sets lines and reports whether they are no wider than room.
func (s *Scene) fit(room, size float32, text []string) (lines []label, ok bool) {
	ok = true
	for _, line := range text {
		lb := set(s.faces, line, bold, size)
		lines = append(lines, lb)
		ok = ok && lb.width <= room
	}
	return lines, ok
}

func (s *Scene) newTicks(size float32) {
	for i := len(s.words.Ticks) - 1; i >= 0; i-- {
		var row []axisTick
		fits := true
		last := boxAt(-tickGap, 0, 0, 0)
		if s.words.RTL {
			last = boxAt(float32(s.width), 0, tickGap, 0)
		}
		for _, t := range s.words.Ticks[i] {
			lb := set(s.faces, t.Text, regular, size)
			x := s.trackX(t.X)
			b := boxAt(x-lb.width/2, 0, lb.width, 0)
			if b.Min.X < 2 || b.Max.X > float32(s.width)-2 {
				lb = label{} // the tick stays, its words would be cut off
			} else if b.Min.X < last.Max.X+tickGap && b.Max.X > last.Min.X-tickGap {
				fits = false
				break
			} else {
				last = b
			}
			row = append(row, axisTick{x, lb})
		}
		if fits && len(row) > 0 {
			s.axis.ticks = row
			return
		}
	}
}

// trackX returns where an X of the timeline's axis stands on screen.
func (s *Scene) trackX(x float64) float32 {
	if n := s.line.Length(); n > 0 {
		x /= n
	} else {
		x = 0
	}
	if s.words.RTL {
		x = 1 - x
	}
	return float32(TrackInset + x*(s.width-2*TrackInset))
}

// start is the edge of the strip at which time begins.
func (s *Scene) start() float32 {
	if s.words.RTL {
		return float32(s.width)
	}
	return 0
}

func (s *Scene) stopX(stop int) float32 { return s.trackX(s.line.Stops[stop].X) }

// between is the middle between two stops; behind the last one, its other side.
func (s *Scene) between(a, b int) float32 {
	if b >= len(s.line.Stops) {
		return float32(s.width) - s.start()
	}
	return (s.stopX(a) + s.stopX(b)) / 2
}

// drawAxis draws what does not change while time passes.
func (s *Scene) drawAxis(l *render.List) {
	a := &s.axis
	right := float32(s.width)
	s.rect(l, boxAt(0, a.top, right, StripHeight), render.Paint{Ink: Paper, Alpha: 1})
	for i, b := range a.blocks {
		if i%2 == 1 {
			s.rect(l, boxAt(b.from, a.top, b.to-b.from, StripHeight), render.Paint{Ink: Band, Alpha: 1})
		}
		if i > 0 {
			s.rule(l, b.start, a.top+8, b.start, a.top+StripHeight-8, render.Paint{Ink: Rule, Alpha: 1}, 1)
		}
		for k := range b.lines {
			lb := &b.lines[k]
			x := min(max(b.mid-lb.width/2, b.from+2), b.to-2-lb.width)
			lb.draw(l, render.Point{X: x, Y: a.top + nameTop + float32(k)*nameStep}, render.Paint{Ink: Ink, Alpha: 1}, 0, render.Paint{})
		}
		for _, soft := range b.soft {
			s.bracket(l, soft[0]-markRadius, soft[1]+markRadius, b)
		}
	}
	for i := range a.ticks {
		t := &a.ticks[i]
		s.rule(l, t.x, a.y-18, t.x, a.y+8, render.Paint{Ink: Rule, Alpha: 1}, 1)
		t.text.draw(l, render.Point{X: t.x - t.text.width/2, Y: a.top + nameTop + 8}, render.Paint{Ink: Soft, Alpha: 1}, 0, render.Paint{})
	}
	s.rule(l, TrackInset, a.y, right-TrackInset, a.y, render.Paint{Ink: Rule, Alpha: 1}, trackWidth)
}

// bracket is the soft bracket under stops whose date no source states.
func (s *Scene) bracket(l *render.List, from, to float32, b axisBlock) {
	a := &s.axis
	y := a.y + bracketGap
	paint := render.Paint{Ink: Soft, Alpha: 1}
	l.Add(render.Op{Kind: render.Stroke, Width: 1.2, Paint: paint, Dash: [2]float32{3, 3}, Butt: true,
		Paths: l.Path(false, render.Point{X: from, Y: y}, render.Point{X: from, Y: y + bracketEnd}, render.Point{X: to, Y: y + bracketEnd}, render.Point{X: to, Y: y})})
	if lb := &a.about; lb.width <= b.to-b.from-8 {
		x := min(max((from+to)/2-lb.width/2, b.from+4), b.to-4-lb.width)
		lb.draw(l, render.Point{X: x, Y: y + bracketEnd + 4 + lb.ascent}, paint, 0, render.Paint{})
	}
}

// drawTime draws what changes: the time that has passed, the playhead, the
// marks, and the playhead's ring over them. Each is a layer, for what moves
// with the playhead lies under and over what does not.
func (s *Scene) drawTime(l *render.List, st *timeline.State, clip box) {
	a := &s.axis
	x := s.trackX(s.line.X(st.Pos))
	part := func(name string) { l.Begin(render.Layer{Name: name, Clip: clip, Transform: render.Identity}) }
	part("passed")
	s.rule(l, s.trackX(0), a.y, x, a.y, render.Paint{Ink: Accent, Alpha: 1}, trackWidth+1)
	part("playhead")
	s.rule(l, x, a.top+playTop, x, a.y, render.Paint{Ink: Accent, Alpha: 0.55}, 1.2)
	l.Add(render.Op{Kind: render.Circle, Center: render.Point{X: x, Y: a.y}, Radius: playRadius + 1.5, Paint: render.Paint{Ink: Paper, Alpha: 1}})
	part("marks")
	for i := 1; i < len(s.line.Stops); i++ {
		s.mark(l, i, st)
	}
	part("ring")
	l.Add(render.Op{Kind: render.Ring, Center: render.Point{X: x, Y: a.y}, Radius: playRadius - 1.25, Width: 2.5, Paint: render.Paint{Ink: Accent, Alpha: 1}})
}

// mark draws the stop of an event: filled where its date is stated, hollow
// where it is only about, with an arrow where it lies before or after.
func (s *Scene) mark(l *render.List, stop int, st *timeline.State) {
	e := &s.line.Story.Events[s.line.Stops[stop].Events[0]]
	at := render.Point{X: s.stopX(stop), Y: s.axis.y}
	ink := Soft
	if stop <= st.Stop {
		ink = Ink
	}
	if stop == st.Stop {
		ink = Accent
	}
	paint := render.Paint{Ink: ink, Alpha: 1}
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

func (s *Scene) rule(l *render.List, x0, y0, x1, y1 float32, paint render.Paint, width float32) {
	l.Add(render.Op{Kind: render.Stroke, Width: width, Butt: true, Paint: paint,
		Paths: l.Path(false, render.Point{X: x0, Y: y0}, render.Point{X: x1, Y: y1})})
}

package scene

import (
	"dateline/render"
	"dateline/story"
	"dateline/timeline"
)

// drawTime draws what changes: the time that has passed, the playhead, the
// marks, and the playhead's ring over them. Each is a layer, for what moves
// with the playhead lies under and over what does not.
func (s *Scene) drawTime(l *render.List, st *timeline.State, clip box) {
	a := &s.axis
	along := s.line.X(st.Pos)
	x := s.trackX(along)
	part := func(name string) { l.Begin(render.Layer{Name: name, Clip: clip, Transform: render.Identity}) }
	part("passed")
	s.rule(l, s.trackX(a.from), a.y, x, a.y, render.Paint{Ink: Accent, Alpha: 1}, trackWidth+1)
	part("playhead")
	s.rule(l, x, a.head+playTop, x, a.y, render.Paint{Ink: Accent, Alpha: 0.55}, 1.2)
	l.Add(render.Op{Kind: render.Circle, Center: render.Point{X: x, Y: a.y}, Radius: playRadius + 1.5, Paint: render.Paint{Ink: Paper, Alpha: 1}})
	part("marks")
	s.drawElapsed(l, along)
	s.drawMarks(l, st)
	part("ring")
	l.Add(render.Op{Kind: render.Ring, Center: render.Point{X: x, Y: a.y}, Radius: playRadius - 1.25, Width: 2.5, Paint: render.Paint{Ink: Accent, Alpha: 1}})
	s.drawDate(l, st.Pos, along)
}

// drawDate says between two stops of a calendar what date the playhead has
// come to, no finer than both stops are known; and that time is skipped, where
// there is much of it.
func (s *Scene) drawDate(l *render.List, pos timeline.Pos, along float64) {
	a, w := &s.axis, s.words.Dates
	i := int(pos)
	if w == nil || float64(pos) == float64(i) || i+1 >= len(s.line.Stops) {
		return
	}
	precision := s.line.Precision(i + 1)
	if i > 0 {
		precision = min(precision, s.line.Precision(i))
	}
	text, skip := s.plate(s.line.DateAt(along, precision, w.East)), phrase{}
	if s.line.Skips(i + 1) {
		skip = a.skip
	}
	width := text.width + skip.width
	left := min(max(s.trackX(along)-width/2, 6), float32(s.width)-6-width)
	base := a.head + nameTop + nameStep
	s.rect(l, boxAt(left-5, base-14, width+10, 19), render.Paint{Ink: Accent, Alpha: 1})
	paper := render.Paint{Ink: Paper, Alpha: 1}
	if s.words.RTL {
		text.draw(l, render.Point{X: left, Y: base}, paper)
		skip.draw(l, render.Point{X: left + text.width + 5, Y: base}, paper)
		return
	}
	skip.draw(l, render.Point{X: left, Y: base}, paper)
	text.draw(l, render.Point{X: left + skip.width, Y: base}, paper)
}

// plate is a date, set. The last one is kept: it often stays from picture to
// picture.
func (s *Scene) plate(d story.Date) *phrase {
	a := &s.axis
	key := [...]int{int(d.Precision), d.Year, d.Month, d.Day, d.Hour, d.Minute}
	if a.dateKey != key {
		a.dateKey, a.date = key, s.written(d, bold, a.size)
	}
	return &a.date
}

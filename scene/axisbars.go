package scene

import (
	"dateline/render"
	"dateline/story"
	"dateline/timeline"
)

// axisEra is an era of which some shows.
type axisEra struct {
	bar         *timeline.Bar
	left, right float32
	at          float32 // left end of its name
	name        label
}

const (
	softLength = 16.0 // over which an end fades that no source states, CSS pixels
	softSteps  = 5
	eventBar   = 5.0 // thickness
	flowBar    = 3.0
)

// layEras finds the names' places. A name that is longer than its era reaches
// on where the row is free.
func (s *Scene) layEras() {
	a := &s.axis
	a.eras = a.eras[:0]
	edge := float32(s.width)
	for i := range s.line.Eras {
		b := &s.line.Eras[i]
		left, right := s.stretch(b.From, b.To)
		if b.Row < 0 || right <= 0 || left >= edge {
			continue
		}
		e := axisEra{bar: b, left: left, right: right, name: set(s.faces, s.words.Eras[i], regular, a.size-1)}
		free := [2]float32{2, edge - 2} // of its row
		for k := range s.line.Eras {
			o := &s.line.Eras[k]
			if k == i || o.Row != b.Row {
				continue
			}
			if l, r := s.stretch(o.From, o.To); l >= right {
				free[1] = min(free[1], l-4)
			} else {
				free[0] = max(free[0], r+4)
			}
		}
		e.at = max(left+5, free[0]+3)
		if s.words.RTL {
			e.at = min(right-5, free[1]-3) - e.name.width
		}
		if e.at < free[0] || e.at+e.name.width > free[1] {
			e.name = label{}
		}
		a.eras = append(a.eras, e)
	}
}

// drawBeyond sets apart what lies before and after the story's window.
func (s *Scene) drawBeyond(l *render.List) {
	a := &s.axis
	if len(s.line.Units()) == 0 {
		return
	}
	w := s.line.Story.Window
	from, _ := timeline.Span(w.From)
	_, to := timeline.Span(w.To)
	for _, side := range [...]struct {
		edge  float64
		after bool
		name  *label
	}{{s.line.XOf(from), false, &a.before}, {s.line.XOf(to), true, &a.after}} {
		x := s.trackX(side.edge)
		if side.after && side.edge >= s.line.Extent() || x <= 0 || x >= float32(s.width) {
			continue
		}
		ground := boxAt(0, a.head, x, a.bottom-a.head)
		if side.after != s.words.RTL {
			ground = boxAt(x, a.head, float32(s.width)-x, a.bottom-a.head)
		}
		s.rect(l, ground, render.Paint{Ink: Band, Alpha: 1})
		l.Add(render.Op{Kind: render.Stroke, Width: 1, Butt: true, Dash: [2]float32{2, 3}, Paint: render.Paint{Ink: Soft, Alpha: 1},
			Paths: l.Path(false, render.Point{X: x, Y: a.y - 18}, render.Point{X: x, Y: a.bottom - 8})})
		if room := ground.Max.X - ground.Min.X; side.name.width < room-8 && !s.across(side.edge) {
			side.name.draw(l, render.Point{X: ground.Min.X + (room-side.name.width)/2, Y: a.y + bracketGap + side.name.ascent}, render.Paint{Ink: Soft, Alpha: 1}, 0, render.Paint{})
		}
	}
}

// across reports whether a bar lies across an edge of the window.
func (s *Scene) across(edge float64) bool {
	for _, b := range s.line.Lasting {
		if b.Row >= 0 && b.From < edge && b.To > edge {
			return true
		}
	}
	return false
}

// drawEras draws each era as a row of its own above, and as a faint ground
// behind all that lies in it.
func (s *Scene) drawEras(l *render.List) {
	a := &s.axis
	for i := range a.eras {
		e := &a.eras[i]
		y := a.top + float32(e.bar.Row)*eraHeight
		s.soft(l, e.bar, boxAt(e.left, a.head, e.right-e.left, a.bottom-a.head), render.Paint{Ink: Band, Alpha: 0.55})
		s.soft(l, e.bar, boxAt(e.left+0.75, y+1, e.right-e.left-1.5, eraHeight-1), render.Paint{Ink: Rule, Alpha: 0.55})
	}
	for i := range a.eras {
		e := &a.eras[i]
		e.name.draw(l, render.Point{X: e.at, Y: a.top + float32(e.bar.Row)*eraHeight + (eraHeight+1+e.name.ascent)/2}, render.Paint{Ink: Ink, Alpha: 1}, 0, render.Paint{})
	}
}

// lasts is where the bar of what lasts lies.
func (s *Scene) lasts(b *timeline.Bar) (place box, shows bool) {
	left, right := s.stretch(b.From, b.To)
	high := float32(eventBar)
	if b.Kind == timeline.FlowBar {
		high = flowBar
	}
	y := s.axis.y + markRadius + 7 + float32(b.Row)*barHeight
	if len(s.line.Units()) == 0 {
		y = s.axis.bottom - barHeight*float32(s.line.Rows-b.Row)
		if s.line.Closest() > 0 {
			y -= sliverHeight
		}
	}
	return boxAt(left, y+(eventBar-high)/2, right-left, high), b.Row >= 0 && right > 0 && left < float32(s.width)
}

// drawLasting draws what lasts as far as it goes.
func (s *Scene) drawLasting(l *render.List) {
	for i := range s.line.Lasting {
		b := &s.line.Lasting[i]
		place, shows := s.lasts(b)
		if !shows {
			continue
		}
		paint := render.Paint{Ink: Soft, Alpha: 0.4}
		if b.Kind == timeline.FlowBar {
			paint = render.Paint{Ink: s.flows[b.Of].ink, Alpha: 0.45}
		}
		s.soft(l, b, place, paint)
	}
}

// drawElapsed draws how much of it has passed.
func (s *Scene) drawElapsed(l *render.List, x float64) {
	for i := range s.line.Lasting {
		b := &s.line.Lasting[i]
		place, shows := s.lasts(b)
		if !shows || x <= b.From {
			continue
		}
		whole := *b
		if x < b.To {
			left, right := s.stretch(b.From, x)
			place.Min.X, place.Max.X = left, right
			whole.SoftTo = false
		}
		paint := render.Paint{Ink: Ink, Alpha: 1}
		if b.Kind == timeline.FlowBar {
			paint = render.Paint{Ink: s.flows[b.Of].ink, Alpha: 1}
		} else if x < b.To {
			paint.Ink = Accent
		}
		s.soft(l, &whole, place, paint)
	}
}

// soft fills a bar, of which an end that no source states fades.
func (s *Scene) soft(l *render.List, b *timeline.Bar, place box, paint render.Paint) {
	fade := min(softLength, (place.Max.X-place.Min.X)/2)
	left, right := b.SoftFrom, b.SoftTo
	if s.words.RTL {
		left, right = right, left
	}
	solid := place
	step := fade / softSteps
	slice := func(x float32, k int) {
		p := paint
		p.Alpha *= (float32(k) + 0.5) / softSteps
		s.rect(l, box{Min: render.Point{X: x, Y: place.Min.Y}, Max: render.Point{X: x + step, Y: place.Max.Y}}, p)
	}
	for k := range softSteps {
		if left {
			slice(place.Min.X+float32(k)*step, k)
		}
		if right {
			slice(place.Max.X-float32(k+1)*step, k)
		}
	}
	if left {
		solid.Min.X += fade
	}
	if right {
		solid.Max.X -= fade
	}
	if solid.Max.X > solid.Min.X {
		s.rect(l, solid, paint)
	}
}

// drawAbout draws, on a calendar, over what time an event may lie of which no
// source states when it was.
func (s *Scene) drawAbout(l *render.List) {
	if len(s.line.Units()) == 0 || len(s.axis.columns) > 0 {
		return
	}
	for i := 1; i < len(s.line.Stops); i++ {
		d := s.line.Story.Events[s.line.Stops[i].Events[0]].Date
		if d.Certainty != story.About {
			continue
		}
		from, to := timeline.Span(d)
		left, right := s.stretch(s.line.XOf(from), s.line.XOf(to))
		if right-left > 2*markRadius {
			l.Add(render.Op{Kind: render.Stroke, Width: 5, Butt: true, Dash: [2]float32{2, 2}, Paint: render.Paint{Ink: Soft, Alpha: 0.5},
				Paths: l.Path(false, render.Point{X: left, Y: s.axis.y}, render.Point{X: right, Y: s.axis.y})})
		}
	}
}

package scene

import (
	"math"

	"dateline/render"
	"dateline/timeline"
)

// axis is the timeline under the map, laid out for the part of it that the
// reader looks at.
type axis struct {
	y          float32 // middle of the track
	top        float32 // of the strip
	head       float32 // of what stands under the rows of eras
	bottom     float32
	size       float32 // of its words
	from, to   float64 // the part that shows, X
	laid       bool
	blocks     []axisBlock
	named      []axisName
	ticks      []axisTick
	majors     []axisMajor
	eras       []axisEra
	groups     []group
	columns    []column
	onlyAbout  label // under the bracket
	before     label // over what lies before and after the window
	after      label
	counts     map[int]*label
	skip       phrase // before a date where time is skipped
	date       phrase // at the playhead, of dateKey
	dateKey    [6]int
	roundDates []timeline.Tick // scratch
}

// Sizes of the strip, CSS pixels.
const (
	markRadius = 6.0
	playRadius = 10.5
	playTop    = 40.0 // of the playhead's line, under the names of the blocks, from the strip's head
	trackWidth = 2.0
	nameTop    = 19.0 // baseline of the first line of a block's name, from the strip's head
	nameStep   = 14.0
	bracketGap = 13.0 // from the track to the bracket
	bracketEnd = 4.0
	tickGap    = 10.0 // between the words of two ticks
)

// newAxis sets what does not depend on the part that shows, and lays the whole
// axis out.
func (s *Scene) newAxis(size float32) {
	a := &s.axis
	a.size = size
	a.top = float32(s.mapHeight)
	a.head = a.top + float32(eraHeight*float64(s.line.EraRows))
	a.bottom = float32(s.height)
	a.y = a.bottom - float32(s.strip.Rise)
	a.onlyAbout = set(s.faces, s.words.About, regular, size-1)
	a.before = set(s.faces, s.words.Before, regular, size-1)
	a.after = set(s.faces, s.words.After, regular, size-1)
	a.counts = map[int]*label{}
	sign := "»"
	if s.words.RTL {
		sign = "«"
	}
	a.skip = s.phrase(bold, size, sign+sign)
	a.skip.width += 5
	s.show(0, 0)
}

// show lays the axis out for a part of it, X; for the whole where there is no
// such part. What it makes depends on the part alone.
func (s *Scene) show(from, to float64) {
	a, end := &s.axis, s.line.Extent()
	closest := s.line.Closest()
	if !(to > from) || closest == 0 || to-from >= end || !(from < end) || !(to > 0) {
		from, to = 0, end
	} else {
		width := max(to-from, closest)
		from = min(max(from, 0), end-width)
		to = from + width
	}
	if a.laid && from == a.from && to == a.to {
		return
	}
	a.from, a.to, a.laid = from, to, true
	if s.line.Units() == nil {
		s.layBlocks()
	} else {
		s.layTicks()
	}
	s.layEras()
	s.layMarks()
}

// zoomed reports whether the reader looks at a part of the axis.
func (a *axis) zoomed(end float64) bool { return a.from > 0 || a.to < end }

// key tells pictures of different parts apart; the whole's is 1.
func (a *axis) key(end float64) uint64 {
	if !a.zoomed(end) {
		return 1
	}
	return math.Float64bits(a.from)*31 + math.Float64bits(a.to)
}

// trackX returns where an X of the timeline's axis stands on screen.
func (s *Scene) trackX(x float64) float32 {
	a := &s.axis
	if n := a.to - a.from; n > 0 {
		x = (x - a.from) / n
	} else {
		x = 0
	}
	if s.words.RTL {
		x = 1 - x
	}
	return float32(TrackInset + x*(s.width-2*TrackInset))
}

// stretch is where two X stand, from left to right, and reach: as far as the
// strip, or a little beyond where they lie beyond it.
func (s *Scene) stretch(from, to float64) (left, right float32) {
	const beyond = 40
	left, right = s.trackX(from), s.trackX(to)
	if s.words.RTL {
		left, right = right, left
	}
	return max(left, -beyond), min(right, float32(s.width)+beyond)
}

// shows reports whether an X lies in the part that shows.
func (s *Scene) shows(x float64) bool {
	slack := (s.axis.to - s.axis.from) * 1e-9
	return x >= s.axis.from-slack && x <= s.axis.to+slack
}

// start is the edge of the strip at which time begins.
func (s *Scene) start() float32 {
	if s.words.RTL {
		return float32(s.width)
	}
	return 0
}

func (s *Scene) stopX(stop int) float32 { return s.trackX(s.line.Stops[stop].X) }

// drawAxis draws what does not change while time passes.
func (s *Scene) drawAxis(l *render.List) {
	a := &s.axis
	right := float32(s.width)
	s.rect(l, boxAt(0, a.top, right, a.bottom-a.top), render.Paint{Ink: Paper, Alpha: 1})
	s.drawBeyond(l)
	s.drawEras(l)
	s.drawBlocks(l)
	s.drawTicks(l)
	s.drawLasting(l)
	s.drawAbout(l)
	s.rule(l, TrackInset, a.y, right-TrackInset, a.y, render.Paint{Ink: Rule, Alpha: 1}, trackWidth)
	s.drawSliver(l)
}

// drawSliver draws the whole axis as a thin line at the bottom, and on it the
// part that shows.
func (s *Scene) drawSliver(l *render.List) {
	a, end := &s.axis, s.line.Extent()
	if !a.zoomed(end) {
		return
	}
	y, width := a.bottom-5, float32(s.width-2*TrackInset)
	s.rule(l, TrackInset, y, TrackInset+width, y, render.Paint{Ink: Rule, Alpha: 1}, 3)
	from, to := float32(a.from/end), float32(a.to/end)
	if s.words.RTL {
		from, to = 1-to, 1-from
	}
	if least := 6 / width; to-from < least {
		from = min(from, 1-least)
		to = from + least
	}
	s.rule(l, TrackInset+from*width, y, TrackInset+to*width, y, render.Paint{Ink: Soft, Alpha: 1}, 5)
}

func (s *Scene) rule(l *render.List, x0, y0, x1, y1 float32, paint render.Paint, width float32) {
	l.Add(render.Op{Kind: render.Stroke, Width: width, Butt: true, Paint: paint,
		Paths: l.Path(false, render.Point{X: x0, Y: y0}, render.Point{X: x1, Y: y1})})
}

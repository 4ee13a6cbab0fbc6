package scene

import (
	"math"

	"dateline/render"
	"dateline/story"
	"dateline/timeline"
)

// axisTick is a round date of the finer row: "23:40", "14", "Apr", "1912".
type axisTick struct {
	x    float32
	text phrase
}

// axisMajor is a date of the coarser row, from its own x on: "14 April".
type axisMajor struct {
	x, at float32 // its tick, and the left end of its words
	rule  bool    // its tick shows
	text  phrase
}

// layTicks chooses the finest row of round dates whose words keep apart, and
// the row above it that says what they belong to.
func (s *Scene) layTicks() {
	a := &s.axis
	a.ticks, a.majors = a.ticks[:0], a.majors[:0]
	if s.words.Dates == nil {
		return
	}
	perX := (s.width - 2*TrackInset) / (a.to - a.from)
	for _, u := range s.line.Units() {
		if s.line.Width(u)*perX < 18 { // no words are narrower
			continue
		}
		if s.layRow(u) {
			s.layMajors(u)
			return
		}
	}
}

// layRow lays out a row of round dates; it fails where their words would touch.
func (s *Scene) layRow(u timeline.Unit) bool {
	a := &s.axis
	a.ticks = a.ticks[:0]
	a.roundDates = s.line.Ticks(a.roundDates[:0], u, a.from, a.to, s.words.Dates.East)
	last := float32(math.Inf(-1))
	if s.words.RTL {
		last = float32(math.Inf(1))
	}
	for _, t := range a.roundDates {
		lb := s.tickText(t.Date)
		x := s.trackX(t.X)
		left, right := x-lb.width/2, x+lb.width/2
		switch {
		case left < 2 || right > float32(s.width)-2:
			lb = phrase{} // the tick stays, its words would be cut off
		case !s.words.RTL && left < last+tickGap, s.words.RTL && right > last-tickGap:
			return false
		case s.words.RTL:
			last = left
		default:
			last = right
		}
		a.ticks = append(a.ticks, axisTick{x, lb})
	}
	return true
}

func (s *Scene) tickText(d story.Date) phrase {
	text := clock(d)
	switch d.Precision {
	case story.Year:
		return s.dated(s.words.Dates.Year, d, regular, s.axis.size)
	case story.Month:
		text = s.words.Dates.Short[d.Month-1]
	case story.Day:
		text = s.dayOf(d)
	}
	return s.phrase(regular, s.axis.size, text)
}

// layMajors lays out the coarser row: days over hours, months over days, years
// over months. The date that holds where the part begins stands at its edge.
func (s *Scene) layMajors(u timeline.Unit) {
	a, w := &s.axis, s.words.Dates
	major, pattern, opening, precision := timeline.Unit{Years: 1}, w.Year, w.Year, story.Year
	switch {
	case u.Years > 0:
		return
	case u.Minutes > 0:
		major, pattern, opening, precision = timeline.Unit{Days: 1}, w.Day, w.Full, story.Day
	case u.Days > 0:
		major, pattern, opening, precision = timeline.Unit{Months: 1}, w.Month, w.Month, story.Month
	}
	a.roundDates = append(a.roundDates[:0], timeline.Tick{X: a.from, Date: s.line.DateAt(a.from, precision, w.East)})
	a.roundDates = s.line.Ticks(a.roundDates, major, a.from, a.to, w.East)
	n := len(a.roundDates)
	if u.Minutes == 0 || w.Zone == "" {
		s.addMajors(opening, pattern, n)
		return
	}
	// Where there is no room for the zone at the edge, it stands behind the last
	// date; where there is none either, the page's own words have it.
	if !s.addMajors(opening, pattern, 0) && !s.addMajors(pattern, pattern, n-1) {
		s.addMajors(pattern, pattern, n)
	}
}

// addMajors adds the dates of the coarser row, the first by a pattern of its
// own, one of them with the zone of the hours. It reports whether that one has
// room.
func (s *Scene) addMajors(opening, pattern string, zoned int) bool {
	a := &s.axis
	a.majors = a.majors[:0]
	for i, t := range a.roundDates {
		var after []string
		if i == zoned {
			after = []string{" ", s.words.Dates.Zone}
		}
		if i > 0 {
			opening = pattern
		}
		s.addMajor(t, i > 0, s.dated(opening, t.Date, bold, a.size, after...))
	}
	return zoned < len(a.majors) && len(a.majors[zoned].text.parts) > 0
}

// addMajor adds a date of the coarser row. One that would touch the one before
// it takes its place where that one only says what holds at the edge, and is
// else left without words.
func (s *Scene) addMajor(t timeline.Tick, rule bool, text phrase) {
	a := &s.axis
	m := axisMajor{x: s.trackX(t.X), rule: rule, text: text}
	if m.at = m.x + 5; !rule {
		m.at = 6
	}
	if s.words.RTL {
		if m.at = m.x - 5 - text.width; !rule {
			m.at = float32(s.width) - 6 - text.width
		}
	}
	if m.at < 2 || m.at+text.width > float32(s.width)-2 {
		m.text = phrase{}
	}
	if last := a.lastMajor(); last != nil && len(m.text.parts) > 0 && m.at < last.at+last.text.width+tickGap && m.at+text.width > last.at-tickGap {
		if last.rule {
			m.text = phrase{}
		} else {
			last.text = phrase{}
		}
	}
	a.majors = append(a.majors, m)
}

// lastMajor is the last date of the coarser row that has words, or nil.
func (a *axis) lastMajor() *axisMajor {
	for i := len(a.majors) - 1; i >= 0; i-- {
		if len(a.majors[i].text.parts) > 0 {
			return &a.majors[i]
		}
	}
	return nil
}

func (s *Scene) drawTicks(l *render.List) {
	a := &s.axis
	base := a.head + nameTop + nameStep
	if len(a.majors) == 0 {
		base = a.head + nameTop + 8
	}
	for i := range a.ticks {
		t := &a.ticks[i]
		s.rule(l, t.x, a.y-18, t.x, a.y+8, render.Paint{Ink: Rule, Alpha: 1}, 1)
		t.text.draw(l, render.Point{X: t.x - t.text.width/2, Y: base}, render.Paint{Ink: Soft, Alpha: 1})
	}
	for i := range a.majors {
		m := &a.majors[i]
		if m.rule && len(m.text.parts) > 0 { // not through the words of the finer row
			s.rule(l, m.x, a.head+6, m.x, a.head+nameTop+3, render.Paint{Ink: Rule, Alpha: 1}, 1)
			s.rule(l, m.x, a.y-18, m.x, a.y+8, render.Paint{Ink: Rule, Alpha: 1}, 1)
		}
		m.text.draw(l, render.Point{X: m.at, Y: a.head + nameTop}, render.Paint{Ink: Ink, Alpha: 1})
	}
}

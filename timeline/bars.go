package timeline

import (
	"sort"

	"dateline/story"
)

// BarKind is what a bar shows.
type BarKind uint8

const (
	EraBar   BarKind = iota
	EventBar         // an event that lasts
	FlowBar          // a flow with a start and an end
)

// Bar is a stretch of the axis that something lasts.
type Bar struct {
	Kind             BarKind
	Of               int     // index of the era, event or flow in the story
	From, To         float64 // X
	SoftFrom, SoftTo bool    // no source states when it begins, ends
	Cut, Open        bool    // it began before the axis does, goes on beyond what is known or shown
	Row              int     // eras have rows of their own; −1: no row has room
}

// How many rows of eras, and of what else lasts, a timeline has. What finds no
// room stands in the page alone.
const (
	mostEraRows = 3
	mostRows    = 5
)

// bars works out what lasts, and how much longer than to its last stop the
// axis is for it.
func (l *Line) bars() {
	s := l.Story
	for i := range s.Eras {
		l.add(&l.Eras, EraBar, i, s.Eras[i].From, s.Eras[i].To)
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.End != nil {
			l.add(&l.Lasting, EventBar, i, e.Date, *e.End)
		}
	}
	for i := range s.Flows {
		if f := &s.Flows[i]; f.Start != nil && f.End != nil {
			l.add(&l.Lasting, FlowBar, i, *f.Start, *f.End)
		}
	}
	l.extent = l.Length()
	if l.scale > 0 {
		for _, bars := range [][]Bar{l.Eras, l.Lasting} {
			for _, b := range bars {
				l.extent = max(l.extent, b.To)
			}
		}
	}
	l.EraRows, l.Rows = stack(l.Eras, mostEraRows), stack(l.Lasting, mostRows)
}

// add adds the bar of what lasts from a date to another, as far as it lies on
// the axis.
func (l *Line) add(to *[]Bar, kind BarKind, of int, from, until story.Date) {
	b := Bar{Kind: kind, Of: of, SoftFrom: from.Certainty != story.Stated, SoftTo: until.Certainty != story.Stated, Open: until.Certainty == story.After}
	if l.scale == 0 {
		l.steps(&b, from, until)
	} else {
		l.stretch(&b, from, until)
	}
	if b.To > b.From {
		*to = append(*to, b)
	}
}

// stretch places a bar on a calendar axis, which ends with the margin behind
// the window at the latest.
func (l *Line) stretch(b *Bar, from, until story.Date) {
	a, after := Span(from)
	before, z := Span(until)
	switch from.Certainty {
	case story.Before:
		a -= l.margin / 2
	case story.After:
		a = after
	}
	switch until.Certainty {
	case story.Before:
		z = before
	case story.After:
		z += l.margin / 2
	}
	_, end := Span(l.Story.Window.To)
	last := max(l.XOf(end+l.margin/2), l.Length())
	b.From, b.To = l.XOf(a), l.XOf(z)
	if b.Kind == EventBar {
		b.From = l.Stops[l.stopOf[b.Of]].X // where its mark stands
	}
	if b.From < 0 {
		b.From, b.Cut = 0, true
	}
	if b.To > last {
		b.To, b.Open = last, true
	}
}

// steps places a bar on an ordinal axis: from stop to stop. An era takes the
// whole room of its stops.
func (l *Line) steps(b *Bar, from, until story.Date) {
	start, _ := Span(from)
	first, last := -1, int(l.PosOf(until))
	for i := 1; i < len(l.Stops) && first < 0; i++ {
		d := l.Story.Events[l.Stops[i].Events[0]].Date
		if _, end := Span(d); d.Certainty != story.Before && end > start {
			first = i
		}
	}
	switch {
	case b.Kind == EventBar:
		first = l.stopOf[b.Of]
		b.From, b.To = l.Stops[first].X, l.Stops[max(first, last)].X
	case first < 0 || first > last:
	case b.Kind == EraBar:
		b.From, b.To = l.Stops[first].X-0.5, min(l.Stops[last].X+0.5, l.Length())
	default:
		b.From, b.To = l.Stops[first].X, l.Stops[last].X
	}
}

// stack gives every bar the first row in which nothing is in its way, and
// returns how many rows of at most most there are.
func stack(bars []Bar, most int) (rows int) {
	order := make([]int, len(bars))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return bars[order[a]].From < bars[order[b]].From })
	ends := make([]float64, most)
	for _, i := range order {
		b := &bars[i]
		b.Row = -1
		for r := range ends {
			if b.From >= ends[r] {
				b.Row, ends[r] = r, b.To
				rows = max(rows, r+1)
				break
			}
		}
	}
	return rows
}

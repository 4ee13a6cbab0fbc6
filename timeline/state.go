package timeline

import "dateline/story"

// State is the story at one position. Fields are reused by At, which builds on
// those of flows: nobody else writes them.
type State struct {
	Pos        Pos
	Stop       int       // the last stop that has wholly come in
	Events     []float64 // how far each event has come in, 0…1
	Flows      []FlowState
	Routes     []RouteState
	Areas      []float64 // how much of each area is there, 0…1
	Magnitudes []MagnitudeState
	Camera     Camera

	line  *Line       // for which Flows and paces hold
	paces []FlowState // of flows that come and change alike, once
}

// FlowState is a flow at one position.
type FlowState struct {
	On     bool
	Grown  float64 // how much of its length is drawn, 0…1
	Status int     // index into the flow's Status: the one that holds
	Change float64 // how far the change to that status has come in, 0…1
}

// Camera says between which stops the story's camera is. At T = 0 it stands
// where stop From has it, at 1 where To does; in between it flies.
type Camera struct {
	From, To int
	T        float64
}

// flowTimes are the positions that matter to a flow.
type flowTimes struct {
	from, to Pos   // grows in between; from < 0: there from the opening
	changes  []Pos // by status: where it has wholly come to hold; −1 for the first
}

// flowTimes works out when a flow enters and changes.
//
// A flow that ends grows from its start to its end. One without an end only
// has a day on which it was decided or announced, which is not a delivery: it
// comes in with its event, in the entry of that stop. One without a start, or
// whose start is only known to lie before a date, is there from the opening.
func (l *Line) flowTimes(f *story.Flow) flowTimes {
	t := flowTimes{from: -1, to: -1}
	switch event := l.Story.EventIndex(f.Event); {
	case event >= 0:
		t.from, t.to = l.entry(l.stopOf[event])
	case f.Start != nil && f.Start.Certainty != story.Before:
		t.from, t.to = l.arrive(*f.Start)
	}
	if f.End != nil && t.from >= 0 {
		if _, end := l.arrive(*f.End); end > t.from {
			t.to = end
		}
	}
	t.changes = make([]Pos, len(f.Status))
	for i, c := range f.Status {
		t.changes[i] = -1
		switch event := l.Story.EventIndex(c.Event); {
		case i == 0:
		case event >= 0:
			t.changes[i] = Pos(l.stopOf[event])
		case c.From != nil:
			_, t.changes[i] = l.arrive(*c.From)
		}
	}
	return t
}

// arrive returns the interval in which something that has only a date comes
// in: the entry of the last stop of that date; on a calendar axis without such
// a stop, the date's own place on the axis.
func (l *Line) arrive(d story.Date) (from, to Pos) {
	to = l.PosOf(d)
	if i := int(to); float64(to) == float64(i) && i > 0 {
		from, _ = l.entry(i)
		return from, to
	}
	return max(0, to-(1-entryStill)), to
}

// PosOf returns the position that a date means: where the last stop of that
// date has come in. On an ordinal axis a date between stops is the last stop
// before it.
func (l *Line) PosOf(d story.Date) Pos {
	_, end := Span(d)
	last := 0
	for i := 1; i < len(l.Stops); i++ {
		for _, e := range l.Stops[i].Events {
			date := l.Story.Events[e].Date
			if from, _ := Span(date); date.Certainty == story.Before || date.Certainty != story.After && from < end {
				last = i
			}
		}
	}
	if l.scale == 0 {
		return Pos(last)
	}
	// The axis knows the time itself; a stop within the date wins over its end.
	x := l.XOf(end)
	if from, _ := Span(d); last > 0 && l.Stops[last].X >= l.XOf(from) {
		return Pos(last)
	}
	return l.PosAt(x)
}

// At works out the story's state at a position. It allocates nothing once dst
// has been used for this line.
func (l *Line) At(dst *State, pos Pos) {
	pos = l.Clamp(pos)
	dst.Pos = pos
	dst.Stop = int(pos)
	dst.Events = resize(dst.Events, len(l.Story.Events))
	for e, stop := range l.stopOf {
		from, to := l.entry(stop)
		dst.Events[e] = share(pos, from, to)
	}
	l.flowsAt(dst, pos)
	x := l.X(pos)
	dst.Routes = resize(dst.Routes, len(l.routes))
	for i := range l.routes {
		dst.Routes[i] = l.routes[i].at(x)
	}
	dst.Areas = resize(dst.Areas, len(l.areas))
	for i, t := range l.areas {
		dst.Areas[i] = t.at(pos)
	}
	dst.Magnitudes = resize(dst.Magnitudes, len(l.magnitudes))
	for i := range l.magnitudes {
		dst.Magnitudes[i] = l.magnitudes[i].at(pos, x)
	}
	dst.Camera = l.camera(pos)
}

func (t *flowTimes) at(pos Pos) FlowState {
	if t.from >= 0 && pos <= t.from {
		return FlowState{}
	}
	s := FlowState{On: true, Grown: 1, Change: 1}
	if t.from >= 0 {
		s.Grown = share(pos, t.from, t.to)
	}
	for i, at := range t.changes {
		if from := at - (1 - entryStill); i > 0 && pos > from {
			s.Status, s.Change = i, share(pos, from, at)
		}
	}
	return s
}

// Camera is where the story's camera is at a position.
func (l *Line) Camera(pos Pos) Camera { return l.camera(l.Clamp(pos)) }

// camera stands still but in the flight interval of a stop that flies.
func (l *Line) camera(pos Pos) Camera {
	i := int(pos)
	if i+1 >= len(l.Stops) || !l.Stops[i+1].Flies {
		return Camera{From: i, To: i}
	}
	t := share(pos, Pos(float64(i)+flightFrom), Pos(float64(i)+flightTo))
	switch t {
	case 0:
		return Camera{From: i, To: i}
	case 1:
		return Camera{From: i + 1, To: i + 1}
	}
	return Camera{From: i, To: i + 1, T: t}
}

// share is how much of the interval lies behind pos, 0…1.
func share(pos, from, to Pos) float64 {
	switch {
	case pos >= to:
		return 1
	case pos <= from:
		return 0
	}
	return float64((pos - from) / (to - from))
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

package timeline

import (
	"sort"

	"dateline/story"
)

// MagnitudeState says between which of its values a magnitude is: a share T of
// the way from value From to value To. Before the first, On is false.
type MagnitudeState struct {
	On       bool
	From, To int
	T        float64
}

// magnitudeTimes are when the values of a magnitude hold.
type magnitudeTimes struct {
	even    bool
	x       []float64 // on the axis, never descending
	in      []Pos     // by value: where it begins to come in
	reached []Pos     // … and where it holds
}

func (l *Line) magnitudeTimes(m *story.Magnitude) magnitudeTimes {
	t := magnitudeTimes{even: m.Between == story.Even}
	for i := range m.Values {
		v := &m.Values[i]
		x := l.moment(v.Date, v.Event)
		from, to := Pos(0), Pos(0)
		if e := l.Story.EventIndex(v.Event); e >= 0 {
			from, to = l.entry(l.stopOf[e])
		} else if from, to = l.arrive(*v.Date); l.scale > 0 {
			to = l.PosAt(x)
			from = max(0, to-(1-entryStill))
		}
		if i > 0 {
			x, to = max(x, t.x[i-1]), max(to, t.reached[i-1])
			from = min(max(from, t.reached[i-1]), to)
		}
		t.x, t.in, t.reached = append(t.x, x), append(t.in, from), append(t.reached, to)
	}
	return t
}

func (t *magnitudeTimes) at(pos Pos, x float64) MagnitudeState {
	last := len(t.x) - 1
	if t.even {
		i := sort.Search(last+1, func(i int) bool { return t.x[i] > x })
		switch {
		case i == 0:
			return MagnitudeState{}
		case i > last:
			return MagnitudeState{On: true, From: last, To: last, T: 1}
		}
		return MagnitudeState{On: true, From: i - 1, To: i, T: (x - t.x[i-1]) / (t.x[i] - t.x[i-1])}
	}
	// The value that is coming in, or the last that has.
	i := sort.Search(last+1, func(i int) bool { return t.in[i] >= pos && !(t.in[i] == 0 && t.reached[i] == 0) }) - 1
	if i < 0 {
		return MagnitudeState{}
	}
	return MagnitudeState{On: true, From: max(i-1, 0), To: i, T: share(pos, t.in[i], t.reached[i])}
}

// Value is the number of a magnitude at a state; it is not known while a value
// holds that no source states. A first value is there at once.
func (s MagnitudeState) Value(m *story.Magnitude) (value float64, known bool) {
	if !s.On {
		return 0, false
	}
	a, b := &m.Values[s.From], &m.Values[s.To]
	switch {
	case a.Known && b.Known:
		return a.Value + (b.Value-a.Value)*s.T, true
	case s.T < 1 && m.Between == story.Even:
		return a.Value, a.Known && s.T == 0
	}
	return b.Value, b.Known
}

// Along is the value of a magnitude where a route is at an x of the axis: its
// values as they hold, not as they come in.
func (l *Line) Along(magnitude int, x float64) (value float64, known bool) {
	t, m := &l.magnitudes[magnitude], &l.Story.Magnitudes[magnitude]
	i := sort.Search(len(t.x), func(i int) bool { return t.x[i] > x }) - 1
	switch {
	case i < 0:
		return 0, false
	case t.even && i+1 < len(t.x):
		return MagnitudeState{On: true, From: i, To: i + 1, T: (x - t.x[i]) / (t.x[i+1] - t.x[i])}.Value(m)
	}
	return m.Values[i].Value, m.Values[i].Known
}

// AlongX returns where on the axis the values of a magnitude begin to hold.
func (l *Line) AlongX(magnitude int) []float64 { return l.magnitudes[magnitude].x }

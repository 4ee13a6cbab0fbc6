package timeline

import (
	"math"
	"sort"
	"unicode/utf8"
)

// Pace says where on the axis a story is after some seconds of playing: it
// dwells on every stop long enough to read it and passes quickly through
// empty time. It is piecewise linear; both columns ascend.
type Pace struct {
	Beats []Beat
}

// Beat ties a second of playing to a position.
type Beat struct {
	T   float64 // seconds from the start, at speed 1
	Pos Pos
}

const (
	readSpeed    = 18.0 // characters a second; 200–240 words a minute of English
	dwellLeast   = 2.2  // seconds on a stop
	dwellMost    = 11.0
	wayStill     = 1.3 // seconds to the next stop where the camera stands still
	wayFlight    = 3.0 // … and where it flies
	openingDwell = 1.2
)

// Pace works out the pace of playing in a language, whose texts are read at
// each stop.
func (l *Line) Pace(lang string) Pace {
	p := Pace{Beats: []Beat{{0, 0}, {openingDwell, 0}}}
	t := openingDwell
	for i := 1; i < len(l.Stops); i++ {
		way := wayStill
		if l.Stops[i].Flies {
			way = wayFlight
		}
		// Long empty time takes longer, but by its logarithm only.
		if gap := l.gap(i); gap > 1 {
			way += 0.4 * math.Log2(gap)
		}
		t += way
		p.Beats = append(p.Beats, Beat{t, Pos(i)})
		t += l.dwell(i, lang)
		p.Beats = append(p.Beats, Beat{t, Pos(i)})
	}
	return p
}

// gap is how far it is to a stop from the one before, against the usual.
func (l *Line) gap(stop int) float64 { return (l.Stops[stop].X - l.Stops[stop-1].X) / l.usual }

// Skips reports whether so much empty time lies before a stop that playing
// hurries through it.
func (l *Line) Skips(stop int) bool {
	const much = 4
	return l.gap(stop) > much
}

func (l *Line) dwell(stop int, lang string) float64 {
	n := 0
	for _, i := range l.Stops[stop].Events {
		e := &l.Story.Events[i]
		headline, _ := e.Headline.In(lang, l.Story.Lang)
		summary, _ := e.Summary.In(lang, l.Story.Lang)
		n += utf8.RuneCountInString(headline) + utf8.RuneCountInString(summary)
	}
	return min(max(float64(n)/readSpeed, dwellLeast), dwellMost)
}

func usualGap(l *Line) float64 {
	gaps := make([]float64, 0, len(l.Stops))
	for i := 1; i < len(l.Stops); i++ {
		gaps = append(gaps, l.Stops[i].X-l.Stops[i-1].X)
	}
	if len(gaps) == 0 {
		return 1
	}
	sort.Float64s(gaps)
	return gaps[len(gaps)/2]
}

// Seconds is how long the story plays at speed 1.
func (p Pace) Seconds() float64 { return p.Beats[len(p.Beats)-1].T }

// At returns the position after t seconds of playing.
func (p Pace) At(t float64) Pos {
	i := sort.Search(len(p.Beats), func(i int) bool { return p.Beats[i].T > t })
	switch i {
	case 0:
		return p.Beats[0].Pos
	case len(p.Beats):
		return p.Beats[i-1].Pos
	}
	a, b := p.Beats[i-1], p.Beats[i]
	return a.Pos + (b.Pos-a.Pos)*Pos((t-a.T)/(b.T-a.T))
}

// Time is the inverse of At: the first second at which playing is at pos.
func (p Pace) Time(pos Pos) float64 {
	i := sort.Search(len(p.Beats), func(i int) bool { return p.Beats[i].Pos >= pos })
	switch i {
	case 0:
		return p.Beats[0].T
	case len(p.Beats):
		return p.Seconds()
	}
	a, b := p.Beats[i-1], p.Beats[i]
	return a.T + (b.T-a.T)*float64((pos-a.Pos)/(b.Pos-a.Pos))
}

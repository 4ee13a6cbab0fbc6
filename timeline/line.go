// Package timeline holds when: the axis of a story with its stops and blocks,
// the state of the story at a position (At), and the pace of playing. It knows
// nothing of pixels. Everything here is a pure function of its arguments.
package timeline

import (
	"dateline/story"

	"github.com/paulmach/orb"
)

// Pos is a position on the story's axis, in stops: 0 is the opening, where
// nothing has come in yet; i is the moment at which the i-th stop has wholly
// come in; a fraction is on the way to the next. No other clock reaches the
// picture.
type Pos float64

// Line is the axis of a story.
type Line struct {
	Story      *story.Story
	Stops      []Stop // the first is the opening
	Blocks     []Block
	paces      []flowTimes // of flows, those that are alike once
	paceOf     []int32     // by flow
	flowsOf    [][]int32   // by pace
	routes     []routeTimes
	areas      []areaTimes
	magnitudes []magnitudeTimes
	stopOf     []int // by event: its stop

	Eras, Lasting []Bar // what lasts, in the order of the story
	EraRows, Rows int   // in how many rows they are stacked

	start, scale float64 // calendar: X = (days − start) · scale; ordinal: zero
	margin       float64 // calendar: how much of the axis lies beyond either end of the window, days
	extent       float64
	closest      float64
	usual        float64 // distance between stops, X
	hours        bool    // the story knows hours
}

// Stop is a resting point of the timeline.
type Stop struct {
	Events []int       // events that come in here: one on an ordinal axis; none at the opening
	X      float64     // where it stands on the axis, in [0, Line.Length()]
	Block  int         // index of its block, −1 at the opening
	Focus  []int       // places that the story's camera shows, ascending
	Ways   []orb.Point // longitude, latitude: what else it shows, of routes and areas
	Flies  bool        // the camera moves on the way to this stop
}

// A stop owns the way to it from the stop before. Where the camera moves, the
// way is hold, flight, entry; otherwise hold, entry. In shares of the way:
const (
	flightFrom = 0.06
	flightTo   = 0.62
	entryFrom  = 0.62 // when the camera flies
	entryStill = 0.45 // when it does not
)

// entry returns the interval, in positions, in which stop i comes in.
func (l *Line) entry(i int) (from, to Pos) {
	if l.Stops[i].Flies {
		return Pos(float64(i-1) + entryFrom), Pos(i)
	}
	return Pos(float64(i-1) + entryStill), Pos(i)
}

// New lays a story out on its axis.
func New(s *story.Story) *Line {
	l := &Line{Story: s, stopOf: make([]int, len(s.Events))}
	l.Stops = append(l.Stops, Stop{Block: -1})
	if s.Scale == story.Calendar {
		l.calendarStops()
	} else {
		l.ordinalStops()
	}
	for i, stop := range l.Stops {
		for _, e := range stop.Events {
			l.stopOf[e] = i
		}
	}
	l.routes = timed(s.Routes, l.routeTimes)
	l.frame()
	l.newPaces()
	l.areas = timed(s.Areas, l.areaTimes)
	l.magnitudes = timed(s.Magnitudes, l.magnitudeTimes)
	l.Blocks = blocks(l)
	for i := range s.Events {
		l.hours = l.hours || s.Events[i].Date.Precision >= story.Hour
	}
	l.bars()
	l.usual, l.closest = usualGap(l), l.closely()
	return l
}

// timed works out when things come, change and go.
func timed[T, U any](things []T, times func(*T) U) []U {
	out := make([]U, len(things))
	for i := range things {
		out[i] = times(&things[i])
	}
	return out
}

// Scale is the kind of axis.
func (l *Line) Scale() story.Scale { return l.Story.Scale }

// Last is the position at which everything has come in.
func (l *Line) Last() Pos { return Pos(len(l.Stops) - 1) }

// Length is the X of the last stop.
func (l *Line) Length() float64 { return l.Stops[len(l.Stops)-1].X }

// Extent is the X at which the axis ends: with the last stop, or behind it where
// something lasts longer.
func (l *Line) Extent() float64 { return l.extent }

// Hours reports whether the story knows hours.
func (l *Line) Hours() bool { return l.hours }

// Precision is how finely the date of a stop is known.
func (l *Line) Precision(stop int) story.Precision {
	return l.Story.Events[l.Stops[stop].Events[0]].Date.Precision
}

// XOf returns where a time stands on a calendar axis, in days since 1 January
// 1970. It may lie beyond the axis.
func (l *Line) XOf(days float64) float64 { return (days - l.start) * l.scale }

// Time is the inverse of XOf.
func (l *Line) Time(x float64) float64 { return l.start + x/l.scale }

// StopOf returns the stop at which an event comes in.
func (l *Line) StopOf(event int) int { return l.stopOf[event] }

// Clamp keeps a position on the axis; not a number becomes the opening.
func (l *Line) Clamp(p Pos) Pos {
	if !(p > 0) {
		return 0
	}
	return min(p, l.Last())
}

// X returns where a position stands on the axis.
func (l *Line) X(p Pos) float64 {
	p = l.Clamp(p)
	i := int(p)
	if i >= len(l.Stops)-1 {
		return l.Length()
	}
	a, b := l.Stops[i].X, l.Stops[i+1].X
	return a + (b-a)*(float64(p)-float64(i))
}

// PosAt is the inverse of X. An x outside the axis becomes its nearer end.
func (l *Line) PosAt(x float64) Pos {
	if !(x > 0) {
		return 0
	}
	for i := 1; i < len(l.Stops); i++ {
		if b := l.Stops[i].X; x < b {
			a := l.Stops[i-1].X
			return Pos(float64(i-1) + (x-a)/(b-a))
		}
	}
	return l.Last()
}

package scene

import (
	"slices"

	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// place is a place of the story with everything that stands there.
type place struct {
	at     orb.Point // in the plane
	name   label
	events []int        // in the order of the timeline
	size   render.Point // of the block of name and pips
	side   side
	shows  []bool // by camera: the plan has room for the name
}

// Sizes of the marks, CSS pixels.
const (
	dotRadius = 4.2
	nowRadius = 8.5 // of the mark of a place where the current event is
	nowReach  = 13  // of the ring around it, with a little air: what words keep off
	pipRadius = 3.0
	pipStep   = 8.8
	pipRow    = 12.0 // height of the row of pips under a name
	labelGap  = 15.0 // from the middle of the mark to its label
	haloWidth = 2.4
	keepAside = 9.0 // between two labels beside each other, CSS pixels: more than a space between words
	keepBelow = 3.5 // between two labels one above the other
)

// newPlaces sets the names. Places that more of the story happens at rank
// first.
func (s *Scene) newPlaces(size float32) {
	st := s.line.Story
	s.places = make([]place, len(st.Places))
	for i := range st.Places {
		p := &s.places[i]
		p.at = s.pr.Forward(st.Places[i].At)
		p.name = set(s.faces, s.words.Places[i], bold, size)
	}
	index := map[string]int{}
	for i := range st.Places {
		index[st.Places[i].ID] = i
	}
	s.placeOf = make([]int, len(st.Events))
	for e := range st.Events {
		i, ok := index[st.Events[e].Place]
		if !ok {
			s.placeOf[e] = -1
			continue
		}
		s.placeOf[e] = i
		s.places[i].events = append(s.places[i].events, e)
	}
	for i := range s.places {
		s.ranked = append(s.ranked, i)
		p := &s.places[i]
		p.size = render.Point{X: p.name.width, Y: p.name.ascent}
		if n := len(p.events); n > 0 {
			p.size.X = max(p.size.X, float32(n)*pipStep-pipStep+2*pipRadius)
			p.size.Y += pipRow
		}
	}
	slices.SortStableFunc(s.ranked, func(i, j int) int { return len(s.places[j].events) - len(s.places[i].events) })
}

// reach is how far the largest mark of a place reaches: with a ring where
// something happens there.
func (s *Scene) reach(i int) float32 {
	if len(s.places[i].events) > 0 {
		return nowReach
	}
	return nowRadius
}

// side is where a label stands, seen from its mark.
type side uint8

const (
	east side = iota
	west
	south
	north
	southEast
	southWest
	northEast
	northWest
	sides
)

// anchored returns where a block of that size stands at a side of a point.
func (d side) anchored(p render.Point, size render.Point, gap float32) box {
	x, y := p.X-size.X/2, p.Y-size.Y/2
	diagonal := gap * 0.75
	switch d {
	case east:
		x = p.X + gap
	case west:
		x = p.X - gap - size.X
	case south:
		y = p.Y + gap
	case north:
		y = p.Y - gap - size.Y
	case southEast:
		x, y = p.X+diagonal, p.Y+diagonal
	case southWest:
		x, y = p.X-diagonal-size.X, p.Y+diagonal
	case northEast:
		x, y = p.X+diagonal, p.Y-diagonal-size.Y
	case northWest:
		x, y = p.X-diagonal-size.X, p.Y-diagonal-size.Y
	}
	return boxAt(x, y, size.X, size.Y)
}

// indent is how far a line begins from the left of its block, of which it leaves
// so much free: what stands at the left of a mark ends at it.
func (d side) indent(free float32) float32 {
	switch d {
	case west, southWest, northWest:
		return free
	case north, south:
		return free / 2
	}
	return 0
}

// marks draws the dot of every place, or what stands for several, with a ring
// where the current event is.
func (s *Scene) marks(l *render.List, m geo.Matrix, st *timeline.State) {
	if len(s.clusters.bands) > 0 {
		s.clusterMarks(l, m, st)
	} else {
		s.dots(l, m)
	}
	for e := range st.Events {
		i, now := s.placeOf[e], s.now(e, st)
		if i < 0 || now <= 0 {
			continue
		}
		p := pixel(m, s.places[i].at)
		grow := float32(timeline.EaseOut(st.Events[e]))
		alpha := min(1, now*2)
		if s.line.Story.Events[e].PlaceStated {
			l.Add(render.Op{Kind: render.Circle, Center: p, Radius: nowRadius * grow, Paint: render.Paint{Ink: Paper, Alpha: alpha}})
			l.Add(render.Op{Kind: render.Circle, Center: p, Radius: (nowRadius - 1.8) * grow, Paint: render.Paint{Ink: Accent, Alpha: alpha}})
		} else {
			l.Add(render.Op{Kind: render.Circle, Center: p, Radius: nowRadius * grow, Paint: render.Paint{Ink: Paper, Alpha: alpha}})
			l.Add(render.Op{Kind: render.Ring, Center: p, Radius: (nowRadius - 2.6) * grow, Width: 2.6, Paint: render.Paint{Ink: Accent, Alpha: alpha}})
		}
		// A second, wider ring says at a glance where to look.
		l.Add(render.Op{Kind: render.Ring, Center: p, Radius: nowRadius + 3 + 16*(1-grow), Width: 1.2, Paint: render.Paint{Ink: Accent, Alpha: alpha * 0.7}})
	}
}

// dots draws the dot of every place.
func (s *Scene) dots(l *render.List, m geo.Matrix) {
	for i := range s.places {
		p := pixel(m, s.places[i].at)
		l.Add(render.Op{Kind: render.Circle, Center: p, Radius: dotRadius + 1.6, Paint: render.Paint{Ink: Paper, Alpha: 1}})
		l.Add(render.Op{Kind: render.Circle, Center: p, Radius: dotRadius, Paint: render.Paint{Ink: Ink, Alpha: 1}})
	}
}

// names draws the labels of the places with a pip for every event there so
// far: filled where the place is stated, hollow where it is not. Where the
// camera or the reader brings two labels together, the one that ranks lower
// fades before they touch; so does one that stands in the inset, one that the legend would touch, and one
// that leaves the map.
func (s *Scene) names(l *render.List, m geo.Matrix, st *timeline.State, in *inset, out float32) {
	if len(s.clusters.bands) > 0 {
		s.clusterNames(l, m, st, in, out)
		return
	}
	for _, i := range s.ranked {
		s.placeName(l, m, st, i, s.shown(&s.places[i], st.Camera), in, out)
	}
}

// placeName draws the label of a place as far as it has room.
func (s *Scene) placeName(l *render.List, m geo.Matrix, st *timeline.State, i int, alpha float32, in *inset, out float32) {
	if alpha <= 0 {
		return
	}
	p := &s.places[i]
	b := p.side.anchored(pixel(m, p.at), p.size, labelGap)
	if in.shows(i) {
		alpha *= 1 - out
	}
	if alpha = min(alpha, s.room(b)); alpha <= 0 {
		return
	}
	s.taken = append(s.taken, b)
	s.name(l, p, b, alpha, st)
}

// shown is whether the plan has room for a name, mixed in a flight.
func (s *Scene) shown(p *place, c timeline.Camera) float32 {
	at := func(stop int) float32 {
		if p.shows[s.cameras.of[stop]] {
			return 1
		}
		return 0
	}
	a, b := at(c.From), at(c.To)
	return a + (b-a)*float32(c.T)
}

func (s *Scene) name(l *render.List, p *place, b box, alpha float32, st *timeline.State) {
	paper := render.Paint{Ink: Halo, Alpha: 0.9}
	x := b.Min.X
	width := b.Max.X - b.Min.X
	free := width - p.name.width
	x += p.side.indent(free)
	p.name.draw(l, render.Point{X: x, Y: b.Min.Y + p.name.ascent}, render.Paint{Ink: Ink, Alpha: alpha}, haloWidth, paper)
	// The row is as long as what is there: it ends or has its middle where the
	// name has, and moves over as an event comes in.
	row := float32(2*pipRadius - pipStep)
	for _, e := range p.events {
		row += float32(min(max(st.Events[e], 0), 1)) * pipStep
	}
	x = b.Min.X + pipRadius + p.side.indent(width-row)
	y := b.Min.Y + p.name.ascent + pipRow - pipRadius
	for _, e := range p.events {
		in := float32(st.Events[e])
		if in <= 0 {
			continue
		}
		at := render.Point{X: x, Y: y}
		x += in * pipStep
		ink := Soft
		if s.line.StopOf(e) == st.Stop {
			ink = Accent
		}
		s.pip(l, at, &s.line.Story.Events[e], ink, alpha*in)
	}
}

// pip is the small mark of an event: filled where its place is stated.
func (s *Scene) pip(l *render.List, at render.Point, e *story.Event, ink render.Ink, alpha float32) {
	l.Add(render.Op{Kind: render.Circle, Center: at, Radius: pipRadius + 1.2, Paint: render.Paint{Ink: Paper, Alpha: alpha * 0.9}})
	if e.PlaceStated {
		l.Add(render.Op{Kind: render.Circle, Center: at, Radius: pipRadius, Paint: render.Paint{Ink: ink, Alpha: alpha}})
		return
	}
	l.Add(render.Op{Kind: render.Ring, Center: at, Radius: pipRadius - 0.7, Width: 1.4, Paint: render.Paint{Ink: ink, Alpha: alpha}})
}

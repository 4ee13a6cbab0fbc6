package scene

import (
	"math"

	"dateline/geo"
	"dateline/render"
	"dateline/timeline"
)

// chip names, at the map's edge, a place outside the frame that matters at the
// moment: where the current event is, or what a flow comes from or goes to that
// leaves the frame. An arrow says where it lies. Pointing at it leads there.
type chip struct {
	place int
	event string // that leads there
	box   box
	way   render.Point // unit vector out of the map
	alpha float32
}

const (
	chipsMost  = 3    // more would be a fence
	chipHeight = 24.0 // CSS pixels, as the rest
	chipPad    = 7.0
	chipArrow  = 15.0 // room for the arrow
	chipFade   = 30.0 // so far outside it is wholly there
	chipSlide  = 8.0  // steps along the edge, off what is there
	chipSteps  = 20
)

// chips lists the chips of the state that stands, those of flows first, where the
// flow leaves, and puts them where nothing else of the map's furniture is. Memory is reused.
func (s *Scene) chips(m geo.Matrix, st *timeline.State, view View, in *inset) []chip {
	s.chipped = s.chipped[:0]
	share := float32(1)
	if c := st.Camera; s.cameras.of[c.From] != s.cameras.of[c.To] {
		// Like labels, they are gone before a flight and come in after it.
		if share = float32(max(1-c.T/flightPart, 1-(1-c.T)/flightPart)); share <= 0 {
			return s.chipped
		}
	}
	k := s.thin(m)
	for j := range s.legs {
		g := &s.legs[j]
		if len(s.chipped) == chipsMost-1 {
			break // the last is the event's
		}
		if !st.Flows[g.flow].On || st.Flows[g.flow].Grown < 1 || g.from.place < 0 || g.to.place < 0 {
			continue
		}
		a, b := pixel(m, s.places[g.from.place].at), pixel(m, s.places[g.to.place].at)
		if inside(s.mapBox, a) == inside(s.mapBox, b) {
			continue // it does not leave the frame, or passes by
		}
		event := flowEvent(&s.line.Story.Flows[g.flow], st.Flows[g.flow])
		s.ribbon.lay(g, m, k, s.mapBox)
		from, to := s.visible()
		switch {
		case to-from < labelLeast:
		case inside(s.mapBox, a):
			p, dir := s.ribbon.at(to)
			s.chip(m, st, view, in, g.to.place, event, p, dir, b)
		default:
			p, dir := s.ribbon.at(from)
			s.chip(m, st, view, in, g.from.place, event, p, times(dir, -1), a)
		}
	}
	for _, e := range s.line.Stops[st.Stop].Events {
		i := s.placeOf[e]
		if i < 0 {
			continue
		}
		from, to := middleOf(s.mapBox), pixel(m, s.places[i].at)
		if way := minus(to, from); !inside(s.mapBox, to) && length(way) > 0 {
			s.chip(m, st, view, in, i, "", from, times(way, 1/length(way)), to)
		}
	}
	for i := range s.chipped {
		s.chipped[i].alpha *= share
	}
	return s.chipped
}

// chip puts a chip for a place that is seen from p in a direction.
func (s *Scene) chip(m geo.Matrix, st *timeline.State, view View, in *inset, place int, event string, p, way, target render.Point) {
	if len(s.chipped) == chipsMost {
		return
	}
	for i := range s.chipped {
		if s.chipped[i].place == place {
			return
		}
	}
	size := render.Point{X: s.places[place].name.width + chipArrow + 2*chipPad, Y: chipHeight}
	room := swollen(s.mapBox, -2)
	room.Min.X, room.Max.X = room.Min.X+size.X/2, room.Max.X-size.X/2
	room.Min.Y, room.Max.Y = room.Min.Y+size.Y/2, room.Max.Y-size.Y/2
	if room.Min.X > room.Max.X || room.Min.Y > room.Max.Y {
		return
	}
	// Where the way leaves the room for the chip's middle, and which edge that is.
	q := nearest(room, p)
	dx, dy := edgeOf(q.X, way.X, room.Min.X, room.Max.X), edgeOf(q.Y, way.Y, room.Min.Y, room.Max.Y)
	q = nearest(room, plus(q, times(way, min(dx, dy))))
	along := render.Point{X: 1}
	if dx < dy {
		along = render.Point{Y: 1}
	}
	for n := range 2*chipSteps + 1 {
		off := float32((n+1)/2) * chipSlide
		if n%2 == 1 {
			off = -off
		}
		c := plus(q, times(along, off))
		b := boxAt(c.X-size.X/2, c.Y-size.Y/2, size.X, size.Y)
		if nearest(room, c) != c || !s.chipFree(m, st, view, in, b) {
			continue
		}
		outside := beyond(around(target, 0), s.mapBox)
		out := chip{place: place, event: event, box: b, way: way, alpha: min(outside/chipFade, 1)}
		for k, e := range s.places[place].events {
			if out.event == "" && k == 0 || st.Events[e] >= 1 {
				out.event = s.line.Story.Events[e].ID
			}
		}
		s.chipped = append(s.chipped, out)
		return
	}
}

// edgeOf is how far it is along a way to the end of a range.
func edgeOf(x, way, from, to float32) float32 {
	switch {
	case way > 0:
		return (to - x) / way
	case way < 0:
		return (from - x) / way
	}
	return math.MaxFloat32
}

// chipFree reports whether a chip keeps off marks and off what always stands in
// the map's corners.
func (s *Scene) chipFree(m geo.Matrix, st *timeline.State, view View, in *inset, b box) bool {
	for _, c := range [2]int{s.cameras.of[st.Camera.From], s.cameras.of[st.Camera.To]} {
		if apart(b, s.under[c]) < keepBelow {
			return false
		}
	}
	if apart(b, s.buttons) < 0 || in != nil && apart(b, in.box) < keepBelow {
		return false
	}
	if view.own() {
		middle := float32(s.width) / 2
		if apart(b, boxAt(middle-followWidth/2, 0, followWidth, followHeight)) < 0 {
			return false
		}
	}
	for i := range s.places {
		if apart(b, around(pixel(m, s.places[i].at), nowRadius)) < 0 {
			return false
		}
	}
	for i := range s.chipped {
		if apart(b, s.chipped[i].box) < keepBelow {
			return false
		}
	}
	return true
}

// drawChips draws the chips; labels keep off them.
func (s *Scene) drawChips(l *render.List, m geo.Matrix, st *timeline.State, view View, in *inset) {
	chips := s.chips(m, st, view, in)
	for i := range chips {
		c := &chips[i]
		s.taken = append(s.taken, c.box)
		s.rect(l, c.box, render.Paint{Ink: Paper, Alpha: c.alpha})
		s.outline(l, swollen(c.box, -0.5), render.Paint{Ink: Soft, Alpha: c.alpha})
		name := &s.places[c.place].name
		mid := middleOf(c.box)
		// The arrow stands on the side to which it points.
		x, mark := c.box.Min.X+chipPad, c.box.Max.X-chipPad-chipArrow/2+3
		if c.way.X < 0 {
			x, mark = c.box.Max.X-chipPad-name.width, c.box.Min.X+chipPad+chipArrow/2-3
		}
		name.draw(l, render.Point{X: x, Y: mid.Y + name.ascent/2}, render.Paint{Ink: Ink, Alpha: c.alpha}, 0, render.Paint{})
		at := render.Point{X: mark, Y: mid.Y}
		tail, tip := plus(at, times(c.way, -5.5)), plus(at, times(c.way, 5.5))
		barb := plus(tip, times(c.way, -4.5))
		side := times(leftOf(c.way), 4)
		ink := render.Paint{Ink: Accent, Alpha: c.alpha}
		l.Add(render.Op{Kind: render.Stroke, Width: 1.8, Paint: ink, Paths: l.Path(false, tail, tip)})
		l.Add(render.Op{Kind: render.Stroke, Width: 1.8, Paint: ink, Paths: l.Path(false, plus(barb, side), tip, minus(barb, side))})
	}
}

// chipTargets are the chips: they lead to where the story shows their place.
func (s *Scene) chipTargets(dst []Target, m geo.Matrix, st *timeline.State, view View) []Target {
	in, _ := s.insetOf(st.Camera, view)
	for _, c := range s.chips(m, st, view, in) {
		if c.alpha > 0.5 {
			dst = append(dst, Target{Kind: "chip", ID: s.line.Story.Places[c.place].ID, Event: c.event, Label: s.words.Places[c.place], Box: c.box})
		}
	}
	return dst
}

// chipsUnder are the places of the chips at the stops of a camera.
func (s *Scene) chipsUnder(v *sight, c int) (out []box) {
	if len(s.line.Stops)*s.Things() > mostLooked {
		return nil
	}
	in := v.inset
	if len(in.places) == 0 {
		in = nil
	}
	var st timeline.State
	for stop, camera := range s.cameras.of {
		if camera == c {
			s.line.At(&st, timeline.Pos(stop))
			for _, chip := range s.chips(v.m, &st, View{K: 1}, in) {
				out = append(out, chip.box)
			}
		}
	}
	return out
}

package scene

import (
	"dateline/geo"
	"dateline/render"
	"dateline/timeline"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Words that stand with what moves, with a circle or in an area have several
// seats. Which one they take is decided once for each stop: the one that is in
// the way least. The seat at the stop before wins where that is as good.

// seated draws words in their seat. Where it changes between two stops, they go
// by the middle of the way and come again from there.
func seated[S comparable](pos timeline.Pos, seats []S, draw func(seat S, share float32)) {
	from := int(pos)
	to := min(from+1, len(seats)-1)
	if seats[from] == seats[to] {
		draw(seats[from], 1)
		return
	}
	way := 2 * float32(float64(pos)-float64(from))
	if way < 1 {
		draw(seats[from], 1-way)
	} else if way > 1 {
		draw(seats[to], way-1)
	}
}

// seats decides on the seats of all such words, in the order in which they are
// drawn: later ones keep off those before.
func (s *Scene) seats() {
	var st timeline.State
	n := len(s.line.Stops)
	for i := range s.trails {
		s.trails[i].sides = make([]side, n)
	}
	for i := range s.quantities {
		s.quantities[i].sides = make([]side, n)
	}
	for i := range s.patches {
		s.patches[i].seats = make([]uint8, n)
	}
	if len(s.trails)+len(s.quantities)+len(s.patches) == 0 {
		return
	}
	var taken, moving []box
	for stop := range n {
		s.line.At(&st, timeline.Pos(stop))
		camera := s.cameras.of[stop]
		m := s.cameras.views[camera].Matrix(s.width, s.mapHeight)
		taken, moving = taken[:0], moving[:0]
		for i := range s.trails {
			if at, _, ok := s.where(i, &st); ok && leaving(st.Routes[i]) > 0 {
				moving = append(moving, around(pixel(m, at), markerSize))
			}
		}
		for i := range s.trails {
			t := &s.trails[i]
			at, _, ok := s.where(i, &st)
			p := pixel(m, at)
			if t.sides[stop] = t.sides[max(stop-1, 0)]; !ok || leaving(st.Routes[i]) == 0 || !inside(s.mapBox, p) {
				continue
			}
			t.sides[stop] = cheapest(t.sides[stop], sides, func(d side) float64 {
				return float64(d)*costSide + s.seatCost(m, camera, d.anchored(p, t.size, markerGap), taken, moving)
			})
			taken = append(taken, t.sides[stop].anchored(p, t.size, markerGap))
		}
		for i := range s.quantities {
			q := &s.quantities[i]
			value, ok := held(st.Magnitudes[i], s.line.Story.Magnitudes[i].Between)
			if q.sides[stop] = q.sides[max(stop-1, 0)]; q.place < 0 || !ok {
				continue
			}
			q.sides[stop] = cheapest(q.sides[stop], sides, func(d side) float64 {
				cost := s.seatCost(m, camera, s.numberBox(m, i, value, &st, d), taken, moving)
				if d != south && d != north {
					cost += costMark / 3 // under or over its circle it belongs to it at a glance
				}
				return cost + float64(d)*costSide
			})
			taken = append(taken, s.numberBox(m, i, value, &st, q.sides[stop]))
		}
		for i := range s.patches {
			p := &s.patches[i]
			if p.seats[stop] = p.seats[max(stop-1, 0)]; !p.named || st.Areas[i] <= 0 {
				continue
			}
			p.seats[stop] = cheapest(p.seats[stop], uint8(len(p.spots)), func(k uint8) float64 {
				return float64(k)*costSide + s.seatCost(m, camera, p.nameBox(m, k), taken, moving)
			})
			taken = append(taken, p.nameBox(m, p.seats[stop]))
		}
	}
}

// cheapest is the seat below n that costs least; the one that was taken stays
// where no other is much better.
func cheapest[S ~uint8](was, n S, cost func(S) float64) S {
	best, least := was, cost(was)-costMark/2
	for k := S(0); k < n; k++ {
		if c := cost(k); c < least {
			best, least = k, c
		}
	}
	return best
}

// seatCost is how bad a place for words is under a camera, beside words that are
// placed already and the marks of what moves.
func (s *Scene) seatCost(m geo.Matrix, camera int, b box, taken, moving []box) float64 {
	cost := 0.0
	if !within(b, s.mapBox) {
		cost += costOutside
	}
	if clear(b, s.legend.most) < 1 || clear(b, s.buttons) < 1 {
		cost += costLegend
	}
	for _, t := range taken {
		if clear(b, t) < 1 {
			cost += costOverlap
		}
	}
	for _, t := range moving {
		if apart(b, t) < 0 {
			cost += costMark
		}
	}
	for j := range s.places {
		at := pixel(m, s.places[j].at)
		if !inside(s.mapBox, at) {
			continue
		}
		if s.places[j].shows[camera] && clear(b, s.nameBox(m, j, s.places[j].side)) < 1 {
			cost += costOverlap
		}
		if apart(b, around(at, nowRadius)) < 0 {
			cost += costMark
		}
	}
	return cost
}

// offMarks is how well words keep off the marks of places and of what moves,
// 0…1.
func (s *Scene) offMarks(b box, m geo.Matrix, st *timeline.State) float32 {
	off := float32(1)
	near := func(p render.Point, r float32) {
		off = min(off, max(apart(b, around(p, r)), 0)/keepBelow)
	}
	for i := range s.places {
		near(pixel(m, s.places[i].at), dotRadius)
	}
	for i := range s.trails {
		if at, _, ok := s.where(i, st); ok && leaving(st.Routes[i]) > 0 {
			near(pixel(m, at), markerSize)
		}
	}
	return s.whole(off)
}

// spotsIn are the seats of a name in a ring: its middle, then half-way and more
// to its edges, as far as they lie within.
func spotsIn(r orb.Ring, middle orb.Point) []orb.Point {
	const out = 0.62 // of the way to the edge of its bounds
	b := r.Bound()
	spots := []orb.Point{middle}
	for _, d := range [8][2]float64{{0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}, {1, 0}, {-1, 0}} {
		p := orb.Point{toward(middle[0], b.Min[0], b.Max[0], out*d[0]), toward(middle[1], b.Min[1], b.Max[1], out*d[1])}
		if planar.RingContains(r, p) {
			spots = append(spots, p)
		}
	}
	return spots
}

// toward goes a share of the way from v to most, or where it is negative to
// least.
func toward(v, least, most, share float64) float64 {
	if share < 0 {
		return v - (v-least)*-share
	}
	return v + (most-v)*share
}

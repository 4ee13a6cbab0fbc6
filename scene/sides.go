package scene

import (
	"math"

	"dateline/render"
)

// sideCosts is what the sides of names cost: alone, and in pairs.
type sideCosts struct {
	alone [][sides]float64
	pairs [][][sides][sides]float64 // by place and earlier place
}

// mostTried is up to how many combinations of sides are all tried.
const mostTried = 300_000

// mostPlanned is up to how many places the sides of names are planned: their
// pairs grow with the square. Among more, few names show, each on the first
// side.
const mostPlanned = 300

// chooseSides decides on which side of its mark each name stands: the
// combination that costs least over all cameras of the story. Where there are
// too many combinations, each name in turn takes its best side beside the
// others, until none moves.
func (s *Scene) chooseSides(sights []sight) {
	if len(s.places) > mostPlanned {
		return
	}
	c := s.sideCosts(sights)
	n := len(s.places)
	now, best := make([]side, n), make([]side, n)
	if tries := math.Pow(float64(sides), float64(n)); tries <= mostTried {
		least := math.Inf(1)
		c.try(now, best, 0, 0, &least)
	} else {
		c.settle(best, s.ranked)
	}
	for i := range s.places {
		s.places[i].side = best[i]
	}
}

// try walks all combinations from place i on, leaving branches that already
// cost too much.
func (c *sideCosts) try(now, best []side, i int, cost float64, least *float64) {
	if cost >= *least {
		return
	}
	if i == len(now) {
		*least = cost
		copy(best, now)
		return
	}
	for d := range sides {
		now[i] = d
		more := c.alone[i][d]
		for j := range i {
			more += c.pairs[i][j][d][now[j]]
		}
		c.try(now, best, i+1, cost+more, least)
	}
}

func (c *sideCosts) settle(best []side, order []int) {
	for range 12 {
		moved := false
		for _, i := range order {
			least, chosen := math.Inf(1), best[i]
			for d := range sides {
				cost := c.alone[i][d]
				for j := range best {
					switch {
					case j < i:
						cost += c.pairs[i][j][d][best[j]]
					case j > i:
						cost += c.pairs[j][i][best[j]][d]
					}
				}
				if cost < least {
					least, chosen = cost, d
				}
			}
			moved = moved || chosen != best[i]
			best[i] = chosen
		}
		if !moved {
			return
		}
	}
}

func (s *Scene) sideCosts(sights []sight) *sideCosts {
	c := &sideCosts{alone: make([][sides]float64, len(s.places)), pairs: make([][][sides][sides]float64, len(s.places))}
	for i := range s.places {
		c.pairs[i] = make([][sides][sides]float64, i)
		for d := range sides {
			for k := range sights {
				c.alone[i][d] += s.sideCost(&sights[k], i, d)
			}
			for j := range i {
				for e := range sides {
					for k := range sights {
						c.pairs[i][j][d][e] += s.pairCost(&sights[k], i, j, d, e)
					}
				}
			}
		}
	}
	return c
}

// What the plan weighs. Words that overlap are worse than a name that a camera
// cannot show, that is worse than one on a mark, on the legend, on a flow.
const (
	costOverlap = 300.0
	costOutside = 250.0
	costLegend  = 120.0
	costMark    = 60.0
	costFlow    = 4.0 // for every sampleStep of a flow
	costSide    = 0.6 // all else alike, the order of sides decides
)

// sideCost is how bad a side is for a place's name under one camera, the other
// names apart.
func (s *Scene) sideCost(v *sight, i int, d side) float64 {
	if !inside(s.mapBox, pixel(v.m, s.places[i].at)) || v.inset.shows(i) {
		return 0
	}
	cost := float64(d) * costSide
	b := s.nameBox(v.m, i, d)
	if !within(b, s.mapBox) {
		cost += costOutside
	}
	if clear(b, v.legend) < 1 || clear(b, s.buttons) < 1 || len(v.inset.places) > 0 && clear(b, v.inset.box) < 1 {
		cost += costLegend
	}
	for _, c := range v.chips {
		if clear(b, c) < 1 {
			cost += costLegend
		}
	}
	for j := range s.places {
		at := pixel(v.m, s.places[j].at)
		if j != i && !lumped(at, pixel(v.m, s.places[i].at)) && apart(b, around(at, s.reach(j))) < 0 {
			cost += costMark
		}
	}
	for _, o := range v.obstacles {
		if apart(b, around(o.at, o.half+1)) < 0 {
			cost += costFlow
		}
	}
	return cost
}

func (s *Scene) pairCost(v *sight, i, j int, d, e side) float64 {
	a, b := pixel(v.m, s.places[i].at), pixel(v.m, s.places[j].at)
	if !inside(s.mapBox, a) || !inside(s.mapBox, b) || v.inset.shows(i) || v.inset.shows(j) {
		return 0
	}
	if lumped(a, b) {
		return 0
	}
	if clear(s.nameBox(v.m, i, d), s.nameBox(v.m, j, e)) < 1 {
		return costOverlap
	}
	return 0
}

// lumped reports whether two marks lie on one another. No side keeps both their
// names apart from all else, and the one that ranks lower gives way: such a
// camera has no say in what the others can show.
func lumped(a, b render.Point) bool { return length(minus(a, b)) < 2*nowRadius }

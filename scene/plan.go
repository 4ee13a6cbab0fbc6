package scene

import (
	"math"
	"slices"

	"dateline/geo"
	"dateline/render"
)

// The plan decides once, for the whole story, on which side of its mark each
// place's name stands, and for each of the story's cameras where along a flow
// its label stands. What is drawn later only looks it up, so that no label
// jumps while the map moves.

// sampleStep is the distance of the points by which a ribbon keeps labels off,
// CSS pixels.
const sampleStep = 5

// plan places every label.
func (s *Scene) plan() {
	sights := make([]sight, len(s.cameras.views))
	for c := range sights {
		sights[c] = s.sight(c)
	}
	for i := range s.flows {
		s.flows[i].spots = make([]spot, len(sights))
	}
	s.magnified = make([]inset, len(sights))
	for c := range sights {
		s.magnified[c] = s.newInset(&sights[c], c)
		sights[c].inset = &s.magnified[c]
		s.under = append(s.under, sights[c].legend)
	}
	for c := range sights {
		sights[c].chips = s.chipsUnder(&sights[c], c)
	}
	s.chooseSides(sights)
	for i := range s.places {
		s.places[i].shows = make([]bool, len(sights))
	}
	for c := range sights {
		v := &sights[c]
		v.taken = append(v.taken, v.chips...)
		for _, i := range s.ranked {
			b := s.nameBox(v.m, i, s.places[i].side)
			s.places[i].shows[c] = within(b, s.mapBox) && free(b, v.taken) && !s.gathered(v, i, b)
			if v.inset.shows(i) {
				s.places[i].shows[c] = true // where it has gone back into the map
				continue
			}
			if s.places[i].shows[c] {
				v.taken = append(v.taken, b)
			}
		}
		for i := range s.places {
			v.taken = append(v.taken, around(pixel(v.m, s.places[i].at), s.reach(i)))
		}
		v.taken = append(v.taken, v.legend, s.buttons)
		if len(v.inset.places) > 0 {
			v.taken = append(v.taken, v.inset.box, v.inset.from)
		}
		s.chooseSpots(v, c)
	}
}

// chooseSpots places the labels of the flows under one camera: each in turn at
// its best beside the others, in a few rounds, so that one that came first
// makes room for one that has no choice.
func (s *Scene) chooseSpots(v *sight, c int) {
	if v.crowded {
		return
	}
	for range spotRounds {
		for _, i := range s.flowOrder {
			others := *v
			others.taken = append([]box(nil), v.taken...)
			others.obstacles = append([]obstacle(nil), v.obstacles...)
			for _, j := range s.flowOrder {
				if spot := &s.flows[j].spots[c]; j != i && spot.shows {
					anchor := pixel(v.m, spot.anchor)
					others.taken = append(others.taken, shift(spot.box, anchor))
					others.keepOff(plus(anchor, spot.lead[0]), plus(anchor, spot.lead[1]))
				}
			}
			s.flows[i].spots[c] = s.spot(&others, i)
		}
	}
}

func free(b box, taken []box) bool {
	for _, t := range taken {
		if clear(b, t) < 1 {
			return false
		}
	}
	return true
}

func (s *Scene) nameBox(m geo.Matrix, i int, d side) box {
	p := &s.places[i]
	return d.anchored(pixel(m, p.at), p.size, labelGap)
}

// spot is where a flow's label stands under one camera: a box in pixels from
// an anchor on the flow.
type spot struct {
	shows  bool
	anchor point
	box    box             // relative to the anchor
	lead   [2]render.Point // from the flow's edge to the label; alike: no leader
}

var spotGaps = [...]float32{5, 12, 22, 34, 48, 64, 82, 104, 130}

const (
	spotRounds = 3
	spotSteps  = 16    // places tried to each side of a flow's middle
	spotStep   = 0.029 // their distance, as a share of the flow's visible stretch
)

// labelLeast is how much of a flow must be on the map for its label, CSS
// pixels.
const labelLeast = 24

// leaderFrom is the distance from which a label gets a leader, CSS pixels.
const leaderFrom = 16

// spot looks for the best place for a flow's label under a camera.
func (s *Scene) spot(v *sight, flow int) spot {
	size := s.flows[flow].size
	if !v.on[flow] || size.X == 0 {
		return spot{}
	}
	best, out := costMost, spot{}
	back := v.m.Invert()
	for i := range s.legs {
		l := &s.legs[i]
		if l.flow != flow {
			continue
		}
		s.ribbon.lay(l, v.m, v.k, s.mapBox)
		half := l.half * v.k
		from, to := s.visible()
		if to-from < labelLeast {
			continue
		}
		for k := range 2*spotSteps + 1 {
			share := float32(0.5 + float64(k-spotSteps)*spotStep)
			along := from + (to-from)*share
			p, dir := s.ribbon.at(along)
			for _, n := range [2]render.Point{leftOf(dir), times(leftOf(dir), -1)} {
				for _, gap := range spotGaps {
					b := beside(plus(p, times(n, half+gap)), n, size)
					if !within(b, s.mapBox) || !free(b, v.taken) {
						continue
					}
					// The leader goes to the label's nearest point.
					var lead [2]render.Point
					end := nearest(b, p)
					far := length(minus(end, p)) - half
					if far >= leaderFrom {
						u := times(minus(end, p), 1/(far+half))
						lead = [2]render.Point{plus(p, times(u, half-min(half, 3))), plus(p, times(u, half+far-3))}
					}
					cost := float64(far)*0.55 + math.Abs(float64(share)-0.5)*36
					if far >= leaderFrom && s.asked(flow, along) {
						cost += costStrike
					}
					if cost < best {
						cost += s.covered(v, b)
					}
					if cost < best {
						cost += s.crossed(v, lead, flow)
					}
					if cost < best {
						best = cost
						anchor := plus(p, times(n, half))
						q := back.Apply(point{float64(anchor.X), float64(anchor.Y)})
						out = spot{shows: true, anchor: q, box: shift(b, times(anchor, -1))}
						if far >= leaderFrom {
							out.lead = [2]render.Point{minus(lead[0], anchor), minus(lead[1], anchor)}
						}
					}
				}
			}
		}
	}
	return out
}

// asked tells whether a question mark of the flow whose ribbon is laid stands so
// many pixels along it, now or at another time: a leader would start in it.
func (s *Scene) asked(flow int, along float32) bool {
	if !slices.ContainsFunc(s.flows[flow].forms, func(f form) bool { return f.query }) {
		return false
	}
	for q := range s.queryPlaces(&s.ribbon, 0, s.ribbon.length()) {
		if along > q-queryGap/2 && along < q+queryGap/2 {
			return true
		}
	}
	return false
}

// beside returns the box of that size that touches p and lies on the side of
// it that n points to: by a corner where n is slanted, else by an edge.
func beside(p, n, size render.Point) box {
	const slant = 2.2
	x := min(max(n.X*slant, -1), 1)
	y := min(max(n.Y*slant, -1), 1)
	return boxAt(p.X+(x-1)*size.X/2, p.Y+(y-1)*size.Y/2, size.X, size.Y)
}

// nearest returns the point of a box nearest to p.
func nearest(b box, p render.Point) render.Point {
	return render.Point{X: min(max(p.X, b.Min.X), b.Max.X), Y: min(max(p.Y, b.Min.Y), b.Max.Y)}
}

// What a label and its leader cost.
const (
	costCover  = 14.0  // for every sampleStep of a flow under the label
	costLeader = 8.0   // for having one
	costCross  = 26.0  // for every flow or leader that the leader crosses
	costMost   = 150.0 // beyond it the flow has no label: the ledger names it
	costStrike = 90.0  // for every label or mark that the leader strikes through
)

// covered is the cost of what a label would cover.
func (s *Scene) covered(v *sight, b box) float64 {
	cost := 0.0
	for _, o := range v.obstacles {
		if overlap(b, around(o.at, o.half+2)) {
			cost += costCover
		}
	}
	return cost
}

// crossed is the cost of what a leader would cross on its way.
func (s *Scene) crossed(v *sight, lead [2]render.Point, flow int) float64 {
	way := minus(lead[1], lead[0])
	long := length(way)
	if long == 0 {
		return 0
	}
	cost := costLeader
	u := times(way, 1/long)
	last := -1
	for _, o := range v.obstacles {
		to := minus(o.at, lead[0])
		along, off := to.X*u.X+to.Y*u.Y, to.X*u.Y-to.Y*u.X
		if along > 0 && along < long && off < sampleStep && off > -sampleStep && o.flow != flow && o.flow != last {
			cost += costCross
			last = o.flow
		}
	}
	near := box{
		Min: render.Point{X: min(lead[0].X, lead[1].X) - 1, Y: min(lead[0].Y, lead[1].Y) - 1},
		Max: render.Point{X: max(lead[0].X, lead[1].X) + 1, Y: max(lead[0].Y, lead[1].Y) + 1},
	}
	for _, t := range v.taken {
		if !overlap(near, t) {
			continue
		}
		for d := float32(0); d < long; d += 2 {
			if inside(t, plus(lead[0], times(u, d))) {
				cost += costStrike
				break
			}
		}
	}
	return cost
}

// visible returns the stretch of the ribbon that lies on the map: the longest
// one, in pixels along it.
func (s *Scene) visible() (from, to float32) {
	start := float32(-1)
	total := s.ribbon.length()
	for d := float32(0); d <= total; d += sampleStep {
		p, _ := s.ribbon.at(d)
		in := inside(s.mapBox, p)
		if in && start < 0 {
			start = d
		}
		if start >= 0 && (!in || d+sampleStep > total) {
			if d-start > to-from {
				from, to = start, d
			}
			if !in {
				start = -1
			}
		}
	}
	return from, to
}

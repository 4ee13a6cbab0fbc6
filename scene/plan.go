package scene

import (
	"math"

	"dateline/geo"
	"dateline/render"
	"dateline/timeline"
)

// The plan decides once, for the whole story, on which side of its mark each
// place's name stands, and for each of the story's cameras where along a flow
// its label stands. What is drawn later only looks it up, so that no label
// jumps while the map moves.

// sampleStep is the distance of the points by which a ribbon keeps labels off,
// CSS pixels.
const sampleStep = 5

// obstacle is a stretch of a ribbon that labels keep off.
type obstacle struct {
	at   render.Point
	half float32
	flow int
}

// sight is what the plan sees under one camera.
type sight struct {
	m         geo.Matrix
	on        []bool // by flow: there at one of the camera's stops
	obstacles []obstacle
	taken     []box
}

// plan places every label.
func (s *Scene) plan() {
	sights := make([]sight, len(s.cameras.views))
	for c := range sights {
		sights[c] = s.sight(c)
	}
	for i := range s.places {
		s.places[i].side = east
		s.places[i].shows = make([]bool, len(sights))
	}
	// Each name takes the side that costs least beside the others; a few
	// rounds settle it.
	for range 3 {
		for _, i := range s.ranked {
			best := math.Inf(1)
			chosen := s.places[i].side
			for d := range sides {
				cost := 0.0
				for c := range sights {
					cost += s.nameCost(&sights[c], i, d)
				}
				if cost < best {
					best, chosen = cost, d
				}
			}
			s.places[i].side = chosen
		}
	}
	for c := range sights {
		v := &sights[c]
		for _, i := range s.ranked {
			b := s.nameBox(v.m, i, s.places[i].side)
			s.places[i].shows[c] = within(b, s.mapBox) && free(b, v.taken)
			if s.places[i].shows[c] {
				v.taken = append(v.taken, b)
			}
		}
		for i := range s.places {
			v.taken = append(v.taken, around(pixel(v.m, s.places[i].at), nowRadius))
		}
		v.taken = append(v.taken, s.legend.most)
		for _, i := range s.flowOrder {
			s.flows[i].spots[c] = s.spot(v, i)
			if spot := &s.flows[i].spots[c]; spot.shows {
				v.taken = append(v.taken, shift(spot.box, pixel(v.m, spot.anchor)))
			}
		}
	}
}

func free(b box, taken []box) bool {
	for _, t := range taken {
		if apart(b, t) < keepApart {
			return false
		}
	}
	return true
}

func (s *Scene) sight(c int) sight {
	v := sight{m: s.cameras.views[c].Matrix(s.width, s.mapHeight), on: make([]bool, len(s.flows))}
	var st timeline.State
	for stop, of := range s.cameras.of {
		if of != c {
			continue
		}
		s.line.At(&st, timeline.Pos(stop))
		for i, f := range st.Flows {
			v.on[i] = v.on[i] || f.On
		}
	}
	for i := range s.legs {
		l := &s.legs[i]
		if !v.on[l.flow] {
			continue
		}
		s.ribbon.lay(l, v.m)
		for d := float32(0); d <= s.ribbon.length(); d += sampleStep {
			if p, _ := s.ribbon.at(d); inside(s.mapBox, p) {
				v.obstacles = append(v.obstacles, obstacle{p, l.half, l.flow})
			}
		}
	}
	return v
}

func (s *Scene) nameBox(m geo.Matrix, i int, d side) box {
	p := &s.places[i]
	return d.anchored(pixel(m, p.at), p.size, labelGap)
}

// nameCost is how bad a side is for a place's name under one camera.
func (s *Scene) nameCost(v *sight, i int, d side) float64 {
	if !inside(s.mapBox, pixel(v.m, s.places[i].at)) {
		return 0
	}
	cost := float64(d) * 0.6 // all else alike, the order of sides decides
	b := s.nameBox(v.m, i, d)
	if !within(b, s.mapBox) {
		cost += 400
	}
	if apart(b, s.legend.most) < 0 {
		cost += 200
	}
	for j := range s.places {
		if j == i {
			continue
		}
		mark := pixel(v.m, s.places[j].at)
		if apart(b, around(mark, nowRadius)) < 0 {
			cost += 60
		}
		if other := s.nameBox(v.m, j, s.places[j].side); apart(b, other) < keepApart {
			cost += 300
		}
	}
	for _, o := range v.obstacles {
		if apart(b, around(o.at, o.half+1)) < 0 {
			cost += 4
		}
	}
	return cost
}

// spot is where a flow's label stands under one camera: a box in pixels from
// an anchor on the flow.
type spot struct {
	shows  bool
	anchor point
	box    box             // relative to the anchor
	lead   [2]render.Point // from the flow's edge to the label; alike: no leader
}

var (
	spotShares = [...]float32{0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78, 0.15, 0.85, 0.08, 0.92}
	spotGaps   = [...]float32{5, 12, 22, 34, 48, 64, 82, 104, 130}
)

// leaderFrom is the distance from which a label gets a leader, CSS pixels.
const leaderFrom = 16

// spot looks for the best place for a flow's label under a camera.
func (s *Scene) spot(v *sight, flow int) spot {
	size := s.flows[flow].size
	if !v.on[flow] || size.X == 0 {
		return spot{}
	}
	best, out := math.Inf(1), spot{}
	back := v.m.Invert()
	for i := range s.legs {
		l := &s.legs[i]
		if l.flow != flow {
			continue
		}
		s.ribbon.lay(l, v.m)
		from, to := s.visible()
		if to-from < 8 {
			continue
		}
		for _, share := range spotShares {
			p, dir := s.ribbon.at(from + (to-from)*share)
			for _, n := range [2]render.Point{leftOf(dir), times(leftOf(dir), -1)} {
				for _, gap := range spotGaps {
					reach := l.half + gap + abs(n.X)*size.X/2 + abs(n.Y)*size.Y/2
					mid := plus(p, times(n, reach))
					b := boxAt(mid.X-size.X/2, mid.Y-size.Y/2, size.X, size.Y)
					if !within(b, s.mapBox) || !free(b, v.taken) {
						continue
					}
					cost := float64(gap)*0.55 + math.Abs(float64(share)-0.5)*36
					if gap >= leaderFrom {
						cost += 8
					}
					cost += s.crossed(v, b, p, flow)
					if cost < best {
						best = cost
						anchor := plus(p, times(n, l.half))
						q := back.Apply(point{float64(anchor.X), float64(anchor.Y)})
						out = spot{shows: true, anchor: q, box: shift(b, times(anchor, -1))}
						if gap >= leaderFrom {
							out.lead = [2]render.Point{times(n, 2), times(n, gap-3)}
						}
					}
				}
			}
		}
	}
	return out
}

// crossed is the cost of what a label would cover, or its leader cross.
func (s *Scene) crossed(v *sight, b box, anchor render.Point, flow int) float64 {
	cost := 0.0
	mid := render.Point{X: (b.Min.X + b.Max.X) / 2, Y: (b.Min.Y + b.Max.Y) / 2}
	for _, o := range v.obstacles {
		if apart(b, around(o.at, o.half+2)) < 0 {
			cost += 14
		}
		// Near the way from the flow to its label?
		if o.flow != flow {
			d := minus(mid, anchor)
			if n := length(d); n > 0 {
				u := times(d, 1/n)
				to := minus(o.at, anchor)
				along, off := to.X*u.X+to.Y*u.Y, abs(to.X*u.Y-to.Y*u.X)
				if along > 0 && along < n && off < sampleStep {
					cost += 3
				}
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

func abs(x float32) float32 { return max(x, -x) }

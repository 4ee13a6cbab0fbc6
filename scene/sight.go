package scene

import (
	"dateline/geo"
	"dateline/render"
	"dateline/timeline"
)

// obstacle is a stretch of a ribbon that labels keep off.
type obstacle struct {
	at   render.Point
	half float32
	flow int // or leader
}

const leader = -1

// sight is what the plan sees under one camera.
type sight struct {
	m         geo.Matrix
	k         float32 // scale of flows
	on        []bool  // by flow: there at one of the camera's stops
	obstacles []obstacle
	taken     []box
	legend    box    // what the legend takes up at most
	chips     []box  // of places outside the frame
	inset     *inset // where some names stand instead
	crowded   bool   // too many flows for labels
}

// mostLabelled is up to how many flows a camera shows with labels. Among more,
// none would find a place that says which flow it belongs to; the ledger names
// them all.
const mostLabelled = 60

func (s *Scene) sight(c int) sight {
	v := sight{m: s.cameras.views[c].Matrix(s.width, s.mapHeight), on: make([]bool, len(s.flows)), legend: s.legendUnder(c)}
	v.k = s.thin(v.m)
	// A flow that is there stays, so the camera's last stop has all.
	var st timeline.State
	for stop := len(s.cameras.of) - 1; stop >= 0; stop-- {
		if s.cameras.of[stop] == c {
			s.line.At(&st, timeline.Pos(stop))
			break
		}
	}
	shown := 0
	for i, f := range st.Flows {
		v.on[i] = f.On
		if f.On {
			shown++
		}
	}
	v.crowded = shown > mostLabelled
	for i := range s.legs {
		l := &s.legs[i]
		if !v.on[l.flow] || v.crowded {
			continue
		}
		s.ribbon.lay(l, v.m, v.k, s.mapBox)
		for d := float32(0); d <= s.ribbon.length(); d += sampleStep {
			if p, _ := s.ribbon.at(d); inside(s.mapBox, p) {
				v.obstacles = append(v.obstacles, obstacle{p, l.half * v.k, l.flow})
			}
		}
	}
	return v
}

// keepOff makes a leader an obstacle for the labels that come later.
func (v *sight) keepOff(a, b render.Point) {
	way := minus(b, a)
	long := length(way)
	for d := float32(0); d < long; d += sampleStep {
		v.obstacles = append(v.obstacles, obstacle{plus(a, times(way, d/long)), 1, leader})
	}
}

// mostLooked is up to how many things, counted at every stop, are looked through
// for what the legend needs under one camera; beyond it, it needs all.
const mostLooked = 100_000

// legendUnder is the most that the legend takes up at the stops of a camera.
func (s *Scene) legendUnder(c int) box {
	if len(s.line.Stops)*s.Things() > mostLooked {
		return s.legend.most
	}
	var st timeline.State
	least := s.legend.most.Max.Y
	for stop, camera := range s.cameras.of {
		if camera == c {
			s.line.At(&st, timeline.Pos(stop))
			rows, marks := s.legendRows(&st)
			least = min(least, s.legendPlate(rows+marks).Min.Y)
		}
	}
	b := s.legend.most
	b.Min.Y = least
	return b
}

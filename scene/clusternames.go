package scene

import (
	"math"

	"dateline/geo"
	"dateline/render"
	"dateline/timeline"
)

// Names of a story with more places than the plan can weigh are placed by bands
// of scale as their marks are: the most important first, clear of each other
// and of the marks, wherever the map stands. The closer the reader looks, the
// more there are.

// yard is what is taken of a map, by squares.
type yard map[[2]int][]box

const yardSide = 96 // CSS pixels

// each calls a function for the squares that a box touches, until it returns
// false.
func (y yard) each(b box, f func(at [2]int) bool) bool {
	cell := func(v float32) int { return int(math.Floor(float64(v / yardSide))) }
	for r := cell(b.Min.Y); r <= cell(b.Max.Y); r++ {
		for c := cell(b.Min.X); c <= cell(b.Max.X); c++ {
			if !f([2]int{c, r}) {
				return false
			}
		}
	}
	return true
}

func (y yard) take(b box) {
	y.each(b, func(at [2]int) bool { y[at] = append(y[at], b); return true })
}

func (y yard) free(b box) bool {
	return y.each(b, func(at [2]int) bool { return free(b, y[at]) })
}

// turnNames decides on which side of its mark each name stands: the first on
// which it is clear of the marks and within the frame when its place is the
// current event's.
func (s *Scene) turnNames() {
	marks := make([]yard, len(s.cameras.views))
	for i := range s.places {
		p := &s.places[i]
		stop := 0
		if len(p.events) > 0 {
			stop = s.line.StopOf(p.events[0])
		}
		c := s.cameras.of[stop]
		m := s.cameras.views[c].Matrix(s.width, s.mapHeight)
		at := pixel(m, p.at)
		if !inside(s.mapBox, at) {
			continue
		}
		if marks[c] == nil {
			marks[c] = yard{}
			b := s.clusters.seen(scaleIn(m))
			for k := range b.marks {
				if at := pixel(m, s.places[b.marks[k].place].at); inside(s.mapBox, at) && b.marks[k].places > 1 {
					marks[c].take(swollen(around(at, b.marks[k].radius), -1-keepBelow))
				}
			}
			marks[c].take(s.buttons)
			marks[c].take(s.legendUnder(c))
		}
		for d := range sides {
			if name := d.anchored(at, p.size, labelGap); within(name, s.mapBox) && marks[c].free(name) {
				p.side = d
				break
			}
		}
	}
}

// nameClusters decides in which bands each name shows.
func (s *Scene) nameClusters() {
	if len(s.places) <= mostPlanned {
		return
	}
	c := &s.clusters
	c.named = make([][]bool, len(c.bands))
	s.turnNames()
	up := s.cameras.views[0].Matrix(s.width, s.mapHeight)
	for j := len(c.bands) - 1; j >= 0; j-- {
		b, scale := c.bands[j], c.scaleOf(j)
		m := geo.Matrix{A: scale, E: math.Copysign(scale, up.E)}
		taken := yard{}
		for k := range b.marks {
			taken.take(around(pixel(m, s.places[b.marks[k].place].at), b.marks[k].radius))
		}
		c.named[j] = make([]bool, len(b.marks))
		for k := range b.marks {
			p := &s.places[b.marks[k].place]
			if name := p.side.anchored(pixel(m, p.at), p.size, labelGap); taken.free(name) {
				taken.take(name)
				c.named[j][k] = true
			}
		}
	}
}

// nameShares is how much of each name is to be seen at a scale.
type nameShares struct {
	near, far           *band
	nearNamed, farNamed []bool // by mark; nil where the plan decides
	share               float32
}

func (c *clusters) nameShares(scale float64) nameShares {
	near, far, share := c.at(scale)
	n := nameShares{near: near, far: far, share: share}
	if c.named != nil {
		j := c.number(scale)
		n.nearNamed, n.farNamed = c.named[j], c.named[min(j+1, len(c.bands)-1)]
	}
	return n
}

// of is the share of a place's name: none without a mark of its own.
func (n *nameShares) of(i int) float32 {
	out := float32(0)
	if n.near.leads(i) && (n.nearNamed == nil || n.nearNamed[n.near.of[i]]) {
		out += n.share
	}
	if n.far.leads(i) && (n.farNamed == nil || n.farNamed[n.far.of[i]]) {
		out += 1 - n.share
	}
	return out
}

// clusterNames draws the names of the places of a story that has clusters: of
// the current event's first, and of none that has no mark.
func (s *Scene) clusterNames(l *render.List, m geo.Matrix, st *timeline.State, in *inset, out float32) {
	shares := s.clusters.nameShares(scaleIn(m))
	for _, lit := range [2]bool{true, false} {
		for _, i := range s.ranked {
			now := s.clusters.lit[i]
			if now > 0 != lit {
				continue
			}
			alpha := shares.of(i)
			if s.clusters.named == nil {
				alpha *= s.shown(&s.places[i], st.Camera)
			}
			s.placeName(l, m, st, i, max(alpha, now), in, out)
		}
	}
}

// gathered reports whether a place has no mark of its own under a camera, or
// its name would lie on another's.
func (s *Scene) gathered(v *sight, i int, name box) bool {
	if len(s.clusters.bands) == 0 {
		return false
	}
	b := s.clusters.seen(scaleIn(v.m))
	if !b.leads(i) {
		return true
	}
	for k := range b.marks {
		c := &b.marks[k]
		if c.place != i && overlap(name, around(pixel(v.m, s.places[c.place].at), c.radius)) {
			return true
		}
	}
	return false
}

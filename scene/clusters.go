package scene

import (
	"math"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// Where the marks of a story of many places would touch, one mark with a count
// stands for them: at the most important of its places, so that it does not
// move when others join. Which places gather is decided once, by bands of
// scale, from close to far: those of a band stay together in every wider one.
// So the marks are a function of the scale alone, and panning changes none.

// cluster is a mark for one place or for several.
type cluster struct {
	place  int // the most important; the mark stands there
	places int
	events int // in the whole story
	radius float32
}

// band is the marks from a scale on, up to the next band's.
type band struct {
	marks []cluster // most important first
	of    []int     // by place: its mark
}

// clusters is a story's bands, the closest first; none where every place has
// its own mark.
type clusters struct {
	top   float64 // scale from which on the first band holds, CSS pixels to a unit of the plane
	bands []*band
	named [][]bool // by band and mark: there is room for its name; nil where the plan decides

	// Scratch memory of Build.
	counts []int     // by mark: events that have come in
	last   []int     // by mark: the last of them, else the first event there; −1: none
	hidden []float32 // by mark: how much the current event's mark hides the count
	lit    []float32 // by place: how much the current event is there
}

const (
	clustersFrom = 12  // stories of more places have clusters
	bandsMost    = 80  // so far out everything has gathered
	bandStep     = 0.5 // octaves of scale
	bandBlend    = 1.03
	dotsApart    = 14.0 // middles of two dots that are nearer gather, CSS pixels
	clusterAir   = dotsApart - 2*(dotRadius+1.6)
)

// clusterRadius is as large as the number of all the events needs, CSS pixels;
// with the air around it.
func clusterRadius(places, events int) float32 {
	switch {
	case places == 1 || events == 0:
		return dotRadius + 1.6
	case events < 100:
		return 10.5
	case events < 1000:
		return 13
	case events < 10_000:
		return 16
	}
	return 19
}

// newClusters gathers the places of the story.
func (s *Scene) newClusters() {
	if len(s.places) <= clustersFrom {
		return
	}
	c := &s.clusters
	for _, v := range s.cameras.views {
		c.top = max(c.top, s.width/v.Width*zoomMost)
	}
	c.lit, c.hidden = make([]float32, len(s.places)), make([]float32, len(s.places))
	c.counts, c.last = make([]int, len(s.places)), make([]int, len(s.places))
	marks := make([]cluster, len(s.places))
	of := make([]int, len(s.places))
	for k, i := range s.ranked {
		n := len(s.places[i].events)
		marks[k] = cluster{place: i, places: 1, events: n, radius: clusterRadius(1, n)}
		of[i] = k
	}
	now := &band{marks: marks, of: of}
	for j := 0; j < bandsMost && len(now.marks) > 1; j++ {
		now = s.gather(now, c.scaleOf(j))
		c.bands = append(c.bands, now)
	}
	s.nameClusters()
}

// scaleOf is the scale from which on a band holds.
func (c *clusters) scaleOf(j int) float64 { return c.top * math.Exp2(-bandStep*float64(j)) }

// gather lets the marks of a band take in those that they would touch at a
// scale; where there are none, it returns the same band.
func (s *Scene) gather(from *band, scale float64) *band {
	marks := append([]cluster(nil), from.marks...)
	into := make([]int, len(marks)) // by mark: by which it is taken in; itself where by none
	events, places := 0, 0
	for k, m := range marks {
		into[k] = k
		events, places = events+m.events, places+m.places
	}
	side := float64(2*clusterRadius(places, events)+clusterAir) / scale
	cell := func(p orb.Point) [2]float64 { return [2]float64{math.Floor(p[0] / side), math.Floor(p[1] / side)} }
	grid := map[[2]float64][]int{}
	for k, m := range marks {
		at := cell(s.places[m.place].at)
		grid[at] = append(grid[at], k)
	}
	taken := 0
	// One that has taken others in is larger, and may touch more.
	for grew := true; grew; {
		grew = false
		for k := range marks {
			if into[k] != k {
				continue
			}
			a := &marks[k]
			at := s.places[a.place].at
			here := cell(at)
			for d := range 9 {
				for _, n := range grid[[2]float64{here[0] + float64(d%3-1), here[1] + float64(d/3-1)}] {
					b := &marks[n]
					if n <= k || into[n] != n || dist(at, s.places[b.place].at)*scale >= float64(a.radius+b.radius+clusterAir) {
						continue
					}
					into[n] = k
					a.places, a.events = a.places+b.places, a.events+b.events
					a.radius = clusterRadius(a.places, a.events)
					taken++
					grew = true
				}
			}
		}
	}
	if taken == 0 {
		return from
	}
	out := &band{marks: make([]cluster, 0, len(marks)-taken), of: make([]int, len(from.of))}
	seat := make([]int, len(marks))
	for k, m := range marks {
		if into[k] == k {
			seat[k] = len(out.marks)
			out.marks = append(out.marks, m)
		}
	}
	for i, k := range from.of {
		for into[k] != k {
			k = into[k]
		}
		out.of[i] = seat[k]
	}
	return out
}

func scaleIn(m geo.Matrix) float64 { return math.Hypot(m.A, m.D) }

// number is the band of a scale.
func (c *clusters) number(scale float64) int {
	j := math.Ceil(math.Log2(c.top/scale) / bandStep)
	return int(min(max(j, 0), float64(len(c.bands)-1)))
}

// at is the band of a scale, the next wider one, and how much of the first is
// seen, 0…1: just above its least scale they blend.
func (c *clusters) at(scale float64) (near, far *band, share float32) {
	j := c.number(scale)
	near, far = c.bands[j], c.bands[min(j+1, len(c.bands)-1)]
	share = float32(math.Log(scale/c.scaleOf(j)) / math.Log(bandBlend))
	return near, far, min(max(share, 0), 1)
}

// seen is the band that is seen more.
func (c *clusters) seen(scale float64) *band {
	near, far, share := c.at(scale)
	if share < 0.5 {
		return far
	}
	return near
}

// has reports whether a band has a mark of exactly those places.
func (b *band) has(m *cluster) bool { return b.marks[b.of[m.place]].places == m.places }

// leads reports whether a mark stands at a place.
func (b *band) leads(i int) bool { return b.marks[b.of[i]].place == i }

// parts is by how much the map must be enlarged for a mark of a band to part;
// 0 where it never does.
func (c *clusters) parts(m *cluster, scale float64) float64 {
	for j := c.number(scale) - 1; j >= 0; j-- {
		if !c.bands[j].has(m) {
			return c.scaleOf(j) / scale * bandBlend * 1.001
		}
	}
	return 0
}

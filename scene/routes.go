package scene

import (
	"math"
	"sort"

	"dateline/geo"
	"dateline/render"
	"dateline/story"

	"github.com/paulmach/orb"
)

// leg is one drawn stretch of a flow. A flow from several places or to several
// has one for each pair; talks have one chain through all of them.
type leg struct {
	flow     int
	path     []orb.Point // great circle in the plane, evenly spaced
	from, to port
	open     bool    // ends in the open, short of where it points
	half     float32 // half of the drawn width, CSS pixels
}

// port is where a leg leaves or reaches a place: on a circle around the mark,
// so that legs at one place keep apart and end short of it.
type port struct {
	place  int     // −1: none
	toward float64 // direction of the leg, seen from the place: radians from the plane's +x
	angle  float64 // direction of the port, seen from the place, after packing
	radius float32 // CSS pixels
}

const (
	legPoints = 72   // points a leg
	openShare = 0.62 // how far an open end goes towards where it points
	portGap   = 3.0  // between two legs at a place, CSS pixels
	portFan   = 2.2  // legs at a place spread over at most so much, radians
	portLeast = 13.0 // radius of the ports of a place, CSS pixels, at least
	headOut   = 3.5  // a head is so much wider than its band, on each side
)

// legs lays out every flow.
func legs(s *story.Story, pr geo.Projection, widths []float32) []leg {
	var out []leg
	for i := range s.Flows {
		f := &s.Flows[i]
		for _, pair := range pairs(s, f) {
			out = append(out, newLeg(s, pr, i, pair, widths[i]))
		}
	}
	for p := range s.Places {
		pack(out, p)
	}
	return out
}

// newLegs lays out every flow of a story whose flows are drawn one by one.
func (s *Scene) newLegs() {
	st := s.line.Story
	widths := make([]float32, len(s.flows))
	for i := range s.flows {
		widths[i] = s.flows[i].drawnWidth()
	}
	s.legs = legs(st, s.pr, widths)
	s.legsOf = make([]render.Span, len(st.Flows))
	for k := range s.legs {
		of := &s.legsOf[s.legs[k].flow]
		if of.To == 0 {
			of.From = int32(k)
		}
		of.To = int32(k + 1)
	}
	s.shortest = shortest(s.legs, st.Flows)
}

// stretch is one from–to of a flow.
type stretch struct {
	from, to  int // places, −1: none
	fromPoint orb.Point
	open      bool
}

func pairs(s *story.Story, f *story.Flow) []stretch {
	return pairsBy(func(id string) int { return placeIndex(s, id) }, s, f)
}

// pairsIn is the same with an index of places at hand.
func pairsIn(index map[string]int, s *story.Story, f *story.Flow) []stretch {
	return pairsBy(func(id string) int { return index[id] }, s, f)
}

func pairsBy(place func(id string) int, s *story.Story, f *story.Flow) []stretch {
	var from, to []int
	for _, id := range f.From.Places {
		from = append(from, place(id))
	}
	for _, id := range f.To.Places {
		to = append(to, place(id))
	}
	var out []stretch
	switch {
	case f.From.Flow != "":
		start := middle(s, f.From.Flow)
		if f.To.Toward != "" {
			to = []int{place(f.To.Toward)}
		}
		for _, t := range to {
			out = append(out, stretch{from: -1, to: t, fromPoint: start, open: f.To.Toward != ""})
		}
	case f.Kind == story.Diplomacy && f.To.Toward == "":
		chain := append(from, to...)
		for i := 1; i < len(chain); i++ {
			out = append(out, stretch{from: chain[i-1], to: chain[i]})
		}
	default:
		if f.To.Toward != "" {
			to = []int{place(f.To.Toward)}
		}
		for _, a := range from {
			for _, b := range to {
				out = append(out, stretch{from: a, to: b, open: f.To.Toward != ""})
			}
		}
	}
	return out
}

// middle is where a flow that goes on from another one starts: halfway along
// the other's first stretch.
func middle(s *story.Story, id string) orb.Point {
	f := &s.Flows[s.FlowIndex(id)]
	p := pairs(s, f)
	if len(p) == 0 {
		return orb.Point{}
	}
	a := p[0].fromPoint
	if p[0].from >= 0 {
		a = s.Places[p[0].from].At
	}
	gc := geo.GreatCircle(a, s.Places[p[0].to].At, 50)
	return gc[len(gc)/2]
}

func newLeg(s *story.Story, pr geo.Projection, flow int, st stretch, width float32) leg {
	a := st.fromPoint
	if st.from >= 0 {
		a = s.Places[st.from].At
	}
	gc := geo.GreatCircle(a, s.Places[st.to].At, 100)
	plane := make([]orb.Point, len(gc))
	for i, p := range gc {
		plane[i] = pr.Forward(p)
	}
	share := 1.0
	l := leg{flow: flow, open: st.open, half: width / 2, from: port{place: st.from}, to: port{place: st.to}}
	if st.open {
		share, l.to.place = openShare, -1
	}
	l.path = even(plane, share, legPoints)
	n := len(l.path)
	l.from.toward = direction(l.path[0], l.path[n/8])
	l.to.toward = direction(l.path[n-1], l.path[n-1-n/8])
	l.from.angle, l.to.angle = l.from.toward, l.to.toward
	return l
}

// even walks a share of a polyline in n even steps.
func even(line []orb.Point, share float64, n int) []orb.Point {
	total := make([]float64, len(line))
	for i := 1; i < len(line); i++ {
		total[i] = total[i-1] + dist(line[i-1], line[i])
	}
	out := make([]orb.Point, n)
	k := 1
	for i := range out {
		d := total[len(total)-1] * share * float64(i) / float64(n-1)
		for k < len(line)-1 && total[k] < d {
			k++
		}
		t := 0.0
		if step := total[k] - total[k-1]; step > 0 {
			t = (d - total[k-1]) / step
		}
		out[i] = lerp(line[k-1], line[k], t)
	}
	return out
}

// pack gives every leg that ends at a place a port of its own, as near to the
// direction it comes from as the others allow. Legs on one route lie side by
// side, the earlier on the left of its direction, and do not cross: at the
// other place their order is the other way round.
func pack(legs []leg, place int) {
	type end struct {
		p            *port
		half, toward float64
		tie          int
	}
	var ends []end
	for i := range legs {
		l := &legs[i]
		if l.from.place == place {
			ends = append(ends, end{&l.from, float64(l.half), l.from.toward, -i})
		}
		if l.to.place == place {
			ends = append(ends, end{&l.to, float64(l.half) + headOut, l.to.toward, i})
		}
	}
	if len(ends) == 0 {
		return
	}
	sort.SliceStable(ends, func(i, j int) bool { return ends[i].toward < ends[j].toward })
	// Cut the circle in its widest gap, so that the order has no seam.
	cut, widest := 0, 0.0
	for i := range ends {
		prev := ends[(i+len(ends)-1)%len(ends)].toward
		gap := math.Mod(ends[i].toward-prev+4*math.Pi, 2*math.Pi)
		if len(ends) == 1 {
			gap = 2 * math.Pi
		}
		if gap > widest {
			cut, widest = i, gap
		}
	}
	start := ends[cut].toward
	for i := range ends {
		ends[i].toward = start + math.Mod(ends[i].toward-start+4*math.Pi, 2*math.Pi)
	}
	const alike = 1e-4 // radians: the same route
	sort.SliceStable(ends, func(i, j int) bool {
		if d := ends[i].toward - ends[j].toward; math.Abs(d) > alike {
			return d < 0
		}
		return ends[i].tie < ends[j].tie
	})
	total := 0.0
	for _, e := range ends {
		total += 2*e.half + portGap
	}
	radius := max(portLeast, total/portFan)
	want := make([]float64, len(ends))
	gap := make([]float64, len(ends)) // least angle to the end before
	for i, e := range ends {
		want[i] = e.toward
		if i > 0 {
			gap[i] = (ends[i-1].half + e.half + portGap) / radius
		}
	}
	for i, a := range spread(want, gap) {
		ends[i].p.angle = a
		ends[i].p.radius = float32(radius)
	}
}

// shortest is the length of the shortest leg from place to place, talks apart.
func shortest(legs []leg, flows []story.Flow) float64 {
	least := math.Inf(1)
	for i := range legs {
		l := &legs[i]
		if l.open || l.from.place < 0 || flows[l.flow].Kind == story.Diplomacy {
			continue
		}
		least = min(least, dist(l.path[0], l.path[len(l.path)-1]))
	}
	return least
}

// spread moves ascending values apart so that each keeps its least gap to the
// one before, with the least sum of squared moves (isotonic regression by
// pooling neighbours that violate the order).
func spread(want, gap []float64) []float64 {
	type pool struct {
		sum float64
		n   int
	}
	var pools []pool
	offset := make([]float64, len(want))
	for i := range want {
		if i > 0 {
			offset[i] = offset[i-1] + gap[i]
		}
		p := pool{want[i] - offset[i], 1}
		for len(pools) > 0 {
			q := pools[len(pools)-1]
			if q.sum/float64(q.n) <= p.sum/float64(p.n) {
				break
			}
			p.sum, p.n = p.sum+q.sum, p.n+q.n
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	out := make([]float64, 0, len(want))
	for _, p := range pools {
		for range p.n {
			out = append(out, p.sum/float64(p.n)+offset[len(out)])
		}
	}
	return out
}

func placeIndex(s *story.Story, id string) int {
	for i := range s.Places {
		if s.Places[i].ID == id {
			return i
		}
	}
	return -1
}

func direction(a, b orb.Point) float64 { return math.Atan2(b[1]-a[1], b[0]-a[0]) }

func dist(a, b orb.Point) float64 { return math.Hypot(b[0]-a[0], b[1]-a[1]) }

func lerp(a, b orb.Point, t float64) orb.Point {
	return orb.Point{a[0] + (b[0]-a[0])*t, a[1] + (b[1]-a[1])*t}
}

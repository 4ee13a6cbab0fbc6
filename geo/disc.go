package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// disc is the paper of an azimuthal map. It ends 150° from the centre: what
// lies near the point opposite would be smeared all along the rim.
type disc struct {
	pr     Projection
	bend   float64
	center vector
	rim    float64 // cosine of the distance at which the map ends
}

const rimCos = -0.8660254037844387 // cos 150°

// in tells whether ll is on the map.
func (d *disc) in(ll orb.Point) bool { return toVector(ll).dot(d.center) > d.rim }

// shows tells the same of a point whose projection is p: at the angle c from the
// centre it stands 2 sin(c/2) from the middle of the map.
func (d *disc) shows(ll, p orb.Point) bool {
	if d.rim <= -1 {
		return true
	}
	cos := 1 - (p[0]*p[0]+p[1]*p[1])/2
	if math.Abs(cos-d.rim) < 1e-9 { // on the rim the last digits decide
		return d.in(ll)
	}
	return cos > d.rim
}

// stretch is a part of a line between two crossings of the rim, projected.
type stretch struct {
	points   []orb.Point
	from, to float64 // direction of its ends on the rim, radians, when it is cut
	cut      bool
}

// stretches is what of a line lies on the map. A closed line that is never cut
// is one stretch.
func (d *disc) stretches(line []orb.Point) []stretch {
	if d.rim > -1 {
		line = stepped(line, 2) // so that no line leaves the map and comes back between two points
	}
	var all []stretch
	var now stretch
	began := false
	pa := d.pr.Forward(line[0])
	was := d.shows(line[0], pa)
	if was {
		now.points, began = append(make([]orb.Point, 0, len(line)), pa), true
	}
	forward := d.pr.Forward
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		pb := forward(b)
		is := d.shows(b, pb)
		switch {
		case was && is && d.straight(a, b, pa, pb):
			now.points = append(now.points, pb)
		case was && is:
			now.points = bend(now.points, forward, a, b, pa, pb, d.bend)
		case was:
			rim := d.crossing(a, b)
			now.points = bend(now.points, forward, a, rim, pa, forward(rim), d.bend)
			now.to, now.cut = d.direction(rim), true
			all, now, began = append(all, now), stretch{}, false
		case is:
			rim := d.crossing(b, a)
			on := forward(rim)
			now = stretch{points: []orb.Point{on}, from: d.direction(rim), cut: true}
			now.points, began = bend(now.points, forward, rim, b, on, pb, d.bend), true
		}
		was, pa = is, pb
	}
	if began {
		all = append(all, now)
	}
	return all
}

// straight tells whether the line from a to b, projected to pa and pb, is known
// to stray by less than the tolerance from a straight one. Along a line of Δλ, Δφ
// radians a unit vector's second derivative is at most s² = (|Δλ|+|Δφ|)², and its
// first s; on the near half of the globe the projection's k = √(2/(1+z)) and its
// derivatives by z are at most 1.42, 0.71 and 1.07. So the second derivative of
// the map's point is at most (1.42 + 2·0.71 + 1.07 + 0.71)·s², and the bow at most
// an eighth of that.
func (d *disc) straight(a, b, pa, pb orb.Point) bool {
	const bow = 0.6
	const nearHalf = 1.9 // square of the distance from the middle; 2 is the horizon
	s := (math.Abs(b[0]-a[0]) + math.Abs(b[1]-a[1])) * degree
	return bow*s*s < d.bend && d.rim > -1 && pa[0]*pa[0]+pa[1]*pa[1] < nearHalf && pb[0]*pb[0]+pb[1]*pb[1] < nearHalf
}

// crossing is where the line from a, on the map, to b, off it, meets the rim.
func (d *disc) crossing(a, b orb.Point) orb.Point {
	for range 40 {
		m := mix(a, b, 0.5)
		if d.in(m) {
			a = m
		} else {
			b = m
		}
	}
	return a
}

func (d *disc) direction(rim orb.Point) float64 {
	p := d.pr.Forward(rim)
	return math.Mod(math.Atan2(p[1], p[0])+turn, turn)
}

func (d *disc) lines(line []orb.Point) []orb.LineString {
	var all []orb.LineString
	for _, s := range d.stretches(line) {
		all = appendLine(all, s.points)
	}
	return all
}

func (d *disc) rings(outlines []outline) []orb.Ring {
	var all []orb.Ring
	var open []stretch
	for _, o := range outlines {
		line := append(o.points[:len(o.points):len(o.points)], o.closing())
		parts := d.stretches(line)
		if n := len(parts); n > 1 && d.in(line[0]) { // the last goes on in the first
			last := parts[n-1]
			last.points, last.to = append(last.points, parts[0].points[1:]...), parts[0].to
			parts = append(parts[1:n-1], last)
		}
		for _, s := range parts {
			if s.cut {
				open = append(open, s)
			} else {
				all = appendRing(all, s.points)
			}
		}
	}
	if open == nil {
		// No line crosses the rim: it lies in the shape everywhere or nowhere.
		if d.rim > -1 && contains(outlines, d.onRim()) {
			all = appendRing(all, d.arc(nil, 0, turn))
		}
		return all
	}
	var exits, entries []float64
	for _, s := range open {
		exits, entries = append(exits, s.to), append(entries, s.from)
	}
	next := joints(exits, entries, contains(outlines, d.onRim()))
	for _, circle := range circles(next) {
		var ring orb.Ring
		for _, i := range circle {
			ring = append(ring, open[i].points...)
			if !next[i].direct {
				ring = d.arc(ring, open[i].to, open[next[i].next].from)
			}
		}
		all = appendRing(all, ring)
	}
	return all
}

// onRim is where the rim begins, in the direction of x.
func (d *disc) onRim() orb.Point {
	ll, _ := d.pr.Reverse(orb.Point{math.Sqrt(2 * (1 - d.rim)), 0})
	return ll
}

// arc appends the way along the rim, counter-clockwise, from one direction to
// another, without its ends but for a full turn.
func (d *disc) arc(ring orb.Ring, from, to float64) orb.Ring {
	r := math.Sqrt(2 * (1 - d.rim))
	if to < from {
		to += turn
	}
	n := int((to-from)/(2*degree)) + 1
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		ring = append(ring, orb.Point{r * cos, r * sin})
	}
	if to-from == turn {
		ring = append(ring, orb.Point{r, 0})
	}
	return ring
}

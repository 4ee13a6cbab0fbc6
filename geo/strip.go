package geo

import "github.com/paulmach/orb"

// strip is the paper of a map that is cut along one meridian: all latitudes and
// one turn of longitude.
type strip struct {
	e    *equalEarth
	bend float64
}

// west is the meridian of the cut. It is moved east by about a centimetre, so
// that no vertex of the basemap's grid lies on it.
func (s *strip) west() float64 { return s.e.lon0 - 180 + 1e-7 }

// span is a part of a line within the strip, in degrees. Where it was cut it
// begins or ends on the western or the eastern edge.
type span struct {
	points []orb.Point
	cut    bool
}

// start is where the strip's edge begins: its south-western corner.
func (s *strip) start() orb.Point { return orb.Point{s.west(), -90} }

// spans is what of a line, moved east by some degrees, lies within the strip.
func (s *strip) spans(line []orb.Point, by float64) []span {
	west := s.west()
	east := west + 360
	at := func(i int) orb.Point { return orb.Point{line[i][0] + by, line[i][1]} }
	in := func(p orb.Point) bool { return p[0] > west && p[0] < east }
	var all []span
	var now span
	for i := range line {
		b := at(i)
		if i == 0 {
			if in(b) {
				now.points = append(now.points, b)
			}
			continue
		}
		a := at(i - 1)
		for _, x := range [2]float64{west, east} {
			if (a[0] < x) == (b[0] < x) {
				continue
			}
			p := orb.Point{x, a[1] + (b[1]-a[1])*(x-a[0])/(b[0]-a[0])}
			if in(a) {
				now.points, now.cut = append(now.points, p), true
				all, now = append(all, now), span{}
			} else {
				now = span{points: []orb.Point{p}, cut: true}
			}
		}
		if in(b) {
			now.points = append(now.points, b)
		}
	}
	if len(now.points) > 0 {
		all = append(all, now)
	}
	return all
}

// moves are the turns, in degrees, that bring some of a line into the strip.
func (s *strip) moves(line []orb.Point) []float64 {
	least, most := line[0][0], line[0][0]
	for _, p := range line {
		least, most = min(least, p[0]), max(most, p[0])
	}
	var all []float64
	for by := -1080.0; by <= 1080; by += 360 {
		if most+by > s.west() && least+by < s.west()+360 {
			all = append(all, by)
		}
	}
	return all
}

func (s *strip) lines(line []orb.Point) []orb.LineString {
	var all []orb.LineString
	for _, by := range s.moves(line) {
		for _, part := range s.spans(line, by) {
			all = appendLine(all, s.project(part.points))
		}
	}
	return all
}

// project bends a line of degrees onto the plane.
func (s *strip) project(line []orb.Point) []orb.Point {
	pa := s.e.unrolled(line[0])
	to := append(make([]orb.Point, 0, len(line)), pa)
	for i := 1; i < len(line); i++ {
		pb := s.e.unrolled(line[i])
		to = bend(to, s.e.unrolled, line[i-1], line[i], pa, pb, s.bend)
		pa = pb
	}
	return to
}

func (s *strip) rings(outlines []outline) []orb.Ring {
	var all []orb.Ring
	var open []span
	for _, o := range outlines {
		for _, part := range s.parts(o) {
			if part.cut {
				open = append(open, part)
			} else {
				all = appendRing(all, s.project(part.points))
			}
		}
	}
	if open == nil {
		if contains(outlines, s.start()) {
			all = appendRing(all, s.project(s.closed(nil)))
		}
		return all
	}
	exits, entries := make([]float64, len(open)), make([]float64, len(open))
	for i, part := range open {
		entries[i] = s.position(part.points[0])
		exits[i] = s.position(part.points[len(part.points)-1])
	}
	next := joints(exits, entries, contains(outlines, s.start()))
	for _, circle := range circles(next) {
		var ring []orb.Point
		for _, i := range circle {
			ring = append(ring, open[i].points...)
			if !next[i].direct {
				ring = s.corners(ring, exits[i], entries[next[i].next])
			}
		}
		all = appendRing(all, s.project(append(ring, ring[0])))
	}
	return all
}

// parts is what of an outline lies within the strip.
func (s *strip) parts(o outline) []span {
	if o.around != 0 {
		// Followed for as many rounds as it takes to cross the strip from edge
		// to edge.
		var line []orb.Point
		for round := -3.0; round <= 3; round++ {
			for _, p := range o.points {
				line = append(line, orb.Point{p[0] + round*o.around, p[1]})
			}
		}
		var all []span
		for _, part := range s.spans(line, 0) {
			if part.cut {
				all = append(all, part)
			}
		}
		return all
	}
	line := append(o.points[:len(o.points):len(o.points)], o.points[0])
	var all []span
	for _, by := range s.moves(line) {
		parts := s.spans(line, by)
		if n := len(parts); n > 1 && parts[n-1].points[len(parts[n-1].points)-1] == parts[0].points[0] {
			last := parts[n-1]
			last.points = append(last.points, parts[0].points[1:]...)
			parts = append(parts[1:n-1], last)
		}
		all = append(all, parts...)
	}
	return all
}

// position is where a point on the strip's edge stands, counter-clockwise from
// the south-west, in degrees.
func (s *strip) position(p orb.Point) float64 {
	if p[0] > s.west()+180 {
		return 360 + (p[1] + 90)
	}
	return 360 + 180 + 360 + (90 - p[1])
}

// corners appends the corners of the strip passed on the way along its edge.
func (s *strip) corners(ring []orb.Point, from, to float64) []orb.Point {
	const whole = 2 * (360 + 180)
	if to < from {
		to += whole
	}
	all := s.closed(nil)
	for lap := 0.0; lap <= whole; lap += whole {
		for i, at := range [4]float64{0, 360, 540, 900} {
			if at+lap > from && at+lap < to {
				ring = append(ring, all[i])
			}
		}
	}
	return ring
}

// closed appends the edge of the strip.
func (s *strip) closed(to []orb.Point) []orb.Point {
	w := s.west()
	return append(to, orb.Point{w, -90}, orb.Point{w + 360, -90}, orb.Point{w + 360, 90}, orb.Point{w, 90}, orb.Point{w, -90})
}

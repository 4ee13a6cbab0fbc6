package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// bend appends the projection of the straight line (in degrees) from a to b,
// without a itself, with as many points between as keep it within the given
// distance, in Earth radii, of the true curve. The projections of a and b are pa
// and pb.
func bend(to []orb.Point, forward func(orb.Point) orb.Point, a, b, pa, pb orb.Point, within float64) []orb.Point {
	// Long lines are split first: a bow that swings both ways hides from a test
	// of its middle.
	const long = 4.0 // degrees
	n := int(math.Max(math.Abs(b[0]-a[0]), math.Abs(b[1]-a[1]))/long) + 1
	from, pFrom := a, pa
	for i := 1; i <= n; i++ {
		next, pNext := b, pb
		if i < n {
			next = mix(a, b, float64(i)/float64(n))
			pNext = forward(next)
		}
		to = halve(to, forward, from, next, pFrom, pNext, within*within, 10)
		to = append(to, pNext)
		from, pFrom = next, pNext
	}
	return to
}

// halve appends the points between a and b, whose projections are pa and pb.
func halve(to []orb.Point, forward func(orb.Point) orb.Point, a, b, pa, pb orb.Point, within2 float64, depth int) []orb.Point {
	// A chord shorter than four times the tolerance cannot bow by more than it.
	if dx, dy := pb[0]-pa[0], pb[1]-pa[1]; depth == 0 || dx*dx+dy*dy < 16*within2 {
		return to
	}
	m := mix(a, b, 0.5)
	pm := forward(m)
	dx, dy := pm[0]-(pa[0]+pb[0])/2, pm[1]-(pa[1]+pb[1])/2
	if dx*dx+dy*dy < within2 {
		return to
	}
	to = halve(to, forward, a, m, pa, pm, within2, depth-1)
	to = append(to, pm)
	return halve(to, forward, m, b, pm, pb, within2, depth-1)
}

// stepped is a line with points added so that none is farther than step degrees
// from the one before.
func stepped(line []orb.Point, step float64) []orb.Point {
	long := func(a, b orb.Point) int {
		return int(math.Max(math.Abs(b[0]-a[0]), math.Abs(b[1]-a[1])) / step)
	}
	extra := 0
	for i := 1; i < len(line); i++ {
		extra += long(line[i-1], line[i])
	}
	if extra == 0 {
		return line
	}
	to := append(make([]orb.Point, 0, len(line)+extra), line[0])
	for i := 1; i < len(line); i++ {
		n := long(line[i-1], line[i]) + 1
		for k := 1; k < n; k++ {
			to = append(to, mix(line[i-1], line[i], float64(k)/float64(n)))
		}
		to = append(to, line[i])
	}
	return to
}

// same is the distance below which two points of the plane count as one, in
// Earth radii: 6 mm.
const same = 1e-9

// thinned is the line without points that repeat the one before, as all of a
// parallel near a pole does on some maps.
func thinned(line []orb.Point) []orb.Point {
	to := line[:0]
	for _, p := range line {
		if n := len(to); n > 0 && math.Abs(p[0]-to[n-1][0]) < same && math.Abs(p[1]-to[n-1][1]) < same {
			continue
		}
		to = append(to, p)
	}
	return to
}

// appendLine appends the line, if it has any length.
func appendLine(to []orb.LineString, line []orb.Point) []orb.LineString {
	if line = thinned(line); len(line) < 2 {
		return to
	}
	return append(to, line)
}

// appendRing appends the line as a closed ring, if it holds anything.
func appendRing(to []orb.Ring, line []orb.Point) []orb.Ring {
	line = thinned(line)
	for n := len(line); n > 1 && math.Abs(line[n-1][0]-line[0][0]) < same && math.Abs(line[n-1][1]-line[0][1]) < same; n = len(line) {
		line = line[:n-1]
	}
	if len(line) < 3 {
		return to
	}
	return append(to, append(line, line[0]))
}

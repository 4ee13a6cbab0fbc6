package geo

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// contains tells whether ll lies within the outlines: whether its meridian
// crosses them an odd number of times on the way to the north pole. No outline
// holds the north pole inside it, except one along its parallel.
func contains(outlines []outline, ll orb.Point) bool {
	inside := false
	for _, o := range outlines {
		a := o.points[len(o.points)-1]
		a[0] -= o.around
		for _, b := range o.points {
			if crosses(a, b, ll) {
				inside = !inside
			}
			a = b
		}
	}
	return inside
}

// crosses tells whether the line from a to b passes north of ll. It holds its
// western end and not its eastern one, so that a vertex counts once.
func crosses(a, b, ll orb.Point) bool {
	if a[0] > b[0] {
		a, b = b, a
	}
	lon := ll[0] + 360*math.Ceil((a[0]-ll[0])/360) // the first meridian of ll at or east of a
	if !(lon < b[0]) {
		return false
	}
	return a[1]+(b[1]-a[1])*(lon-a[0])/(b[0]-a[0]) > ll[1]
}

// Country is the ISO 3166-1 alpha-3 code of the country that holds ll on this
// piece, XKX for Kosovo, or "" at sea and where nobody's code applies.
func (p *Piece) Country(ll orb.Point) string {
	for _, c := range p.Countries {
		if p.within(c.Loops, ll) {
			return c.Code
		}
	}
	return ""
}

// OnLand tells whether ll is on land on this piece, lakes included.
func (p *Piece) OnLand(ll orb.Point) bool { return p.within(p.Land, ll) }

// InLake tells whether ll is in a lake on this piece.
func (p *Piece) InLake(ll orb.Point) bool { return p.within(p.Lakes, ll) }

// within is contains for loops, without laying them out first: which way they
// run and in which order does not matter for counting.
func (p *Piece) within(loops []Loop, ll orb.Point) bool {
	if !p.covers(ll) {
		return false
	}
	inside := false
	count := func(a, b Cell) {
		if crosses(p.degrees(a), p.degrees(b), ll) {
			inside = !inside
		}
	}
	for _, l := range loops {
		if len(l) == 0 {
			return contains(p.edges(), ll) != p.within(others(loops), ll)
		}
		for i, r := range l {
			if p.spans[r.Arc()].reaches(ll, p.PerDegree) {
				arc := p.Arcs[r.Arc()]
				for k := range len(arc) - 1 {
					count(arc[k], arc[k+1])
				}
			}
			_, a := p.ends(r)
			b, _ := p.ends(l[(i+1)%len(l)])
			if p.joins(a, b) {
				continue
			}
			corners, turns := p.walk(a, b)
			for _, c := range corners {
				count(a, c)
				a = c
			}
			count(a, Cell{b.X + turns, b.Y})
		}
	}
	return inside
}

// others are the loops that have arcs.
func others(loops []Loop) []Loop {
	return slices.DeleteFunc(slices.Clone(loops), func(l Loop) bool { return len(l) == 0 })
}

// covers tells whether ll is on the piece.
func (p *Piece) covers(ll orb.Point) bool {
	if !(ll[1] >= p.Bound.Min[1] && ll[1] <= p.Bound.Max[1]) {
		return false
	}
	east := math.Mod(ll[0]-p.Bound.Min[0]+720, 360)
	return p.round() || east <= float64(p.frame.East-p.frame.West)/float64(p.PerDegree)
}

// arcSpan is how far an arc reaches, in grid steps.
type arcSpan struct{ west, east, north int32 }

func spanOf(arc []Cell) arcSpan {
	s := arcSpan{arc[0].X, arc[0].X, arc[0].Y}
	for _, c := range arc[1:] {
		s.west, s.east, s.north = min(s.west, c.X), max(s.east, c.X), max(s.north, c.Y)
	}
	return s
}

// reaches tells whether some of the arc may lie north of ll.
func (s arcSpan) reaches(ll orb.Point, perDegree int) bool {
	n := float64(perDegree)
	if float64(s.north) < ll[1]*n {
		return false
	}
	west, east := float64(s.west)/n, float64(s.east)/n
	return ll[0]+360*math.Ceil((west-ll[0])/360) <= east
}

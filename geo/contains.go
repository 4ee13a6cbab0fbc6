package geo

import (
	"math"

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

func (p *Piece) within(loops []Loop, ll orb.Point) bool {
	if ll[1] < p.Bound.Min[1] || ll[1] > p.Bound.Max[1] {
		return false
	}
	if !p.round() {
		east := math.Mod(ll[0]-p.Bound.Min[0]+720, 360)
		if east > float64(p.frame.East-p.frame.West)/float64(p.PerDegree) {
			return false
		}
	}
	return contains(p.outlines(loops), ll)
}

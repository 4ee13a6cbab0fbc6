package geo

import "slices"

// sound tells whether every loop can be followed: arc after arc joined, or cut
// where the edge of the piece leads on.
func (p *Piece) sound() bool {
	follows := func(l Loop) bool {
		at := int64(0) // how far the loop has been moved, in grid steps
		for i, r := range l {
			_, a := p.ends(r)
			b, _ := p.ends(l[(i+1)%len(l)])
			if p.joins(a, b) {
				at += int64(a.X - b.X)
			} else if !p.onEdge(a) || !p.onEdge(b) || p.round() && a.Y != b.Y {
				return false
			}
			if w := int64(p.wheel()); at < -2*w || at > 2*w {
				return false
			}
		}
		return true
	}
	all := append(p.Land[:len(p.Land):len(p.Land)], p.Lakes...)
	for _, c := range p.Countries {
		all = append(all, c.Loops...)
	}
	return !slices.ContainsFunc(all, func(l Loop) bool { return !follows(l) })
}

// onEdge tells whether a cell lies on the edge of the piece.
func (p *Piece) onEdge(c Cell) bool {
	f, pole := p.frame, p.wheel()/4
	if p.round() {
		return c.Y == f.South && c.Y > -pole || c.Y == f.North && c.Y < pole
	}
	return c.X >= f.West && c.X <= f.East && c.Y >= f.South && c.Y <= f.North &&
		(c.X == f.West || c.X == f.East || c.Y == f.South || c.Y == f.North)
}

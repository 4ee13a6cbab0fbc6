package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Cutting happens half a grid step beyond the asked bound, between the rows of
// the grid, so that no cell ever lies on the edge and a line is either inside
// or outside. The cut ends are then moved out by that half step, to the grid,
// which is where the new piece ends.

// cut is the part of a piece of the whole world that lies within bound.
func (p *Piece) cut(bound orb.Bound) *Piece {
	k := cutter{world: p, made: map[shifted][]run{}}
	k.out = newPiece(p.Level, Topology{PerDegree: p.PerDegree}, p.frameOf(bound))
	for _, c := range p.Countries {
		if loops := k.loops(c.Loops); loops != nil {
			k.out.Countries = append(k.out.Countries, Region{c.Code, c.Name, loops})
		}
	}
	k.out.Land = k.loops(p.Land)
	k.out.Lakes = k.loops(p.Lakes)
	k.out.Disputed = k.arcs(p.Disputed)
	k.out.Rivers = k.arcs(p.Rivers)
	k.out.measure()
	return k.out
}

// frameOf is the grid frame just beyond bound.
func (p *Piece) frameOf(b orb.Bound) frame {
	n := float64(p.PerDegree)
	east := b.Max[0]
	if east < b.Min[0] {
		east += 360
	}
	w := p.wheel()
	f := frame{
		West:  int32(math.Floor(b.Min[0]*n)) - 1,
		East:  int32(math.Ceil(east*n)) + 1,
		South: max(int32(math.Floor(b.Min[1]*n))-1, -w/4),
		North: min(int32(math.Ceil(b.Max[1]*n))+1, w/4),
	}
	if f.East-f.West >= w-2 {
		f.West, f.East = -w/2, w/2
	}
	return f
}

// shifted is an arc of the world, moved east by some whole turns.
type shifted struct {
	arc int
	by  int32 // grid steps
}

// run is what is left of an arc inside the frame: an arc of the new piece.
type run struct {
	arc        int
	from, to   Cell
	cut0, cut1 bool // it begins or ends on the frame's edge
	at0, at1   float64
}

// cutter makes one piece out of the world.
type cutter struct {
	world, out *Piece
	made       map[shifted][]run
}

// loops cuts one shape, all of whose loops have it on their left.
func (k *cutter) loops(loops []Loop) []Loop {
	var kept []Loop
	var open []chain
	for _, l := range loops {
		for _, c := range k.chains(l) {
			switch {
			case c.cut0 && c.cut1:
				open = append(open, c)
			default:
				kept = append(kept, c.loop)
			}
		}
	}
	kept = append(kept, k.close(open, loops)...)
	if open == nil && k.covered(loops) {
		kept = append(kept, Loop{})
	}
	return kept
}

// close leads each chain's end along the edge to the next chain's beginning. On
// a frame round the globe the two parallels are edges of their own.
func (k *cutter) close(open []chain, loops []Loop) []Loop {
	if len(open) == 0 {
		return nil
	}
	next := make([]joint, len(open))
	f, w := k.out.frame, float64(k.out.wheel())
	north := func(at float64) bool { return k.out.round() && at >= w }
	for _, side := range []bool{false, true} {
		var exits, entries []float64
		var left, entered []int
		for i, c := range open {
			if north(c.to) == side {
				exits, left = append(exits, c.to), append(left, i)
			}
			if north(c.from) == side {
				entries, entered = append(entries, c.from), append(entered, i)
			}
		}
		y := float64(f.South) + 0.5
		if side {
			y = float64(f.North) - 0.5
		}
		if len(entries) != len(exits) {
			entries = nil // malformed: nothing matches
		}
		for i, j := range joints(exits, entries, len(exits) > 0 && k.corner(loops, y)) {
			if next[left[i]] = (joint{left[i], true}); len(entries) > 0 {
				next[left[i]] = joint{entered[j.next], j.direct}
			}
		}
	}
	var all []Loop
	for _, circle := range circles(next) {
		var l Loop
		for _, i := range circle {
			l = append(l, open[i].loop...)
			if next[i].direct {
				k.meet(open[i], open[next[i].next])
			}
		}
		all = append(all, l)
	}
	return all
}

// meet moves the end of one chain to the beginning of another.
func (k *cutter) meet(a, b chain) {
	end, begin := a.loop[len(a.loop)-1], b.loop[0]
	first, _ := k.out.ends(begin)
	arc := k.out.Arcs[end.Arc()]
	if end < 0 {
		arc[0] = first
	} else {
		arc[len(arc)-1] = first
	}
}

// corner tells whether a shape holds the western end of a row of the grid.
func (k *cutter) corner(loops []Loop, y float64) bool {
	n := float64(k.out.PerDegree)
	return k.world.within(loops, orb.Point{(float64(k.out.frame.West) + 0.5) / n, y / n})
}

// covered tells whether a shape that no line leads out of the frame fills it, its
// holes apart: whether the frame's edges lie in it.
func (k *cutter) covered(loops []Loop) bool {
	f, pole := k.out.frame, k.out.wheel()/4
	if !k.out.round() {
		return k.corner(loops, float64(f.South)+0.5)
	}
	edges := 0
	if f.South > -pole {
		if edges++; !k.corner(loops, float64(f.South)+0.5) {
			return false
		}
	}
	if f.North < pole {
		if edges++; !k.corner(loops, float64(f.North)-0.5) {
			return false
		}
	}
	return edges > 0 && !k.wraps(loops)
}

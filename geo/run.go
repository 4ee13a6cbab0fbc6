package geo

import (
	"math"
	"slices"
)

// runs is what is left of an arc inside the frame, made once for all the shapes
// that share it.
func (k *cutter) runs(s shifted) []run {
	if k.out.round() {
		s.by = 0 // the same place on a frame round the globe
	}
	if made, ok := k.made[s]; ok {
		return made
	}
	var all []run
	var now []Cell
	var enter float64
	var cut0 bool
	finish := func(at float64, cut1 bool) {
		if len(now) > 1 {
			all = append(all, run{
				arc: len(k.out.Arcs), from: now[0], to: now[len(now)-1],
				cut0: cut0, cut1: cut1, at0: enter, at1: at,
			})
			k.out.Arcs = append(k.out.Arcs, now)
		}
		now, cut0 = nil, false
	}
	arc := k.world.Arcs[s.arc]
	for i := range len(arc) - 1 {
		a, b := arc[i], arc[i+1]
		a.X, b.X = a.X+s.by, b.X+s.by
		in, out, ok := k.clip(a, b)
		if !ok {
			continue
		}
		if in > 0 {
			c, at := k.edge(a, b, in)
			now, enter, cut0 = append(now, c), at, true
		} else if now == nil {
			now = append(now, a)
		}
		if out < 1 {
			c, at := k.edge(a, b, out)
			now = append(now, c)
			finish(at, true)
		} else {
			now = append(now, b)
		}
	}
	finish(0, false)
	k.made[s] = all
	return all
}

// clip is the part of the line from a to b, 0…1, inside the frame: Y.-D. Liang
// and B. A. Barsky, "A new concept and method for line clipping" (1984).
func (k *cutter) clip(a, b Cell) (in, out float64, ok bool) {
	f := k.out.frame
	in, out = 0, 1
	side := func(from, to, edge float64) bool { // inside is where from+t(to−from) > edge
		switch d := to - from; {
		case d > 0:
			in = math.Max(in, (edge-from)/d)
		case d < 0:
			out = math.Min(out, (edge-from)/d)
		case from < edge:
			return false
		}
		return true
	}
	w, e := float64(f.West)+0.5, float64(f.East)-0.5
	s, n := float64(f.South)+0.5, float64(f.North)-0.5
	if f.South == -k.out.wheel()/4 {
		s--
	}
	if f.North == k.out.wheel()/4 {
		n++
	}
	ax, ay, bx, by := float64(a.X), float64(a.Y), float64(b.X), float64(b.Y)
	if !k.out.round() && !(side(ax, bx, w) && side(-ax, -bx, -e)) {
		return 0, 0, false
	}
	if !(side(ay, by, s) && side(-ay, -by, -n)) {
		return 0, 0, false
	}
	return in, out, in < out
}

// edge is the cell on the frame's edge nearest to where the line from a to b
// crosses it at t, and the crossing's exact position on the edge.
func (k *cutter) edge(a, b Cell, t float64) (Cell, float64) {
	f, p := k.out.frame, k.out
	x := float64(a.X) + t*float64(b.X-a.X)
	y := float64(a.Y) + t*float64(b.Y-a.Y)
	c := Cell{int32(math.Round(x)), int32(math.Round(y))}
	// The edge crossed is the one half a step away; its cells lie on it.
	dw, de := math.Abs(x-float64(f.West)-0.5), math.Abs(x-float64(f.East)+0.5)
	ds, dn := math.Abs(y-float64(f.South)-0.5), math.Abs(y-float64(f.North)+0.5)
	if p.round() {
		dw, de = math.Inf(1), math.Inf(1)
	}
	least := min(dw, de, ds, dn)
	switch least {
	case ds:
		c.Y = f.South
	case de:
		c.X = f.East
	case dn:
		c.Y = f.North
	default:
		c.X = f.West
	}
	if !p.round() {
		c.X = max(f.West, min(f.East, c.X))
	}
	c.Y = max(f.South, min(f.North, c.Y))
	at := float64(p.position(c))
	// The fraction that rounding took keeps near neighbours in order.
	switch least {
	case ds:
		at += x - float64(c.X)
	case de:
		at += y - float64(c.Y)
	case dn:
		at -= x - float64(c.X)
		if p.round() {
			at = math.Max(at, float64(p.wheel()))
		}
	default:
		at -= y - float64(c.Y)
	}
	return c, at
}

// arcs is what is left of some of the world's arcs, by the new piece's numbers.
func (k *cutter) arcs(some []int) []int {
	var left []int
	for _, i := range some {
		for _, by := range k.turns(i) {
			for _, u := range k.runs(shifted{i, by}) {
				left = append(left, u.arc)
			}
		}
	}
	slices.Sort(left)
	return slices.Compact(left)
}

// turns are the whole turns that bring some of an arc's longitudes into the
// frame, in grid steps.
func (k *cutter) turns(arc int) []int32 {
	if k.out.round() {
		return []int32{0}
	}
	var all []int32
	w, s, f := k.world.wheel(), k.world.spans[arc], k.out.frame
	for by := -2 * w; by <= 2*w; by += w {
		if s.east+by > f.West && s.west+by < f.East {
			all = append(all, by)
		}
	}
	return all
}

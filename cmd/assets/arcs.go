package main

import "slices"

// arc is a line between two nodes, or a closed one without nodes, with the
// faces on its two sides.
type arc struct {
	spots       []spot // a closed one ends where it begins
	left, right int
}

func (a arc) closed() bool { return a.spots[0] == a.spots[len(a.spots)-1] }

// arcs cuts the mesh at its nodes. The order is that of the grid from west to
// east, so that the same source gives the same arcs.
func (m *mesh) arcs() []arc {
	starts := make([]spot, 0, len(m.out))
	for at := range m.out {
		starts = append(starts, at)
	}
	slices.SortFunc(starts, compare)
	done := map[[2]spot]bool{}
	var all []arc
	trace := func(from, to spot) {
		if done[[2]spot{from, to}] {
			return
		}
		a := arc{
			spots: []spot{from, to},
			left:  m.left[[2]spot{from, to}],
			right: m.left[[2]spot{to, from}],
		}
		first := from
		for !m.nodes[to] && to != first {
			ways := m.out[to]
			next := ways[0]
			if next == from {
				next = ways[1]
			}
			a.spots = append(a.spots, next)
			from, to = to, next
		}
		for i := 1; i < len(a.spots); i++ {
			done[[2]spot{a.spots[i-1], a.spots[i]}] = true
			done[[2]spot{a.spots[i], a.spots[i-1]}] = true
		}
		all = append(all, a)
	}
	for _, at := range starts {
		if m.nodes[at] {
			for _, to := range m.out[at] {
				trace(at, to)
			}
		}
	}
	for _, at := range starts { // what is left has no nodes
		for _, to := range m.out[at] {
			trace(at, to)
		}
	}
	return all
}

// half is one way along an arc: i forwards, ^i backwards.
type half int

// rings leads the halves that bound one shape together: all those that keep
// tells to have the shape on their left. Where several meet at a node, the one
// next clockwise from where we come bounds the same part of the shape; if
// another arrives before it (lines that run over each other in the source), that
// one takes it, as brackets match.
func (m *mesh) rings(arcs []arc, keep func(left, right int) bool) [][]half {
	type end struct {
		h    half
		next spot // the spot after the node
	}
	begin := map[spot][]end{}
	arrive := map[[2]spot]bool{} // node and the spot before it
	var order []half
	add := func(h half, at, next spot) {
		begin[at] = append(begin[at], end{h, next})
		order = append(order, h)
		last, before := lastTwo(arcs, h)
		arrive[[2]spot{last, before}] = true
	}
	for i, a := range arcs {
		n := len(a.spots)
		if keep(a.left, a.right) {
			add(half(i), a.spots[0], a.spots[1])
		}
		if keep(a.right, a.left) {
			add(^half(i), a.spots[n-1], a.spots[n-2])
		}
	}
	follow := func(h half) (half, bool) {
		at, before := lastTwo(arcs, h)
		ways := m.out[at]
		k := slices.Index(ways, before)
		waiting := 0
		for i := 1; i <= len(ways); i++ {
			way := ways[((k-i)%len(ways)+len(ways))%len(ways)]
			for _, e := range begin[at] {
				if e.next != way {
					continue
				}
				if waiting == 0 {
					return e.h, true
				}
				waiting--
			}
			if arrive[[2]spot{at, way}] {
				waiting++
			}
		}
		return 0, false
	}
	seen := map[half]bool{}
	var all [][]half
	for _, h := range order {
		var r []half
		for ok := true; ok && !seen[h]; h, ok = follow(h) {
			seen[h] = true
			r = append(r, h)
		}
		if r != nil {
			all = append(all, r)
		}
	}
	return all
}

// lastTwo is where a half ends and the spot before.
func lastTwo(arcs []arc, h half) (at, before spot) {
	if h < 0 {
		s := arcs[^h].spots
		return s[0], s[1]
	}
	s := arcs[h].spots
	return s[len(s)-1], s[len(s)-2]
}

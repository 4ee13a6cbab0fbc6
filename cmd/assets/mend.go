package main

import "slices"

// mend heals what rounding to the source's grid has done to its rings: ends of
// the seam at 180° that missed each other by a step, steps that two shapes both
// claim in the same direction, and ways out and straight back. Without it the
// lines of the mesh would not close.
func mend(shapes []shape) {
	moves := map[spot]spot{}
	seam := map[int]bool{}
	each(shapes, func(r ring) ring {
		for _, s := range r {
			if s.x == 0 {
				seam[s.y] = true
			}
		}
		return r
	})
	for y := range seam {
		if seam[y-1] && !seam[y-2] {
			moves[spot{0, y}] = spot{0, y - 1}
		}
	}
	for {
		each(shapes, func(r ring) ring { return moved(r, moves) })
		moves = claimedTwice(shapes)
		if len(moves) == 0 {
			return
		}
	}
}

// each replaces every ring of every shape; rings without area are left out.
func each(shapes []shape, change func(ring) ring) {
	for i := range shapes {
		s := &shapes[i]
		for k := range s.polygons {
			for j, r := range s.polygons[k] {
				s.polygons[k][j] = change(r)
			}
			outline := len(s.polygons[k][0]) > 2
			s.polygons[k] = slices.DeleteFunc(s.polygons[k], func(r ring) bool { return !outline || len(r) < 3 })
		}
		s.polygons = slices.DeleteFunc(s.polygons, func(polygon []ring) bool { return len(polygon) == 0 })
	}
}

// moved is a ring with its spots moved and the ways out and straight back taken
// out.
func moved(r ring, moves map[spot]spot) ring {
	var to ring
	for _, s := range r {
		if there, ok := moves[s]; ok {
			s = there
		}
		if n := len(to); n > 0 && to[n-1] == s {
			continue
		} else if n > 1 && to[n-2] == s {
			to = to[:n-1]
			continue
		}
		to = append(to, s)
	}
	for n := len(to); n > 2; n = len(to) {
		switch {
		case to[0] == to[n-1]:
			to = to[:n-1]
		case to[0] == to[n-2]:
			to = to[:n-2]
		case to[1] == to[n-1]:
			to = to[1 : n-1]
		default:
			return to
		}
	}
	return nil
}

// claimedTwice finds steps that occur twice in one direction, and moves their
// ends together.
func claimedTwice(shapes []shape) map[spot]spot {
	moves := map[spot]spot{}
	taken := map[[2]spot]bool{}
	each(shapes, func(r ring) ring {
		for i, s := range r {
			step := [2]spot{s, r[(i+1)%len(r)]}
			if taken[step] {
				moves[step[1]] = step[0]
			}
			taken[step] = true
		}
		return r
	})
	return moves
}

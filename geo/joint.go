package geo

import (
	"cmp"
	"math"
	"slices"
)

// joint says how the edge leads on from a place where a line leaves the frame:
// counter-clockwise to the line with index next, which enters there. A direct
// joint has no way between: see joints.
type joint struct {
	next   int
	direct bool
}

// joints finds, for each place where lines leave a frame, where a line enters it
// again: entries and exits along the edge match like brackets, and whether the
// shape holds the edge's beginning, position 0, tells how they are nested there.
//
// Where a source's line crosses itself it encloses a few grid steps the wrong
// way round, and its exit comes after its entry with nothing to match. Led round
// the whole frame it would fill it; it is joined directly instead.
func joints(exits, entries []float64, inside bool) []joint {
	type event struct {
		at    float64
		index int
		exit  bool
	}
	var events []event
	for i, at := range exits {
		events = append(events, event{at, i, true})
	}
	for i, at := range entries {
		events = append(events, event{at, i, false})
	}
	slices.SortStableFunc(events, func(a, b event) int { return cmp.Compare(a.at, b.at) })

	to := make([]joint, len(exits))
	var waiting, early []event // exits without an entry yet, entries before any exit
	for len(events) > 0 {
		// Of those at the same place, one that closes what is open comes first.
		k := 0
		open := len(waiting) > 0 || inside && len(early) == 0
		for i := 1; i < len(events) && events[i].at == events[0].at; i++ {
			if events[k].exit == open && events[i].exit != open {
				k = i
			}
		}
		e := events[k]
		events = slices.Delete(events, k, k+1)
		switch n := len(waiting); {
		case e.exit:
			waiting = append(waiting, e)
		case n > 0:
			to[waiting[n-1].index] = joint{next: e.index}
			waiting = waiting[:n-1]
		default:
			early = append(early, e)
		}
	}
	if n := len(waiting); inside && n > 0 && len(early) > 0 {
		to[waiting[n-1].index] = joint{next: early[0].index}
		waiting, early = waiting[:n-1], early[1:]
	}
	for _, e := range waiting {
		k := 0
		for i := range early {
			if math.Abs(early[i].at-e.at) < math.Abs(early[k].at-e.at) {
				k = i
			}
		}
		if len(early) == 0 { // malformed: more exits than entries
			to[e.index] = joint{next: e.index, direct: true}
			continue
		}
		to[e.index] = joint{next: early[k].index, direct: true}
		early = slices.Delete(early, k, k+1)
	}
	return to
}

// circles follows next from chain to chain until it comes back to where it
// began, for every chain once. It needs next to be a permutation; where
// malformed lines make it none, a circle ends early.
func circles(next []joint) [][]int {
	seen := make([]bool, len(next))
	var all [][]int
	for i := range next {
		var circle []int
		for j := i; !seen[j]; j = next[j].next {
			seen[j] = true
			circle = append(circle, j)
		}
		if circle != nil {
			all = append(all, circle)
		}
	}
	return all
}

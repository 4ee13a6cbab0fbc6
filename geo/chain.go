package geo

import (
	"math"
	"slices"
)

// chain is runs that follow one another without leaving the frame.
type chain struct {
	loop       Loop
	from, to   float64 // positions on the edge where it enters and leaves
	cut0, cut1 bool
}

// wraps tells whether one of the loops runs round the globe within a frame that
// does so too: it then closes the shape without the frame's edge.
func (k *cutter) wraps(loops []Loop) bool {
	for _, l := range loops {
		if len(l) == 0 {
			continue
		}
		if shifts, around := k.shifts(l); around != 0 && len(k.chainsAt(l, shifts, []int32{0}, true)) > 0 {
			return true
		}
	}
	return false
}

// chains is what is left of one loop.
func (k *cutter) chains(l Loop) []chain {
	if len(l) == 0 {
		return nil // the edge of the world, which has none
	}
	shifts, around := k.shifts(l)
	w := k.world.wheel()
	if k.out.round() {
		return k.chainsAt(l, shifts, []int32{0}, true)
	}
	west, east := k.extent(l, shifts)
	f := k.out.frame
	if around == 0 {
		var all []chain
		for by := -2 * w; by <= 2*w; by += w {
			if east+by > f.West && west+by < f.East {
				all = append(all, k.chainsAt(l, shifts, []int32{by}, true)...)
			}
		}
		return all
	}
	// A loop round the globe is followed for five rounds, of which at most the
	// middle three touch the frame.
	var rounds []int32
	for i := int32(-2); i <= 2; i++ {
		rounds = append(rounds, i*around)
	}
	return k.chainsAt(l, shifts, rounds, false)
}

// shifts is how far each arc of a loop has to be moved to follow the one before
// it, and how far the loop goes round, in grid steps.
func (k *cutter) shifts(l Loop) (shifts []int32, around int32) {
	var end Cell
	for i, r := range l {
		first, last := k.world.ends(r)
		by := int32(0)
		if i > 0 {
			by = end.X - first.X
		}
		shifts = append(shifts, by)
		end = Cell{last.X + by, last.Y}
	}
	first, _ := k.world.ends(l[0])
	return shifts, end.X - first.X
}

// extent is how far a loop reaches west and east.
func (k *cutter) extent(l Loop, shifts []int32) (west, east int32) {
	west, east = math.MaxInt32, math.MinInt32
	for i, r := range l {
		for _, c := range k.world.Arcs[r.Arc()] {
			west, east = min(west, c.X+shifts[i]), max(east, c.X+shifts[i])
		}
	}
	return west, east
}

// chainsAt follows a loop, once for each of rounds, moved by that many steps.
func (k *cutter) chainsAt(l Loop, shifts, rounds []int32, closed bool) []chain {
	var all []chain
	var now *chain
	finish := func() {
		if now != nil {
			all, now = append(all, *now), nil
		}
	}
	for _, round := range rounds {
		for i, r := range l {
			runs := k.runs(shifted{r.Arc(), shifts[i] + round})
			if len(runs) == 0 {
				finish()
			}
			for j := range runs {
				u, ref := runs[j], Ref(runs[j].arc)
				if r < 0 {
					u = runs[len(runs)-1-j]
					u.from, u.to, u.at0, u.at1, u.cut0, u.cut1 = u.to, u.from, u.at1, u.at0, u.cut1, u.cut0
					ref = ^Ref(u.arc)
				}
				if u.cut0 || now == nil {
					finish()
					now = &chain{from: u.at0, cut0: u.cut0}
				}
				now.loop = append(now.loop, ref)
				now.to, now.cut1 = u.at1, u.cut1
				if u.cut1 {
					finish()
				}
			}
		}
	}
	finish()
	// What begins without a cut is the rest of what ends without one.
	if closed && len(all) > 1 && !all[0].cut0 && !all[len(all)-1].cut1 {
		last := &all[len(all)-1]
		last.loop = append(slices.Clone(last.loop), all[0].loop...)
		last.to, last.cut1 = all[0].to, all[0].cut1
		all = all[1:]
	}
	return all
}

package main

import (
	"slices"

	"github.com/paulmach/orb"

	"dateline/geo"
)

// drawn is a line as a level shows it.
type drawn struct {
	line  orb.LineString
	kept  []int      // places of the line, in order
	cells []geo.Cell // on the level's grid
	from  []int      // the place of the line each cell comes from
}

// draw simplifies a line; ok is false for a closed one too small for the grid.
func (d detail) draw(line orb.LineString, closed bool) (_ drawn, ok bool) {
	to := drawn{line: line, kept: d.simple(line)}
	to.cells, to.from = d.cells(line, to.kept)
	if closed && len(to.cells) < 4 {
		to.kept = detail{perDegree: d.perDegree}.simple(line)
		to.cells, to.from = d.cells(line, to.kept)
		return to, len(to.cells) >= 4
	}
	return to, true
}

// untangle gives lines that cross once they are simplified places back, the
// farthest one first, until they do not, or until there is nothing to give:
// a few cross in the source itself, by a grid step.
func (d detail) untangle(lines []drawn) {
	for range 12 {
		changed := false
		for at := range crossing(lines) {
			l := &lines[at.line]
			if i := farthest(l.line, l.from[at.step], l.from[at.step+1]); i >= 0 {
				l.kept, changed = append(l.kept, i), true
			}
		}
		if !changed {
			return
		}
		for i := range lines {
			l := &lines[i]
			slices.Sort(l.kept)
			l.kept = slices.Compact(l.kept)
			l.cells, l.from = d.cells(l.line, l.kept)
		}
	}
}

// step is a step of a line, from cell step to the next one.
type step struct{ line, step int }

// crossing finds the steps that properly cross another one. Simplified lines may
// come to do so where the sea or a country is narrower than the deviation.
func crossing(lines []drawn) map[step]bool {
	const side = 128 // grid steps of a bucket
	type segment struct {
		step
		a, b geo.Cell
	}
	buckets := map[geo.Cell][]segment{}
	found := map[step]bool{}
	for i, l := range lines {
		for k := range len(l.cells) - 1 {
			s := segment{step{i, k}, l.cells[k], l.cells[k+1]}
			for x := floor(min(s.a.X, s.b.X), side); x <= floor(max(s.a.X, s.b.X), side); x++ {
				for y := floor(min(s.a.Y, s.b.Y), side); y <= floor(max(s.a.Y, s.b.Y), side); y++ {
					at := geo.Cell{X: x, Y: y}
					for _, t := range buckets[at] {
						if properly(s.a, s.b, t.a, t.b) {
							found[s.step], found[t.step] = true, true
						}
					}
					buckets[at] = append(buckets[at], s)
				}
			}
		}
	}
	return found
}

func floor(n, side int32) int32 {
	if n < 0 {
		return -((-n + side - 1) / side)
	}
	return n / side
}

// properly tells whether two lines cross between their ends.
func properly(a, b, c, d geo.Cell) bool {
	return turns(a, b, c)*turns(a, b, d) < 0 && turns(c, d, a)*turns(c, d, b) < 0
}

// turns is 1 if the way over a, b, c turns left, −1 right, 0 neither.
func turns(a, b, c geo.Cell) int {
	switch t := int64(b.X-a.X)*int64(c.Y-a.Y) - int64(b.Y-a.Y)*int64(c.X-a.X); {
	case t > 0:
		return 1
	case t < 0:
		return -1
	}
	return 0
}

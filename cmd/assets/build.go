package main

import (
	"slices"

	"dateline/geo"
)

// builder makes one level's topology.
type builder struct {
	geo.Topology
	detail detail
}

// topology makes a level's countries and land.
func topology(shapes []shape, g grid, d detail, all []dispute) (*builder, error) {
	b := &builder{detail: d}
	b.PerDegree = d.perDegree
	m := newMesh(shapes, g)
	m.part(shapes, all)
	arcs := m.arcs()
	kept := b.keep(shapes, arcs, g)
	var err error
	if b.Disputed, err = disputed(shapes, arcs, kept, g, all); err != nil {
		return nil, err
	}
	for i, s := range shapes {
		face := i + 1
		loops := b.loops(m.rings(arcs, func(left, right int) bool { return left == face }), kept)
		if loops != nil {
			b.Countries = append(b.Countries, geo.Region{Code: s.code, Name: s.name, Loops: loops})
		}
	}
	b.Land = b.loops(m.rings(arcs, func(left, right int) bool { return left > 0 && right == 0 }), kept)
	b.sort()
	return b, nil
}

// keep makes the level's arcs and says which one each arc of the mesh has become,
// −1 for none.
func (b *builder) keep(shapes []shape, arcs []arc, g grid) []int {
	kept := make([]int, len(arcs))
	var drawn []drawn
	for i, a := range arcs {
		kept[i] = -1
		line := g.line(a.spots)
		if a.closed() && area(line) < b.detail.least && !b.last(shapes, a) {
			continue
		}
		if d, ok := b.detail.draw(line, a.closed()); ok {
			kept[i], drawn = len(drawn), append(drawn, d)
		}
	}
	b.detail.untangle(drawn)
	for _, d := range drawn {
		b.Arcs = append(b.Arcs, d.cells)
	}
	return kept
}

// last tells whether an island is all that its country has.
func (b *builder) last(shapes []shape, a arc) bool {
	face := max(a.left, a.right)
	return face > 0 && len(shapes[face-1].polygons) == 1
}

// loops turns rings into references to the arcs that were kept.
func (b *builder) loops(rings [][]half, kept []int) []geo.Loop {
	var all []geo.Loop
	for _, r := range rings {
		var l geo.Loop
		for _, h := range r {
			switch {
			case h < 0 && kept[^h] >= 0:
				l = append(l, ^geo.Ref(kept[^h]))
			case h >= 0 && kept[h] >= 0:
				l = append(l, geo.Ref(kept[h]))
			}
		}
		if l != nil {
			all = append(all, l)
		}
	}
	return all
}

// sort orders loops by where they begin, which makes references to neighbours
// small numbers.
func (b *builder) sort() {
	first := func(l geo.Loop) int {
		least := len(b.Arcs)
		for _, r := range l {
			least = min(least, r.Arc())
		}
		return least
	}
	byFirst := func(k, l geo.Loop) int { return first(k) - first(l) }
	slices.SortStableFunc(b.Land, byFirst)
	slices.SortStableFunc(b.Lakes, byFirst)
	for _, c := range b.Countries {
		slices.SortStableFunc(c.Loops, byFirst)
	}
}

// lakes adds the lakes that lie on the level's land.
func (b *builder) lakes(shapes []shape, g grid) {
	var lines []drawn
	for _, s := range shapes {
		for _, polygon := range s.polygons {
			for k, r := range polygon {
				steps := oriented(r)
				spots := []spot{steps[0][0]}
				for _, step := range steps {
					spots = append(spots, step[1])
				}
				line, ok := b.detail.draw(g.line(spots), true)
				if ok {
					lines = append(lines, line)
				} else if k == 0 {
					break // its islands go with it
				}
			}
		}
	}
	b.detail.untangle(lines)
	for _, l := range lines {
		b.Lakes = append(b.Lakes, geo.Loop{geo.Ref(len(b.Arcs))})
		b.Arcs = append(b.Arcs, l.cells)
	}
}

package main

import (
	"encoding/json"

	"github.com/paulmach/orb"

	"dateline/geo"
)

// rivers reads the rivers of a source: each is some lines.
func rivers(data []byte) ([][][]spot, grid, error) {
	l, g, err := readLayer(data, "rivers")
	if err != nil {
		return nil, g, err
	}
	var all [][][]spot
	for _, geometry := range l.geometries {
		var refs [][]int
		switch geometry.Type {
		case "LineString":
			refs = make([][]int, 1)
			err = json.Unmarshal(geometry.Arcs, &refs[0])
		case "MultiLineString":
			err = json.Unmarshal(geometry.Arcs, &refs)
		}
		if err != nil {
			return nil, g, err
		}
		var river [][]spot
		for _, r := range refs {
			if line := follow(l.arcs, r); len(line) > 1 {
				river = append(river, line)
			}
		}
		all = append(all, river)
	}
	return all, g, nil
}

// mainRivers are the rivers that are so many km long, and those that go on where one
// of them ends: sources cut a river at lakes and mouths.
func mainRivers(all [][][]spot, g grid, least float64) [][][]spot {
	ends := map[spot]bool{}
	long := make([]bool, len(all))
	for i, river := range all {
		sum := 0.0
		for _, line := range river {
			sum += length(g.line(line))
		}
		if long[i] = sum >= least; long[i] {
			for _, line := range river {
				ends[line[0]], ends[line[len(line)-1]] = true, true
			}
		}
	}
	var kept [][][]spot
	for i, river := range all {
		keep := long[i]
		for _, line := range river {
			keep = keep || ends[line[0]] || ends[line[len(line)-1]]
		}
		if keep {
			kept = append(kept, river)
		}
	}
	return kept
}

// length of a line in km.
func length(line orb.LineString) float64 {
	sum := 0.0
	for i := 1; i < len(line); i++ {
		sum += geo.Distance(line[i-1], line[i])
	}
	return sum
}

// riverDeviation is how far a river may leave its source, in km. The source's
// grid is about as coarse, and its steps would show.
const riverDeviation = 2

// rivers adds rivers to a level.
func (b *builder) rivers(all [][][]spot, g grid) {
	d := b.detail
	d.deviation = riverDeviation
	for _, river := range all {
		for _, line := range river {
			if to, ok := d.draw(g.line(line), false); ok {
				b.Rivers = append(b.Rivers, len(b.Arcs))
				b.Arcs = append(b.Arcs, to.cells)
			}
		}
	}
}

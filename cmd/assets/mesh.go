package main

import (
	"math"
	"slices"
)

// mesh is the lines of a source with what lies on either side of each: the same
// lines, once, whoever draws them. Face 0 is the sea; face i+1 is shape i.
type mesh struct {
	grid  grid
	left  map[[2]spot]int // the face on the left of the step from one spot to another
	out   map[spot][]spot // steps that begin at a spot, in order of direction, counter-clockwise
	nodes map[spot]bool   // where lines meet or what they part changes
}

// newMesh turns rings into lines. Steps that a face walks both ways are inside
// it and are left out: so seams at 180° disappear, and borders between polygons
// that now are one country.
func newMesh(shapes []shape, g grid) *mesh {
	m := &mesh{grid: g, left: map[[2]spot]int{}, out: map[spot][]spot{}, nodes: map[spot]bool{}}
	for i, s := range shapes {
		for _, polygon := range s.polygons {
			for _, r := range polygon {
				for _, step := range oriented(r) {
					m.left[step] = i + 1
				}
			}
		}
	}
	m.dropInner()
	seen := map[[2]spot]bool{}
	for step := range m.left {
		for _, s := range [][2]spot{step, {step[1], step[0]}} {
			if !seen[s] {
				seen[s] = true
				m.out[s[0]] = append(m.out[s[0]], s[1])
			}
		}
	}
	for at, ways := range m.out {
		slices.SortFunc(ways, func(a, b spot) int {
			da, db := m.direction(at, a), m.direction(at, b)
			switch {
			case da < db:
				return -1
			case da > db:
				return 1
			}
			return compare(a, b)
		})
		if len(ways) != 2 || m.left[[2]spot{at, ways[0]}] != m.left[[2]spot{ways[1], at}] ||
			m.left[[2]spot{ways[0], at}] != m.left[[2]spot{at, ways[1]}] {
			m.nodes[at] = true
		}
	}
	return m
}

// dropInner leaves out the steps that have one face on both sides.
func (m *mesh) dropInner() {
	var inner [][2]spot
	for step, face := range m.left {
		back := [2]spot{step[1], step[0]}
		if other, ok := m.left[back]; ok && other == face {
			inner = append(inner, step)
		}
	}
	for _, step := range inner {
		delete(m.left, step)
	}
}

// direction is the angle of the way from a to b, in the source's own steps.
func (m *mesh) direction(a, b spot) float64 {
	return math.Atan2(float64(b.y-a.y)*m.grid.scale[1], float64(m.grid.across(a.x, b.x))*m.grid.scale[0])
}

func compare(a, b spot) int {
	if a.x != b.x {
		return a.x - b.x
	}
	return a.y - b.y
}

// oriented is a ring's steps with the face on the left. The sources have it on
// the right, for outlines, for holes and for Antarctica's ring round the globe.
func oriented(r ring) [][2]spot {
	steps := make([][2]spot, len(r))
	for i, s := range r {
		steps[i] = [2]spot{r[(i+1)%len(r)], s}
	}
	slices.Reverse(steps)
	return steps
}

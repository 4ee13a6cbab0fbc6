package main

import (
	"fmt"
	"slices"

	"github.com/paulmach/orb"
)

// dispute is a line between two units of the sources that is no agreed border.
type dispute struct {
	a, b string    // units, by the name that all levels use
	part orb.Bound // of the line between them, in degrees; zero: all of it
	why  string    // a source that says so
}

// disputes are the lines that are drawn dashed. The list takes in what the
// United Nations' own map (Map of the World, no. 4170, and its notes) does not
// draw as a settled boundary or what a resolution or court named here treats
// as unsettled, as far as the sources have units on both sides. Where one side
// of a line is not a unit of the sources there is no line to draw: Crimea is in
// Ukraine, Abkhazia and South Ossetia in Georgia, Transnistria in Moldova.
var disputes = []dispute{
	{a: "Morocco", b: "W. Sahara", why: "UN list of Non-Self-Governing Territories; Security Council resolution 690 (1991)"},
	{a: "Serbia", b: "Kosovo", why: "Security Council resolution 1244 (1999)"},
	{a: "Cyprus", b: "N. Cyprus", why: "Security Council resolutions 541 (1983) and 550 (1984)"},
	{a: "Israel", b: "Palestine", why: "armistice line of 1949; Security Council resolutions 242 (1967) and 2334 (2016)"},
	{a: "Israel", b: "Syria", why: "Golan, line of 1974; Security Council resolutions 350 (1974) and 497 (1981)"},
	{a: "Somalia", b: "Somaliland", why: "Natural Earth, breakaway and disputed areas"},
	{a: "North Korea", b: "South Korea", why: "military demarcation line; armistice of 27 July 1953"},
	{a: "India", b: "Pakistan", part: orb.Bound{Min: orb.Point{72, 32.7}, Max: orb.Point{80, 37}}, why: "Jammu and Kashmir, Line of Control; UN map 4170, note"},
	{a: "India", b: "Siachen Glacier", why: "Jammu and Kashmir; Natural Earth, breakaway and disputed areas"},
	{a: "Pakistan", b: "Siachen Glacier", why: "Jammu and Kashmir; Natural Earth, breakaway and disputed areas"},
	{a: "China", b: "Siachen Glacier", why: "Jammu and Kashmir; Natural Earth, breakaway and disputed areas"},
	{a: "China", b: "India", part: orb.Bound{Min: orb.Point{74, 32}, Max: orb.Point{79.6, 37}}, why: "Aksai Chin; UN map 4170"},
	{a: "China", b: "India", part: orb.Bound{Min: orb.Point{91.4, 26}, Max: orb.Point{98, 30}}, why: "Arunachal Pradesh; UN map 4170"},
	{a: "S. Sudan", b: "Sudan", why: "final boundary not yet determined; UN map 4170, note"},
	{a: "Kenya", b: "S. Sudan", why: "Ilemi Triangle; UN map 4170"},
	{a: "Egypt", b: "Sudan", part: orb.Bound{Min: orb.Point{33, 21}, Max: orb.Point{38, 24}}, why: "Halaib Triangle and Bir Tawil; UN map 4170"},
	{a: "Guyana", b: "Venezuela", why: "International Court of Justice, Arbitral Award of 3 October 1899, case 171"},
}

// whole tells whether a dispute is about all of the line.
func (d dispute) whole() bool { return d.part == orb.Bound{} }

// between tells whether a dispute is about the two shapes.
func (d dispute) between(a, b string) bool { return d.a == a && d.b == b || d.a == b && d.b == a }

// part makes nodes where a line enters or leaves the part of it that is in
// dispute, so that an arc is in dispute wholly or not at all.
func (m *mesh) part(shapes []shape, all []dispute) {
	in := map[spot][2]bool{} // of the lines at a spot, whether one is inside a part, and one outside
	for step, left := range m.left {
		right := m.left[[2]spot{step[1], step[0]}]
		if left == 0 || right == 0 {
			continue
		}
		for _, d := range all {
			if d.whole() || !d.between(shapes[left-1].name, shapes[right-1].name) {
				continue
			}
			k := 1
			if d.holds(m.grid, step[0], step[1]) {
				k = 0
			}
			for _, at := range step {
				sides := in[at]
				sides[k] = true
				if in[at] = sides; sides[0] && sides[1] {
					m.nodes[at] = true
				}
			}
		}
	}
}

// holds tells whether a step, by its middle, lies in the part in dispute.
func (d dispute) holds(g grid, a, b spot) bool {
	line := g.line([]spot{a, b})
	return d.whole() || d.part.Contains(orb.Point{(line[0][0] + line[1][0]) / 2, (line[0][1] + line[1][1]) / 2})
}

// disputed are the arcs in dispute, by their numbers in the level. A dispute
// between two units of the level that have no line between them is a mistake of
// the list; bare levels lack some units.
func disputed(shapes []shape, arcs []arc, kept []int, g grid, all []dispute) ([]int, error) {
	var found []int
	for _, d := range all {
		n := len(found)
		for i, a := range arcs {
			if a.left == 0 || a.right == 0 || kept[i] < 0 || !d.between(shapes[a.left-1].name, shapes[a.right-1].name) {
				continue
			}
			if d.holds(g, a.spots[0], a.spots[1]) {
				found = append(found, kept[i]) // all of it: see part
			}
		}
		has := func(name string) bool {
			return slices.ContainsFunc(shapes, func(s shape) bool { return s.name == name })
		}
		if len(found) == n && has(d.a) && has(d.b) {
			return nil, fmt.Errorf("no line between %s and %s (%s)", d.a, d.b, d.why)
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

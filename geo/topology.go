package geo

// Cell is a point on a piece's grid: longitude and latitude in whole steps of
// 1/PerDegree degree. Longitudes run on over ±180°, so that an arc never jumps.
type Cell struct{ X, Y int32 }

// Ref names an arc: i is arc i as it is stored, ^i the same arc backwards
// (TopoJSON's convention).
type Ref int32

// Arc is the index of the arc that r names.
func (r Ref) Arc() int {
	if r < 0 {
		return int(^r)
	}
	return int(r)
}

// Loop is a closed line made of arcs, with what it encloses on its left. Where
// one arc's end is not the next one's start (give or take a turn of 360°), the
// loop runs along the piece's bound in between, counter-clockwise. A loop
// without arcs is the bound itself.
//
// A loop may run once round the globe: Antarctica's coast goes west from 180°
// to −180° with the pole on its left. It is closed all the same.
type Loop []Ref

// Topology is lines that are shared: every border and every coast is stored
// once, and shapes are loops of references to them.
type Topology struct {
	PerDegree int      // grid steps in a degree
	Arcs      [][]Cell // each with at least two cells
	Countries []Region
	Land      []Loop // outlines of land: coasts only, no borders
	Lakes     []Loop
	Disputed  []int // arcs of borders that are in dispute, ascending
	Rivers    []int // arcs of rivers, ascending; they are part of no loop
}

// Region is a country, or an area that the source keeps apart from every
// country.
type Region struct {
	Code  string // ISO 3166-1 alpha-3, XKX for Kosovo, or empty
	Name  string // in English
	Loops []Loop
}

// wheel is the number of grid steps once round the globe.
func (t *Topology) wheel() int32 { return int32(360 * t.PerDegree) }

// ends are the first and the last cell of the line that r names.
func (t *Topology) ends(r Ref) (first, last Cell) {
	arc := t.Arcs[r.Arc()]
	first, last = arc[0], arc[len(arc)-1]
	if r < 0 {
		first, last = last, first
	}
	return first, last
}

// joins tells whether b is the cell a, give or take whole turns.
func (t *Topology) joins(a, b Cell) bool {
	return a.Y == b.Y && (a.X-b.X)%t.wheel() == 0
}

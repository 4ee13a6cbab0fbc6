package geo

import "github.com/paulmach/orb"

// Chart is a piece in the plane of a projection, ready to be filled and
// stroked: x right and y up, in Earth radii. The rings of a field are filled
// together with the non-zero rule; all are counter-clockwise around what they
// hold, clockwise around its holes. Rings end with their first point again; no
// two points that follow one another are the same.
type Chart struct {
	Land     []orb.Ring       // outlines of land, not of countries: no seams inside
	Lakes    []orb.Ring       //
	Coast    []orb.LineString // where land meets the sea; never the edge of a cut
	Borders  []orb.LineString // each once, those in dispute apart
	Disputed []orb.LineString // borders in dispute
	Rivers   []orb.LineString
	Shores   []orb.LineString // of lakes
}

// Project draws the piece with a projection.
func (p *Piece) Project(pr Projection) *Chart {
	s := p.sheet(pr)
	c := &Chart{
		Land:  s.rings(p.outlines(p.Land)),
		Lakes: s.rings(p.outlines(p.Lakes)),
	}
	for i, u := range p.uses() {
		line := make([]orb.Point, len(p.Arcs[i]))
		for k, cell := range p.Arcs[i] {
			line[k] = p.degrees(cell)
		}
		switch lines := s.lines(line); u {
		case coast:
			c.Coast = append(c.Coast, lines...)
		case shore:
			c.Shores = append(c.Shores, lines...)
		case disputed:
			c.Disputed = append(c.Disputed, lines...)
		case river:
			c.Rivers = append(c.Rivers, lines...)
		default:
			c.Borders = append(c.Borders, lines...)
		}
	}
	return c
}

// Shape draws one of the piece's Countries, lakes included.
func (p *Piece) Shape(pr Projection, c Region) []orb.Ring {
	return p.sheet(pr).rings(p.outlines(c.Loops))
}

// Line draws a line of longitudes and latitudes, cut where the map ends. Like
// all lines here it is straight in degrees between its points, so that a great
// circle has to come in steps; a jump of more than 180° of longitude is a step
// over the antimeridian.
func Line(pr Projection, line orb.LineString) []orb.LineString {
	points := make([]orb.Point, len(line))
	for i, ll := range line {
		if i > 0 {
			ll[0] = points[i-1][0] + wrapLon(ll[0]-points[i-1][0])
		}
		points[i] = ll
	}
	return sheetFor(pr, fine).lines(points)
}

// sheet is a map's paper: it projects outlines and lines and ends them where
// the map ends.
type sheet interface {
	rings([]outline) []orb.Ring
	lines(line []orb.Point) []orb.LineString
}

// The finest deviation, in Earth radii, of a drawn line from the true one: 60 m.
const fine = 1e-5

// sheet is a map's paper for this piece: lines are bent as finely as its level
// asks for.
func (p *Piece) sheet(pr Projection) sheet {
	bend := fine
	for range max(0, 2-p.Level) {
		bend *= 5
	}
	return sheetFor(pr, bend)
}

func sheetFor(pr Projection, bend float64) sheet {
	if e, ok := pr.(*equalEarth); ok {
		return &strip{e, bend}
	}
	d := &disc{pr: pr, bend: bend, center: vector{0, 0, 1}, rim: -2}
	if a, ok := pr.(*azimuthal); ok {
		d.center, d.rim = toVector(a.center), rimCos
	}
	return d
}

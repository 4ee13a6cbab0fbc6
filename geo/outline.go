package geo

import "github.com/paulmach/orb"

// outline is a closed line on the globe with its inside on the left: longitudes
// and latitudes in degrees, without jumps. From the last point it goes on to
// the first one moved by around degrees of longitude, which is 0, or ±360 for a
// line that runs round the globe.
type outline struct {
	points []orb.Point
	around float64
}

// closing is the point that the last one leads to.
func (o outline) closing() orb.Point {
	return orb.Point{o.points[0][0] + o.around, o.points[0][1]}
}

// outlines follows loops along their arcs and along the edge of the piece.
func (p *Piece) outlines(loops []Loop) []outline {
	var all []outline
	for _, l := range loops {
		if len(l) == 0 {
			all = append(all, p.edges()...)
			continue
		}
		if o := p.follow(l); len(o.points) > 2 || o.around != 0 {
			all = append(all, o)
		}
	}
	return all
}

// follow is the outline of one loop.
func (p *Piece) follow(l Loop) outline {
	start, _ := p.ends(l[0])
	end, shift := start, int32(0)
	n := 0
	for _, r := range l {
		n += len(p.Arcs[r.Arc()])
	}
	points := make([]orb.Point, 0, n+4)
	// reach goes on from end to the cell next, and says how far all that follows
	// has to be moved.
	reach := func(next Cell) {
		if p.joins(end, next) {
			shift = end.X - next.X
			return
		}
		corners, turns := p.walk(end, next)
		points = append(points, p.degrees(end))
		for _, c := range corners {
			points = append(points, p.degrees(c))
		}
		shift = turns
	}
	for i, r := range l {
		first, last := p.ends(r)
		if i > 0 {
			reach(first)
		}
		arc := p.Arcs[r.Arc()]
		for k := range len(arc) - 1 { // the last cell is the next arc's first
			c := arc[k]
			if r < 0 {
				c = arc[len(arc)-1-k]
			}
			points = append(points, p.degrees(Cell{c.X + shift, c.Y}))
		}
		end = Cell{last.X + shift, last.Y}
	}
	reach(start)
	return outline{points, float64(shift) / float64(p.PerDegree)}
}

// edges is the edge of the piece itself: its four sides, or the parallels where
// a piece that goes round the globe ends short of a pole.
func (p *Piece) edges() []outline {
	if !p.round() {
		var o outline
		for _, c := range p.corners() {
			o.points = append(o.points, p.degrees(c))
		}
		return []outline{o}
	}
	var all []outline
	parallel := func(lat, direction float64) {
		o := outline{around: 360 * direction}
		for i := range 4 {
			o.points = append(o.points, orb.Point{(90*float64(i) - 180) * direction, lat})
		}
		all = append(all, o)
	}
	if south := p.Bound.Min[1]; south > -90 {
		parallel(south, 1)
	}
	parallel(p.Bound.Max[1], -1) // at the north pole too: all the globe is something
	return all
}

package exchange

import (
	"github.com/paulmach/orb"

	"dateline/story"
)

// lines makes a route of each line of a feature whose points have times.
func (d *draft) lines(f, times *node, name string) {
	shape, props := f.get("geometry"), f.get("properties")
	lines, stamps := [][]*node{shape.get("coordinates").list()}, [][]*node{times.list()}
	if shape.get("type").str() == "MultiLineString" {
		lines, stamps = split(shape.get("coordinates")), split(times)
		if len(stamps) == 0 { // one list for all lines
			rest := times.list()
			for _, line := range lines {
				n := min(len(line), len(rest))
				stamps, rest = append(stamps, rest[:n]), rest[n:]
			}
		}
	}
	if len(lines) != len(stamps) {
		d.ask(times.at, "%s has %d lines and times for %d; left out", quote(name), len(lines), len(stamps))
		return
	}
	text := firstOf(props, namesOfSummary)
	summary, cites := d.markup(text.str(), text.place(f.at))
	if link := firstOf(props, namesOfLink); link != nil {
		if c, ok := d.cite("", link.str(), link.at); ok && !citesAlready(cites, c) {
			cites = append(cites, c)
		}
	}
	for k, points := range lines {
		if len(points) != len(stamps[k]) {
			d.ask(times.at, "%s has %d points and %d times; left out", quote(name), len(points), len(stamps[k]))
			continue
		}
		t := track{name: name, summary: summary, cites: cites, at: shape.at}
		for i, p := range points {
			point := trackPoint{when: written(stamps[k][i]), at: p.place(shape.at)}
			if xy := p.list(); len(xy) >= 2 {
				point.lat, point.lon = xy[1].str(), xy[0].str()
			}
			t.points = append(t.points, point)
		}
		d.track(t)
	}
	d.dropProperties(props)
}

// split is a list of lists; of anything else, nothing.
func split(n *node) [][]*node {
	var all [][]*node
	for _, item := range n.list() {
		if item != nil && item.kind == '[' {
			all = append(all, item.list())
		}
	}
	return all
}

// mostCorners is how many points the outlines of an imported area may have.
const mostCorners = 20_000

// region adds an area in the shape of a polygon, or of several.
func (d *draft) region(shape *node, a story.Area, at place) {
	polygons := []*node{shape.get("coordinates")}
	if shape.get("type").str() == "MultiPolygon" {
		polygons = polygons[0].list()
	}
	corners := 0
	for _, polygon := range polygons {
		for _, ring := range split(polygon) {
			if corners += len(ring); corners > mostCorners {
				d.ask(shape.at, "the outlines of %s have more than %d points; simplify them; the area was left out", quote(a.Name[d.Lang]), mostCorners)
				return
			}
			if r := d.ring(ring, shape.at); r != nil {
				a.Shape = append(a.Shape, r)
			}
		}
	}
	d.area(a, at)
}

// ring reads an outline; nil and a question where it is none.
func (d *draft) ring(points []*node, at place) orb.Ring {
	var r orb.Ring
	for _, p := range points {
		xy := p.list()
		if len(xy) < 2 {
			d.ask(p.place(at), "no point; its outline was left out")
			return nil
		}
		corner, why := coordinates(xy[1].str(), xy[0].str())
		if why != "" {
			d.ask(p.place(at), "%s; its outline was left out", why)
			return nil
		}
		r = append(r, corner)
	}
	if r = closed(r); len(r) < 4 {
		d.ask(at, "an outline needs at least three points; left out")
		return nil
	}
	return r
}

package svg

import (
	"math"

	"dateline/render"
)

// Elastic is a stretch of a picture, in CSS pixels of its list, that becomes as
// wide as the svg element is drawn: a timeline's track. What stands on it keeps
// its size and moves; what lies along it grows. The element has no viewBox; its
// left and right edges are From and To, its top edge is Top, and what stands
// outside of it shows.
type Elastic struct{ From, To, Top float32 }

func (e Elastic) on() bool { return e.To > e.From }

// share is where an x stands, in per cent of the element's width.
func (e Elastic) share(x float32) string { return number((x-e.From)/(e.To-e.From)*100, 2) + "%" }

// along is how wide something must be, in CSS pixels, to lie along the stretch
// rather than to stand on it.
const along = 18

// elastic writes one operation.
func (p *writer) elastic(y *render.Layer, op *render.Op) {
	paint := func(what string) string { return p.paint(what, op.Paint) }
	extent := p.extent(op)
	wide := extent.Max.X-extent.Min.X > along
	switch {
	case op.Kind == render.Fill && wide, op.Kind == render.Stroke && p.level(op):
		half := op.Width / 2
		if op.Kind == render.Fill {
			half = 0
		}
		p.bar(extent, half, paint("fill"))
	case op.Kind == render.Stroke && wide:
		p.put(`<g`, paint("stroke"), ` stroke-width="`, number(op.Width, 2), `"`, p.pixelDash(op), ">\n")
		for _, path := range p.list.Paths[op.Paths.From:op.Paths.To] {
			points := p.list.Points[path.Points.From:path.Points.To]
			for i := 1; i < len(points); i++ {
				a, b := points[i-1], points[i]
				p.put(`<line x1="`, p.opt.Elastic.share(a.X), `" y1="`, p.down(a.Y), `" x2="`, p.opt.Elastic.share(b.X), `" y2="`, p.down(b.Y), "\"/>\n")
			}
		}
		p.put("</g>\n")
	default:
		// What stands beyond an end keeps its distance from it.
		x := min(max((extent.Min.X+extent.Max.X)/2, p.opt.Elastic.From), p.opt.Elastic.To)
		p.put(`<svg overflow="visible" x="`, p.opt.Elastic.share(x), `"><g transform="scale(`, number(p.unit, 4), ")\">\n")
		p.moved(y, op, render.Point{X: -x, Y: -p.opt.Elastic.Top})
		p.put("</g></svg>\n")
	}
}

// bar writes a rectangle along the stretch. One that reaches the edge of the
// picture reaches beyond, for the edge may be farther there.
func (p *writer) bar(r render.Rect, half float32, paint string) {
	const beyond = 60
	if r.Min.X < 1 {
		r.Min.X -= beyond
	}
	if r.Max.X > p.list.Width-1 {
		r.Max.X += beyond
	}
	e := p.opt.Elastic
	p.put(`<rect`, paint, ` x="`, e.share(r.Min.X), `" y="`, p.down(r.Min.Y-half), `" width="`, e.share(e.From+r.Max.X-r.Min.X), `" height="`, number(r.Max.Y-r.Min.Y+2*half, 2), "\"/>\n")
}

func (p *writer) down(y float32) string { return number(y-p.opt.Elastic.Top, 2) }

func (p *writer) pixelDash(op *render.Op) string {
	if op.Dash[0] <= 0 || op.Dash[1] <= 0 {
		return ""
	}
	return ` stroke-linecap="butt" stroke-dasharray="` + number(op.Dash[0], 1) + " " + number(op.Dash[1], 1) + `"`
}

// moved writes an operation a way off.
func (p *writer) moved(y *render.Layer, op *render.Op, by render.Point) {
	from, moved := p.list, *op
	var to render.List
	shift := func(q render.Point) render.Point { return render.Point{X: q.X + by.X, Y: q.Y + by.Y} }
	moved.Center = shift(op.Center)
	for _, path := range from.Paths[op.Paths.From:op.Paths.To] {
		start := int32(len(to.Points))
		for _, q := range from.Points[path.Points.From:path.Points.To] {
			to.Points = append(to.Points, shift(q))
		}
		to.Paths = append(to.Paths, render.Path{Points: render.Span{From: start, To: int32(len(to.Points))}, Closed: path.Closed})
	}
	for _, g := range from.Glyphs[op.Glyphs.From:op.Glyphs.To] {
		to.Glyphs = append(to.Glyphs, render.Glyph{ID: g.ID, At: shift(g.At)})
	}
	moved.Paths = render.Span{To: int32(len(to.Paths))}
	moved.Glyphs = render.Span{To: int32(len(to.Glyphs))}
	all := float32(1e5)
	p.list = &to
	p.op(y, &moved, render.Rect{Min: render.Point{X: -all, Y: -all}, Max: render.Point{X: all, Y: all}})
	p.list = from
}

// level reports whether a stroke is one line from left to right.
func (p *writer) level(op *render.Op) bool {
	paths := p.list.Paths[op.Paths.From:op.Paths.To]
	if len(paths) != 1 || op.Dash[0] > 0 {
		return false
	}
	points := p.list.Points[paths[0].Points.From:paths[0].Points.To]
	return len(points) == 2 && points[0].Y == points[1].Y
}

// extent is what an operation covers, without its stroke's width.
func (p *writer) extent(op *render.Op) render.Rect {
	switch op.Kind {
	case render.Circle, render.Ring:
		return render.Rect{Min: op.Center, Max: op.Center}
	case render.Text:
		out := render.Rect{Min: render.Point{X: math.MaxFloat32}, Max: render.Point{X: -math.MaxFloat32}}
		face := p.faces.Face(op.Face)
		for _, g := range p.list.Glyphs[op.Glyphs.From:op.Glyphs.To] {
			out.Min.X = min(out.Min.X, g.At.X)
			out.Max.X = max(out.Max.X, g.At.X+face.Outline(g.ID).Bounds.Max.X*op.Size)
		}
		return out
	}
	var points []render.Point
	for _, path := range p.list.Paths[op.Paths.From:op.Paths.To] {
		points = append(points, p.list.Points[path.Points.From:path.Points.To]...)
	}
	return render.Bounds(points)
}

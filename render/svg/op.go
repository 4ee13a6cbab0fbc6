package svg

import (
	"bytes"
	"fmt"
	"html"
	"slices"

	"dateline/render"
)

// op writes one operation; clip is what can be seen of its layer.
func (p *writer) op(y *render.Layer, op *render.Op, clip render.Rect) {
	if op.Paint.Alpha <= 0 && op.Kind != render.Text || int(op.Paint.Ink) >= len(p.pal.Colors) {
		return
	}
	if p.shared(y, op, clip) {
		return
	}
	switch op.Kind {
	case render.Fill:
		if d := p.fill(y, op, clip); d != "" {
			p.put(`<path`, p.paint("fill", op.Paint), ` d="`, d, "\"/>\n")
		}
	case render.Stroke:
		if op.Threads != nil {
			p.threads(y, op, clip)
		} else if d := p.stroke(y, op, clip); d != "" && op.Width > 0 {
			p.put(`<path`, p.paint("stroke", op.Paint), ` stroke-width="`, p.fine(op.Width), `"`, p.dash(op), ` d="`, d, "\"/>\n")
		}
	case render.Circle, render.Ring:
		if op.Radius <= 0 {
			return
		}
		p.put(`<circle`)
		if op.Kind == render.Circle {
			p.put(p.paint("fill", op.Paint))
		} else {
			p.put(p.paint("stroke", op.Paint), ` stroke-width="`, p.fine(op.Width), `"`)
		}
		p.put(` cx="`, p.on(op.Center.X), `" cy="`, p.on(op.Center.Y), `" r="`, p.fine(op.Radius), "\"/>\n")
	case render.Text:
		p.text(op)
	}
}

// paint writes an ink as an attribute, and how much of it as another.
func (p *writer) paint(what string, c render.Paint) string {
	s := ` ` + what + `="` + p.color(c.Ink) + `"`
	if c.Alpha < 1 {
		s += ` ` + what + `-opacity="` + number(max(c.Alpha, 0), 2) + `"`
	}
	return s
}

func (p *writer) color(ink render.Ink) string {
	c := p.pal.Colors[ink]
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	if c.A < 255 {
		hex += fmt.Sprintf("%02x", c.A)
	}
	if short := []byte(hex); len(short) == 7 && short[1] == short[2] && short[3] == short[4] && short[5] == short[6] {
		hex = string([]byte{'#', short[1], short[3], short[5]})
	}
	if p.opt.Vars && int(ink) < len(p.pal.Names) {
		return "var(--dl-" + html.EscapeString(p.pal.Names[ink]) + "," + hex + ")"
	}
	return hex
}

func (p *writer) dash(op *render.Op) string {
	s := ""
	if op.Butt {
		s = ` stroke-linecap="butt"`
	}
	if op.Dash[0] > 0 && op.Dash[1] > 0 {
		s += ` stroke-dasharray="` + p.fine(op.Dash[0]) + ` ` + p.fine(op.Dash[1]) + `"`
		if op.Phase != 0 {
			s += ` stroke-dashoffset="` + p.fine(op.Phase) + `"`
		}
	}
	return s
}

// beyond is how far outside of what is seen, in CSS pixels, a filled ring is
// cut, so that the edge that is made there stays out of sight.
const beyond = 2

// fill is the path data of a Fill.
func (p *writer) fill(y *render.Layer, op *render.Op, clip render.Rect) string {
	var d path
	out := clip.Grow(beyond)
	p.trace.Rings(p.list, y, op, 1, out, func(ring []render.Point) {
		p.ring, p.spare = render.ClipRing(p.ring[:0], p.spare, ring, out)
		points := p.ring
		if op.Shape != nil {
			points = p.thin.ring(points, p.opt.Simplify, p.opt.Least)
		}
		p.contour(&d, points, true)
	})
	return string(d.text)
}

// stroke is the path data of a Stroke.
func (p *writer) stroke(y *render.Layer, op *render.Op, clip render.Rect) string {
	var d path
	p.addStroke(&d, y, op, clip)
	return string(d.text)
}

// addStroke adds to path data. Dashed lines are not cut, for the pattern counts
// from their start.
func (p *writer) addStroke(d *path, y *render.Layer, op *render.Op, clip render.Rect) {
	whole := *op
	whole.Dash = [2]float32{}
	out := clip.Grow(beyond + op.Width)
	dashed := op.Dash != whole.Dash
	if dashed {
		out = render.Rect{Min: render.Point{X: -1e9, Y: -1e9}, Max: render.Point{X: 1e9, Y: 1e9}}
	}
	p.trace.Lines(p.list, y, &whole, 1, out, func(line []render.Point, closed bool) {
		if dashed && !render.Bounds(line).Meets(clip.Grow(op.Width)) {
			return
		}
		if op.Shape != nil {
			if closed {
				line = p.thin.ring(line, p.opt.Simplify, p.opt.Least)
			} else {
				line = p.thin.line(line, p.opt.Simplify)
			}
		}
		switch {
		case op.Shape == nil && !closed && smooth(line):
			p.bend(d, line)
		case dashed:
			p.contour(d, line, closed)
		default:
			p.either(d, line, closed)
		}
	})
}

// lookedThrough is how much of what is written is looked through for a line, in
// bytes: coasts and borders come first.
const lookedThrough = 128 << 10

// either adds a line in the direction in which it, or at least its middle, has
// been written before: a coast as the border of its land. Compression then
// makes little of it. A stroke without dashes looks the same both ways.
func (p *writer) either(d *path, line []render.Point, closed bool) {
	ahead := *d
	p.contour(&ahead, line, closed)
	written := p.out.Bytes()
	written = written[:min(len(written), lookedThrough)]
	if middle, long := sample(ahead.text[len(d.text):]); long && !bytes.Contains(written, middle) {
		slices.Reverse(line)
		back := path{x: d.x, y: d.y, verb: d.verb}
		p.contour(&back, line, closed)
		if middle, long := sample(back.text); long && bytes.Contains(written, middle) {
			d.text = append(d.text, back.text...)
			d.x, d.y, d.verb = back.x, back.y, back.verb
			return
		}
	}
	*d = ahead
}

// sample is a piece from the middle of path data, if that is long enough to be
// known by it.
func sample(text []byte) (middle []byte, long bool) {
	const enough = 24
	if len(text) < 2*enough {
		return nil, false
	}
	at := len(text)/2 - enough/2
	return text[at : at+enough], true
}

// contour adds a polyline on the grid. A ring that shrinks to a point or a line
// there is left out; a line that does is a dot, with round ends.
func (p *writer) contour(d *path, points []render.Point, closed bool) {
	if len(points) == 0 {
		return
	}
	before := *d
	x0, y0 := p.grid(points[0].X), p.grid(points[0].Y)
	d.move(x0, y0)
	moves := 0
	for i, q := range points[1:] {
		x, y := p.grid(q.X), p.grid(q.Y)
		if closed && i == len(points)-2 && x == x0 && y == y0 {
			break
		}
		if x != d.x || y != d.y {
			moves++
			d.line(x, y)
		}
	}
	switch {
	case closed && moves < 2:
		*d = before
	case closed:
		d.close(x0, y0)
	case moves == 0:
		d.command('h', 0)
	}
}

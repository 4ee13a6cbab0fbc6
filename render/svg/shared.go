package svg

import "dateline/render"

// A shape that is filled and stroked, a lake or the land with its coast, is
// written once, in the definitions, and used twice.

// shape is the geometry of an operation that may be shared, or nil.
func (p *writer) shape(op *render.Op) *render.Shape {
	if op.Kind != render.Fill && (op.Kind != render.Stroke || op.Dash[0] > 0) {
		return nil
	}
	if as := p.opt.As[op.Shape]; as != nil {
		return as
	}
	return op.Shape
}

// count notes which shapes are both filled and stroked in the layers.
func (p *writer) count() {
	filled, stroked := map[*render.Shape]bool{}, map[*render.Shape]bool{}
	for _, list := range p.lists {
		for i := range list.Ops {
			if s := p.shape(&list.Ops[i]); s != nil && list.Ops[i].Kind == render.Fill {
				filled[s] = true
			} else if s != nil {
				stroked[s] = true
			}
		}
	}
	p.twice = map[*render.Shape]bool{}
	for s := range filled {
		p.twice[s] = stroked[s]
	}
}

// sharedShape is a shape in the definitions, on the grid of its layers.
type sharedShape struct {
	shape *render.Shape
	unit  float32
	d     string
}

// seen reports whether something of it lies in the picture.
func (s sharedShape) seen() bool { return s.d != "" }

// shared writes an operation by reference, if its shape is used twice.
func (p *writer) shared(y *render.Layer, op *render.Op, clip render.Rect) bool {
	s := p.shape(op)
	if s == nil || !p.twice[s] || p.opt.Elastic.on() {
		return false
	}
	n := -1
	for i := range p.shapes {
		if p.shapes[i].shape == s && p.shapes[i].unit == p.unit {
			n = i
		}
	}
	if n < 0 {
		n = len(p.shapes)
		fill := render.Op{Kind: render.Fill, Paint: op.Paint, Shape: s}
		p.shapes = append(p.shapes, sharedShape{s, p.unit, p.fill(y, &fill, clip)})
	}
	if !p.shapes[n].seen() {
		return true
	}
	p.put(`<use href="#`, p.id("s", n), `"`)
	if op.Kind == render.Fill {
		p.put(p.paint("fill", op.Paint))
	} else {
		p.put(p.paint("stroke", op.Paint), ` stroke-width="`, p.fine(op.Width), `"`)
	}
	p.put("/>\n")
	return true
}

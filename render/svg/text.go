package svg

import (
	"math"

	"dateline/render"
	"dateline/render/font"
)

// text writes a run of glyphs as its outline, which stands in the definitions.
// A halo is a stroke painted before the fill.
func (p *writer) text(op *render.Op) {
	face, run := p.faces.Face(op.Face), p.list.Glyphs[op.Glyphs.From:op.Glyphs.To]
	if face == nil || len(run) == 0 {
		return
	}
	d := outline(face, run, op.Size)
	if d == "" {
		return
	}
	k := number(op.Size/em/p.unit, 4)
	p.put(`<use href="#`, p.words.id(d), `" transform="matrix(`, k, ` 0 0 `, k, ` `, p.on(run[0].At.X), ` `, p.on(run[0].At.Y), `)"`, p.paint("fill", op.Paint))
	if op.Halo > 0 {
		p.put(p.paint("stroke", op.HaloPaint), ` stroke-width="`, number(2*op.Halo/op.Size*em, 1), `" paint-order="stroke"`)
	}
	p.put("/>\n")
}

// em is how many units of an outline's own grid the em has: at 13 px, ten of
// them are a pixel.
const em = 128

// outline is a run as path data, from its first glyph's origin, whatever size
// it is set at.
func outline(face *font.Face, run []render.Glyph, size float32) string {
	var d path
	unit := func(v float32) float32 { return float32(math.Round(float64(v / size * em))) }
	for _, g := range run {
		d.outline(face.Outline(g.ID), render.Affine{A: em, C: unit(g.At.X - run[0].At.X), E: -em, F: unit(g.At.Y - run[0].At.Y)})
	}
	return string(d.text)
}

// outline adds a glyph, its points on whole numbers after m.
func (d *path) outline(o font.Outline, m render.Affine) {
	at := func(q render.Point) (x, y int) {
		q = m.Apply(q)
		return int(math.Round(float64(q.X))), int(math.Round(float64(q.Y)))
	}
	open, x0, y0 := false, 0, 0
	for _, s := range o.Steps {
		x, y := at(s.To)
		switch s.Verb {
		case font.Move:
			if open {
				d.close(x0, y0)
			}
			d.move(x, y)
			open, x0, y0 = true, x, y
		case font.Line:
			d.stem(x, y)
		case font.Quad:
			cx, cy := at(s.Control)
			d.curve(cx, cy, x, y)
		}
	}
	if open {
		d.close(x0, y0)
	}
}

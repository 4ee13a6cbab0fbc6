package svg

import (
	"bytes"
	"math"
	"strconv"

	"dateline/render"
	"dateline/render/font"
)

// em is how many units of a glyph's own grid the em has: at 13 px, ten of them
// are a pixel.
const em = 128

// finest is the widest grid, in CSS pixels, on which letters keep their shape.
const finest = 0.1

// text writes a run of glyphs as outlines.
func (p *writer) text(op *render.Op) {
	face, run := p.faces.Face(op.Face), p.list.Glyphs[op.Glyphs.From:op.Glyphs.To]
	if face == nil || len(run) == 0 {
		return
	}
	p.lettered = true
	if p.how == merged {
		p.merge(op, face, run)
	} else {
		p.reuse(op, run)
	}
}

// merge writes the run as one path. A halo is a stroke painted before the fill.
func (p *writer) merge(op *render.Op, face *font.Face, run []render.Glyph) {
	var d path
	unit := min(p.opt.Grid, finest)
	for _, g := range run {
		m := render.Affine{A: op.Size / unit, C: g.At.X / unit, E: -op.Size / unit, F: g.At.Y / unit}
		d.outline(face.Outline(g.ID), m)
	}
	p.put(`<path`, p.paint("fill", op.Paint))
	if unit != p.opt.Grid {
		p.put(` transform="scale(`, number(unit/p.opt.Grid, 4), `)"`)
	}
	if op.Halo > 0 {
		p.put(p.paint("stroke", op.HaloPaint), ` stroke-width="`, number(2*op.Halo/unit, 1), `" paint-order="stroke"`)
	}
	p.put(` d="`, string(d.text), "\"/>\n")
}

// reuse writes the run as references to outlines in defs. The halo is the whole
// run, stroked, under it; so the run gets an id of its own.
func (p *writer) reuse(op *render.Op, run []render.Glyph) {
	k := op.Size / em / p.opt.Grid
	at := ` transform="matrix(` + number(k, 4) + ` 0 0 ` + number(k, 4) + ` ` + p.on(run[0].At.X) + ` ` + p.on(run[0].At.Y) + `)"`
	id := ""
	if op.Halo > 0 {
		name := p.id("w", p.words)
		p.words++
		id = ` id="` + name + `"`
		p.put(`<use href="#`, name, `"`, at, p.paint("fill", op.HaloPaint), p.paint("stroke", op.HaloPaint),
			` stroke-width="`, number(2*op.Halo/op.Size*em, 1), "\"/>")
	}
	p.put(`<g`, at, p.paint("fill", op.Paint), `><g`, id, `>`)
	for _, g := range run {
		p.put(`<use href="#`, p.id("g", p.glyphs.index(op.Face, g.ID)), `"`)
		if x := math.Round(float64((g.At.X - run[0].At.X) / op.Size * em)); x != 0 {
			p.put(` x="`, strconv.Itoa(int(x)), `"`)
		}
		if y := math.Round(float64((g.At.Y - run[0].At.Y) / op.Size * em)); y != 0 {
			p.put(` y="`, strconv.Itoa(int(y)), `"`)
		}
		p.put(`/>`)
	}
	p.put("</g></g>\n")
}

// glyphs are the outlines in use, in the order of their first use.
type glyphs struct{ order [][2]int }

func (g *glyphs) index(face uint8, id uint16) int {
	for i, o := range g.order {
		if o == [2]int{int(face), int(id)} {
			return i
		}
	}
	g.order = append(g.order, [2]int{int(face), int(id)})
	return len(g.order) - 1
}

func (g *glyphs) write(to *bytes.Buffer, p *writer) {
	for i, o := range g.order {
		var d path
		d.outline(p.faces.Face(uint8(o[0])).Outline(uint16(o[1])), render.Affine{A: em, E: -em})
		to.WriteString(`<path id="` + p.id("g", i) + `" d="` + string(d.text) + "\"/>\n")
	}
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
			d.line(x, y)
		case font.Quad:
			cx, cy := at(s.Control)
			d.curve(cx, cy, x, y)
		}
	}
	if open {
		d.close(x0, y0)
	}
}

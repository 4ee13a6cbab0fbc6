package raster

import (
	"image"

	"dateline/render"
	"dateline/render/font"
)

// text draws a run of glyphs: the halo of the whole run first, then the run.
func (d *Drawer) text(list *render.List, op *render.Op, pal *render.Palette, faces *font.Set, ratio float32) {
	face, run := faces.Face(op.Face), list.Glyphs[op.Glyphs.From:op.Glyphs.To]
	if face == nil || len(run) == 0 {
		return
	}
	at := Origin(run, ratio)
	if op.Halo > 0 {
		d.halo(face, run, op.Size*ratio, op.Halo*ratio, ratio, at)
		d.show(pal, op.HaloPaint)
	}
	d.glyphs(face, run, op.Size*ratio, ratio, at)
	d.show(pal, op.Paint)
}

// Origin is the device pixel on which a run of glyphs stands: its first glyph's
// place to the nearest pixel. The others keep their exact distance from it, so
// a word looks the same wherever it stands.
func Origin(run []render.Glyph, ratio float32) image.Point {
	return image.Pt(round(run[0].At.X*ratio), round(run[0].At.Y*ratio))
}

// glyphs draws the outlines of a run, size in device pixels, its first glyph at
// a pixel.
func (d *Drawer) glyphs(face *font.Face, run []render.Glyph, size, ratio float32, at image.Point) {
	for _, g := range run {
		m := place(run[0], g, size, ratio, at)
		for _, s := range face.Outline(g.ID).Steps {
			switch s.Verb {
			case font.Move:
				d.pen.close()
				d.pen.move(m.Apply(s.To))
			case font.Line:
				d.pen.line(m.Apply(s.To))
			case font.Quad:
				d.pen.curve(m.Apply(s.Control), m.Apply(s.To))
			}
		}
		d.pen.close()
	}
}

// halo draws a run grown by reach on every side, in device pixels.
func (d *Drawer) halo(face *font.Face, run []render.Glyph, size, reach, ratio float32, at image.Point) {
	d.stroke.begin(&d.pen, reach, false)
	for _, g := range run {
		m := place(run[0], g, size, ratio, at)
		from := render.Point{}
		ring := d.ring[:0]
		for _, s := range face.Outline(g.ID).Steps {
			to := m.Apply(s.To)
			switch s.Verb {
			case font.Move:
				if len(ring) > 0 {
					d.stroke.line(ring, true)
				}
				ring = append(ring[:0], to)
			case font.Line:
				ring = append(ring, to)
			case font.Quad:
				ring = flatten(ring, from, m.Apply(s.Control), to)
			}
			from = to
		}
		if len(ring) > 0 {
			d.stroke.line(ring, true)
		}
		d.ring = ring
	}
	d.glyphs(face, run, size, ratio, at)
}

// place is where a glyph's outline goes: em units, y up, to device pixels.
func place(first, g render.Glyph, size, ratio float32, at image.Point) render.Affine {
	return render.Affine{
		A: size, C: float32(at.X) + (g.At.X-first.At.X)*ratio,
		E: -size, F: float32(at.Y) + (g.At.Y-first.At.Y)*ratio,
	}
}

// flatten appends a curve as four lines: fine enough for the edge of a halo,
// which is a stroke with round joins.
func flatten(dst []render.Point, a, c, b render.Point) []render.Point {
	for i := 1; i <= 4; i++ {
		t := float32(i) / 4
		u := 1 - t
		dst = append(dst, render.Point{X: u*u*a.X + 2*u*t*c.X + t*t*b.X, Y: u*u*a.Y + 2*u*t*c.Y + t*t*b.Y})
	}
	return dst
}

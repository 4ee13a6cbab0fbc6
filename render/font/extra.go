package font

import "dateline/render"

// Extra is what a face is given beside its own font: texts that freetype
// cannot set, shaped elsewhere, and the glyphs that they are made of. All of
// its measures are whole numbers of a grid of Em units to the em, y up, so that
// it is small when written.
type Extra struct {
	Em     int
	Glyphs []ExtraGlyph
	Runs   []Run
}

// ExtraGlyph is an outline: its verbs, and the points of each in turn as steps
// from the point before (x, y; for Quad its control first), from the origin on.
type ExtraGlyph struct {
	Verbs   []Verb
	Steps   []int
	Advance int
}

// Run is a text ready set: its glyphs in the order in which they are drawn.
type Run struct {
	Text  string
	Marks []Mark
	Width int
}

// Mark is a glyph and where it stands on the run's baseline: one of the Extra's
// by its index, or one of the face's own font, as ^ID.
type Mark struct{ Glyph, X, Y int }

// preset is a run in em units, its glyphs by the face's index.
type preset struct {
	glyphs []render.Glyph
	width  float32
}

// With returns a face that has the glyphs of an Extra behind its own, and sets
// the Extra's texts by looking them up. The face itself stays as it is.
func (f *Face) With(x Extra) *Face {
	if x.Em <= 0 {
		return f
	}
	out := *f
	n := len(f.outlines)
	out.outlines, out.advances = f.outlines[:n:n], f.advances[:n:n]
	em := 1 / float32(x.Em)
	for _, g := range x.Glyphs {
		out.outlines = append(out.outlines, g.outline(em))
		out.advances = append(out.advances, float32(g.Advance)*em)
	}
	out.presets = make(map[string]preset, len(f.presets)+len(x.Runs))
	for text, p := range f.presets {
		out.presets[text] = p
	}
	for _, r := range x.Runs {
		p := preset{width: float32(r.Width) * em}
		for _, m := range r.Marks {
			id := n + m.Glyph
			if m.Glyph < 0 {
				id = ^m.Glyph
			}
			if id >= len(out.outlines) {
				continue
			}
			p.glyphs = append(p.glyphs, render.Glyph{ID: uint16(id), At: render.Point{X: float32(m.X) * em, Y: -float32(m.Y) * em}})
		}
		out.presets[r.Text] = p
	}
	return &out
}

// outline turns a glyph's steps into an outline; what is missing of them is
// left out.
func (g ExtraGlyph) outline(em float32) Outline {
	var o Outline
	rest, x, y := g.Steps, 0, 0
	next := func() render.Point {
		x, y, rest = x+rest[0], y+rest[1], rest[2:]
		return render.Point{X: float32(x) * em, Y: float32(y) * em}
	}
	for _, verb := range g.Verbs {
		need := 2
		if verb == Quad {
			need = 4
		}
		if len(rest) < need || verb > Quad {
			break
		}
		s := Step{Verb: verb}
		if verb == Quad {
			s.Control = next()
		}
		s.To = next()
		o.Steps = append(o.Steps, s)
	}
	o.bound()
	return o
}

// set appends a run's glyphs at a size.
func (p preset) set(size float32, dst []render.Glyph) (glyphs []render.Glyph, width float32) {
	for _, g := range p.glyphs {
		dst = append(dst, render.Glyph{ID: g.ID, At: render.Point{X: g.At.X * size, Y: g.At.Y * size}})
	}
	return dst, p.width * size
}

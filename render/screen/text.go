package screen

import (
	"image"

	"dateline/render"
	"dateline/render/raster"
)

// text adds a run of glyphs as one quadrilateral on whole device pixels, and
// its halo as another under it.
func (s *Screen) text(op *render.Op) {
	face, run := s.faces.Face(op.Face), s.list.Glyphs[op.Glyphs.From:op.Glyphs.To]
	if face == nil || len(run) == 0 {
		return
	}
	at := raster.Origin(run, s.ratio).Add(s.origin)
	if op.Halo > 0 && s.batch.ink(s.pal, op.HaloPaint) {
		s.stamp(s.run(op, op.Halo), at)
	}
	if s.batch.ink(s.pal, op.Paint) {
		s.stamp(s.run(op, 0), at)
	}
}

// run is the mask of an operation's run. If the atlas is full, what has been
// drawn from it so far is shown and it starts anew.
func (s *Screen) run(op *render.Op, halo float32) mask {
	face, run := s.faces.Face(op.Face), s.list.Glyphs[op.Glyphs.From:op.Glyphs.To]
	m, ok := s.atlas.run(face, op.Face, run, op.Size, halo, s.ratio)
	if !ok {
		color := s.batch.color
		s.flush()
		s.spill()
		s.batch.color = color
		s.atlas.empty()
		m, _ = s.atlas.run(face, op.Face, run, op.Size, halo, s.ratio)
	}
	return m
}

func (s *Screen) stamp(m mask, at image.Point) {
	if m.at.Empty() {
		return
	}
	to := m.at.Sub(m.at.Min).Add(at).Add(m.from)
	x0, y0, x1, y1 := float32(to.Min.X), float32(to.Min.Y), float32(to.Max.X), float32(to.Max.Y)
	u0, v0, u1, v1 := float32(m.at.Min.X), float32(m.at.Min.Y), float32(m.at.Max.X), float32(m.at.Max.Y)
	b := &s.batch
	b.quad(
		b.source(render.Point{X: x0, Y: y0}, u0, v0, texel), b.source(render.Point{X: x1, Y: y0}, u1, v0, texel),
		b.source(render.Point{X: x1, Y: y1}, u1, v1, texel), b.source(render.Point{X: x0, Y: y1}, u0, v1, texel))
}

package screen

import (
	"image"
	"math"
	"math/bits"

	"dateline/render"
)

// mix adds a word, faster than add does.
func (h hash) mix(v uint32) hash {
	return hash(bits.RotateLeft64(uint64((h^hash(v))*1099511628211), 27))
}

func (h hash) mixed(values ...float32) hash {
	for _, v := range values {
		h = h.mix(math.Float32bits(v))
	}
	return h
}

func (h hash) rect(r image.Rectangle) hash {
	return h.mix(uint32(r.Min.X)).mix(uint32(r.Min.Y)).mix(uint32(r.Max.X)).mix(uint32(r.Max.Y))
}

// setting tells apart what all operations of a frame are drawn under.
func (s *Screen) setting() hash {
	return s.keeper.colors.mixed(s.ratio).rect(s.view).rect(image.Rectangle{Max: s.origin})
}

// sum tells operations apart by all that their triangles depend on.
func (s *Screen) sum(y *render.Layer, op *render.Op, clip image.Rectangle) hash {
	h := s.tape.setting.rect(clip).mix(uint32(op.Kind) | uint32(op.Face)<<8 | uint32(op.Paint.Ink)<<16 | uint32(op.HaloPaint.Ink)<<24)
	if op.Butt {
		h = h.mix(1)
	}
	h = h.mixed(op.Paint.Alpha, op.HaloPaint.Alpha, op.Center.X, op.Center.Y, op.Radius, op.Width, op.Dash[0], op.Dash[1], op.Phase, op.Size, op.Halo)
	if op.Kind == render.Text {
		h = h.mix(uint32(s.atlas.version))
		for _, g := range s.list.Glyphs[op.Glyphs.From:op.Glyphs.To] {
			h = h.mix(uint32(g.ID)).mixed(g.At.X, g.At.Y)
		}
		return h
	}
	if op.Shape != nil {
		m := y.Transform
		return h.mixed(m.A, m.B, m.C, m.D, m.E, m.F).mix(uint32(fillKey(s.list, op)))
	}
	for _, p := range s.list.Paths[op.Paths.From:op.Paths.To] {
		h = h.mix(uint32(p.Points.To - p.Points.From))
		if p.Closed {
			h = h.mix(2)
		}
		for _, q := range s.list.Points[p.Points.From:p.Points.To] {
			h = h.mixed(q.X, q.Y)
		}
	}
	return h
}

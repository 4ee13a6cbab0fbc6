package raster

import (
	"image"
	"math"

	fr "github.com/golang/freetype/raster"

	"dateline/render"
	"dateline/render/font"
)

// RunBounds is the device pixels that a run of glyphs may touch, counted from
// its Origin. Size and halo are in CSS pixels.
func RunBounds(face *font.Face, run []render.Glyph, size, halo, ratio float32) image.Rectangle {
	var r render.Rect
	for _, g := range run {
		m := place(run[0], g, size*ratio, ratio, image.Point{})
		b := face.Outline(g.ID).Bounds
		r = r.Union(m.Bounds(b))
	}
	if r.Empty() {
		return image.Rectangle{}
	}
	r = r.Grow(halo * ratio)
	return image.Rect(floor(r.Min.X), floor(r.Min.Y), floor(r.Max.X)+1, floor(r.Max.Y)+1)
}

// Mask writes how much of each pixel a run of glyphs covers, its Origin at
// dst's pixel (0, 0); with a halo, how much the halo and the glyphs cover
// together. It is what Draw paints through, to eight bits.
func (d *Drawer) Mask(dst *image.Alpha, face *font.Face, run []render.Glyph, size, halo, ratio float32) {
	if dst.Rect.Empty() || len(run) == 0 {
		return
	}
	d.begin(dst.Rect)
	if halo > 0 {
		d.halo(face, run, size*ratio, halo*ratio, ratio, image.Point{})
	} else {
		d.glyphs(face, run, size*ratio, ratio, image.Point{})
	}
	if d.pen.inked {
		d.mask.dst = dst
		d.area.Rasterize(&d.mask)
		d.area.Clear()
		d.pen.inked, d.pen.down = false, false
	}
}

// A masker writes coverage alone.
type masker struct{ dst *image.Alpha }

// Paint implements freetype's Painter.
func (m *masker) Paint(spans []fr.Span, done bool) {
	for _, s := range spans {
		if s.X0 >= s.X1 {
			continue
		}
		i := m.dst.PixOffset(s.X0, s.Y)
		for j := range m.dst.Pix[i : i+s.X1-s.X0] {
			m.dst.Pix[i+j] = uint8(s.Alpha >> 8)
		}
	}
}

func floor(v float32) int { return int(math.Floor(float64(v))) }

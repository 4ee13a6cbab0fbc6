package raster

import (
	"image"

	fr "github.com/golang/freetype/raster"

	"dateline/render"
)

// A painter lays one colour over an image, premultiplied, through the
// rasteriser's coverage.
type painter struct {
	dst        *image.RGBA
	r, g, b, a uint32 // premultiplied, 0…0xffff
}

func (p *painter) set(pal *render.Palette, paint render.Paint) {
	p.r, p.g, p.b, p.a = 0, 0, 0, 0
	if int(paint.Ink) >= len(pal.Colors) {
		return
	}
	c := pal.Colors[paint.Ink]
	alpha := min(max(float64(paint.Alpha), 0), 1) * float64(c.A) / 255
	p.r = uint32(float64(c.R)*257*alpha + 0.5)
	p.g = uint32(float64(c.G)*257*alpha + 0.5)
	p.b = uint32(float64(c.B)*257*alpha + 0.5)
	p.a = uint32(0xffff*alpha + 0.5)
}

func (p *painter) visible() bool { return p.a > 0 }

// Paint implements freetype's Painter.
func (p *painter) Paint(spans []fr.Span, done bool) {
	for _, s := range spans {
		if s.X0 >= s.X1 {
			continue
		}
		ma := s.Alpha
		if ma >= 0xfff0 { // freetype's full coverage is 0xffff, or nearly
			ma = 0xffff
		}
		i := p.dst.PixOffset(s.X0, s.Y)
		pix := p.dst.Pix[i : i+4*(s.X1-s.X0)]
		if ma == 0xffff && p.a == 0xffff {
			fill(pix, uint8(p.r>>8), uint8(p.g>>8), uint8(p.b>>8))
			continue
		}
		// What is added of the colour, and what stays of the picture.
		r, g, b, a := p.r*ma/0xffff, p.g*ma/0xffff, p.b*ma/0xffff, p.a*ma/0xffff
		stay := 0xffff - a
		for j := 0; j < len(pix); j += 4 {
			q := pix[j : j+4 : j+4]
			q[0] = over(q[0], stay, r)
			q[1] = over(q[1], stay, g)
			q[2] = over(q[2], stay, b)
			q[3] = over(q[3], stay, a)
		}
	}
}

// over is old·stay + add, rounded to eight bits.
func over(old uint8, stay, add uint32) uint8 {
	v := (uint32(old)*stay + add*255 + 0x7fff) / 0xffff
	return uint8(min(v, 255))
}

func fill(pix []uint8, r, g, b uint8) {
	pix[0], pix[1], pix[2], pix[3] = r, g, b, 255
	for n := 4; n < len(pix); n *= 2 {
		copy(pix[n:], pix[:n])
	}
}

package main

import (
	"image"
	"image/color"
	"math"

	"dateline/render"
	"dateline/scene"
)

// fewColors are the 256 colours of a picture that is to be small: the theme's
// and their mixtures.
type fewColors struct {
	list  []color.RGBA
	index []int16 // by the upper five bits of red, green and blue: the nearest colour, or −1
}

func newFewColors(p *render.Palette) *fewColors {
	f := &fewColors{mixtures(p), make([]int16, 1<<15)}
	for i := range f.index {
		f.index[i] = -1
	}
	return f
}

// of is a picture in these colours.
func (f *fewColors) of(m *image.RGBA) *image.Paletted {
	palette := make(color.Palette, len(f.list))
	for i, c := range f.list {
		palette[i] = c
	}
	out := image.NewPaletted(m.Rect, palette)
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		row := m.Pix[m.PixOffset(m.Rect.Min.X, y):][:4*m.Rect.Dx()]
		to := out.Pix[out.PixOffset(m.Rect.Min.X, y):]
		for i := 0; i < len(row); i += 4 {
			to[i/4] = f.nearest(row[i], row[i+1], row[i+2])
		}
	}
	return out
}

// nearest is the colour nearest to one, by its upper five bits.
func (f *fewColors) nearest(red, green, blue uint8) byte {
	k := int(red>>3)<<10 | int(green>>3)<<5 | int(blue>>3)
	if f.index[k] >= 0 {
		return byte(f.index[k])
	}
	best, least := 0, math.MaxInt
	for i, c := range f.list {
		dr, dg, db := int(c.R)-int(red), int(c.G)-int(green), int(c.B)-int(blue)
		if far := 3*dr*dr + 6*dg*dg + db*db; far < least {
			best, least = i, far
		}
	}
	f.index[k] = int16(best)
	return byte(best)
}

// mixtures are 256 colours: the theme's, and what edges, haloes and faded
// things are made of: grounds mixed with what is drawn on them.
func mixtures(p *render.Palette) []color.RGBA {
	var out []color.RGBA
	add := func(a, b color.NRGBA, t float64) {
		mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-t) + float64(y)*t + 0.5) }
		c := color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
		for _, have := range out {
			if have == c {
				return
			}
		}
		if len(out) < 256 {
			out = append(out, c)
		}
	}
	for _, c := range p.Colors {
		add(c, c, 0)
	}
	marks := []render.Ink{scene.Ink, scene.Flow1, scene.Flow2, scene.Flow3, scene.Flow4, scene.Flow5, scene.Accent, scene.Talks, scene.Soft, scene.Coast, scene.Border}
	for _, t := range []float64{0.5, 0.25, 0.75} {
		for _, mark := range marks {
			for _, ground := range []render.Ink{scene.Land, scene.Sea, scene.Paper, scene.StoryLand, scene.Halo, scene.Band} {
				add(p.Colors[ground], p.Colors[mark], t)
			}
		}
	}
	for len(out) < 256 {
		out = append(out, color.RGBA{A: 255})
	}
	return out
}

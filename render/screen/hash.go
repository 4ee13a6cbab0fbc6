package screen

import (
	"math"

	"dateline/render"
)

// hash is FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv), over
// words of 32.
type hash uint64

const seed hash = 14695981039346656037

func (h hash) add(v uint32) hash {
	for range 4 {
		h = (h ^ hash(v&0xff)) * 1099511628211
		v >>= 8
	}
	return h
}

func (h hash) float(v float32) hash { return h.add(math.Float32bits(v)) }

func (h hash) paint(p render.Paint) hash { return h.add(uint32(p.Ink)).float(p.Alpha) }

// colorKey tells palettes apart.
func colorKey(pal *render.Palette) hash {
	h := seed
	for _, c := range pal.Colors {
		h = h.add(uint32(c.R)<<24 | uint32(c.G)<<16 | uint32(c.B)<<8 | uint32(c.A))
	}
	return h
}

// runKey tells runs of glyphs apart by all that their mask depends on, lengths
// to 1/64 device pixel, so that a word that moves stays the same word.
func runKey(face uint8, run []render.Glyph, size, halo, ratio float32) hash {
	h := seed.add(uint32(face)).float(size * ratio).float(halo * ratio)
	near := func(v float32) uint32 { return uint32(int32(math.Round(float64(v * ratio * 64)))) }
	for _, g := range run {
		h = h.add(uint32(g.ID)).add(near(g.At.X - run[0].At.X)).add(near(g.At.Y - run[0].At.Y))
	}
	return h
}

// fillKey tells fills apart that are kept alone, by their every point. A shape
// is told by its name, size and first point, for it never changes.
func fillKey(l *render.List, op *render.Op) hash {
	h := seed.paint(op.Paint)
	if s := op.Shape; s != nil {
		for i := range len(s.Name) {
			h = h.add(uint32(s.Name[i]))
		}
		if len(s.Points) > 0 {
			h = h.float(s.Points[0].X).float(s.Points[0].Y)
		}
		return h.add(uint32(len(s.Points))).add(uint32(len(s.Rings)))
	}
	for _, p := range l.Paths[op.Paths.From:op.Paths.To] {
		h = h.add(uint32(p.Points.To - p.Points.From))
		for _, q := range l.Points[p.Points.From:p.Points.To] {
			h = h.float(q.X).float(q.Y)
		}
	}
	return h
}

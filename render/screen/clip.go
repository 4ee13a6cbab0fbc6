package screen

import (
	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
)

// clip cuts the triangles from index number first on to a rectangle. All
// attributes are linear across a triangle, so what is left looks as before.
func (b *batch) clip(first int, r render.Rect) {
	n := len(b.indices)
	kept := first
	for i := first; i < n; i += 3 {
		t := [3]uint32{b.indices[i], b.indices[i+1], b.indices[i+2]}
		in, out := b.place(t, r)
		switch {
		case in:
			// Pieces cut so far stand behind n, so this never overtakes them.
			copy(b.indices[kept:], t[:])
			kept += 3
		case !out:
			b.cut(t, r)
		}
	}
	b.indices = append(b.indices[:kept], b.indices[n:]...)
}

// place says whether a triangle is wholly inside the rectangle, or wholly on
// the outer side of one of its edges.
func (b *batch) place(t [3]uint32, r render.Rect) (in, out bool) {
	in = true
	for side := range 4 {
		outside := 0
		for _, i := range t {
			if beyond(&b.vertices[i], side, r) > 0 {
				outside++
			}
		}
		in = in && outside == 0
		out = out || outside == 3
	}
	return in, out
}

// cut appends the part of a triangle inside the rectangle.
func (b *batch) cut(t [3]uint32, r render.Rect) {
	// A triangle cut by four lines has at most seven corners.
	var buf [2][8]ebiten.Vertex
	from := buf[0][:0]
	for _, i := range t {
		from = append(from, b.vertices[i])
	}
	to := buf[1][:0]
	for side := range 4 {
		to = to[:0]
		for i := range from {
			v, u := &from[i], &from[(i+len(from)-1)%len(from)]
			dv, du := beyond(v, side, r), beyond(u, side, r)
			if (dv > 0) != (du > 0) {
				to = append(to, mix(u, v, du/(du-dv)))
			}
			if dv <= 0 {
				to = append(to, *v)
			}
		}
		from, to = to, from
	}
	base := uint32(len(b.vertices))
	b.vertices = append(b.vertices, from...)
	for i := 2; i < len(from); i++ {
		b.triangle(base, base+uint32(i-1), base+uint32(i))
	}
}

// beyond is how far a vertex is outside of one side of the rectangle.
func beyond(v *ebiten.Vertex, side int, r render.Rect) float32 {
	switch side {
	case 0:
		return r.Min.X - v.DstX
	case 1:
		return v.DstX - r.Max.X
	case 2:
		return r.Min.Y - v.DstY
	default:
		return v.DstY - r.Max.Y
	}
}

func mix(a, b *ebiten.Vertex, t float32) ebiten.Vertex {
	v := *a
	v.DstX += (b.DstX - a.DstX) * t
	v.DstY += (b.DstY - a.DstY) * t
	v.SrcX += (b.SrcX - a.SrcX) * t
	v.SrcY += (b.SrcY - a.SrcY) * t
	v.Custom0 += (b.Custom0 - a.Custom0) * t
	v.Custom1 += (b.Custom1 - a.Custom1) * t
	return v // colour and the other two are the same all over a triangle
}

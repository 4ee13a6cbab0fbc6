package screen

import "dateline/render"

// threads adds the paths of a stroke that have widths of their own, of which
// there are very many: two corners a point, mitred, with plain ends.
func (s *Screen) threads(op *render.Op, seen render.Rect) {
	b := &s.batch
	for _, path := range s.list.Paths[op.Paths.From:op.Paths.To] {
		half := path.Width / 2 * s.ratio
		line := s.list.Points[path.Points.From:path.Points.To]
		if half <= 0 || len(line) < 2 || !render.Bounds(line).Times(s.ratio).Grow(half+1).Meets(seen) {
			continue
		}
		reach := half + feather
		before := unit(line[0], line[1])
		for i, p := range line {
			after := before
			if i+1 < len(line) {
				after = unit(p, line[i+1])
			}
			n, m := left(before), left(after)
			// The mitre's tip; where a thread turns back, just its side.
			k := 1 + n.X*m.X + n.Y*m.Y
			t := render.Point{X: (n.X + m.X) / k, Y: (n.Y + m.Y) / k}
			if k < 0.5 {
				t = m
			}
			at := render.Point{X: p.X * s.ratio, Y: p.Y * s.ratio}
			l := b.vertex(along(at, t, reach), reach, 0, half, round)
			r := b.vertex(along(at, t, -reach), -reach, 0, half, round)
			if i > 0 {
				b.quad(l-2, l, r, r-2)
			}
			before = after
		}
	}
}

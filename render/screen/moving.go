package screen

import (
	"image"

	"dateline/render"
)

// heavy reports whether a layer holds a fill that is too much for triangles
// each frame.
func (s *Screen) heavy(y *render.Layer) bool {
	for i := y.Ops.From; i < y.Ops.To; i++ {
		op := &s.list.Ops[i]
		switch {
		case op.Kind != render.Fill:
		case op.Shape != nil:
			if len(op.Shape.Rings) > 1 || len(op.Shape.Points) > heavy {
				return true
			}
		default:
			for _, p := range s.list.Paths[op.Paths.From:op.Paths.To] {
				if p.Points.To-p.Points.From > heavy {
					return true
				}
			}
			// Several small paths are several polygons; only rings that lie in
			// each other would be a hole.
			if op.Paths.To-op.Paths.From > 1 && s.nested(op.Paths) {
				return true
			}
		}
	}
	return false
}

// nested reports whether bounds of paths meet.
func (s *Screen) nested(paths render.Span) bool {
	bounds := func(i int32) render.Rect {
		p := s.list.Paths[i].Points
		return render.Bounds(s.list.Points[p.From:p.To])
	}
	for i := paths.From; i < paths.To; i++ {
		for j := paths.From; j < i; j++ {
			if bounds(i).Meets(bounds(j)) {
				return true
			}
		}
	}
	return false
}

// moving adds a layer to the batch.
func (s *Screen) moving(y *render.Layer, clip image.Rectangle) {
	seen := render.Rect{
		Min: render.Point{X: float32(clip.Min.X), Y: float32(clip.Min.Y)},
		Max: render.Point{X: float32(clip.Max.X), Y: float32(clip.Max.Y)},
	}
	for i := y.Ops.From; i < y.Ops.To; i++ {
		// A run of text may flush the batch, so count from what is there after.
		first, vertex := len(s.batch.indices), len(s.batch.vertices)
		op := &s.list.Ops[i]
		if op.Kind == render.Text {
			s.text(op)
			if len(s.batch.indices) < first {
				first, vertex = 0, 0
			}
		} else if s.batch.ink(s.pal, op.Paint) {
			s.op(y, op, seen)
			s.move(vertex)
		}
		if clip != s.view {
			at := render.Point{X: float32(s.origin.X), Y: float32(s.origin.Y)}
			s.batch.clip(first, render.Rect{
				Min: render.Point{X: seen.Min.X + at.X, Y: seen.Min.Y + at.Y},
				Max: render.Point{X: seen.Max.X + at.X, Y: seen.Max.Y + at.Y},
			})
		}
	}
}

// move brings vertices from vertex number first on to where dst begins.
func (s *Screen) move(first int) {
	if s.origin == (image.Point{}) {
		return
	}
	for i := range s.batch.vertices[first:] {
		v := &s.batch.vertices[first+i]
		v.DstX, v.DstY = v.DstX+float32(s.origin.X), v.DstY+float32(s.origin.Y)
	}
}

// op adds any operation but text.
func (s *Screen) op(y *render.Layer, op *render.Op, seen render.Rect) {
	k := s.ratio
	center := render.Point{X: op.Center.X * k, Y: op.Center.Y * k}
	switch op.Kind {
	case render.Fill:
		s.filler.b = &s.batch
		s.trace.Rings(s.list, y, op, k, seen, s.filler.add)
	case render.Stroke:
		half := op.Width / 2 * k
		s.liner.begin(&s.batch, half, op.Butt)
		s.trace.Lines(s.list, y, op, k, seen.Grow(half+1), s.liner.add)
	case render.Circle:
		if op.Radius > 0 {
			s.batch.disc(center, op.Radius*k)
		}
	case render.Ring:
		if op.Radius > 0 && op.Width > 0 {
			s.batch.hoop(center, op.Radius*k, op.Width*k)
		}
	}
}

package screen

import (
	"image"

	"dateline/render"
)

// moving adds a layer to the batch.
func (s *Screen) moving(y *render.Layer, clip image.Rectangle) {
	seen := render.Rect{
		Min: render.Point{X: float32(clip.Min.X), Y: float32(clip.Min.Y)},
		Max: render.Point{X: float32(clip.Max.X), Y: float32(clip.Max.Y)},
	}
	for i := y.Ops.From; i < y.Ops.To; i++ {
		op := &s.list.Ops[i]
		if s.tape.runs && s.known(y, op, clip) {
			continue
		}
		// A run of text may flush the batch, so count from what is there after.
		first, vertex := len(s.batch.indices), len(s.batch.vertices)
		if op.Kind == render.Text {
			s.text(op)
			if len(s.batch.indices) < first {
				first, vertex = 0, 0
			}
		} else if op.Kind == render.Fill && heavy(s.list, op) {
			alone := *y
			alone.Ops, alone.Key = render.Span{From: i, To: i + 1}, uint64(fillKey(s.list, op))
			if op.Shape == nil {
				alone.Transform = render.Identity
			}
			s.still(&alone, 1+i-y.Ops.From, clip)
			continue
		} else if op.Threads != nil {
			s.threads(y, op, clip)
			continue
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

// known adds what was made of an operation in the frame before. Threads are made
// anew each time, rather than looked through.
func (s *Screen) known(y *render.Layer, op *render.Op, clip image.Rectangle) bool {
	if op.Threads != nil {
		s.batch.start(0)
		return false
	}
	sum := s.sum(y, op, clip)
	s.batch.start(sum)
	return s.tape.again(&s.batch, sum)
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

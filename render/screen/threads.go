package screen

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
)

// threads shows threads as far as they are there at the operation's time.
func (s *Screen) threads(y *render.Layer, op *render.Op, clip image.Rectangle) {
	s.flush()
	s.spill()
	if !s.batch.ink(s.pal, op.Paint) {
		return
	}
	whole := s.enter(clip)
	s.weave(y, op, false)
	s.leave(whole)
}

// weave adds the threads of an operation to the batch: as far as they are there,
// or the times at which they are.
func (s *Screen) weave(y *render.Layer, op *render.Op, timed bool) {
	seen, m, w := s.seen(), s.lead(y), &s.weaver
	for i := op.Paths.From; i < op.Paths.To; i++ {
		line, now := &op.Threads.Lines[i], op.Now
		if timed {
			now = s.lastOf(y, line)
		}
		half := line.Width / 2 * s.ratio
		w.line, w.when = op.Threads.Line(w.line[:0], i, now, m), w.when[:0]
		if !(half > 0) || len(w.line) == 0 || !render.Bounds(w.line).Grow(half+1).Meets(seen) {
			continue
		}
		if timed {
			s.times(y, op, line, now)
		}
		w.add(&s.batch, half)
		s.relieve()
	}
}

// enter turns to a part of dst, given from the list's origin; leave turns back.
func (s *Screen) enter(part image.Rectangle) (whole *ebiten.Image) {
	whole = s.dst
	s.dst = whole.RecyclableSubImage(part.Add(s.origin))
	return whole
}

func (s *Screen) leave(whole *ebiten.Image) {
	s.flush()
	s.dst.Recycle()
	s.dst = whole
}

// seen is what can be seen of dst.
func (s *Screen) seen() render.Rect {
	b := s.dst.Bounds()
	return render.Rect{
		Min: render.Point{X: float32(b.Min.X), Y: float32(b.Min.Y)},
		Max: render.Point{X: float32(b.Max.X), Y: float32(b.Max.Y)},
	}
}

// lead leads from the plane of a layer's shapes and threads to dst.
func (s *Screen) lead(y *render.Layer) render.Affine {
	return y.Transform.Then(render.Scale(s.ratio)).Then(render.Translate(float32(s.origin.X), float32(s.origin.Y)))
}

// relieve hands on what is in the batch before it takes much memory.
func (s *Screen) relieve() {
	const handful = 1 << 15 // corners
	if len(s.batch.vertices) > handful {
		color := s.batch.color
		s.flush()
		s.batch.color = color
	}
}

// A weaver turns threads into triangles: two corners a point, mitred, with plain
// ends.
type weaver struct {
	line []render.Point // device pixels of dst
	when []float32      // by point: when it is reached; as long as line, or empty
	gone float32        // when the thread is gone; 0: never
}

// add adds the line. Of one with times, what is drawn are these.
func (w *weaver) add(b *batch, half float32) {
	reach := half + feather
	before := unit(w.line[0], w.line[1])
	for i, p := range w.line {
		after := before
		if i+1 < len(w.line) {
			after = unit(p, w.line[i+1])
		}
		n, m := left(before), left(after)
		// The mitre's tip; where a thread turns back, just its side.
		k := 1 + n.X*m.X + n.Y*m.Y
		t := render.Point{X: (n.X + m.X) / k, Y: (n.Y + m.Y) / k}
		if k < 0.5 {
			t = m
		}
		mode, when := round, float32(0)
		if len(w.when) > 0 {
			mode, when = timing, w.when[i]
			b.color[0] = when
			if w.gone > 0 {
				b.color[0] = w.gone
			}
		}
		l := b.vertex(along(p, t, reach), reach, when, half, mode)
		r := b.vertex(along(p, t, -reach), -reach, when, half, mode)
		if i > 0 {
			b.quad(l-2, l, r, r-2)
		}
		before = after
	}
}

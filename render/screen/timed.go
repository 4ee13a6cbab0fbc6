package screen

import (
	"image"
	"image/color"
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
)

// While the view rests, all that time does to threads is that they come, grow
// and go. So they are not drawn in every picture, but once, into a texture that
// says of every pixel when it is covered; each picture shows it up to its own
// time, which costs the same however many threads there are.
//
// Of a pixel, red says when the first thread touches it; blue, when the first
// one covers half of it; green, from the other end, when the last one touches
// it, or of threads that go, when the last is gone; alpha, how much all together
// cover. So a thread that touches the edge of one that comes later does not show
// it. Times are shares of the layer's While, in 255 steps: at rest threads are
// drawn as they are.

// A sort is the threads that one texture holds: those of one paint that come, or
// that go.
type sort struct {
	paint render.Paint
	goes  bool
}

// sortOf is the sort of an operation's threads, which are all of one.
func sortOf(y *render.Layer, op *render.Op) sort {
	return sort{op.Paint, op.Threads.Lines[op.Paths.From].Until <= y.While[1]}
}

// earliest keeps the least of red, green and blue, and lays alpha over.
var earliest = ebiten.Blend{
	BlendFactorSourceRGB: ebiten.BlendFactorOne, BlendFactorDestinationRGB: ebiten.BlendFactorOne,
	BlendOperationRGB:      ebiten.BlendOperationMin,
	BlendFactorSourceAlpha: ebiten.BlendFactorOne, BlendFactorDestinationAlpha: ebiten.BlendFactorOneMinusSourceAlpha,
	BlendOperationAlpha: ebiten.BlendOperationAdd,
}

// timed shows a layer of threads that come and go; ahead of time it only draws
// their times.
func (s *Screen) timed(y *render.Layer, clip image.Rectangle) {
	s.sorts = s.sorts[:0]
	for i := y.Ops.From; i < y.Ops.To; i++ {
		if of := sortOf(y, &s.list.Ops[i]); !slices.Contains(s.sorts, of) {
			s.sorts = append(s.sorts, of)
		}
	}
	now := share(s.list.Ops[y.Ops.From].Now, y)
	for n, of := range s.sorts {
		// The texture knows how much of the paint, but not which.
		paint := render.Paint{Ink: of.paint.Ink, Alpha: 1}
		if !s.batch.ink(s.pal, paint) {
			continue
		}
		s.sort, s.lit = of, lit{color: s.batch.color, now: now, mode: coming}
		if of.goes {
			s.lit.mode = going
		}
		if !s.keeper.ahead {
			s.still(y, int32(n)+1, clip)
		} else if k := s.keeper.layer(y, int32(n)+1); k.exact(y.Transform) == nil {
			s.time(y, k, clip)
		}
	}
	s.lit = lit{}
}

// share is a time as a share of a layer's While.
func share(t float32, y *render.Layer) float32 { return (t - y.While[0]) / (y.While[1] - y.While[0]) }

// lit is how textures are shown: as they are, or those of threads up to a time.
type lit struct {
	color [4]float32
	now   float32
	mode  float32 // coming or going; 0: as they are
}

// time draws the times of threads into a texture.
func (s *Screen) time(y *render.Layer, k *kept, clip image.Rectangle) *texture {
	t := s.keeper.place(k, &texture{key: y.Key, area: s.reach(y).Intersect(clip), reach: clip, transform: y.Transform})
	if t.image == nil {
		return t
	}
	t.image.Fill(color.RGBA{R: 255, G: 255, B: 255})
	before := s.onto(t)
	s.opt.Blend = earliest
	for i := y.Ops.From; i < y.Ops.To; i++ {
		if op := &s.list.Ops[i]; sortOf(y, op) == s.sort && s.batch.ink(s.pal, op.Paint) {
			s.weave(y, op, true)
		}
	}
	s.flush()
	s.opt.Blend = ebiten.Blend{}
	s.back(before)
	return t
}

// times tells the weaver when the line that it has been given comes and goes.
func (s *Screen) times(y *render.Layer, op *render.Op, line *render.Thread, last float32) {
	w := &s.weaver
	w.gone = 0
	for p := range w.line {
		w.when = append(w.when, share(min(op.Threads.Reached(line, line.Points.From+int32(p)), last), y))
	}
	if s.sort.goes {
		w.gone = share(line.Until, y)
	}
}

// lastOf is the last moment of a layer's While at which a thread is there.
func (s *Screen) lastOf(y *render.Layer, line *render.Thread) float32 {
	if s.sort.goes {
		return math.Nextafter32(line.Until, 0)
	}
	return y.While[1]
}

// reach is the device pixels that the threads of the sort may touch.
func (s *Screen) reach(y *render.Layer) image.Rectangle {
	var r render.Rect
	for i := y.Ops.From; i < y.Ops.To; i++ {
		if op := &s.list.Ops[i]; sortOf(y, op) == s.sort {
			r = r.Union(s.list.Bounds(y, op))
		}
	}
	return outside(r.Times(s.ratio).Grow(1))
}

package screen

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
)

// longWay is from how many operations on a picture is kept on the way, so that
// whoever goes back in time, where a layer gets less, begins from there.
const longWay = 64

// bake draws a layer of very many lines into a texture as the graphics
// processor does, which is soon done. Where the layer only goes on from what a
// texture shows already, as one does to which more is added as time passes, it
// goes on from that.
func (s *Screen) bake(y *render.Layer, k *kept, clip image.Rectangle) *texture {
	t := &texture{key: y.Key, transform: y.Transform}
	t.area, t.reach, t.whole = region(s.list, y, s.ratio, clip, roomy)
	old := s.begun(y, k, t)
	left := t.ops
	if old != nil {
		left -= old.ops
	}
	if left > longWay {
		on, most := *t, *y
		most.Ops.To -= int32(left / 8)
		old = s.begun(&most, k, &on)
		on.key = uint64(on.sum)
		old = s.press(&most, k, &on, old)
	}
	return s.press(y, k, t, old)
}

// press draws a layer into a texture, on from what an older one shows, if there
// is one.
func (s *Screen) press(y *render.Layer, k *kept, t, old *texture) *texture {
	if old != nil {
		old.used = s.keeper.frame // so it stays
	}
	if s.keeper.place(k, t); t.image == nil {
		return t
	}
	before := s.onto(t)
	rest := *y
	if old != nil {
		s.copy(old, image.Point{}, t.area)
		rest.Ops.From += int32(old.ops)
	}
	s.moving(&rest, t.area)
	s.flush()
	s.back(before)
	return t
}

// begun finds the texture that shows most of the first operations of a layer,
// and nothing else of it, and notes what t will show.
func (s *Screen) begun(y *render.Layer, k *kept, t *texture) (best *texture) {
	t.sum, t.ops = seed, 0
	for i := y.Ops.From; i < y.Ops.To; i++ {
		op := &s.list.Ops[i]
		t.sum = t.sum.add(uint32(op.Paths.From)).add(uint32(op.Paths.To)).paint(op.Paint).float(op.Now)
		t.ops++
		for _, old := range k.textures {
			if old != t && old.image != nil && old.ops == t.ops && old.sum == t.sum && old.transform == t.transform && old.area == t.area {
				best = old
			}
		}
	}
	return best
}

// A place is where a Screen draws.
type place struct {
	dst    *ebiten.Image
	origin image.Point
	view   image.Rectangle
	taped  bool
}

// onto turns to a texture; back turns back.
func (s *Screen) onto(t *texture) (before place) {
	before = place{s.dst, s.origin, s.view, s.tape.runs}
	s.dst, s.origin, s.view, s.tape.runs = t.image, image.Point{}.Sub(t.area.Min), t.area, false
	return before
}

func (s *Screen) back(to place) {
	s.dst, s.origin, s.view, s.tape.runs = to.dst, to.origin, to.view, to.taped
}

package screen

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
)

// bake draws a layer of very many lines into a texture as the graphics
// processor does, which is soon done. Where the layer only goes on from what a
// texture shows already, as one does to which more is added as time passes, it
// goes on from that.
func (s *Screen) bake(y *render.Layer, k *kept, clip image.Rectangle) *texture {
	area, reach, whole := region(s.list, y, s.ratio, clip, roomy)
	t := s.keeper.place(k, &texture{key: y.Key, area: area, reach: reach, whole: whole, transform: y.Transform})
	if t.image == nil {
		return t
	}
	before := s.onto(t)
	rest := *y
	if old := s.begun(y, k, t); old != nil {
		s.copy(old, image.Point{}, area)
		rest.Ops.From += int32(old.ops)
	}
	s.moving(&rest, area)
	s.flush()
	s.back(before)
	return t
}

// begun finds the texture that shows most of the first operations of a layer,
// and nothing else of it, and notes what t will show.
func (s *Screen) begun(y *render.Layer, k *kept, t *texture) (best *texture) {
	t.sum = seed
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

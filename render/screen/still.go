package screen

import (
	"image"
	"math"
	"slices"

	"dateline/render"
)

const (
	// blurry is how much a texture may be stretched in a flight before the
	// layer is painted anew.
	blurry = 3
	// bare is the share of the clip that may stay empty in a flight before the
	// layer is painted anew.
	bare = 0.02
)

// still shows a kept layer, or one operation that is kept alone: part is then
// its number in its layer, counted from 1.
func (s *Screen) still(y *render.Layer, part int32, clip image.Rectangle) {
	s.flush()
	k := s.keeper.layer(y, part)
	if t, by := shifted(k, y.Transform, s.ratio, clip); t != nil {
		s.copy(t, by, clip)
		return
	}
	if s.resting || len(k.live) == 0 {
		s.fresh(y, k, clip)
		return
	}
	s.fly(y, k, clip)
}

// fresh paints a layer and shows it.
func (s *Screen) fresh(y *render.Layer, k *kept, clip image.Rectangle) {
	if old := k.exact(y.Transform); old != nil {
		s.keeper.release(k, slices.Index(k.textures, old)) // it did not reach far enough
	}
	s.copy(s.paint(y, k, clip), image.Point{}, clip)
}

func (s *Screen) paint(y *render.Layer, k *kept, clip image.Rectangle) *texture {
	switch {
	case y.Baked:
		return s.bake(y, k, clip)
	case y.While != [2]float32{}:
		return s.time(y, k, clip)
	}
	return s.keeper.paint(k, s.list, y, s.pal, s.faces, s.ratio, clip)
}

// covers reports whether a texture moved by so many pixels leaves nothing of
// the clip out.
func (t *texture) covers(by image.Point, clip image.Rectangle) bool {
	return t.whole || clip.In(t.reach.Add(by))
}

// shifted finds a texture that shows the layer sharp, only elsewhere: one whose
// transform differs by a whole number of device pixels, or not at all.
func shifted(k *kept, m render.Affine, ratio float32, clip image.Rectangle) (t *texture, by image.Point) {
	for _, t := range k.live {
		n := t.transform
		if n.A != m.A || n.B != m.B || n.D != m.D || n.E != m.E {
			continue
		}
		x, y := float64((m.C-n.C)*ratio), float64((m.F-n.F)*ratio)
		by := image.Pt(int(math.Round(x)), int(math.Round(y)))
		if math.Abs(x-float64(by.X)) > 1.0/64 || math.Abs(y-float64(by.Y)) > 1.0/64 {
			continue
		}
		// Of a texture that was cut, what lay beyond is not known.
		if t.covers(by, clip) {
			return t, by
		}
	}
	return nil, image.Point{}
}

// copy shows a texture pixel for pixel.
func (s *Screen) copy(t *texture, by image.Point, clip image.Rectangle) {
	t.used = s.keeper.frame
	to := t.area.Add(by).Intersect(clip)
	if t.image == nil || to.Empty() {
		return
	}
	b := &s.batch
	mode := s.light()
	corner := func(x, y int) uint32 {
		return b.source(render.Point{X: float32(x + s.origin.X), Y: float32(y + s.origin.Y)},
			float32(x-by.X-t.area.Min.X), float32(y-by.Y-t.area.Min.Y), mode)
	}
	b.quad(corner(to.Min.X, to.Min.Y), corner(to.Max.X, to.Min.Y), corner(to.Max.X, to.Max.Y), corner(to.Min.X, to.Max.Y))
	s.show(s.look(copied, t))
}

// light gives the batch the colour and the time in which textures are shown, and
// says in which mode.
func (s *Screen) light() float32 {
	s.batch.color, s.batch.now = [4]float32{1, 1, 1, 1}, 0
	if s.lit.mode != 0 {
		s.batch.color, s.batch.now = s.lit.color, s.lit.now
		return s.lit.mode
	}
	return texel
}

// look is how a texture is shown: as asked for, or as the times in it want it.
func (s *Screen) look(kind lookKind, t *texture) look {
	if s.lit.mode != 0 {
		kind = dated
	}
	return look{kind, t.image, t.version}
}

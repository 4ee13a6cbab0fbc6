package screen

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
)

// A bake is a layer's picture as the graphics processor drew it.
type bake struct {
	texture
	key   hash // of what it shows
	asked hash // … and of what was asked for last
}

// baked shows a layer of very many lines. One that is asked for twice is kept;
// before, and while it changes in every frame, it is drawn as it comes.
func (s *Screen) baked(y *render.Layer, clip image.Rectangle) {
	b := s.bakes[y.Name]
	if b == nil {
		b = &bake{}
		if s.bakes == nil {
			s.bakes = map[string]*bake{}
		}
		s.bakes[y.Name] = b
	}
	key := s.keeper.colors.add(uint32(y.Key)).add(uint32(y.Key >> 32)).float(s.ratio)
	for _, v := range [...]int{clip.Min.X, clip.Min.Y, clip.Max.X, clip.Max.Y} {
		key = key.add(uint32(v))
	}
	again := key == b.asked
	b.asked = key
	s.flush()
	switch {
	case b.image != nil && b.key == key:
	case !again || clip.Dx() > largest || clip.Dy() > largest:
		s.moving(y, clip)
		return
	default:
		s.bake(b, y, clip)
		b.key = key
	}
	s.copy(&b.texture, image.Point{}, clip)
}

// bake draws a layer into its own image.
func (s *Screen) bake(b *bake, y *render.Layer, clip image.Rectangle) {
	if b.image != nil && b.image.Bounds().Size() != clip.Size() {
		b.image.Deallocate()
		b.image = nil
	}
	if b.image == nil {
		b.image = ebiten.NewImageWithOptions(image.Rectangle{Max: clip.Size()}, &ebiten.NewImageOptions{Unmanaged: true})
	} else {
		b.image.Clear()
	}
	b.area, b.whole = clip, true
	dst, origin, view := s.dst, s.origin, s.view
	s.dst, s.origin, s.view = b.image, image.Point{}.Sub(clip.Min), clip
	s.moving(y, clip)
	s.flush()
	s.dst, s.origin, s.view = dst, origin, view
}

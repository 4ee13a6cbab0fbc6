package screen

import (
	"image"
	"math"

	"dateline/render"
)

// fly shows a layer under way from one transform to another: the texture
// nearest in scale where it reaches, the next nearest where the first does not,
// and so on. Textures never lie over each other, so what is translucent stays
// as translucent. If they leave too much bare, or are stretched too much, the
// layer is painted where it is now, but no more than one layer a frame.
func (s *Screen) fly(y *render.Layer, k *kept, clip image.Rectangle) {
	now := y.Transform
	if s.keeper.painted == 0 {
		bareLeft, stretch := s.cast(k, now, clip, false)
		if bareLeft > bare*float32(clip.Dx()*clip.Dy()) || stretch > blurry {
			s.fresh(y, k, clip)
			return
		}
	}
	s.cast(k, now, clip, true)
}

// cast goes through the textures, nearest in scale first, and shows them or
// only measures: how many square pixels stay bare, and how much the first is
// stretched.
func (s *Screen) cast(k *kept, now render.Affine, clip image.Rectangle, show bool) (bareLeft, stretch float32) {
	s.cover.start(clip)
	shown := [textures]bool{}
	for i := range k.live {
		t, gap := nearest(k, &shown, now.Zoom())
		if i == 0 {
			stretch = gap
		}
		if s.cover.empty() {
			break
		}
		s.stretch(t, now, show)
	}
	return s.cover.area(), stretch
}

// nearest picks the texture nearest in scale that has not been shown yet, and
// says by what factor it is off. Being stretched is worse than being shrunk.
func nearest(k *kept, shown *[textures]bool, zoom float32) (t *texture, gap float32) {
	pick, least := -1, float32(math.Inf(1))
	for i, t := range k.live {
		if shown[i] {
			continue
		}
		g := zoom / t.transform.Zoom()
		if g < 1 {
			g = 0.5 + 0.5/g
		}
		if g < least || pick < 0 {
			pick, least = i, g
		}
	}
	shown[pick] = true
	return k.live[pick], least
}

// stretch shows a texture under the change of its transform, wherever the view
// is still bare.
func (s *Screen) stretch(t *texture, now render.Affine, show bool) {
	inverse, ok := t.transform.Inverse()
	if !ok {
		return
	}
	// In device pixels: back to the shapes' plane, and out again.
	to := render.Scale(1 / s.ratio).Then(inverse).Then(now).Then(render.Scale(s.ratio))
	from, ok := to.Inverse()
	if !ok {
		return
	}
	if t.image != nil {
		// Beyond the image the shader shows nothing.
		r := t.reach
		s.cover.take([4]render.Point{
			to.Apply(corner(r.Min.X, r.Min.Y)), to.Apply(corner(r.Max.X, r.Min.Y)),
			to.Apply(corner(r.Max.X, r.Max.Y)), to.Apply(corner(r.Min.X, r.Max.Y)),
		}, func(piece []render.Point) {
			if show {
				s.piece(piece, from, t.area.Min)
			}
		})
		if show && len(s.batch.indices) > 0 {
			t.used = s.keeper.frame
			s.show(s.look(stretched, t))
		}
	}
	if t.whole {
		// There is nothing of the layer anywhere else.
		s.cover.start(image.Rectangle{})
	}
}

// piece adds a convex polygon that shows a texture filtered; from leads back to
// the texture's own device pixels, which begin at corner.
func (s *Screen) piece(polygon []render.Point, from render.Affine, corner image.Point) {
	b := &s.batch
	mode := s.light()
	base := uint32(len(b.vertices))
	for _, p := range polygon {
		q := from.Apply(p)
		b.source(render.Point{X: p.X + float32(s.origin.X), Y: p.Y + float32(s.origin.Y)},
			q.X-float32(corner.X), q.Y-float32(corner.Y), mode)
	}
	for i := uint32(2); i < uint32(len(polygon)); i++ {
		b.triangle(base, base+i-1, base+i)
	}
}

func corner(x, y int) render.Point { return render.Point{X: float32(x), Y: float32(y)} }

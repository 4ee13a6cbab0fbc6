package screen

import (
	"image"
	"math"

	"dateline/render"
)

// region is the device pixels worth painting: what the layer holds, as far as
// the clip and a margin reach. Only layers of shapes move with the view and
// want a margin.
func region(list *render.List, y *render.Layer, ratio float32, clip image.Rectangle, room int) (area, reach image.Rectangle, whole bool) {
	content, shapes := contents(list, y, ratio)
	if !shapes {
		return content.Intersect(clip), clip, content.In(clip)
	}
	for m := margin; ; m /= 2 {
		if m < 0.02 {
			m = 0
		}
		reach = clip.Inset(-int(m * float64(max(clip.Dx(), clip.Dy()))))
		area = reach.Intersect(content)
		if m == 0 || area.Dx() <= largest && area.Dy() <= largest && area.Dx()*area.Dy() <= room {
			break
		}
	}
	if area.Dx() > largest || area.Dy() > largest {
		area = area.Intersect(image.Rectangle{area.Min, area.Min.Add(image.Pt(largest, largest))})
		reach = area
	}
	return area, reach, content.In(area)
}

// contents is the device pixels that a layer may touch anywhere, and whether
// there are shapes in it.
func contents(list *render.List, y *render.Layer, ratio float32) (r image.Rectangle, shapes bool) {
	if y.Baked {
		return outside(far), true // very many lines go everywhere, and take long to look through
	}
	for i := y.Ops.From; i < y.Ops.To; i++ {
		op := &list.Ops[i]
		shapes = shapes || op.Shape != nil
		r = r.Union(outside(list.Bounds(y, op).Times(ratio).Grow(1)))
	}
	return r, shapes
}

// far is as large as any picture.
var far = render.Rect{Min: render.Point{X: -1e6, Y: -1e6}, Max: render.Point{X: 1e6, Y: 1e6}}

// outside is the whole pixels that a rectangle touches, as far as far.
func outside(b render.Rect) image.Rectangle {
	b = b.Intersect(far)
	return image.Rect(int(math.Floor(float64(b.Min.X))), int(math.Floor(float64(b.Min.Y))),
		int(math.Ceil(float64(b.Max.X))), int(math.Ceil(float64(b.Max.Y))))
}

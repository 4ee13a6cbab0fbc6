package screen

import (
	"image"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
	"dateline/render/font"
	"dateline/render/raster"
)

const (
	// textures is how many a layer keeps: where a flight starts, where it
	// ends, one on the way, and one with another key, for the way back.
	textures = 4
	// largest is the longest side of a texture that every device takes.
	largest = 4096
	// roomy is how many pixels a texture with its margin may have; the margin
	// gives way first.
	roomy = 5 << 20
	// roomyAhead is the same for one that is painted ahead, beside one that
	// shows: all of it waits in memory for the graphics processor at once.
	roomyAhead = 3 << 20
	// budget is how many pixels all textures may have, four bytes each.
	budget = 20 << 20
	// margin is how much of the view's side is drawn beyond each edge.
	margin = 0.25
)

// A texture is a layer's picture under one transform.
type texture struct {
	image     *ebiten.Image // nil if the area is empty
	version   uint64        // no other texture of this Screen has it
	key       uint64
	area      image.Rectangle // that it shows, device pixels under its transform
	reach     image.Rectangle // holds area; nothing else of the layer lies in it
	whole     bool            // nothing else of the layer lies anywhere
	tight     bool            // it was painted in a hurry, without a margin
	transform render.Affine
	used      uint64 // the last frame that showed it
	ops       int    // of a baked layer: how many operations it shows, and their sum
	sum       hash
}

// A kept is what is kept of a layer.
type kept struct {
	textures []*texture
	live     []*texture // those whose key is the layer's now
	seen     uint64     // the last frame that had the layer
}

// A slot is a layer's name, and 0 or the number of one operation in it.
type slot struct {
	name string
	part int32
}

// A keeper keeps the pictures of layers until what they depend on changes.
type keeper struct {
	layers  map[slot]*kept
	frame   uint64
	colors  hash // of the palette
	ratio   float32
	size    render.Point
	painted int // textures painted in this frame
	fresh   int // pixels in them
	version uint64
	pixels  int // in all textures
	drawer  raster.Drawer
	loom    loom
	ahead   bool // nobody waits for what is painted
	hurry   bool // somebody waits for more than what is painted
	tight   bool // a texture was painted without its margin
	count   *Count
}

// begin starts a frame; if size, ratio or palette are new, nothing old holds.
func (k *keeper) begin(list *render.List, pal *render.Palette, ratio float32) {
	k.frame++
	k.painted, k.fresh = 0, 0
	size, colors := render.Point{X: list.Width, Y: list.Height}, colorKey(pal)
	if k.layers == nil {
		k.layers = map[slot]*kept{}
	}
	if size != k.size || ratio != k.ratio || colors != k.colors {
		for _, l := range k.layers {
			k.drop(l)
		}
		k.size, k.ratio, k.colors = size, ratio, colors
	}
}

// end forgets layers that have not been in a list for a while.
func (k *keeper) end() {
	for at, l := range k.layers {
		if k.frame-l.seen > 600 {
			k.drop(l)
			delete(k.layers, at)
		}
	}
	for k.pixels > budget && k.evict() {
	}
}

// layer is what is kept of a layer, with the textures whose key holds.
func (k *keeper) layer(y *render.Layer, part int32) *kept {
	at := slot{y.Name, part}
	l := k.layers[at]
	if l == nil {
		l = &kept{}
		k.layers[at] = l
	}
	l.seen = k.frame
	l.live = l.live[:0]
	for _, t := range l.textures {
		if t.key == y.Key {
			l.live = append(l.live, t)
		}
	}
	return l
}

// exact is the texture under just this transform, or nil.
func (l *kept) exact(m render.Affine) *texture {
	for _, t := range l.live {
		if t.transform == m {
			return t
		}
	}
	return nil
}

// paint draws a layer into a texture.
func (k *keeper) paint(l *kept, list *render.List, y *render.Layer, pal *render.Palette, faces *font.Set, ratio float32, clip image.Rectangle) *texture {
	room := roomy
	switch {
	case k.hurry:
		room = 0
		k.tight = true
	case k.ahead:
		room = roomyAhead
	}
	// All that one frame uploads waits in memory at once: the margins of what
	// comes later in it give way to what came before.
	room = max(0, room-k.fresh)
	area, reach, whole := region(list, y, ratio, clip, room)
	k.fresh += area.Dx() * area.Dy()
	t := k.place(l, &texture{key: y.Key, area: area, reach: reach, whole: whole, tight: k.hurry, transform: y.Transform})
	if t.image == nil {
		return t
	}
	for top := area.Min.Y; top < area.Max.Y; top += tile {
		band := image.Rect(area.Min.X, top, area.Max.X, min(top+tile, area.Max.Y))
		k.loom.clear(band)
		k.drawer.DrawLayer(&k.loom.canvas, list, y, pal, faces, band, raster.Options{Ratio: float64(ratio)})
		k.loom.upload(t.image, area.Min, k.count)
	}
	return t
}

// place makes room for a texture, of which the image is empty. The oldest of too
// many gives way.
func (k *keeper) place(l *kept, t *texture) *texture {
	k.painted++
	if len(l.textures) >= textures {
		oldest := 0
		for i, t := range l.textures {
			if t.used < l.textures[oldest].used {
				oldest = i
			}
		}
		k.release(l, oldest)
	}
	t.used, t.version = k.frame, k.next()
	l.textures, l.live = append(l.textures, t), append(l.live, t)
	if !t.area.Empty() {
		t.image = ebiten.NewImageWithOptions(image.Rectangle{Max: t.area.Size()}, &ebiten.NewImageOptions{Unmanaged: true})
		k.pixels += t.area.Dx() * t.area.Dy()
	}
	return t
}

// next is a version that nothing has had.
func (k *keeper) next() uint64 {
	k.version++
	return k.version
}

// release gives a texture back.
func (k *keeper) release(l *kept, i int) {
	t := l.textures[i]
	if t.image != nil {
		k.pixels -= t.area.Dx() * t.area.Dy()
		t.image.Deallocate()
	}
	l.textures = slices.Delete(l.textures, i, i+1)
	if j := slices.Index(l.live, t); j >= 0 {
		l.live = slices.Delete(l.live, j, j+1)
	}
}

func (k *keeper) drop(l *kept) {
	for len(l.textures) > 0 {
		k.release(l, len(l.textures)-1)
	}
}

// evict gives the texture back that was shown longest ago, unless it is in use.
func (k *keeper) evict() bool {
	var from *kept
	index, used := 0, k.frame
	for _, l := range k.layers {
		for i, t := range l.textures {
			if t.image != nil && t.used < used {
				from, index, used = l, i, t.used
			}
		}
	}
	if from == nil {
		return false
	}
	k.release(from, index)
	return true
}

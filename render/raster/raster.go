// Package raster draws a display list into an image, with golang/freetype's
// anti-aliased rasteriser: stills, posters, video frames, golden pictures, and
// the kept layers of the screen.
//
// The rasteriser works in whole device pixels: clips fall on the nearest pixel
// edge, and a run of text stands on the nearest pixel.
package raster

import (
	"image"

	fr "github.com/golang/freetype/raster"

	"dateline/render"
	"dateline/render/font"
)

// Options say how to draw. The zero value draws one device pixel to a CSS
// pixel.
type Options struct {
	Ratio float64 // device pixels to a CSS pixel; 0 means 1
}

func (o Options) ratio() float32 {
	if o.Ratio == 0 {
		return 1
	}
	return float32(o.Ratio)
}

// Draw draws a list over what dst holds, the list's origin at dst's pixel
// (0, 0). Whoever draws often keeps a Drawer instead.
func Draw(dst *image.RGBA, list *render.List, pal *render.Palette, faces *font.Set, opt Options) {
	new(Drawer).Draw(dst, list, pal, faces, opt)
}

// A Drawer draws lists and keeps the memory that takes, so that drawing the
// same again allocates nothing. The zero value is ready. It is not for use by
// two goroutines at once.
type Drawer struct {
	area   fr.Rasterizer
	size   image.Point // of area
	pen    pen
	trace  render.Tracer
	stroke stroker
	paint  painter
	mask   masker
	ring   []render.Point // a glyph's contour, for its halo
}

// Draw is like the function Draw.
func (d *Drawer) Draw(dst *image.RGBA, list *render.List, pal *render.Palette, faces *font.Set, opt Options) {
	for i := range list.Layers {
		clip := Pixels(list.Layers[i].Clip, opt.ratio())
		d.DrawLayer(dst, list, &list.Layers[i], pal, faces, clip, opt)
	}
}

// DrawLayer draws one layer of a list, whatever lies in clip, in device pixels
// of dst; the layer's own clip is the caller's affair. A layer is drawn with a
// margin around the picture by giving dst bounds that begin left of or above
// zero, and in part by giving a copy of the layer with fewer operations.
func (d *Drawer) DrawLayer(dst *image.RGBA, list *render.List, y *render.Layer, pal *render.Palette, faces *font.Set, clip image.Rectangle, opt Options) {
	clip = clip.Intersect(dst.Rect)
	if clip.Empty() {
		return
	}
	d.paint.dst = dst
	d.begin(clip)
	for i := y.Ops.From; i < y.Ops.To; i++ {
		d.op(list, y, &list.Ops[i], pal, faces, opt.ratio())
	}
	d.paint.dst = nil
}

// Pixels is a rectangle of CSS pixels in device pixels, its sides on the
// nearest pixel edges.
func Pixels(r render.Rect, ratio float32) image.Rectangle {
	return image.Rect(round(r.Min.X*ratio), round(r.Min.Y*ratio), round(r.Max.X*ratio), round(r.Max.Y*ratio))
}

// begin turns the rasteriser to an area of the image.
func (d *Drawer) begin(clip image.Rectangle) {
	// The pen keeps within the clip, so an area that is too large does no harm;
	// a new one forgets its memory.
	if size := clip.Size(); size.X > d.size.X || size.Y > d.size.Y {
		d.size = image.Pt(max(size.X, d.size.X), max(size.Y, d.size.Y))
		d.area.SetBounds(d.size.X, d.size.Y)
		d.area.UseNonZeroWinding = true
	}
	d.area.Dx, d.area.Dy = clip.Min.X, clip.Min.Y
	d.pen.turn(&d.area, clip)
}

// show paints what has been drawn since the last show.
func (d *Drawer) show(pal *render.Palette, p render.Paint) {
	if d.pen.inked {
		d.paint.set(pal, p)
		if d.paint.visible() {
			d.area.Rasterize(&d.paint)
		}
		d.area.Clear()
		d.pen.inked, d.pen.down = false, false
	}
}

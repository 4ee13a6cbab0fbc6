package screen

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// tile is the side of the squares in which textures are uploaded, in device
// pixels. Ebitengine copies what it is given into memory that it uses again for
// what is not larger; so squares of one size take a megabyte each, and whole
// textures, all of other sizes, would take theirs again and again.
const tile = 512

// A loom is where a texture is drawn, a band of it after the other, and cut into
// tiles.
type loom struct {
	canvas image.RGBA
	tile   []byte
}

// clear makes the canvas empty for a band, which may be anywhere.
func (l *loom) clear(band image.Rectangle) {
	n := 4 * band.Dx() * band.Dy()
	if cap(l.canvas.Pix) < n {
		l.canvas.Pix = make([]byte, n)
	}
	l.canvas.Pix, l.canvas.Stride, l.canvas.Rect = l.canvas.Pix[:n], 4*band.Dx(), band
	clear(l.canvas.Pix)
}

// upload hands the band over, tile by tile, to an image whose corner is origin.
func (l *loom) upload(to *ebiten.Image, origin image.Point, count *Count) {
	band := l.canvas.Rect
	if l.tile == nil {
		l.tile = make([]byte, 0, 4*tile*tile)
	}
	for left := band.Min.X; left < band.Max.X; left += tile {
		r := image.Rect(left, band.Min.Y, min(left+tile, band.Max.X), band.Max.Y)
		l.tile = l.tile[:0]
		for y := r.Min.Y; y < r.Max.Y; y++ {
			from := l.canvas.PixOffset(r.Min.X, y)
			l.tile = append(l.tile, l.canvas.Pix[from:from+4*r.Dx()]...)
		}
		part := to.RecyclableSubImage(r.Sub(origin))
		part.WritePixels(l.tile)
		part.Recycle()
		count.upload(len(l.tile))
	}
}

package screen

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
	"dateline/render/font"
	"dateline/render/raster"
)

// atlasSize is the atlas's sides in device pixels; at ratio 2 it holds about
// two hundred labels with halos.
const (
	atlasWidth  = 2048
	atlasHeight = 1024
)

// An atlas keeps the masks of runs of glyphs, halo and text apart, as the
// raster package draws them. Whole runs, not glyphs: so a halo is one stroke
// around the word, translucent or not, and letters keep their exact distances.
type atlas struct {
	image   *ebiten.Image // nil until something is shown
	version uint64        // goes up when the runs give way to others
	shelf   shelf
	runs    map[hash]mask
	drawer  raster.Drawer
	alpha   image.Alpha
	pixels  []byte
	count   *Count
}

// A mask is where a run lies in the atlas, and how its top left corner stands
// to the run's origin.
type mask struct {
	at   image.Rectangle
	from image.Point
}

// run finds the mask of a run, or makes it. It fails if the atlas is full: then
// what was drawn from it must go to the screen before it is emptied.
func (a *atlas) run(face *font.Face, index uint8, run []render.Glyph, size, halo, ratio float32) (m mask, ok bool) {
	key := runKey(index, run, size, halo, ratio)
	if m, ok := a.runs[key]; ok {
		return m, true
	}
	bounds := raster.RunBounds(face, run, size, halo, ratio)
	if bounds.Dx() > atlasWidth || bounds.Dy() > atlasHeight {
		// Too large for any atlas; cut rather than stop.
		bounds = bounds.Intersect(image.Rectangle{bounds.Min, bounds.Min.Add(image.Pt(atlasWidth, atlasHeight))})
	}
	at, ok := a.shelf.take(bounds.Size())
	if !ok {
		return mask{}, false
	}
	if a.runs == nil {
		a.runs = map[hash]mask{}
	}
	m = mask{at: image.Rectangle{at, at.Add(bounds.Size())}, from: bounds.Min}
	a.runs[key] = m
	if bounds.Empty() {
		return m, true
	}
	n := bounds.Dx() * bounds.Dy()
	if cap(a.alpha.Pix) < n {
		a.alpha.Pix, a.pixels = make([]byte, n), make([]byte, 4*n)
	}
	a.alpha.Pix, a.alpha.Stride, a.alpha.Rect = a.alpha.Pix[:n], bounds.Dx(), bounds
	clear(a.alpha.Pix)
	a.drawer.Mask(&a.alpha, face, run, size, halo, ratio)
	for i, v := range a.alpha.Pix {
		a.pixels[4*i], a.pixels[4*i+1], a.pixels[4*i+2], a.pixels[4*i+3] = v, v, v, v
	}
	part := a.page().RecyclableSubImage(m.at)
	part.WritePixels(a.pixels[:4*n])
	a.count.upload(4 * n)
	part.Recycle()
	return m, true
}

// page is the image of the atlas.
func (a *atlas) page() *ebiten.Image {
	if a.image == nil {
		a.image = ebiten.NewImageWithOptions(image.Rect(0, 0, atlasWidth, atlasHeight), &ebiten.NewImageOptions{Unmanaged: true})
	}
	return a.image
}

// empty forgets all runs.
func (a *atlas) empty() {
	a.version++
	clear(a.runs)
	a.shelf = shelf{}
}

// A shelf packs rectangles into the atlas in rows, a pixel apart.
type shelf struct {
	x, y   int // where the next one goes
	height int // of this row
}

func (s *shelf) take(size image.Point) (at image.Point, ok bool) {
	if s.x+size.X > atlasWidth {
		s.x, s.y, s.height = 0, s.y+s.height+1, 0
	}
	if s.y+size.Y > atlasHeight {
		return image.Point{}, false
	}
	at = image.Pt(s.x, s.y)
	s.x += size.X + 1
	s.height = max(s.height, size.Y)
	return at, true
}

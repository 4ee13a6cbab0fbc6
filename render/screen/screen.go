// Package screen draws a display list with Ebitengine. Layers that do not
// change are drawn once by the raster package and kept as textures; all else
// becomes triangles, in one batch, with edges smoothed by one shader. The
// picture is that of the raster package within the tolerance that the test
// states.
package screen

import (
	_ "embed"
	"fmt"
	"image"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
	"dateline/render/font"
	"dateline/render/raster"
)

//go:embed shader.kage
var shapesShader []byte

//go:embed stretch.kage
var stretchShader []byte

//go:embed times.kage
var timesShader []byte

// A Screen draws lists. It keeps textures by the names of layers, so names must
// differ between the lists that one Screen draws. At rest, what it shows
// depends on the list alone. It belongs to Ebitengine's draw loop.
type Screen struct {
	faces          *font.Set
	shader, filter *ebiten.Shader
	dated          *ebiten.Shader
	opt            ebiten.DrawTrianglesShaderOptions
	plain          ebiten.DrawTrianglesOptions

	atlas  atlas
	keeper keeper
	trace  render.Tracer
	batch  batch
	liner  liner
	filler filler
	cover  cover
	weaver weaver
	tape   tape
	count  Count

	// Of the Draw under way.
	dst     *ebiten.Image
	resting bool
	sorts   []sort // of threads in the layer under way
	sort    sort
	lit     lit
	list    *render.List
	pal     *render.Palette
	ratio   float32
	origin  image.Point     // of the list, in dst
	view    image.Rectangle // of dst, from the list's origin, device pixels
}

// New makes a Screen for lists whose text is set in these faces.
func New(faces *font.Set) *Screen {
	compiled := func(source []byte) *ebiten.Shader {
		s, err := ebiten.NewShader(source)
		if err != nil {
			panic(fmt.Sprintf("screen: own shader: %v", err))
		}
		return s
	}
	screen := &Screen{faces: faces, shader: compiled(shapesShader), filter: compiled(stretchShader), dated: compiled(timesShader)}
	screen.atlas.count, screen.keeper.count = &screen.count, &screen.count
	return screen
}

// Draw draws a list over what dst holds, the list's origin at the corner of
// dst, ratio device pixels to a CSS pixel. While the view is not resting, kept
// layers are shown under the change of their transform, blurred a little if
// need be; at rest every layer is sharp.
func (s *Screen) Draw(dst *ebiten.Image, list *render.List, pal *render.Palette, ratio float64, resting bool) {
	s.tape.forget()
	s.paintAll(dst, list, pal, ratio, resting)
	s.end()
}

// Amend draws a list like Draw, but only where it differs from what this Screen
// has amended last, if that was in the same image: dst must show that still. A
// list must cover dst, and nothing under it may show through.
func (s *Screen) Amend(dst *ebiten.Image, list *render.List, pal *render.Palette, ratio float64, resting bool) {
	s.tape.begin(dst, dst.Bounds())
	s.paintAll(dst, list, pal, ratio, resting)
	s.play()
	s.end()
}

// paintAll shows all layers of a list.
func (s *Screen) paintAll(dst *ebiten.Image, list *render.List, pal *render.Palette, ratio float64, resting bool) {
	s.dst, s.resting = dst, resting
	b := dst.Bounds()
	s.begin(list, pal, ratio)
	s.origin, s.view = b.Min, b.Sub(b.Min)
	s.tape.setting = s.setting()
	for i := range list.Layers {
		y := &list.Layers[i]
		clip := raster.Pixels(y.Clip, s.ratio).Intersect(s.view)
		switch {
		case clip.Empty() || y.Ops.From == y.Ops.To:
		case y.Baked:
			s.still(y, 0, clip)
		case y.While != [2]float32{} && !resting:
			s.timed(y, clip)
		case y.Still:
			before, kept, after := split(list, y)
			s.moving(&before, clip)
			s.still(&kept, 0, clip)
			s.moving(&after, clip)
		default:
			s.moving(y, clip)
		}
	}
	s.flush()
}

// Hurry says whether somebody waits for a picture so much that kept layers are
// painted no farther than it shows; Keep makes up for that.
func (s *Screen) Hurry(yes bool) { s.keeper.hurry = yes }

// Tight reports whether a layer lacks its margin, so that the view's first move
// would have to wait for it.
func (s *Screen) Tight() bool { return s.keeper.tight }

// Keep draws the kept layers of a list into textures without showing them: the
// view at the end of a flight, before it starts, threads that come, before they
// do, and what lies around the view that shows, if that was drawn in a hurry.
func (s *Screen) Keep(list *render.List, pal *render.Palette, ratio float64) {
	s.begin(list, pal, ratio)
	s.keeper.ahead = true
	defer func() { s.keeper.ahead = false }()
	for i := range list.Layers {
		y := &list.Layers[i]
		clip := raster.Pixels(y.Clip, s.ratio)
		switch {
		case clip.Empty():
		case y.While != [2]float32{}:
			s.timed(y, clip)
		case y.Still && !y.Baked:
			_, kept, _ := split(list, y)
			k := s.keeper.layer(&kept, 0)
			switch t := k.exact(kept.Transform); {
			case t == nil:
				s.paint(&kept, k, clip)
			case t.tight && !t.whole:
				s.keeper.release(k, slices.Index(k.textures, t))
				s.keeper.ahead = false // there is no other beside it
				s.paint(&kept, k, clip)
				s.keeper.ahead = true
			}
		}
	}
	s.keeper.tight = false
	s.end()
}

func (s *Screen) begin(list *render.List, pal *render.Palette, ratio float64) {
	s.list, s.pal, s.ratio = list, pal, float32(ratio)
	s.keeper.begin(list, pal, s.ratio)
}

func (s *Screen) end() {
	s.keeper.end()
	s.dst, s.list, s.pal = nil, nil, nil
}

// flush shows the batch.
func (s *Screen) flush() {
	if len(s.batch.indices) > 0 {
		s.show(look{source: s.atlas.page(), version: s.atlas.version})
	}
	s.batch.reset()
}

// A look is what triangles are filled with.
type look struct {
	kind    lookKind
	source  *ebiten.Image
	version uint64 // tells sources apart, and what they have held
}

type lookKind uint8

const (
	shapes    lookKind = iota // by the vertices' attributes; words from the source
	copied                    // the source, pixel for pixel
	stretched                 // the source, filtered
	dated                     // the source holds times
)

// show draws the batch, or keeps it on the tape until all is known.
func (s *Screen) show(l look) {
	switch {
	case !s.tape.runs:
		s.draw(s.dst, l, s.batch.vertices, s.batch.indices)
	case len(s.batch.vertices) > longest:
		s.spill()
		s.draw(s.dst, l, s.batch.vertices, s.batch.indices)
	default:
		s.tape.add(l, &s.batch)
	}
	s.batch.reset()
}

func (s *Screen) draw(dst *ebiten.Image, l look, vertices []ebiten.Vertex, indices []uint32) {
	s.count.Batches++
	s.count.Triangles += len(indices) / 3
	s.opt.Images[0] = l.source
	switch l.kind {
	case copied:
		dst.DrawTriangles32(vertices, indices, l.source, &s.plain)
	case stretched:
		dst.DrawTrianglesShader32(vertices, indices, s.filter, &s.opt)
	case dated:
		dst.DrawTrianglesShader32(vertices, indices, s.dated, &s.opt)
	default:
		dst.DrawTrianglesShader32(vertices, indices, s.shader, &s.opt)
	}
}

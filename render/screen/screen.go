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

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
	"dateline/render/font"
	"dateline/render/raster"
)

//go:embed shader.kage
var shader []byte

// A Screen draws lists. It keeps textures by the names of layers, so names must
// differ between the lists that one Screen draws. At rest, what it shows
// depends on the list alone. It belongs to Ebitengine's draw loop.
type Screen struct {
	faces  *font.Set
	shader *ebiten.Shader
	opt    ebiten.DrawTrianglesShaderOptions

	atlas  atlas
	keeper keeper
	trace  render.Tracer
	batch  batch
	liner  liner
	filler filler
	cover  cover
	weaver weaver
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
	s, err := ebiten.NewShader(shader)
	if err != nil {
		panic(fmt.Sprintf("screen: own shader: %v", err))
	}
	screen := &Screen{faces: faces, shader: s}
	screen.atlas.count, screen.keeper.count = &screen.count, &screen.count
	return screen
}

// Draw draws a list over what dst holds, the list's origin at the corner of
// dst, ratio device pixels to a CSS pixel. While the view is not resting, kept
// layers are shown under the change of their transform, blurred a little if
// need be; at rest every layer is sharp.
func (s *Screen) Draw(dst *ebiten.Image, list *render.List, pal *render.Palette, ratio float64, resting bool) {
	s.dst, s.resting = dst, resting
	b := dst.Bounds()
	s.begin(list, pal, ratio)
	s.origin, s.view = b.Min, b.Sub(b.Min)
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
	s.end()
}

// Keep draws the kept layers of a list into textures without showing them: the
// view at the end of a flight, before it starts.
func (s *Screen) Keep(list *render.List, pal *render.Palette, ratio float64) {
	s.begin(list, pal, ratio)
	s.keeper.ahead = true
	defer func() { s.keeper.ahead = false }()
	for i := range list.Layers {
		y := &list.Layers[i]
		if clip := raster.Pixels(y.Clip, s.ratio); !clip.Empty() && y.Still && !y.Baked {
			_, kept, _ := split(list, y)
			if k := s.keeper.layer(&kept, 0); k.exact(kept.Transform) == nil {
				s.paint(&kept, k, clip)
			}
		}
	}
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
		s.show(s.atlas.page())
	}
	s.batch.reset()
}

// show draws the batch with a source image.
func (s *Screen) show(source *ebiten.Image) {
	s.opt.Images[0] = source
	s.count.Batches++
	s.count.Triangles += len(s.batch.indices) / 3
	s.dst.DrawTrianglesShader32(s.batch.vertices, s.batch.indices, s.shader, &s.opt)
	s.batch.reset()
}

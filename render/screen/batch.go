package screen

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
)

// What a vertex's fourth custom attribute says to the shader.
const (
	round float32 = iota // distance from a point or line
	flat                 // flat end
	texel                // source image, pixel for pixel
	ring                 // plus the radius
)

// … and of threads, in textures that hold times.
const (
	timing float32 = -1 - iota // the times of a thread, to be kept
	coming                     // the source image holds times: what has come
	going                      // … and what has not gone
)

// feather is how far, in device pixels, geometry reaches beyond its edge so
// that the shader can smooth it there.
const feather = 0.75

// A batch is triangles in paint order. It is plain data; nothing here needs a
// screen.
type batch struct {
	vertices []ebiten.Vertex
	indices  []uint32
	starts   []start    // of the operations, for a tape
	color    [4]float32 // premultiplied, of what is added next
	now      float32    // where the source image holds times, the one at which it is shown
}

// A start is where what belongs together begins in a batch.
type start struct {
	vertex, index int
	sum           hash            // of the operation; 0 if it is none
	area          image.Rectangle // that it touches, if that is known
}

func (b *batch) reset() {
	b.vertices, b.indices, b.starts = b.vertices[:0], b.indices[:0], b.starts[:0]
}

// start says that an operation begins.
func (b *batch) start(sum hash) {
	b.starts = append(b.starts, start{vertex: len(b.vertices), index: len(b.indices), sum: sum})
}

// ink sets the colour of what is added next, and reports whether it shows.
func (b *batch) ink(pal *render.Palette, p render.Paint) bool {
	if int(p.Ink) >= len(pal.Colors) {
		return false
	}
	c := pal.Colors[p.Ink]
	a := min(max(p.Alpha, 0), 1) * float32(c.A) / 255
	b.color = [4]float32{float32(c.R) / 255 * a, float32(c.G) / 255 * a, float32(c.B) / 255 * a, a}
	return a > 0
}

// vertex adds a vertex with its attributes for the shader.
func (b *batch) vertex(p render.Point, x, y, z, w float32) uint32 {
	b.vertices = append(b.vertices, ebiten.Vertex{
		DstX: p.X, DstY: p.Y,
		ColorR: b.color[0], ColorG: b.color[1], ColorB: b.color[2], ColorA: b.color[3],
		Custom0: x, Custom1: y, Custom2: z, Custom3: w,
	})
	return uint32(len(b.vertices) - 1)
}

// source adds a vertex that shows the source image at (sx, sy).
func (b *batch) source(p render.Point, sx, sy, mode float32) uint32 {
	i := b.vertex(p, b.now, 0, 0, mode)
	b.vertices[i].SrcX, b.vertices[i].SrcY = sx, sy
	return i
}

func (b *batch) triangle(i, j, k uint32) { b.indices = append(b.indices, i, j, k) }

// quad adds a quadrilateral whose corners are given in turn.
func (b *batch) quad(i, j, k, l uint32) { b.indices = append(b.indices, i, j, k, i, k, l) }

// disc adds a filled circle.
func (b *batch) disc(c render.Point, radius float32) {
	b.square(c, radius+feather, radius, round)
}

// hoop adds a stroked circle.
func (b *batch) hoop(c render.Point, radius, width float32) {
	b.square(c, radius+width/2+feather, width/2, ring+radius)
}

func (b *batch) square(c render.Point, r, half, mode float32) {
	b.quad(
		b.vertex(render.Point{X: c.X - r, Y: c.Y - r}, -r, -r, half, mode),
		b.vertex(render.Point{X: c.X + r, Y: c.Y - r}, r, -r, half, mode),
		b.vertex(render.Point{X: c.X + r, Y: c.Y + r}, r, r, half, mode),
		b.vertex(render.Point{X: c.X - r, Y: c.Y + r}, -r, r, half, mode))
}

func hypot(x, y float32) float32 { return float32(math.Sqrt(float64(x*x + y*y))) }

func along(p, d render.Point, k float32) render.Point {
	return render.Point{X: p.X + d.X*k, Y: p.Y + d.Y*k}
}

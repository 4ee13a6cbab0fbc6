package screen

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// longest is how many vertices a batch may have to be kept on a tape: of a
// crowd of lines, all is drawn each time that one moves.
const longest = 1 << 14

// A tape is what a frame tells the graphics processor, kept until it is known
// where that differs from what the frame before told it. Where nothing differs,
// nothing need be drawn; and the triangles of an operation that was in the frame
// before need not be made again.
type tape struct {
	runs    bool          // what is shown goes on it
	dst     *ebiten.Image // that shows the frame before, or nil
	bounds  image.Rectangle
	whole   bool // nothing is known of what dst shows
	setting hash // of all operations

	looks       []look
	now, before reel
	next        int   // piece of the frame before that is looked for first
	out         batch // what is handed over
	parts       []image.Rectangle
}

// A reel is the pieces of one frame.
type reel struct {
	pieces   []piece
	vertices []ebiten.Vertex
	indices  []uint32 // each piece's count from its own first vertex
}

// A piece is the triangles of one operation, or of one texture.
type piece struct {
	sum      hash            // of all that it tells
	area     image.Rectangle // of dst; it touches nothing beyond
	look     int             // number in looks
	vertices [2]int          // from, to
	indices  [2]int
}

// ahead is how far the piece that comes next is looked for.
const ahead = 256

// find is how many pieces on from number i there is one with a sum, or −1.
func (r *reel) find(i int, sum hash) int {
	window := r.pieces[i:min(i+ahead, len(r.pieces))]
	for k := range window {
		if window[k].sum == sum {
			return k
		}
	}
	return -1
}

// begin starts a frame's tape.
func (t *tape) begin(dst *ebiten.Image, bounds image.Rectangle) {
	t.whole = t.dst != dst || t.bounds != bounds
	t.runs, t.dst, t.bounds, t.next = true, dst, bounds, 0
	t.before, t.now = t.now, t.before
	t.now.clear()
	t.looks = t.looks[:0]
}

func (r *reel) clear() {
	r.pieces, r.vertices, r.indices = r.pieces[:0], r.vertices[:0], r.indices[:0]
}

// forget is called when something else is drawn.
func (t *tape) forget() { t.runs, t.dst = false, nil }

// again puts what was made of an operation in the frame before into a batch, if
// it is there.
func (t *tape) again(b *batch, sum hash) bool {
	k := t.before.find(t.next, sum)
	if k < 0 {
		return false
	}
	p := &t.before.pieces[t.next+k]
	t.next += k + 1
	b.starts[len(b.starts)-1].area = p.area
	base := uint32(len(b.vertices))
	b.vertices = append(b.vertices, t.before.vertices[p.vertices[0]:p.vertices[1]]...)
	for _, i := range t.before.indices[p.indices[0]:p.indices[1]] {
		b.indices = append(b.indices, base+i)
	}
	return true
}

// add keeps a batch.
func (t *tape) add(l look, b *batch) {
	t.looks = append(t.looks, l)
	from := start{}
	for _, to := range b.starts {
		t.piece(b, from, to)
		from = to
	}
	t.piece(b, from, start{vertex: len(b.vertices), index: len(b.indices)})
}

func (t *tape) piece(b *batch, from, to start) {
	if from.index == to.index {
		return
	}
	r := &t.now
	p := piece{sum: from.sum, area: from.area, look: len(t.looks) - 1, vertices: [2]int{len(r.vertices)}, indices: [2]int{len(r.indices)}}
	vertices := b.vertices[from.vertex:to.vertex]
	if p.sum == 0 {
		p.sum = t.looks[p.look].sum(vertices)
	}
	r.vertices = append(r.vertices, vertices...)
	for _, i := range b.indices[from.index:to.index] {
		r.indices = append(r.indices, i-uint32(from.vertex))
	}
	p.vertices[1], p.indices[1] = len(r.vertices), len(r.indices)
	if p.area.Empty() {
		p.area = reach(vertices, r.indices[p.indices[0]:]).Intersect(t.bounds)
	}
	r.pieces = append(r.pieces, p)
}

// sum tells apart what shows a texture.
func (l *look) sum(vertices []ebiten.Vertex) hash {
	h := seed.mix(uint32(l.kind)).mix(uint32(l.version)).mix(uint32(l.version >> 32))
	for i := range vertices {
		v := &vertices[i]
		h = h.mixed(v.DstX, v.DstY, v.SrcX, v.SrcY, v.ColorR, v.ColorG, v.ColorB, v.ColorA, v.Custom0, v.Custom3)
	}
	return h
}

// reach is the pixels that triangles may touch.
func reach(vertices []ebiten.Vertex, indices []uint32) image.Rectangle {
	x0, y0 := float32(math.Inf(1)), float32(math.Inf(1))
	x1, y1 := -x0, -y0
	for _, i := range indices {
		v := &vertices[i]
		x0, y0, x1, y1 = min(x0, v.DstX), min(y0, v.DstY), max(x1, v.DstX), max(y1, v.DstY)
	}
	floor := func(v float32) int { return int(math.Floor(float64(v))) }
	return image.Rect(floor(x0), floor(y0), floor(x1)+1, floor(y1)+1)
}

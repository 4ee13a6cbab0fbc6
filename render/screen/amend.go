package screen

import (
	"image"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"
)

const (
	// partsMost is into how many rectangles what has changed is gathered: each
	// is drawn by itself.
	partsMost = 3
	// partSlack is how many pixels more a rectangle may have than the two that it
	// takes the place of.
	partSlack = 128 * 128
	// wholeFrom is from what share of the picture on all of it is drawn.
	wholeFrom = 0.6
)

// play draws what is on the tape, where it differs from what dst shows.
func (s *Screen) play() {
	t := &s.tape
	if !t.runs {
		return
	}
	t.runs = false
	if t.whole {
		s.playIn(t.dst, t.bounds)
		return
	}
	for _, r := range t.changed() {
		part := t.dst.RecyclableSubImage(r)
		s.playIn(part, r)
		part.Recycle()
	}
}

// spill draws what is on the tape so far, and ends it: the rest of the frame is
// drawn as it comes.
func (s *Screen) spill() {
	t := &s.tape
	if !t.runs {
		return
	}
	s.playIn(t.dst, t.bounds)
	t.forget()
	t.now.clear()
}

// playIn draws the pieces that meet a part of the picture.
func (s *Screen) playIn(dst *ebiten.Image, part image.Rectangle) {
	t := &s.tape
	out, r := &t.out, &t.now
	for i := range r.pieces {
		p := &r.pieces[i]
		if p.area.Overlaps(part) {
			base := uint32(len(out.vertices))
			out.vertices = append(out.vertices, r.vertices[p.vertices[0]:p.vertices[1]]...)
			for _, k := range r.indices[p.indices[0]:p.indices[1]] {
				out.indices = append(out.indices, base+k)
			}
		}
		if len(out.indices) > 0 && (i+1 == len(r.pieces) || r.pieces[i+1].look != p.look) {
			s.draw(dst, t.looks[p.look], out.vertices, out.indices)
			out.reset()
		}
	}
}

// changed is where the picture differs from the one before. Pieces that both
// have in the same order leave the same on every pixel that no other piece
// touches.
func (t *tape) changed() []image.Rectangle {
	t.parts = t.parts[:0]
	next := 0 // of those before
	for i := range t.now.pieces {
		p := &t.now.pieces[i]
		k := t.before.find(next, p.sum)
		if k < 0 {
			t.touch(p.area)
			continue
		}
		for j := next; j < next+k; j++ {
			t.touch(t.before.pieces[j].area)
		}
		next += k + 1
	}
	for ; next < len(t.before.pieces); next++ {
		t.touch(t.before.pieces[next].area)
	}
	sum := 0
	for _, r := range t.parts {
		sum += pixels(r)
	}
	if float64(sum) > wholeFrom*float64(pixels(t.bounds)) {
		t.parts = append(t.parts[:0], t.bounds)
	}
	return t.parts
}

// touch adds a rectangle to the parts.
func (t *tape) touch(r image.Rectangle) {
	if r.Empty() {
		return
	}
	for i := 0; i < len(t.parts); i++ {
		if growth(t.parts[i], r) <= partSlack {
			r = r.Union(t.parts[i])
			t.parts = slices.Delete(t.parts, i, i+1)
			i = -1 // it may now be near others
		}
	}
	t.parts = append(t.parts, r)
	if len(t.parts) > partsMost {
		t.gather()
	}
}

// gather makes one of the two rectangles that lose least by it.
func (t *tape) gather() {
	a, b, least := 0, 1, growth(t.parts[0], t.parts[1])
	for i := range t.parts {
		for j := range i {
			if g := growth(t.parts[j], t.parts[i]); g < least {
				a, b, least = j, i, g
			}
		}
	}
	r := t.parts[a].Union(t.parts[b])
	t.parts = slices.Delete(t.parts, b, b+1)
	t.parts = slices.Delete(t.parts, a, a+1)
	t.touch(r)
}

// growth is by how many pixels one rectangle is larger than the two it holds.
func growth(a, b image.Rectangle) int { return pixels(a.Union(b)) - pixels(a) - pixels(b) }

func pixels(r image.Rectangle) int { return r.Dx() * r.Dy() }

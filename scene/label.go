package scene

import (
	"math"
	"strings"

	"dateline/render"
	"dateline/render/font"
	"dateline/timeline"
)

// The faces of a font.Set.
const (
	regular uint8 = 0
	bold    uint8 = 1
)

// label is a line of text, set once when the scene is prepared.
type label struct {
	text    string
	face    uint8
	size    float32
	glyphs  []render.Glyph // from the origin of the baseline
	width   float32
	ascent  float32 // of capitals, above the baseline
	descent float32 // below the baseline
}

// set sets a line. Text without glyphs in the face makes an empty label.
func set(faces *font.Set, text string, face uint8, size float32) label {
	lb := label{text: text, face: face, size: size}
	f := faces.Face(face)
	if f == nil || text == "" {
		return lb
	}
	lb.glyphs, lb.width = f.Shape(text, size, nil)
	lb.ascent, lb.descent = f.Metrics.CapHeight*size, -f.Metrics.Descent*size*0.75
	return lb
}

// space sets the letters apart, by a share of their size.
func (lb *label) space(share float32) {
	by := share * lb.size
	for i := range lb.glyphs {
		lb.glyphs[i].At.X += by * float32(i)
	}
	if n := len(lb.glyphs); n > 0 {
		lb.width += by * float32(n-1)
	}
}

// wrap breaks a line that is long for the map in two.
func (s *Scene) wrap(text string, face uint8, size float32) []string {
	const share, least = 0.15, 84.0 // of the map's width; CSS pixels
	if text == "" {
		return nil
	}
	lb := set(s.faces, text, face, size)
	if lb.width <= float32(max(s.width*share, least)) {
		return []string{text}
	}
	return halves(text)
}

// halves breaks a text at the space nearest its middle.
func halves(text string) []string {
	best := -1
	for i := range text {
		if text[i] == ' ' && (best < 0 || max(i, len(text)-i) < max(best, len(text)-best)) {
			best = i
		}
	}
	if best < 0 {
		return []string{text}
	}
	return []string{strings.TrimSpace(text[:best]), strings.TrimSpace(text[best:])}
}

// split breaks a name at its last space.
func split(name string) []string {
	for i := len(name) - 1; i > 0; i-- {
		if name[i] == ' ' {
			return []string{name[:i], name[i+1:]}
		}
	}
	return []string{name}
}

// draw puts the label with the left end of its baseline at p.
func (lb *label) draw(l *render.List, p render.Point, paint render.Paint, halo float32, haloPaint render.Paint) {
	if len(lb.glyphs) == 0 || paint.Alpha <= 0 {
		return
	}
	from := int32(len(l.Glyphs))
	for _, g := range lb.glyphs {
		l.Glyphs = append(l.Glyphs, render.Glyph{ID: g.ID, At: plus(g.At, p)})
	}
	haloPaint.Alpha *= paint.Alpha
	l.Add(render.Op{Kind: render.Text, Paint: paint, Face: lb.face, Size: lb.size, Name: lb.text,
		Glyphs: render.Span{From: from, To: int32(len(l.Glyphs))}, Halo: halo, HaloPaint: haloPaint})
}

// center puts the middle of the label's capitals at p.
func (lb *label) center(l *render.List, p render.Point, paint render.Paint, halo float32, haloPaint render.Paint) {
	lb.draw(l, render.Point{X: p.X - lb.width/2, Y: p.Y + lb.ascent/2}, paint, halo, haloPaint)
}

// box is a rectangle of CSS pixels that a label or mark takes up.
type box = render.Rect

func boxAt(x, y, w, h float32) box {
	return box{Min: render.Point{X: x, Y: y}, Max: render.Point{X: x + w, Y: y + h}}
}

func around(p render.Point, r float32) box { return boxAt(p.X-r, p.Y-r, 2*r, 2*r) }

// apart is how far two boxes are from each other: negative when they overlap.
func apart(a, b box) float32 {
	dx := max(a.Min.X-b.Max.X, b.Min.X-a.Max.X)
	dy := max(a.Min.Y-b.Max.Y, b.Min.Y-a.Max.Y)
	return max(dx, dy)
}

// overlap reports whether apart is negative. It is asked many thousand times
// while labels are placed, and the browser's max takes a call.
func overlap(a, b box) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// clear is how well two labels keep apart: 1 when wholly, 0 when they touch.
func clear(a, b box) float32 {
	dx := max(a.Min.X-b.Max.X, b.Min.X-a.Max.X)
	dy := max(a.Min.Y-b.Max.Y, b.Min.Y-a.Max.Y)
	return min(max(dx/keepAside, dy/keepBelow, 0), 1)
}

// room is how much of a label may be seen beside those that are drawn already
// and at the map's edges, 0…1.
func (s *Scene) room(b box) float32 {
	alpha := 1 - beyond(b, s.mapBox)/fadeOut
	for _, t := range s.taken {
		alpha = min(alpha, clear(b, t))
	}
	return s.whole(alpha)
}

// whole makes what is partly there whole or nothing, the nearer the picture is
// to rest.
func (s *Scene) whole(alpha float32) float32 {
	firm := float32(0)
	if alpha >= wholeFrom {
		firm = 1
	}
	return alpha + (firm-alpha)*s.rest
}

// wholeFrom is how much of a label must have room for it to be seen at rest,
// where one that is half faded would look like a fault: it is there or it is not.
const wholeFrom = 0.6

// resting is how near a picture is to rest, 0…1: at a stop, on the story's own
// camera or on one that the reader has moved little.
func resting(st *timeline.State, v View) float32 {
	const near, moved, zoomed = 0.12, 40, 0.3 // stops; CSS pixels; logarithm of the zoom
	off := math.Abs(float64(st.Pos)-math.Round(float64(st.Pos))) / near
	off += math.Hypot(v.X, v.Y)/moved + math.Abs(math.Log(v.K))/zoomed + math.Abs(v.R)/zoomed
	if v.Held && v.At != st.Pos {
		off = 1
	}
	return float32(max(0, 1-off))
}

// fadeOut is how far a label may lie beyond the map before it is gone, CSS
// pixels.
const fadeOut = 10

// beyond is how far a lies outside of b.
func beyond(a, b box) float32 {
	return max(b.Min.X-a.Min.X, a.Max.X-b.Max.X, b.Min.Y-a.Min.Y, a.Max.Y-b.Max.Y, 0)
}

func inside(a box, p render.Point) bool {
	return p.X >= a.Min.X && p.X < a.Max.X && p.Y >= a.Min.Y && p.Y < a.Max.Y
}

// within reports whether a lies in b.
func within(a, b box) bool {
	return a.Min.X >= b.Min.X && a.Min.Y >= b.Min.Y && a.Max.X <= b.Max.X && a.Max.Y <= b.Max.Y
}

func shift(a box, by render.Point) box {
	return box{Min: plus(a.Min, by), Max: plus(a.Max, by)}
}

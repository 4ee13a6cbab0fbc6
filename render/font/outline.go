package font

import (
	"github.com/golang/freetype/truetype"

	"dateline/render"
)

// Verb is what a step of an outline does.
type Verb uint8

const (
	Move Verb = iota // start a contour at To
	Line             // a straight line to To
	Quad             // a quadratic curve to To, bent towards Control
)

// Step is one step of an outline.
type Step struct {
	Verb        Verb
	Control, To render.Point
}

// Outline is the shape of a glyph in em units, y up, the origin on the
// baseline. Each contour starts with a Move and closes by itself; the fill is
// non-zero. Outer contours run clockwise, as TrueType has them.
type Outline struct {
	Steps  []Step
	Bounds render.Rect // of all points, controls included
}

// outline turns freetype's points into steps. TrueType leaves a point on the
// curve out where it is the middle of two controls; a contour may even begin
// with a control.
func outline(g *truetype.GlyphBuf, scale float32) Outline {
	var o Outline
	from := 0
	for _, to := range g.Ends {
		o.contour(g.Points[from:to], scale)
		from = to
	}
	o.bound()
	return o
}

func (o *Outline) contour(ps []truetype.Point, scale float32) {
	if len(ps) < 2 {
		return
	}
	at := func(i int) (p render.Point, on bool) {
		q := ps[i%len(ps)]
		return render.Point{X: float32(q.X) * scale, Y: float32(q.Y) * scale}, q.Flags&1 != 0
	}
	start, on := at(0)
	first := 1
	if !on {
		if last, ok := at(len(ps) - 1); ok {
			start = last
		} else {
			start = middle(start, last)
		}
		first = 0
	}
	o.Steps = append(o.Steps, Step{Verb: Move, To: start})
	var control render.Point
	bent := false
	end := len(ps)
	for i := first; i < end; i++ {
		p, on := at(i)
		switch {
		case on && bent:
			o.Steps = append(o.Steps, Step{Quad, control, p})
			bent = false
		case on:
			o.Steps = append(o.Steps, Step{Verb: Line, To: p})
		case bent:
			o.Steps = append(o.Steps, Step{Quad, control, middle(control, p)})
			control = p
		default:
			control, bent = p, true
		}
	}
	if bent {
		o.Steps = append(o.Steps, Step{Quad, control, start})
	}
}

func (o *Outline) bound() {
	for i, s := range o.Steps {
		if i == 0 {
			o.Bounds = render.Rect{Min: s.To, Max: s.To}
		}
		o.Bounds = grow(o.Bounds, s.To)
		if s.Verb == Quad {
			o.Bounds = grow(o.Bounds, s.Control)
		}
	}
}

func grow(r render.Rect, p render.Point) render.Rect {
	return render.Rect{
		Min: render.Point{X: min(r.Min.X, p.X), Y: min(r.Min.Y, p.Y)},
		Max: render.Point{X: max(r.Max.X, p.X), Y: max(r.Max.Y, p.Y)},
	}
}

func middle(a, b render.Point) render.Point {
	return render.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}
}

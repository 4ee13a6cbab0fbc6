package svg

import (
	"math"

	"dateline/render"
)

// quarter is a width to a quarter of a pixel, and at least that.
func quarter(width float32) float32 { return max(1, float32(math.Round(float64(width*4)))) / 4 }

// threads writes lines that have widths of their own: an element for
// each width, to a quarter of a pixel, and at least one of them.
func (p *writer) threads(y *render.Layer, op *render.Op, clip render.Rect) {
	var order []float32
	data := map[float32]*path{}
	for one := range p.list.Strokes(op) {
		w := quarter(one.Width)
		if data[w] == nil {
			data[w] = &path{}
			order = append(order, w)
		}
		p.addStroke(data[w], y, one, clip)
	}
	for _, w := range order {
		if d := data[w].text; len(d) > 0 {
			p.put(`<path`, p.paint("stroke", op.Paint), ` stroke-width="`, p.fine(w), `" stroke-linecap="butt" d="`, string(d), "\"/>\n")
		}
	}
}

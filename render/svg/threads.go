package svg

import (
	"math"

	"dateline/render"
)

// threads writes lines that have widths of their own: an element for
// each width, to a quarter of a pixel, and at least one of them.
func (p *writer) threads(y *render.Layer, op *render.Op, clip render.Rect) {
	const steps = 4 // to a pixel
	var order []int
	data := map[int]*path{}
	for one := range p.list.Strokes(op) {
		w := max(1, int(math.Round(float64(one.Width*steps))))
		if data[w] == nil {
			data[w] = &path{}
			order = append(order, w)
		}
		p.addStroke(data[w], y, one, clip)
	}
	for _, w := range order {
		if d := data[w].text; len(d) > 0 {
			p.put(`<path`, p.paint("stroke", op.Paint), ` stroke-width="`, p.fine(float32(w)/steps), `" stroke-linecap="butt" d="`, string(d), "\"/>\n")
		}
	}
}

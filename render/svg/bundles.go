package svg

import (
	"bytes"
	"html"

	"dateline/render"
)

// A Bundle is a picture of its own of the strokes that show in the same states.
type Bundle struct {
	States string // "0-3 7": as data-s has them; empty: in all
	SVG    []byte
}

// Bundles writes the strokes of some layers of several states apart from all
// else, every line once: a crowd of lines, of which the order does not matter
// but for that of the inks, and which would be too much for a document. Each is
// a whole file, wider by the bleed at either side, whose colours are the custom
// properties that a style sheet sets in it.
func Bundles(lists []*render.List, pal *render.Palette, style string, opt Options) []Bundle {
	p := newWriter(lists, pal, nil, opt)
	p.unit = p.opt.Grid
	view := render.Rect{Min: render.Point{X: -opt.Bleed}, Max: render.Point{X: lists[0].Width + opt.Bleed, Y: p.height()}}
	var out []Bundle
	for _, b := range p.bundles() {
		var text bytes.Buffer
		text.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="` + number(view.Min.X, 2) + ` 0 ` + number(view.Max.X-view.Min.X, 2) + ` ` + number(view.Max.Y, 2) + `"><style>` + html.EscapeString(style) + `</style>`)
		text.WriteString(`<g transform="scale(` + number(p.unit, 4) + `)" fill="none" stroke-linejoin="round">` + "\n")
		for _, w := range b.paints {
			var d path
			for _, one := range b.lines[w] {
				p.list = lists[one.list]
				p.addStroke(&d, one.layer, &one.op, view)
			}
			if len(d.text) > 0 {
				text.WriteString(`<path` + p.paint("stroke", w.Paint) + ` stroke-width="` + p.fine(w.width) + `" stroke-linecap="butt" d="` + string(d.text) + "\"/>\n")
			}
		}
		text.WriteString("</g></svg>\n")
		out = append(out, Bundle{b.states, text.Bytes()})
	}
	return out
}

// A pen is how lines are painted.
type pen struct {
	render.Paint
	width float32
}

type bundle struct {
	states string
	paints []pen
	lines  map[pen][]line
}

// line is a stroke of one path.
type line struct {
	list  int
	layer *render.Layer
	op    render.Op
	shows []bool // by list
}

// bundles finds what shows when, in the order in which it first does.
func (p *writer) bundles() []*bundle {
	known := map[string]*line{}
	var all []*line
	for n, list := range p.lists {
		for i := range list.Layers {
			y := &list.Layers[i]
			for k := y.Ops.From; k < y.Ops.To; k++ {
				op := &list.Ops[k]
				if op.Kind != render.Stroke || p.opt.Only != nil && !p.opt.Only(y, op) {
					continue
				}
				for one := range list.Strokes(op) {
					own := *one
					own.Width = quarter(own.Width)
					key := p.key(list, y, &own)
					if known[key] == nil {
						known[key] = &line{list: n, layer: y, op: own, shows: make([]bool, len(p.lists))}
						all = append(all, known[key])
					}
					known[key].shows[n] = true
				}
			}
		}
	}
	byStates := map[string]*bundle{}
	var out []*bundle
	for _, one := range all {
		s := states(one.shows)
		b := byStates[s]
		if b == nil {
			b = &bundle{states: s, lines: map[pen][]line{}}
			byStates[s], out = b, append(out, b)
		}
		w := pen{one.op.Paint, one.op.Width}
		if b.lines[w] == nil {
			b.paints = append(b.paints, w)
		}
		b.lines[w] = append(b.lines[w], *one)
	}
	return out
}

package svg

import (
	"bytes"
	"html"
	"strconv"

	"dateline/render"
	"dateline/render/font"
)

// A writer writes one picture.
type writer struct {
	list  *render.List
	pal   *render.Palette
	faces *font.Set
	opt   Options
	how   lettering

	out      bytes.Buffer // the layers
	clips    []render.Rect
	glyphs   glyphs
	lettered bool // there is text
	words    int  // runs that are used twice, for their ids
	trace    render.Tracer
	ring     []render.Point
	spare    []render.Point
	thin     thinner
}

// picture writes the whole: definitions are known only after the layers.
func (p *writer) picture(to *bytes.Buffer) {
	for i := range p.list.Layers {
		p.layer(&p.list.Layers[i])
	}
	if !p.opt.Fragment {
		to.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
		if p.opt.Class != "" {
			to.WriteString(` class="` + html.EscapeString(p.opt.Class) + `"`)
		}
		to.WriteString(` viewBox="0 0 ` + number(p.list.Width, 2) + ` ` + number(p.list.Height, 2) + `" aria-hidden="true">`)
	}
	p.defs(to)
	to.Write(p.out.Bytes())
	if !p.opt.Fragment {
		to.WriteString("</svg>\n")
	}
}

// defs writes the clips and glyphs that the layers refer to.
func (p *writer) defs(to *bytes.Buffer) {
	if len(p.clips) == 0 && len(p.glyphs.order) == 0 {
		return
	}
	to.WriteString("<defs>")
	for i, r := range p.clips {
		to.WriteString(`<clipPath id="` + p.id("c", i) + `"><rect x="` + p.on(r.Min.X) + `" y="` + p.on(r.Min.Y) +
			`" width="` + p.on(r.Max.X-r.Min.X) + `" height="` + p.on(r.Max.Y-r.Min.Y) + `"/></clipPath>`)
	}
	p.glyphs.write(to, p)
	to.WriteString("</defs>\n")
}

// layer writes one layer as a group whose unit is the grid.
func (p *writer) layer(y *render.Layer) {
	view := render.Rect{Max: render.Point{X: p.list.Width, Y: p.list.Height}}
	if y.Clip.Intersect(view).Empty() {
		return
	}
	start := p.out.Len()
	p.put(`<g class="`, html.EscapeString(y.Name), `"`)
	if p.opt.Prefix != "" {
		p.put(` id="`, html.EscapeString(p.opt.Prefix+y.Name), `"`)
	}
	p.put(` transform="scale(`, number(p.opt.Grid, 4), `)" fill="none" stroke-linecap="round" stroke-linejoin="round"`)
	clips := len(p.clips)
	if !y.Clip.Covers(view) {
		p.put(` clip-path="url(#`, p.id("c", p.clip(y.Clip)), `)"`)
	}
	p.put(">\n")
	head := p.out.Len()
	for i := y.Ops.From; i < y.Ops.To; i++ {
		if p.opt.Only == nil || p.opt.Only(y, int(i)) {
			p.op(y, &p.list.Ops[i], y.Clip.Intersect(view))
		}
	}
	if p.out.Len() == head {
		p.out.Truncate(start) // nothing to show
		p.clips = p.clips[:clips]
		return
	}
	p.put("</g>\n")
}

// clip is the number of a clip, each written once.
func (p *writer) clip(r render.Rect) int {
	for i, c := range p.clips {
		if c == r {
			return i
		}
	}
	p.clips = append(p.clips, r)
	return len(p.clips) - 1
}

func (p *writer) id(kind string, i int) string {
	return html.EscapeString(p.opt.Prefix) + kind + strconv.Itoa(i)
}

func (p *writer) put(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
}

package svg

import (
	"bytes"
	"html"
	"slices"
	"strconv"

	"dateline/render"
	"dateline/render/font"
)

// A writer writes one picture, of one list or of several.
type writer struct {
	lists []*render.List
	list  *render.List // of the operation that is being written
	pal   *render.Palette
	faces *font.Set
	opt   Options
	words *Words
	own   bool    // they are this picture's alone
	unit  float32 // of the layer that is being written: its grid, in CSS pixels

	out    bytes.Buffer // the layers
	clips  []clip
	twice  map[*render.Shape]bool // shapes that are filled and stroked
	shapes []sharedShape
	trace  render.Tracer
	ring   []render.Point
	spare  []render.Point
	thin   thinner
}

func newWriter(lists []*render.List, pal *render.Palette, faces *font.Set, opt Options) *writer {
	p := &writer{lists: lists, pal: pal, faces: faces, opt: opt.filled(), words: opt.Words}
	if p.words == nil {
		p.words, p.own = &Words{Prefix: opt.Prefix}, true
	}
	return p
}

// picture writes the whole: definitions are known only after the layers.
func (p *writer) picture(to *bytes.Buffer) {
	p.list = p.lists[0]
	p.count()
	for i := range p.list.Layers {
		p.layer(i)
	}
	if !p.opt.Fragment {
		to.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
		if p.opt.Class != "" {
			to.WriteString(` class="` + html.EscapeString(p.opt.Class) + `"`)
		}
		if !p.opt.Elastic.on() {
			to.WriteString(` viewBox="0 0 ` + number(p.list.Width, 2) + ` ` + number(p.height(), 2) + `"`)
		}
		to.WriteString(` aria-hidden="true">`)
	}
	p.defs(to)
	to.Write(p.out.Bytes())
	if !p.opt.Fragment {
		to.WriteString("</svg>\n")
	}
}

// height is that of what is written.
func (p *writer) height() float32 {
	if p.opt.Height > 0 {
		return p.opt.Height
	}
	return p.lists[0].Height
}

// defs writes the clips, shapes and words that the layers refer to.
func (p *writer) defs(to *bytes.Buffer) {
	words := ""
	if p.own {
		words = p.words.paths()
	}
	if len(p.clips) == 0 && words == "" && !slices.ContainsFunc(p.shapes, sharedShape.seen) {
		return
	}
	to.WriteString("<defs>")
	for i, r := range p.clips {
		p.unit = r.unit
		to.WriteString(`<clipPath id="` + p.id("c", i) + `"><rect x="` + p.on(r.Min.X) + `" y="` + p.on(r.Min.Y) +
			`" width="` + p.on(r.Max.X-r.Min.X) + `" height="` + p.on(r.Max.Y-r.Min.Y) + `"/></clipPath>`)
	}
	for i, s := range p.shapes {
		if s.seen() {
			to.WriteString(`<path id="` + p.id("s", i) + `" d="` + s.d + "\"/>\n")
		}
	}
	to.WriteString(words)
	to.WriteString("</defs>\n")
}

// layer writes one layer of all lists as a group whose unit is the grid, in
// which what shows together is grouped again.
func (p *writer) layer(i int) {
	y := &p.lists[0].Layers[i]
	view := render.Rect{Max: render.Point{X: p.lists[0].Width, Y: p.height()}}
	if p.opt.Elastic.on() {
		view.Max.Y = p.lists[0].Height
	}
	clip := y.Clip.Intersect(view)
	if clip.Empty() {
		return
	}
	cut := !p.opt.Elastic.on() && !y.Clip.Covers(view)
	if p.opt.Bleed > 0 && !cut {
		clip.Min.X -= p.opt.Bleed
		clip.Max.X += p.opt.Bleed
	}
	p.unit = p.gridOf(i)
	start := p.out.Len()
	p.put(`<g class="`, html.EscapeString(y.Name), `"`)
	if p.opt.Prefix != "" {
		p.put(` id="`, html.EscapeString(p.opt.Prefix+y.Name), `"`)
	}
	if !p.opt.Elastic.on() {
		p.put(` transform="scale(`, number(p.unit, 4), `)"`)
	}
	p.put(` fill="none" stroke-linecap="round" stroke-linejoin="round"`)
	clips := len(p.clips)
	if cut {
		p.put(` clip-path="url(#`, p.id("c", p.clip(y.Clip)), `)"`)
	}
	p.put(">\n")
	head := p.out.Len()
	p.grouped(i, clip)
	if p.out.Len() == head {
		p.out.Truncate(start) // nothing to show
		p.clips = p.clips[:clips]
		return
	}
	p.put("</g>\n")
}

// grouped writes the operations of a layer; clip is what can be seen of it.
func (p *writer) grouped(i int, clip render.Rect) {
	open, start, head := "", 0, 0
	end := func() {
		if open != "" && p.out.Len() == head {
			p.out.Truncate(start)
		} else if open != "" {
			p.put("</g>\n")
		}
	}
	for _, e := range p.entries(i) {
		if s := states(e.shows); s != open {
			end()
			open, start = s, p.out.Len()
			if s != "" {
				p.put(`<g data-s="`, s, "\">\n")
			}
			head = p.out.Len()
		}
		p.list = p.lists[e.list]
		y := &p.list.Layers[i]
		if p.opt.Elastic.on() {
			p.elastic(y, &p.list.Ops[e.op])
		} else {
			p.op(y, &p.list.Ops[e.op], clip)
		}
	}
	end()
	p.list = p.lists[0]
}

// pinned reports whether a layer is written as the first list has it.
func (p *writer) pinned(layer string) bool { return slices.Contains(p.opt.Pinned, layer) }

// gridOf is the grid of the i-th layer.
func (p *writer) gridOf(i int) float32 {
	for _, list := range p.lists {
		for _, op := range list.Ops[list.Layers[i].Ops.From:list.Layers[i].Ops.To] {
			if op.Shape == nil {
				return p.opt.Grid
			}
		}
	}
	return p.opt.ShapeGrid
}

// clip is what can be seen of layers, on a grid.
type clip struct {
	render.Rect
	unit float32
}

// clip is the number of a clip, each written once.
func (p *writer) clip(r render.Rect) int {
	at := slices.Index(p.clips, clip{r, p.unit})
	if at < 0 {
		at = len(p.clips)
		p.clips = append(p.clips, clip{r, p.unit})
	}
	return at
}

func (p *writer) id(kind string, i int) string {
	return html.EscapeString(p.opt.Prefix) + kind + strconv.Itoa(i)
}

func (p *writer) put(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
}

package render

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
)

// Printed is the list as Print writes it, with inks by number.
func Printed(l *List) string {
	var b bytes.Buffer
	Print(&b, l, nil) // a Buffer does not fail
	return b.String()
}

// Print writes the list for people to read and tests to compare: a heading a
// layer, a line an operation, in paint order, lengths rounded to a tenth of a
// pixel. Inks are named by the palette; without one they are numbered. It is no
// method, for the engine would then carry it, which prints nothing.
func Print(w io.Writer, l *List, pal *Palette) error {
	p := printer{w: bufio.NewWriter(w), list: l, pal: pal}
	p.put("list ", num(l.Width), "×", num(l.Height), "\n")
	for i := range l.Layers {
		p.layer(&l.Layers[i])
	}
	return p.w.Flush()
}

type printer struct {
	w    *bufio.Writer
	list *List
	pal  *Palette
}

func (p *printer) put(parts ...string) {
	for _, s := range parts {
		p.w.WriteString(s)
	}
}

func (p *printer) layer(y *Layer) {
	p.put("\n[", y.Name, "] key ", fmt.Sprintf("%016x", y.Key))
	if y.Still {
		p.put(" still")
	}
	if y.Baked {
		p.put(" baked")
	}
	if y.While != [2]float32{} {
		p.put(" while ", factor(y.While[0]), "–", factor(y.While[1]))
	}
	p.put(" clip ", rect(y.Clip))
	if t := y.Transform; t == Identity {
		p.put(" upright")
	} else {
		// A transform's factors are no lengths: they keep their digits.
		p.put(" transform ", factor(t.A), " ", factor(t.B), " ", num(t.C), " / ", factor(t.D), " ", factor(t.E), " ", num(t.F))
	}
	p.put("\n")
	for i := y.Ops.From; i < y.Ops.To; i++ {
		p.op(&p.list.Ops[i])
	}
}

func (p *printer) op(o *Op) {
	p.put("  ", o.Kind.String(), " ", p.paint(o.Paint))
	switch o.Kind {
	case Fill:
		p.geometry(o)
	case Stroke:
		if o.Threads == nil {
			p.put(" width ", num(o.Width))
		}
		if o.Dash != [2]float32{} {
			p.put(" dash ", num(o.Dash[0]), " ", num(o.Dash[1]))
			if o.Phase != 0 {
				p.put(" phase ", num(o.Phase))
			}
		}
		if o.Butt {
			p.put(" butt")
		}
		p.geometry(o)
	case Circle:
		p.put(" at ", point(o.Center), " radius ", num(o.Radius))
	case Ring:
		p.put(" at ", point(o.Center), " radius ", num(o.Radius), " width ", num(o.Width))
	case Text:
		p.put(" ", strconv.Quote(o.Name), " face ", strconv.Itoa(int(o.Face)), " size ", num(o.Size))
		if o.Halo > 0 {
			p.put(" halo ", num(o.Halo), " ", p.paint(o.HaloPaint))
		}
		if g := p.list.Glyphs[o.Glyphs.From:o.Glyphs.To]; len(g) > 0 {
			p.put(" at ", point(g[0].At), " glyphs ", strconv.Itoa(len(g)))
		} else {
			p.put(" no glyphs")
		}
	}
	p.put("\n")
}

// geometry prints a shape by name and size, and paths by their points.
func (p *printer) geometry(o *Op) {
	if s := o.Shape; s != nil {
		p.put(" shape ", strconv.Quote(s.Name), " ", strconv.Itoa(len(s.Rings)), " rings ", strconv.Itoa(len(s.Points)), " points")
		return
	}
	if t := o.Threads; t != nil {
		p.put(" threads ", strconv.Quote(t.Name), " ", strconv.Itoa(int(o.Paths.From)), "–", strconv.Itoa(int(o.Paths.To)), " at ", factor(o.Now))
		return
	}
	for _, path := range p.list.Paths[o.Paths.From:o.Paths.To] {
		p.put(" ;")
		for _, q := range p.list.Points[path.Points.From:path.Points.To] {
			p.put(" ", point(q))
		}
		if path.Closed {
			p.put(" close")
		}
	}
}

func (p *printer) paint(c Paint) string {
	name := "ink" + strconv.Itoa(int(c.Ink))
	if p.pal != nil && int(c.Ink) < len(p.pal.Names) {
		name = p.pal.Names[c.Ink]
	}
	if c.Alpha == 1 {
		return name
	}
	return name + "@" + strconv.FormatFloat(float64(c.Alpha), 'f', 2, 32)
}

// String is the kind's word in a printed list.
func (k Kind) String() string {
	switch k {
	case Fill:
		return "fill"
	case Stroke:
		return "stroke"
	case Circle:
		return "circle"
	case Ring:
		return "ring"
	case Text:
		return "text"
	}
	return "kind" + strconv.Itoa(int(k))
}

func point(p Point) string { return num(p.X) + "," + num(p.Y) }

func rect(r Rect) string { return point(r.Min) + "–" + point(r.Max) }

// num is a length to a tenth of a pixel.
func num(v float32) string {
	s := strconv.FormatFloat(float64(v), 'f', 1, 64)
	if len(s) > 2 && s[len(s)-2:] == ".0" {
		s = s[:len(s)-2]
	}
	if s == "-0" {
		return "0"
	}
	return s
}

func factor(v float32) string { return strconv.FormatFloat(float64(v), 'g', 5, 32) }

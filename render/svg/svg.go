// Package svg writes a display list as markup: the static page's picture, and
// print. It is made to be small after compression: coordinates are whole
// numbers on a grid, paths relative, and what no reader could see is left out.
package svg

import (
	"bytes"
	"fmt"
	"io"

	"dateline/render"
	"dateline/render/font"
)

// Options say how to write. The zero value writes a complete, self-contained
// picture on a grid of a tenth of a pixel.
type Options struct {
	// Grid is the distance of grid lines in CSS pixels; 0 means 0.1.
	Grid float32
	// ShapeGrid is that of layers which hold shapes alone, such as coasts; 0
	// means Grid.
	ShapeGrid float32
	// Simplify is how small a bend of a shape's line may be, in square CSS
	// pixels between the line and its chord, to be straightened; 0 means 0.5,
	// below 0 keeps all.
	Simplify float32
	// Least is how much, in square CSS pixels, a shape's ring must enclose to be
	// written; 0 writes all.
	Least float32
	// As says of shapes which others may be drawn instead, so that they need not
	// be written: of a coast, the land that it surrounds.
	As map[*render.Shape]*render.Shape
	// Vars writes colours as custom properties of the page, var(--dl-NAME,#hex),
	// instead of plain ones.
	Vars bool
	// Height is where the picture ends, in CSS pixels; 0 means the list's.
	Height float32
	// Bleed is how far to the left and right of the picture its layers go on, in
	// CSS pixels: seen where an element of another shape lets them overflow.
	Bleed float32
	// Elastic, unless zero, writes a picture of any width.
	Elastic Elastic
	// Pinned are the names of layers that are written as the first list has
	// them and show always, for a script that moves them itself.
	Pinned []string
	// Only, if set, says which operations are written.
	// Layers of which none is left out are left out too.
	Only func(layer *render.Layer, op *render.Op) bool
	// Words are those of all pictures of a document, which its writer writes; nil
	// lets this picture have its own.
	Words *Words
	// Prefix makes ids unique in a page that holds several pictures. With one,
	// layers have ids: prefix and name.
	Prefix string
	// Fragment leaves out the svg element around the layers.
	Fragment bool
	// Class is the svg element's class.
	Class string
}

// Write writes a list. Text becomes outlines, each of which stands once; the
// whole is hidden from screen readers, for what it says stands on the page as
// text.
func Write(w io.Writer, list *render.List, pal *render.Palette, faces *font.Set, opt Options) error {
	return WriteStates(w, []*render.List{list}, pal, faces, opt)
}

// WriteStates writes the pictures of several states of one size and one camera
// as one: everything in them once, in paint order, in groups that name in
// data-s the states in which they show ("0-3 7 9-", the last range to the end).
// Whoever shows the others shows all states at once: hide what a state lacks.
func WriteStates(w io.Writer, lists []*render.List, pal *render.Palette, faces *font.Set, opt Options) error {
	for _, list := range lists {
		if err := alike(lists[0], list); err != nil {
			return err
		}
	}
	p := newWriter(lists, pal, faces, opt)
	var text bytes.Buffer
	p.picture(&text)
	if _, err := w.Write(text.Bytes()); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	return nil
}

// alike reports how two lists differ in what one picture needs alike.
func alike(a, b *render.List) error {
	if a.Width != b.Width || a.Height != b.Height || len(a.Layers) != len(b.Layers) {
		return fmt.Errorf("svg: states of different sizes or layers")
	}
	for i := range a.Layers {
		if a.Layers[i].Name != b.Layers[i].Name || a.Layers[i].Clip != b.Layers[i].Clip {
			return fmt.Errorf("svg: layer %q stands where %q does", a.Layers[i].Name, b.Layers[i].Name)
		}
	}
	return nil
}

func (o Options) filled() Options {
	if o.Grid <= 0 {
		o.Grid = 0.1
	}
	if o.ShapeGrid <= 0 {
		o.ShapeGrid = o.Grid
	}
	if o.Simplify == 0 {
		o.Simplify = 0.5
	}
	return o
}

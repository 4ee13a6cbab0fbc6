// Package render holds the display list: what to draw, in paint order, as
// plain values. It knows nothing of stories, maps or devices. The packages
// below it turn a list into pixels (raster, screen) or markup (svg); all show
// the same picture.
//
// Units: CSS pixels, x right, y down, origin at the top left of the picture.
package render

import "image/color"

// Point is a position in CSS pixels, or in a Shape's own plane.
type Point struct{ X, Y float32 }

// Affine maps (x, y) to (A·x + B·y + C, D·x + E·y + F).
type Affine struct{ A, B, C, D, E, F float32 }

// Identity leaves points where they are.
var Identity = Affine{A: 1, E: 1}

// Apply maps p.
func (m Affine) Apply(p Point) Point {
	return Point{m.A*p.X + m.B*p.Y + m.C, m.D*p.X + m.E*p.Y + m.F}
}

// Ink is the role of a colour, an index into a Palette. A list names roles, so
// that one list serves every theme, and SVG can leave the choice to the page.
type Ink uint8

// Palette gives each Ink a name (used for SVG custom properties: --dl-NAME)
// and a colour.
type Palette struct {
	Names  []string
	Colors []color.NRGBA
}

// Paint is an ink and how much of it.
type Paint struct {
	Ink   Ink
	Alpha float32 // 0…1, multiplies the ink's own alpha
}

// Kind is what an operation does.
type Kind uint8

const (
	Fill   Kind = iota // fill the path, non-zero winding
	Stroke             // stroke the path: Width, Dash, Cap round or butt, joins round
	Circle             // fill a circle: Center, Radius
	Ring               // stroke a circle: Center, Radius, Width
	Text               // glyph outlines: Face, Size, Glyphs; Halo > 0 strokes a halo of HaloPaint under them
)

// Span is a half-open range of indices.
type Span struct{ From, To int32 }

// Op is one operation. It carries its own paint. Fields that its Kind does not
// name are zero.
type Op struct {
	Kind  Kind
	Paint Paint

	Paths   Span     // Fill, Stroke: paths of the List, when Shape is nil; of Threads, its lines
	Shape   *Shape   // Fill, Stroke: shared geometry, under the layer's Transform
	Threads *Threads // Stroke: shared lines with widths of their own, under the layer's Transform
	Now     float32  // Stroke: the time at which Threads are shown

	Center Point      // Circle, Ring
	Radius float32    // Circle, Ring: CSS pixels
	Width  float32    // Stroke, Ring: CSS pixels, never transformed; 0 for Threads
	Dash   [2]float32 // Stroke: lengths of dash and gap; zero: solid
	Phase  float32    // Stroke: where in the dash the path starts
	Butt   bool       // Stroke: flat ends; otherwise round

	Face      uint8 // Text: index of the face: 0 regular, 1 bold
	Size      float32
	Glyphs    Span
	Halo      float32 // Text: width of the halo on each side
	HaloPaint Paint
	Name      string // Text: what it says, for the printed list alone
}

// Path is one open or closed polyline of a List.
type Path struct {
	Points Span
	Closed bool
}

// Glyph is one glyph outline at its place on the baseline.
type Glyph struct {
	ID uint16 // glyph index in the face
	At Point
}

// Layer is a run of operations that change together. A layer with the same
// name and key as before holds the same picture up to its Transform and, where
// it says so, to Now; so a device may keep it.
type Layer struct {
	Name      string
	Key       uint64     // what the picture depends on, Transform and palette apart
	Still     bool       // worth keeping: changes rarely
	Baked     bool       // … as the device itself draws it, for it has very many lines
	While     [2]float32 // the times between which the key holds for Threads, whose Now alone changes
	Clip      Rect       // nothing is drawn outside
	Transform Affine     // of Shapes and Threads; other operations are in CSS pixels already
	Ops       Span
}

// Rect is a rectangle; Max is not inside.
type Rect struct{ Min, Max Point }

// List is a picture. Reset and the add functions reuse its memory.
type List struct {
	Width, Height float32 // CSS pixels
	Layers        []Layer
	Ops           []Op
	Paths         []Path
	Points        []Point
	Glyphs        []Glyph
}

// Shape is geometry shared between lists: a coast, a country's border. Its
// points are in a plane of the maker's choice; a layer's Transform brings them
// to CSS pixels. A Shape never changes once it is made.
type Shape struct {
	Name   string
	Points []Point
	Rings  []Outline
}

// Outline is one ring or line of a Shape, with its bounds.
type Outline struct {
	Points Span
	Closed bool
	Bounds Rect
}

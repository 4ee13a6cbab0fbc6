// Package font is the one door to golang/freetype/truetype: glyph outlines,
// advances and metrics of a TrueType font, in em units. What freetype cannot
// do (CFF, GPOS, shaping, bidi) is not done here; text in scripts that need it
// is shaped when a story is built and comes as outlines, see Extra.
package font

import (
	"errors"
	"fmt"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"dateline/render"
)

// Metrics are a face's heights, in em units, up from the baseline.
type Metrics struct {
	Ascent, Descent float32 // of the line; Descent is negative
	CapHeight       float32 // of H
	XHeight         float32 // of x
}

// A Face holds every outline of one font. It does not change once it is made,
// so it may be shared freely.
type Face struct {
	Metrics  Metrics
	outlines []Outline
	advances []float32 // em units
	presets  map[string]preset
	ttf      *truetype.Font
}

// A Set holds the faces of a picture by an operation's Face index: 0 regular,
// 1 bold, then what a story brings along.
type Set struct{ Faces []*Face }

// Face returns the face with that index, or nil.
func (s *Set) Face(i uint8) *Face {
	if s == nil || int(i) >= len(s.Faces) {
		return nil
	}
	return s.Faces[i]
}

// Parse reads a TrueType font and all of its outlines. Freetype panics on some
// malformed fonts; here that is an error like any other.
func Parse(ttf []byte) (face *Face, err error) {
	defer func() {
		if r := recover(); r != nil {
			face, err = nil, fmt.Errorf("font: malformed: %v", r)
		}
	}()
	f, err := truetype.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	units := f.FUnitsPerEm()
	if units <= 0 {
		return nil, errors.New("font: no units per em")
	}
	face = &Face{ttf: f}
	if err := face.load(ttf); err != nil {
		return nil, err
	}
	return face, nil
}

// load reads outlines, advances and metrics. Asking freetype for a scale of as
// many 26.6 units as the em has font units makes it answer in font units.
func (f *Face) load(ttf []byte) error {
	em := fixed.Int26_6(f.ttf.FUnitsPerEm())
	n := glyphs(ttf)
	if n == 0 {
		return errors.New("font: no glyphs")
	}
	f.outlines, f.advances = make([]Outline, n), make([]float32, n)
	var buf truetype.GlyphBuf
	for i := range n {
		if err := buf.Load(f.ttf, em, truetype.Index(i), font.HintingNone); err != nil {
			return fmt.Errorf("font: glyph %d: %w", i, err)
		}
		f.outlines[i] = outline(&buf, 1/float32(em))
		f.advances[i] = float32(buf.AdvanceWidth) / float32(em)
	}
	up, down := lineHeights(ttf)
	f.Metrics = Metrics{
		Ascent: up / float32(em), Descent: down / float32(em),
		CapHeight: f.top('H'), XHeight: f.top('x'),
	}
	return nil
}

// top is the height of a letter's outline.
func (f *Face) top(r rune) float32 { return f.outlines[f.ttf.Index(r)].Bounds.Max.Y }

// Outline returns the outline of a glyph, in em units, y up. A glyph the face
// does not hold has none.
func (f *Face) Outline(gid uint16) Outline {
	if f == nil || int(gid) >= len(f.outlines) {
		return Outline{}
	}
	return f.outlines[gid]
}

// Advance is how far a glyph moves the pen at a size, in the size's unit.
func (f *Face) Advance(gid uint16, size float32) float32 {
	if int(gid) >= len(f.advances) {
		return 0
	}
	return f.advances[gid] * size
}

// Has reports whether the face holds a glyph for a character.
func (f *Face) Has(r rune) bool { return f.ttf != nil && f.index(r) != 0 }

// index is the glyph of a character. Freetype panics on some malformed tables of
// characters; there the character has none.
func (f *Face) index(r rune) (gid truetype.Index) {
	defer func() {
		if recover() != nil {
			gid = 0
		}
	}()
	return f.ttf.Index(r)
}

// Shape sets a line of text from the origin rightwards and appends its glyphs
// to dst; width is where the pen ends. A text that an Extra brought is set as it
// says. Otherwise pairs are kerned by the font's kern
// table. A character the face does not hold shows the font's box for missing
// glyphs: ask Has first. Glyphs without ink, such as spaces, only move the pen.
func (f *Face) Shape(text string, size float32, dst []render.Glyph) (glyphs []render.Glyph, width float32) {
	if p, ok := f.presets[text]; ok {
		return p.set(size, dst)
	}
	if f.ttf == nil {
		return dst, 0
	}
	em := f.ttf.FUnitsPerEm()
	last := truetype.Index(0)
	for i, r := range text {
		gid := f.index(r)
		if i > 0 {
			width += float32(f.ttf.Kern(fixed.Int26_6(em), last, gid)) / float32(em) * size
		}
		if len(f.Outline(uint16(gid)).Steps) > 0 { // a broken font names glyphs that it has not
			dst = append(dst, render.Glyph{ID: uint16(gid), At: render.Point{X: width}})
		}
		width += f.Advance(uint16(gid), size)
		last = gid
	}
	return dst, width
}

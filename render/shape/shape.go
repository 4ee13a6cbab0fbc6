// Package shape sets texts that freetype cannot: scripts whose letters join,
// lines that run from right to left or both ways, characters that the face has
// no glyph for. It is done when a story is built; what comes out is a
// font.Extra, which the browser only looks up. Letters are joined by
// go-text/typesetting, lines are ordered by the Unicode bidirectional algorithm
// (UAX #9).
package shape

import (
	"bytes"
	"fmt"
	"strings"

	typeset "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"

	"dateline/render/font"
)

// Setter sets texts in one weight: in the face's own font, and where that lacks
// a character, in the first of the others that has it.
type Setter struct {
	fonts []*typeset.Face
}

// Lack is a character that no font has, and a text that it stands in.
type Lack struct {
	Rune rune
	Text string
}

// New reads TrueType fonts; the first is the font of the face that the texts
// are for.
func New(own []byte, others ...[]byte) (*Setter, error) {
	s := new(Setter)
	for _, ttf := range append([][]byte{own}, others...) {
		f, err := typeset.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			return nil, fmt.Errorf("shape: %w", err)
		}
		s.fonts = append(s.fonts, f)
	}
	return s, nil
}

// Set sets those of the texts that need it, on a page whose lines run from
// right to left or not. Each character that no font has is named once, with
// the first text that it stands in.
func (s *Setter) Set(texts []string, rtl bool) (font.Extra, []Lack) {
	b := builder{setter: s, rtl: rtl, extra: font.Extra{Em: em}, glyphs: map[glyph]int{}}
	var lacks []Lack
	known, done := map[rune]bool{}, map[string]bool{}
	for _, text := range texts {
		if text == "" || done[text] {
			continue
		}
		done[text] = true
		for _, r := range text {
			if !s.has(r) && !known[r] {
				known[r] = true
				lacks = append(lacks, Lack{r, text})
			}
		}
		if b.needed(text) {
			b.extra.Runs = append(b.extra.Runs, b.run(text))
		}
	}
	return b.extra, lacks
}

// has reports whether some font has a character, or it needs none.
func (s *Setter) has(r rune) bool {
	_, own := s.ResolveFace(r).NominalGlyph(r)
	return own || invisible(r)
}

// invisible characters steer a line and are not drawn: spaces that join,
// joiners, marks and isolates of direction.
func invisible(r rune) bool {
	return strings.ContainsRune("\u200b\u200c\u200d\u200e\u200f\u061c", r) || isolate(r)
}

func isolate(r rune) bool { return 0x2066 <= r && r <= 0x2069 }

// ResolveFace finds the font of a character, as shaping asks for it.
func (s *Setter) ResolveFace(r rune) *typeset.Face {
	for _, f := range s.fonts {
		if _, ok := f.NominalGlyph(r); ok {
			return f
		}
	}
	return s.fonts[0]
}

var _ shaping.Fontmap = (*Setter)(nil)

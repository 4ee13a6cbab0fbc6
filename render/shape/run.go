package shape

import (
	"math"
	"slices"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	typeset "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"dateline/render/font"
)

// em is the grid of the runs, as fine as Noto's own.
const em = 1000

// builder makes one Extra.
type builder struct {
	setter *Setter
	rtl    bool
	extra  font.Extra
	glyphs map[glyph]int // where a glyph stands in extra

	paragraph bidi.Paragraph
	segments  shaping.Segmenter
	shaper    shaping.HarfbuzzShaper
}

type glyph struct {
	font *typeset.Face
	id   typeset.GID
}

// needed reports whether freetype would set a text wrongly.
func (b *builder) needed(text string) bool {
	for _, r := range text {
		if b.setter.ResolveFace(r) != b.setter.fonts[0] || invisible(r) {
			return true
		}
		switch s := language.LookupScript(r); {
		case !s.Strong(), s == language.Latin, s == language.Cyrillic, s == language.Greek:
		default:
			return true
		}
	}
	runs := b.order([]rune(text))
	return len(runs) != 1 || runs[0].Level%2 != 0
}

// order returns the runs of a line that have one direction each, as they stand
// from left to right (rule L2 of UAX #9).
func (b *builder) order(text []rune) []bidi.Run {
	base := bidi.LeftToRight
	if b.rtl {
		base = bidi.RightToLeft
	}
	found := b.paragraph.Segment(text, base)
	var runs []bidi.Run
	var most bidi.Level
	for i := range found.NumRuns() {
		runs = append(runs, found.Run(i))
		most = max(most, runs[i].Level)
	}
	for level := most; level > 0; level-- {
		for i := 0; i < len(runs); i++ {
			from := i
			for i < len(runs) && runs[i].Level >= level {
				i++
			}
			slices.Reverse(runs[from:i])
		}
	}
	return runs
}

// run sets a text.
func (b *builder) run(text string) font.Run {
	out := font.Run{Text: text}
	runes := []rune(text)
	var pen fixed.Int26_6
	for _, part := range b.order(runes) {
		for _, in := range b.parts(runes, part) {
			set := b.shaper.Shape(in)
			unit := em / float64(in.Face.Upem()) / 64
			at := func(v fixed.Int26_6) int { return int(math.Round(float64(v) * unit)) }
			left := out.Width
			pen = 0
			for _, g := range set.Glyphs {
				if r := runes[g.TextIndex()]; !invisible(r) {
					if k, ok := b.glyph(in.Face, g.GlyphID); ok {
						out.Marks = append(out.Marks, font.Mark{Glyph: k, X: left + at(pen+g.XOffset), Y: at(g.YOffset)})
					}
					pen += g.Advance
				}
			}
			out.Width = left + at(pen)
		}
	}
	return out
}

// parts splits a run by script and font, from left to right.
func (b *builder) parts(text []rune, run bidi.Run) []shaping.Input {
	in := shaping.Input{Text: text, RunStart: run.Start, RunEnd: run.End, Direction: di.DirectionLTR}
	if run.Level%2 != 0 {
		in.Direction = di.DirectionRTL
	}
	var out []shaping.Input
	for _, p := range b.segments.Split(in, b.setter) {
		p.Direction = in.Direction // a run of marks alone has the direction of its line
		p.Size = fixed.I(int(p.Face.Upem()))
		out = append(out, p)
	}
	if run.Level%2 != 0 {
		slices.Reverse(out)
	}
	return out
}

// glyph returns the number of a glyph: one of the face's own, as ^ID, or one of
// the extra's, which is added when it is new. A glyph without ink has none.
func (b *builder) glyph(f *typeset.Face, id typeset.GID) (int, bool) {
	outline, _ := f.GlyphData(id).(typeset.GlyphOutline)
	if len(outline.Segments) == 0 {
		return 0, false
	}
	if f == b.setter.fonts[0] {
		return ^int(id), true
	}
	key := glyph{f, id}
	if k, ok := b.glyphs[key]; ok {
		return k, true
	}
	b.glyphs[key] = len(b.extra.Glyphs)
	b.extra.Glyphs = append(b.extra.Glyphs, steps(outline, f.HorizontalAdvance(id), em/float64(f.Upem())))
	return b.glyphs[key], true
}

// steps writes an outline on the grid.
func steps(o typeset.GlyphOutline, advance float32, unit float64) font.ExtraGlyph {
	on := func(v float32) int { return int(math.Round(float64(v) * unit)) }
	g := font.ExtraGlyph{Advance: on(advance)}
	x, y := 0, 0
	add := func(p opentype.SegmentPoint) {
		g.Steps = append(g.Steps, on(p.X)-x, on(p.Y)-y)
		x, y = on(p.X), on(p.Y)
	}
	for _, s := range o.Segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			g.Verbs = append(g.Verbs, font.Move)
			add(s.Args[0])
		case opentype.SegmentOpLineTo:
			g.Verbs = append(g.Verbs, font.Line)
			add(s.Args[0])
		case opentype.SegmentOpQuadTo:
			g.Verbs = append(g.Verbs, font.Quad)
			add(s.Args[0])
			add(s.Args[1])
		}
	}
	return g
}

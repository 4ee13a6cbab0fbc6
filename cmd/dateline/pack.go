package main

import (
	"fmt"
	"io"

	"dateline/assets"
	"dateline/player"
	"dateline/render/font"
	"dateline/render/shape"
	"dateline/scene"
	"dateline/timeline"
)

// newPack makes what the browser draws a story from in a language and a house's
// style. Characters that no font has are printed.
func newPack(line *timeline.Line, lang string, h *house, trouble io.Writer) (*scene.Pack, error) {
	p := &scene.Pack{Story: line.Story, Words: *player.Canvas(line, lang), Theme: *h.theme}
	codes, err := reached(line)
	if err != nil {
		return nil, err
	}
	p.Words.Countries = player.Countries(lang, codes)
	for face, ttfs := range [][][]byte{
		append([][]byte{h.regular}, assets.ShapedRegular()...),
		append([][]byte{h.bold}, assets.ShapedBold()...),
	} {
		setter, err := shape.New(ttfs[0], ttfs[1:]...)
		if err != nil {
			return nil, err
		}
		extra, lacks := setter.Set(p.Words.Texts(uint8(face)), p.Words.RTL)
		for _, l := range lacks {
			fmt.Fprintf(trouble, "warning: %s: no font here has %q (U+%04X), which the map needs for %q\n", lang, l.Rune, l.Rune, l.Text)
		}
		p.Extra = append(p.Extra, extra)
	}
	return p, nil
}

// packFaces are the faces of a pack's pictures.
func packFaces(p *scene.Pack, h *house) (*font.Set, error) {
	own := new(font.Set)
	for _, ttf := range [][]byte{h.regular, h.bold} {
		face, err := font.Parse(ttf)
		if err != nil {
			return nil, err
		}
		own.Faces = append(own.Faces, face)
	}
	return p.Faces(own), nil
}

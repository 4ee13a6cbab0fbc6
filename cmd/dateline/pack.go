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

// newPack makes what the browser draws a story from in a language. Characters
// that no font has are printed.
func newPack(line *timeline.Line, lang string, trouble io.Writer) (*scene.Pack, error) {
	p := &scene.Pack{Story: line.Story, Words: *player.Canvas(line, lang)}
	for face, ttfs := range [][][]byte{
		append([][]byte{assets.FontRegular()}, assets.ShapedRegular()...),
		append([][]byte{assets.FontBold()}, assets.ShapedBold()...),
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
func packFaces(p *scene.Pack) (*font.Set, error) {
	own := new(font.Set)
	for _, ttf := range [][]byte{assets.FontRegular(), assets.FontBold()} {
		face, err := font.Parse(ttf)
		if err != nil {
			return nil, err
		}
		own.Faces = append(own.Faces, face)
	}
	return p.Faces(own), nil
}

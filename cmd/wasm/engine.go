package main

import (
	"errors"
	"fmt"

	"dateline/geo"
	"dateline/render"
	"dateline/render/font"
	"dateline/scene"
	"dateline/timeline"
)

// message is what the page asks to see. It is complete: nothing in it depends
// on an earlier one.
type message struct {
	Seq           float64
	Pos           float64
	View          scene.View
	Width, Height float64 // CSS pixels
	Ratio         float64 // device pixels a CSS pixel
	Theme         string
	Resting       bool // the picture stays for a while: draw it sharp
	Stats         bool // say what it took
}

// assets are the files that the page fetched beside the engine. Story is the
// pack of the page's language.
type assets struct {
	Story, Basemap, Regular, Bold []byte
}

// engine turns messages into display lists. All it keeps can be made again
// from the assets and the next message.
type engine struct {
	line   *timeline.Line
	words  *scene.Words
	pieces []*geo.Piece
	faces  *font.Set
	theme  *scene.Theme

	scene *scene.Scene
	made  size // what the scene was prepared for
	list  render.List
	hit   []scene.Target // of the picture made last
}

type size struct{ width, height, ratio float64 }

func newEngine(a assets) (*engine, error) {
	pack, err := scene.DecodePack(a.Story)
	if err != nil {
		return nil, err
	}
	pieces, err := geo.DecodeAtlas(a.Basemap)
	if err != nil {
		return nil, fmt.Errorf("basemap: %w", err)
	}
	if len(pieces) == 0 {
		return nil, errors.New("basemap: it is empty")
	}
	own := new(font.Set)
	for _, ttf := range [][]byte{a.Regular, a.Bold} {
		face, err := font.Parse(ttf)
		if err != nil {
			return nil, err
		}
		own.Faces = append(own.Faces, face)
	}
	return &engine{line: timeline.New(pack.Story), words: &pack.Words, pieces: pieces, faces: pack.Faces(own), theme: &pack.Theme}, nil
}

// build makes the picture that a message asks for.
func (e *engine) build(m message) (*render.List, *render.Palette) {
	if want := (size{m.Width, m.Height, m.Ratio}); e.scene == nil || e.made != want {
		e.scene = scene.Prepare(scene.Input{Line: e.line, Pieces: e.pieces, Faces: e.faces,
			Words: e.words, Width: m.Width, Height: m.Height, Ratio: m.Ratio, Lines: e.theme.Lines})
		e.made = want
	}
	e.scene.Build(&e.list, timeline.Pos(m.Pos), m.View)
	return &e.list, e.theme.Palette(scene.ParseMode(m.Theme))
}

// targets are what can be pointed at in the picture that build made last.
func (e *engine) targets(m message) []scene.Target {
	e.hit = e.scene.Targets(e.hit[:0], timeline.Pos(m.Pos), m.View)
	return e.hit
}

// back is the view of that picture as one on the story's own camera.
func (e *engine) back(m message) scene.View {
	return e.scene.Back(timeline.Pos(m.Pos), m.View)
}

// ahead are messages for the views at the ends of the flights that may come
// next: what is kept of them makes the flight smooth.
func (e *engine) ahead(m message) []message {
	var out []message
	for _, pos := range e.scene.Ahead(timeline.Pos(m.Pos)) {
		next := m
		next.Pos, next.View = float64(pos), scene.View{}
		out = append(out, next)
	}
	return out
}

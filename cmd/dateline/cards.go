package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"dateline/geo"
	"dateline/render"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/timeline"
)

// A card is what a social network shows of a page: one picture, for it asks for
// no event. It is drawn at half its size and twice as sharp, so that its words
// can be read where the card is small.
const (
	cardWidth, cardHeight = 1200, 630 // pixels
	cardRatio             = 2
)

// card draws the picture of a page's card: the story as it opens.
func card(line *timeline.Line, pack *scene.Pack, basemap []byte, h *house) ([]byte, error) {
	pieces, err := geo.DecodeAtlas(basemap)
	if err != nil {
		return nil, fmt.Errorf("basemap: %w", err)
	}
	faces, err := packFaces(pack, h)
	if err != nil {
		return nil, err
	}
	s := scene.Prepare(scene.Input{Line: line, Pieces: pieces, Faces: faces, Words: &pack.Words,
		Width: cardWidth / cardRatio, Height: cardHeight / cardRatio, Ratio: cardRatio, Lines: h.theme.Lines})
	var list render.List
	s.Build(&list, 0, scene.View{K: 1})
	img := image.NewRGBA(image.Rect(0, 0, cardWidth, cardHeight))
	raster.Draw(img, &list, h.theme.Palette(scene.LightMode), faces, raster.Options{Ratio: cardRatio})
	return smallPNG(img)
}

// smallPNG is a picture as a PNG, as small as it gets.
func smallPNG(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img)
	return b.Bytes(), err
}

package main

import (
	"bytes"
	"fmt"
	"image"

	"dateline/geo"
	"dateline/player"
	"dateline/render"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/web"
)

// A cover is a story's picture on the page that lists several: the map alone,
// with all that has happened by the end, as the opening's camera sees it.
const (
	coverWidth, coverHeight = 640, 400 // CSS pixels
	coverRatio              = 1.5      // pixels to one of them
)

// covers draws a story's cover, light and dark.
func covers(t told, h *house) (light, dark []byte, err error) {
	pieces, err := geo.DecodeAtlas(t.basemap)
	if err != nil {
		return nil, nil, fmt.Errorf("basemap: %w", err)
	}
	faces, err := packFaces(t.pack, h)
	if err != nil {
		return nil, nil, err
	}
	s := scene.Prepare(scene.Input{Line: t.line, Pieces: pieces, Faces: faces, Words: &t.pack.Words,
		Width: coverWidth, Height: coverHeight + scene.StripOf(t.line).Height, Ratio: coverRatio, Lines: h.theme.Lines})
	var list render.List
	s.BuildCover(&list)
	draw := func(p *render.Palette) []byte {
		// The timeline lies below the picture's edge.
		img := image.NewRGBA(image.Rect(0, 0, coverWidth*coverRatio, coverHeight*coverRatio))
		raster.Draw(img, &list, p, faces, raster.Options{Ratio: coverRatio})
		data, drawn := smallPNG(newFewColors(p).of(img))
		if drawn != nil {
			err = drawn
		}
		return data
	}
	return draw(h.theme.Palette(scene.LightMode)), draw(h.theme.Palette(scene.DarkMode)), err
}

// entry is a story on the page that lists several; its pictures are added.
func (s site) entry(t told, h *house) (web.GalleryStory, error) {
	light, dark, err := covers(t, h)
	if err != nil {
		return web.GalleryStory{}, err
	}
	from := edition{} // the page that lists them lies above their folders
	links := from.links(t.all)
	return web.GalleryStory{
		Page: t.words, Path: links[0].Path, Languages: links,
		Light: assetFolder + s.keep("cover.png", light), Dark: assetFolder + s.keep("cover.png", dark),
		Width: coverWidth, Height: coverHeight,
	}, nil
}

// addGallery adds the page that lists several stories, in the language of the
// first.
func (s site) addGallery(lang string, opt options, listed []web.GalleryStory) error {
	words := player.Interface(lang)
	title := opt.title
	if title == "" {
		title = words.Stories
	}
	var b bytes.Buffer
	err := web.Gallery{
		Lang: lang, Dir: player.Direction(lang), Title: title, URL: string(opt.at), UI: words, Stories: listed,
		Style: assetFolder + s.keep("dateline.css", append(web.Style(), opt.house.style()...)),
		Own:   assetFolder + s.keep("gallery.css", web.GalleryStyle()),
	}.Write(&b)
	s["index.html"] = b.Bytes()
	return err
}

package main

import (
	"fmt"
	"image"
	"image/draw"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"dateline/render"
	"dateline/render/font"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/timeline"
)

// look is how a picture is wanted.
type look struct {
	width, height int     // CSS pixels
	scale         float64 // pixels to each
	mode          scene.Mode
	house         *house // nil: Dateline's own
	lang          string // "": the story's own
}

// Limits of a picture: what is smaller shows nothing, what is larger takes
// gigabytes.
const (
	smallest = 240    // CSS pixels
	largest  = 16_384 // pixels
)

func parseLook(size string, scale float64, theme, lang string) (l look, err error) {
	var rest string
	if n, _ := fmt.Sscanf(size+" ", "%dx%d%s", &l.width, &l.height, &rest); n != 2 {
		return l, fmt.Errorf("-size %q: write 1280x720", size)
	}
	l.scale, l.mode = scale, scene.ParseMode(theme)
	switch w, h := float64(l.width)*scale, float64(l.height)*scale; {
	case l.width < smallest || l.height < smallest:
		return l, fmt.Errorf("-size %s: a picture has at least %d × %d CSS pixels", size, smallest, smallest)
	case !(scale >= 0.25 && scale <= 8):
		return l, fmt.Errorf("-scale is from 0.25 to 8")
	case w > largest || h > largest:
		return l, fmt.Errorf("a picture has at most %d pixels in width and height", largest)
	case !slices.Contains(scene.Modes(), theme):
		return l, fmt.Errorf("-theme is one of %s, not %q", strings.Join(scene.Modes(), ", "), theme)
	}
	if lang != "" {
		tag, err := language.Parse(lang)
		if err != nil {
			return l, fmt.Errorf("-lang: %q is no language tag, such as fr or ar", lang)
		}
		l.lang = tag.String()
	}
	return l, nil
}

// drawing draws a story at one size, again and again into the same picture.
// What a still layer looks like is kept until its key or its transform changes;
// so while the camera stands, only what moves is drawn.
type drawing struct {
	line    *timeline.Line
	scene   *scene.Scene
	palette *render.Palette
	faces   *font.Set
	size    image.Point // pixels
	ratio   float64

	list    render.List
	drawer  raster.Drawer
	picture *image.RGBA
	kept    map[string]*keptLayer
}

// keptLayer is a still layer's part of the picture, with what lies under it.
// Nothing that moves lies under one.
type keptLayer struct {
	key       uint64
	transform render.Affine
	picture   *image.RGBA
}

// unmoved is the story's own view.
var unmoved = scene.View{K: 1}

func newDrawing(line *timeline.Line, l look, trouble io.Writer) (*drawing, error) {
	if l.lang == "" {
		l.lang = line.Story.Lang
	}
	edition{lang: l.lang}.warn(line.Story, trouble)
	if l.house == nil {
		l.house = ownHouse()
	}
	pack, err := newPack(line, l.lang, l.house, trouble)
	if err != nil {
		return nil, err
	}
	faces, err := packFaces(pack, l.house)
	if err != nil {
		return nil, err
	}
	w, h := float64(l.width), float64(l.height)
	pieces, err := cutPieces(line, []frame{{w, h - scene.StripOf(line).Height, l.scale}})
	if err != nil {
		return nil, fmt.Errorf("basemap: %w", err)
	}
	d := &drawing{line: line, faces: faces, palette: l.house.theme.Palette(l.mode), ratio: l.scale, kept: map[string]*keptLayer{}}
	d.size = image.Pt(int(w*l.scale+0.5), int(h*l.scale+0.5))
	d.picture = image.NewRGBA(image.Rectangle{Max: d.size})
	d.scene = scene.Prepare(scene.Input{Line: line, Pieces: pieces, Faces: faces, Words: &pack.Words, Width: w, Height: h, Ratio: l.scale, Lines: l.house.theme.Lines})
	return d, nil
}

// at draws the story at a position. The picture holds until the next call.
func (d *drawing) at(pos timeline.Pos) *image.RGBA {
	d.scene.Build(&d.list, pos, unmoved)
	opt := raster.Options{Ratio: d.ratio}
	for i := range d.list.Layers {
		y := &d.list.Layers[i]
		clip := raster.Pixels(y.Clip, float32(d.ratio)).Intersect(d.picture.Rect)
		k := d.kept[y.Name]
		if y.Still && k != nil && k.key == y.Key && k.transform == y.Transform {
			draw.Draw(d.picture, clip, k.picture, clip.Min, draw.Src)
			continue
		}
		d.drawer.DrawLayer(d.picture, &d.list, y, d.palette, d.faces, clip, opt)
		if !y.Still {
			continue
		}
		if k == nil {
			k = &keptLayer{picture: image.NewRGBA(clip)}
			d.kept[y.Name] = k
		}
		k.key, k.transform = y.Key, y.Transform
		draw.Draw(k.picture, clip, d.picture, clip.Min, draw.Src)
	}
	return d.picture
}

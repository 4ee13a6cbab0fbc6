package web_test

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dateline/geo"
	"dateline/render"
	"dateline/render/font"
	"dateline/scene"
	"dateline/timeline"
)

// drawn is the display list that the engine draws in a tab: made of the same
// files, for the same size. It says where words, flows and marks stand; their
// colours are then read from the screen.
func (b *tab) drawn(stop int) *render.List {
	b.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(built, name))
		if err != nil {
			b.Fatal(err)
		}
		return data
	}
	file := func(name string) []byte { return read(b.text(`document.body.dataset.` + name)) }
	pack, err := scene.DecodePack(file("story"))
	if err != nil {
		b.Fatal(err)
	}
	pieces, err := geo.DecodeAtlas(file("basemap"))
	if err != nil {
		b.Fatal(err)
	}
	own := new(font.Set)
	for _, name := range []string{"regular", "bold"} {
		face, err := font.Parse(file(name))
		if err != nil {
			b.Fatal(err)
		}
		own.Faces = append(own.Faces, face)
	}
	size := value[[]float64](b, `(box => [box.clientWidth, box.clientHeight, devicePixelRatio])(document.querySelector("#box"))`)
	s := scene.Prepare(scene.Input{Line: timeline.New(pack.Story), Pieces: pieces, Faces: pack.Faces(own), Words: &pack.Words,
		Width: size[0], Height: size[1], Ratio: size[2]})
	list := new(render.List)
	s.Build(list, timeline.Pos(stop), scene.View{})
	return list
}

// luminance and contrast are those of WCAG 2.2.
func luminance(c [3]int) float64 {
	linear := func(v int) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

func contrast(a, b [3]int) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// canvas is a picture of the map and its timeline, by CSS pixels.
type canvas struct {
	*image.RGBA
	ratio float64
	inks  [][3]int // those that are no ground: of words, flows and marks, of coasts and rules
	known map[image.Point]bool
}

func (c *canvas) colour(x, y int) [3]int {
	p := c.RGBAAt(x, y)
	return [3]int{int(p.R), int(p.G), int(p.B)}
}

// spot is where a point of the picture lies in the screenshot.
func (c *canvas) spot(p render.Point) image.Point {
	return c.Bounds().Min.Add(image.Pt(int(float64(p.X)*c.ratio), int(float64(p.Y)*c.ratio)))
}

// around lists the places within so many CSS pixels of a box.
func (c *canvas) around(from, to render.Point, reach float64) image.Rectangle {
	d := int(reach * c.ratio)
	return image.Rectangle{Min: c.spot(from), Max: c.spot(to).Add(image.Pt(1, 1))}.Inset(-d).Intersect(c.Bounds())
}

// flat reports whether a place lies on an even ground, one that is no ink, and
// returns its colour.
func (c *canvas) flat(x, y int) ([3]int, bool) {
	if c.known == nil {
		c.known = map[image.Point]bool{}
	}
	if even, ok := c.known[image.Pt(x, y)]; ok {
		return c.colour(x, y), even
	}
	colour, even := c.even(x, y)
	c.known[image.Pt(x, y)] = even
	return colour, even
}

func (c *canvas) even(x, y int) ([3]int, bool) {
	here := c.colour(x, y)
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if !image.Pt(x+dx, y+dy).In(c.Bounds()) || far(c.colour(x+dx, y+dy), here, 3) {
				return here, false
			}
		}
	}
	for _, ink := range c.inks {
		if !far(here, ink, 12) {
			return here, false
		}
	}
	return here, true
}

// least is the lowest contrast of an ink, as it is seen in a box, against the
// even grounds within reach of what is seen of it, and how many pixels have the
// ink. The lowest of all is left to chance, so it is the second percentile.
func (c *canvas) least(ink [3]int, box image.Rectangle, reach float64) (ratio float64, seen int) {
	var all []float64
	step := max(1, int(c.ratio/2))
	d := int(math.Ceil(reach * c.ratio))
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			mine := c.colour(x, y)
			if far(mine, ink, 20) {
				continue
			}
			seen++
			if seen%7 != 1 {
				continue // a sample will do
			}
			for dy := -d; dy <= d; dy += step {
				for dx := -d; dx <= d; dx += step {
					if !image.Pt(x+dx, y+dy).In(c.Bounds()) {
						continue
					}
					if ground, ok := c.flat(x+dx, y+dy); ok {
						all = append(all, contrast(mine, ground))
					}
				}
			}
		}
	}
	if len(all) == 0 {
		return math.NaN(), seen
	}
	slices.Sort(all)
	return all[len(all)/50], seen
}

// plain is a picture whose colours are quick to read.
func plain(m image.Image) *image.RGBA {
	out := image.NewRGBA(m.Bounds())
	draw.Draw(out, out.Bounds(), m, m.Bounds().Min, draw.Src)
	return out
}

// Words keep 4.5 : 1 and flows and marks 3 : 1 against what lies beside them,
// on the screen as it is drawn.
func TestContrastOfTheCanvas(t *testing.T) {
	for _, size := range []screen{{width: 360, height: 740, ratio: 3}, {width: 1440, height: 900, ratio: 2}} {
		for _, dark := range []bool{false, true} {
			size.dark = dark
			palette := scene.Light()
			if dark {
				palette = scene.Dark()
			}
			b := open(t, served, size)
			b.live()
			b.js(`document.querySelector("#box").querySelectorAll("#zoom, #tip").forEach(el => el.hidden = true)`)
			for _, stop := range []int{6, 11} {
				b.js(`document.querySelector("#` + events[stop-1] + ` h3 a").click(); scrollTo(0, 0)`)
				b.arrives(stop)
				b.js(`document.activeElement.blur(); document.querySelector("#box").scrollIntoView()`)
				b.rest()
				c := &canvas{RGBA: plain(b.shotOf("#box")), ratio: size.ratio}
				for ink := range palette.Colors {
					if ink := render.Ink(ink); ink >= scene.Ink || ink == scene.Coast || ink == scene.Border {
						c.inks = append(c.inks, [3]int{int(palette.Colors[ink].R), int(palette.Colors[ink].G), int(palette.Colors[ink].B)})
					}
				}
				checkContrast(t, fmt.Sprintf("%d px, dark %v, stop %d", size.width, dark, stop), c, b.drawn(stop), palette)
			}
		}
	}
}

func checkContrast(t *testing.T, where string, c *canvas, list *render.List, palette *render.Palette) {
	t.Helper()
	words, flows, marks := 0, 0, 0
	layer := 0
	for i := range list.Ops {
		for int32(i) >= list.Layers[layer].Ops.To {
			layer++
		}
		clip := list.Layers[layer].Clip // nothing is drawn outside
		op := &list.Ops[i]
		ink := op.Paint.Ink
		if op.Paint.Alpha < 0.95 || op.Shape != nil || ink < scene.Ink || ink == scene.Rule {
			continue
		}
		colour := [3]int{int(palette.Colors[ink].R), int(palette.Colors[ink].G), int(palette.Colors[ink].B)}
		check := func(what string, box image.Rectangle, reach, want float64, count *int) {
			got, seen := c.least(colour, box.Intersect(c.around(clip.Min, clip.Max, 0)), reach)
			if seen < int(3*c.ratio) || math.IsNaN(got) {
				return // it lies under something else, or outside
			}
			*count++
			if got < want {
				t.Errorf("%s: %s has a contrast of %.2f, less than %.1f", where, what, got, want)
			}
		}
		switch op.Kind {
		case render.Text:
			glyphs := list.Glyphs[op.Glyphs.From:op.Glyphs.To]
			if len(glyphs) == 0 {
				continue
			}
			from, to := glyphs[0].At, glyphs[len(glyphs)-1].At
			from.Y -= 0.75 * op.Size
			to.X += 0.5 * op.Size
			check(fmt.Sprintf("%q", op.Name), c.around(from, to, 0), 1, 4.5, &words)
		case render.Stroke, render.Fill:
			for _, path := range list.Paths[op.Paths.From:op.Paths.To] {
				points := list.Points[path.Points.From:path.Points.To]
				for k := range 5 {
					p := points[(len(points)-1)*(k+1)/6]
					check(palette.Names[ink]+" line", c.around(p, p, 4), 5, 3, &flows)
				}
			}
		case render.Circle, render.Ring:
			r := float64(op.Radius)
			check(palette.Names[ink]+" mark", c.around(op.Center, op.Center, r), 4, 3, &marks)
		}
	}
	t.Logf("%s: %d words, %d places of lines, %d marks", where, words, flows, marks)
	if words < 8 || flows < 5 || marks < 8 {
		t.Errorf("%s: only %d words, %d places of lines and %d marks are seen", where, words, flows, marks)
	}
}

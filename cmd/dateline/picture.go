package main

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"dateline/geo"
	"dateline/render"
	"dateline/render/font"
	"dateline/render/svg"
	"dateline/scene"
	"dateline/timeline"
	"dateline/web"
)

// A composition is one of the two pictures that a page carries. Its size is
// that of the stage where most readers have it: a column of a page 1440 px
// wide, and a phone. The map's shape is that of the stage at any width, so the
// picture fills it at any width, and at these it is the engine's own.
type composition struct {
	name          string
	width, height float64 // of the map, CSS pixels
	simplify      float32 // the smallest bend of a coast, square CSS pixels
	least         float32 // the smallest island, square CSS pixels
	bleed         float32 // how much more of the map there is at either side, as a share of the width, for a stage that is wider for its height
}

var compositions = []composition{
	{"wide", 941, 489, 2.2, 8, 0.19},
	{"narrow", 360, 360, 1.4, 5, 0.13},
}

// pictures makes what the page shows before the engine: for each composition
// the map with all stops as the opening's camera sees them, and the timeline.
// What the other cameras see at their own stops is apart, to be fetched later.
// Keep puts a file beside the page and returns its address from there.
func pictures(line *timeline.Line, pack *scene.Pack, basemap []byte, h *house, keep func(name string, data []byte) string) (web.Picture, error) {
	var out web.Picture
	pieces, err := geo.DecodeAtlas(basemap)
	if err != nil {
		return out, fmt.Errorf("basemap: %w", err)
	}
	faces, err := packFaces(pack, h)
	if err != nil {
		return out, err
	}
	scenes := make([]*scene.Scene, len(compositions))
	words := new(svg.Words)
	style := string(h.style())
	var here, more, drawn bytes.Buffer
	for i, c := range compositions {
		scenes[i] = scene.Prepare(scene.Input{Line: line, Pieces: pieces, Faces: faces, Words: &pack.Words, Width: c.width, Height: c.height + scene.StripOf(line).Height, Ratio: 1, Lines: h.theme.Lines})
		if err := errors.Join(c.maps(&drawn, scenes[i], 0, 1, words, faces, style, keep), c.strip(&drawn, scenes[i], words, faces)); err != nil {
			return out, err
		}
	}
	words.Write(&here) // a buffer takes everything, here and below
	drawn.WriteTo(&here)
	out.Cameras = scenes[0].Cameras()
	// The other pictures come to stand beside the first and show the words of
	// those as well.
	for i, c := range compositions {
		if err := c.maps(&drawn, scenes[i], 1, slices.Max(out.Cameras)+1, words, faces, style, keep); err != nil {
			return out, err
		}
	}
	words.Write(&more)
	drawn.WriteTo(&more)
	out.Here, out.More = template.HTML(here.String()), more.Bytes()
	return out, nil
}

// maps writes the maps of cameras, from the first up to the last. The opening's,
// 0, shows all that happens; another's only what it is there for, so elsewhere
// it stands as at its own last stop.
func (c composition) maps(to *bytes.Buffer, s *scene.Scene, first, last int, words *svg.Words, faces *font.Set, style string, keep func(string, []byte) string) error {
	cameras := s.Cameras()
	for camera := first; camera < last; camera++ {
		own := slices.Index(cameras, camera)
		lists := make([]*render.List, states(s))
		for stop := range lists {
			if len(lists) == 1 {
				lists[0] = new(render.List)
				s.BuildFrom(lists[0], len(cameras)-1, slices.Index(cameras, camera))
				continue
			}
			if cameras[stop] == camera || camera == 0 {
				own = stop
			}
			lists[stop] = new(render.List)
			s.BuildFrom(lists[stop], own, slices.Index(cameras, camera))
		}
		opt := svg.Options{
			Vars: true, Prefix: fmt.Sprintf("%c%d", c.name[0], camera), Class: fmt.Sprintf("map %s c%d", c.name, camera),
			Height: float32(c.height), Bleed: c.bleed * float32(c.width), Simplify: c.simplify, Least: c.least, Grid: 0.5, ShapeGrid: 0.75, Words: words, As: coasts(lists[0]),
		}
		// The ground is the page's own; rivers and graticule are faint, and long to load.
		opt.Only = func(y *render.Layer, op *render.Op) bool {
			return !ofStrip(y.Name) && y.Name != "sea" && !faint(op) && !ofCrowd(y.Name) && !overCrowd(lists[0], y.Name)
		}
		if err := svg.WriteStates(to, lists, scene.Light(), faces, opt); err != nil {
			return err
		}
		if crowd(lists[0]) < 0 {
			continue
		}
		c.threads(to, s, lists, opt, style, keep)
		opt.Prefix += "-"
		opt.Only = func(y *render.Layer, op *render.Op) bool { return overCrowd(lists[0], y.Name) && !ofStrip(y.Name) }
		if err := svg.WriteStates(to, lists, scene.Light(), faces, opt); err != nil {
			return err
		}
	}
	return nil
}

// mostStates is up to how many things shown one by one, counted at every stop, a picture shows
// stop by stop. One of a larger story shows all stops at once until the engine
// comes: as many states would take longer to load than the engine.
const mostStates = 200_000

// states is how many states of a scene its pictures have: one a stop, or one.
func states(s *scene.Scene) int {
	stops := len(s.Cameras())
	if stops*s.Singles() > mostStates {
		return 1
	}
	return stops
}

// coasts lets the land be drawn for its coast.
func coasts(list *render.List) map[*render.Shape]*render.Shape {
	as := map[*render.Shape]*render.Shape{}
	land := map[string]*render.Shape{}
	for i := range list.Ops {
		if shape := list.Ops[i].Shape; shape != nil {
			if of, ok := strings.CutPrefix(shape.Name, "land "); ok {
				land[of] = shape
			}
		}
	}
	for i := range list.Ops {
		if shape := list.Ops[i].Shape; shape != nil {
			if of, ok := strings.CutPrefix(shape.Name, "coast "); ok && land[of] != nil {
				as[shape] = land[of]
			}
		}
	}
	return as
}

// faint tells whether an operation draws the rivers or the graticule of the map.
func faint(op *render.Op) bool {
	return op.Shape != nil && (strings.HasPrefix(op.Shape.Name, "rivers ") || strings.HasPrefix(op.Shape.Name, "graticule "))
}

// strip writes the timeline.
func (c composition) strip(to *bytes.Buffer, s *scene.Scene, words *svg.Words, faces *font.Set) error {
	stops := len(s.Cameras())
	shown := make([]int, states(s))
	for i := range shown {
		shown[i] = i
	}
	if len(shown) == 1 && stops > 1 {
		shown = []int{0, stops - 1} // all stops at once; what is pinned stands at the opening, from where the script moves it
	}
	lists := make([]*render.List, len(shown))
	for i, stop := range shown {
		lists[i] = new(render.List)
		s.BuildFrom(lists[i], stop, 0)
	}
	return svg.WriteStates(to, lists, scene.Light(), faces, svg.Options{
		Vars: true, Words: words, Prefix: c.name[:1] + "s", Class: "strip " + c.name, Simplify: -1,
		Elastic: svg.Elastic{From: scene.TrackInset, To: float32(c.width) - scene.TrackInset, Top: float32(c.height)},
		Pinned:  []string{"passed", "playhead", "ring"},
		Only:    func(y *render.Layer, _ *render.Op) bool { return ofStrip(y.Name) },
	})
}

// ofStrip tells the layers of the timeline from those of the map.
func ofStrip(layer string) bool {
	switch layer {
	case "axis", "passed", "playhead", "marks", "ring":
		return true
	}
	return false
}

// strip is the timeline's place as custom properties, where the story's differs
// from the style sheet's own.
func strip(line *timeline.Line) []byte {
	s := scene.StripOf(line)
	if s == (scene.Strip{Height: scene.StripHeight, Rise: scene.TrackRise}) && line.Extent() == line.Length() {
		return nil
	}
	return fmt.Appendf(nil, ":root { --strip: %gpx; --track-rise: %gpx; --end: %.3f%%; }\n", s.Height, s.Rise, 100*line.Length()/line.Extent())
}

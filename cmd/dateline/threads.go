package main

import (
	"bytes"
	"fmt"
	"html"
	"slices"

	"dateline/render"
	"dateline/render/svg"
	"dateline/scene"
)

// The threads of a crowd are thousands of lines. In the document they would be
// most of it, and nothing could be seen until they have come; so they are
// images beside it, which lie between the map and what stands on it, and come
// when they are to be seen.

// Up to how many runs of states, of those in which they show, the threads of a
// picture have each an image, and up to how many threads, counted at every stop,
// that is looked into; where there are more, all show at once.
const (
	mostImages = 12
	mostLooked = 1_000_000
)

// threads writes the images of a crowd, of which opt tells the rest of the
// picture.
func (c composition) threads(to *bytes.Buffer, s *scene.Scene, lists []*render.List, opt svg.Options, style string, keep func(string, []byte) string) {
	opt.Only = func(y *render.Layer, _ *render.Op) bool { return ofCrowd(y.Name) }
	last := lists[len(lists)-1:]
	if len(lists)*s.Things() > mostLooked {
		lists = last
	}
	bundles := svg.Bundles(lists, scene.Light(), style, opt)
	if len(bundles) > mostImages {
		bundles = svg.Bundles(last, scene.Light(), style, opt)
	}
	fmt.Fprintf(to, "<div class=\"%s\">", html.EscapeString(opt.Class))
	for _, b := range bundles {
		shows := ""
		if b.States != "" {
			shows = ` data-s="` + b.States + `"`
		}
		fmt.Fprintf(to, `<img%s src="%s" alt="" loading="lazy">`, shows, html.EscapeString(keep("threads.svg", b.SVG)))
	}
	to.WriteString("</div>\n")
}

// ofCrowd tells the layers of a crowd's threads.
func ofCrowd(layer string) bool { return layer == "settled" || layer == "coming" }

// crowd is the number of their last layer, or -1.
func crowd(list *render.List) int {
	for i := len(list.Layers) - 1; i >= 0; i-- {
		if ofCrowd(list.Layers[i].Name) {
			return i
		}
	}
	return -1
}

// overCrowd tells the layers that lie on the threads.
func overCrowd(list *render.List, layer string) bool {
	last := crowd(list)
	return last >= 0 && slices.IndexFunc(list.Layers, func(y render.Layer) bool { return y.Name == layer }) > last
}

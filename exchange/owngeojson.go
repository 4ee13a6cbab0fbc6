package exchange

import (
	"strings"

	"dateline/story"
)

// readOwnGeoJSON reads what export wrote: the story's frame beside the
// features, and a thing of the story in the properties of each.
func readOwnGeoJSON(d *draft, root *node) {
	var frame object
	frame, _ = rawTree(root.get("dateline")).(object)
	things := map[story.Kind]list{story.Events: {}}
	d.report.add(Note, root.at, "written by dateline export: the properties named as in docs/format.md are read; time, coordTimes, title, description and the shapes are not")
	for _, f := range root.get("features").list() {
		props, _ := rawTree(f.get("properties")).(object)
		var what any
		kept := object{}
		for _, m := range props {
			switch m.key {
			case "layer":
				what = m.value
			case "time", "coordTimes", "title", "description":
			default:
				kept = append(kept, m)
			}
		}
		layer, _ := what.(raw)
		if kind, ok := layers[strings.Trim(string(layer), `"`)]; ok {
			things[kind] = append(things[kind], kept)
		} else {
			d.drop(f.at, "a feature that is no event, flow, route, area or magnitude of ours")
		}
	}
	for _, kind := range story.Kinds {
		if all, ok := things[kind]; ok {
			frame.put(string(kind), all)
		}
	}
	s, problems := story.Parse(root.at.file, []byte(oneLine(frame)))
	for _, p := range problems {
		if p.Severity == story.Error {
			d.fail(place{file: root.at.file, where: p.Path}, "%s", p.Message)
		}
	}
	if s != nil {
		d.Story = *s
		if d.opt.ID != "" {
			d.ID = d.opt.ID
		}
	}
}

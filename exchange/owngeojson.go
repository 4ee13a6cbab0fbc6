package exchange

import (
	"dateline/story"
)

// readOwnGeoJSON reads what export wrote: the story's frame beside the
// features, and an event or a flow in the properties of each.
func readOwnGeoJSON(d *draft, root *node) {
	var frame object
	frame, _ = rawTree(root.get("dateline")).(object)
	events, flows := list{}, list{}
	d.report.add(Note, root.at, "written by dateline export: the properties named as in docs/format.md are read; time, title, description and the shapes are not")
	for _, f := range root.get("features").list() {
		props, _ := rawTree(f.get("properties")).(object)
		var what any
		kept := object{}
		for _, m := range props {
			switch m.key {
			case "layer":
				what = m.value
			case "time", "title", "description":
			default:
				kept = append(kept, m)
			}
		}
		switch what {
		case raw(`"event"`):
			events = append(events, kept)
		case raw(`"flow"`):
			flows = append(flows, kept)
		default:
			d.drop(f.at, "a feature that is neither event nor flow")
		}
	}
	frame.put("events", events)
	frame.put("flows", flows)
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

package exchange

import (
	"bytes"

	"dateline/story"
)

// writeGeoJSON writes an event as a point and a flow as a line, with what our
// format says of them in their properties, and the rest beside the features.
func writeGeoJSON(s *story.Story) []File {
	t := tree{s.Lang}
	whole := t.story(s)
	frame := object{}
	for _, m := range whole {
		if m.key != "events" && m.key != "flows" {
			frame = append(frame, m)
		}
	}
	features := list{}
	for i := range s.Events {
		e := &s.Events[i]
		own := object{{"layer", str("event")}, {"time", str(e.Date.String())}, {"title", str(e.Headline[s.Lang])}}
		own.put("description", str(e.Summary[s.Lang]))
		var shape any = raw("null")
		if p := s.Place(e.Place); p != nil {
			shape = object{{"type", str("Point")}, {"coordinates", pair(p)}}
		}
		features = append(features, feature(e.ID, shape, append(own, t.event(e).(object)...)))
	}
	for i := range s.Flows {
		f := &s.Flows[i]
		own := object{{"layer", str("flow")}, {"title", str(f.What[s.Lang])}}
		var lines list
		goals := f.To.Places
		if f.To.Toward != "" {
			goals = []string{f.To.Toward}
		}
		for _, from := range f.From.Places {
			for _, to := range goals {
				lines = append(lines, list{pair(s.Place(from)), pair(s.Place(to))})
			}
		}
		var shape any = raw("null")
		if len(lines) > 0 {
			shape = object{{"type", str("MultiLineString")}, {"coordinates", lines}}
		}
		features = append(features, feature(f.ID, shape, append(own, t.flow(f).(object)...)))
	}
	root := object{{"type", str("FeatureCollection")}, {"dateline", frame}, {"features", features}}
	var b bytes.Buffer
	printValue(&b, root, "", 0)
	b.WriteByte('\n')
	return []File{{s.ID + ".geojson", b.Bytes()}}
}

func pair(p *story.Place) any { return list{num(p.At[0]), num(p.At[1])} }

func feature(id string, shape any, properties object) any {
	return object{{"type", str("Feature")}, {"id", str(id)}, {"geometry", shape}, {"properties", properties}}
}

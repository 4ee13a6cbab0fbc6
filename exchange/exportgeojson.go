package exchange

import (
	"bytes"

	"github.com/paulmach/orb"

	"dateline/story"
)

// layers are the kinds of things that are features in our GeoJSON, by what
// their property "layer" says. Eras have no place and stand in the frame.
var layers = map[string]story.Kind{
	"event": story.Events, "flow": story.Flows, "route": story.Routes, "area": story.Areas, "magnitude": story.Magnitudes,
}

// writeGeoJSON writes what has a place as features, with what our format says
// of each in its properties, and the rest beside them.
func writeGeoJSON(s *story.Story) []File {
	t := treeOf(s)
	featured := map[string]bool{}
	for _, kind := range layers {
		featured[string(kind)] = true
	}
	frame := object{}
	for _, m := range t.story(s) {
		if !featured[m.key] {
			frame = append(frame, m)
		}
	}
	features := list{}
	add := func(layer, id string, shape any, title story.Text, more, thing any) {
		own := object{{"layer", str(layer)}}
		own = append(own, more.(object)...)
		own.put("title", str(title[s.Lang]))
		features = append(features, feature(id, shape, append(own, thing.(object)...)))
	}
	for i := range s.Events {
		e := &s.Events[i]
		more := object{{"time", str(e.Date.String())}}
		more.put("description", str(e.Summary[s.Lang]))
		add("event", e.ID, pointOf(s, e.Place), e.Headline, more, t.event(e))
	}
	for i := range s.Flows {
		f := &s.Flows[i]
		add("flow", f.ID, flowLines(s, f), f.What, object{}, t.flow(f))
	}
	for i := range s.Routes {
		r := &s.Routes[i]
		line, times := list{}, list{}
		for _, p := range r.Points {
			line = append(line, pair(p.At))
			times = append(times, timeOr(p.Date))
		}
		add("route", r.ID, geometry("LineString", line), r.Name, object{{"coordTimes", times}}, t.route(r))
	}
	for i := range s.Areas {
		a := &s.Areas[i]
		more := object{}
		if from := areaStart(s, a); from != nil {
			more.put("time", str(from.String()))
		}
		add("area", a.ID, polygons(a.Shape), a.Name, more, t.area(a))
	}
	for i := range s.Magnitudes {
		m := &s.Magnitudes[i]
		add("magnitude", m.ID, pointOf(s, m.Place), m.Name, object{}, t.magnitude(m))
	}
	root := object{{"type", str("FeatureCollection")}, {"dateline", frame}, {"features", features}}
	var b bytes.Buffer
	printValue(&b, root, "", 0)
	b.WriteByte('\n')
	return []File{{s.ID + ".geojson", b.Bytes()}}
}

// nothing is the geometry of a feature without one.
const nothing = raw("null")

// timeOr is a date as other programs read it, or null.
func timeOr(d *story.Date) any {
	if d == nil {
		return nothing
	}
	return str(d.String())
}

// areaStart is when an area comes in, or nil where it is there from the opening.
func areaStart(s *story.Story, a *story.Area) *story.Date {
	if a.Start == nil && a.Event != "" {
		return &s.Event(a.Event).Date
	}
	return a.Start
}

func pointOf(s *story.Story, place string) any {
	p := s.Place(place)
	if p == nil {
		return nothing
	}
	return geometry("Point", pair(p.At))
}

func flowLines(s *story.Story, f *story.Flow) any {
	var lines list
	goals := f.To.Places
	if f.To.Toward != "" {
		goals = []string{f.To.Toward}
	}
	for _, from := range f.From.Places {
		for _, to := range goals {
			lines = append(lines, list{pair(s.Place(from).At), pair(s.Place(to).At)})
		}
	}
	if len(lines) == 0 {
		return nothing
	}
	return geometry("MultiLineString", lines)
}

func pair(p orb.Point) any { return list{num(p[0]), num(p[1])} }

func geometry(kind string, coordinates any) any {
	return object{{"type", str(kind)}, {"coordinates", coordinates}}
}

func feature(id string, shape any, properties object) any {
	return object{{"type", str("Feature")}, {"id", str(id)}, {"geometry", shape}, {"properties", properties}}
}

package scene

import (
	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"
)

// Target is something on the picture that can be pointed at.
type Target struct {
	Kind  string  // "area", "chip", "cluster", "magnitude", "flow", "place", "route" or "stop"
	ID    string  // of the thing; of the first event at a stop
	Event string  // id of the event that pointing at it leads to; may be empty
	Label string  // what it is, as written on the picture; may be empty
	Zoom  float64 // of a cluster: by how much the map must be enlarged for it to part; 0: it leads to its event
	Box   render.Rect
}

// hitRadius is the reach of a mark, CSS pixels: targets are 24 wide at least,
// however they are rounded.
const hitRadius = 12.01

// Targets appends what can be pointed at to dst, as Build draws it with the
// same arguments; what lies on top comes last.
func (s *Scene) Targets(dst []Target, pos timeline.Pos, view View) []Target {
	st := &s.state
	s.show(view.From, view.To)
	m, view := s.look(pos, view)
	dst = s.areaTargets(dst, m, st)
	dst = s.circleTargets(dst, m, st)
	dst = s.flowTargets(dst, m, st)
	dst = s.placeTargets(dst, m, st, view)
	dst = s.routeTargets(dst, m, st)
	dst = s.chipTargets(dst, m, st, view)
	for _, g := range s.axis.groups {
		if !s.shows(g.x) {
			continue
		}
		e := &s.line.Story.Events[s.line.Stops[g.from].Events[0]]
		dst = append(dst, Target{Kind: "stop", ID: e.ID, Event: e.ID, Box: around(render.Point{X: s.trackX(g.x), Y: s.axis.y}, hitRadius)})
	}
	return dst
}

// flowTargets are the labels of flows: they lead to the flow's event.
func (s *Scene) flowTargets(dst []Target, m geo.Matrix, st *timeline.State) []Target {
	if s.many != nil || s.cameras.of[st.Camera.From] != s.cameras.of[st.Camera.To] {
		return dst // labels come and go in a flight, and there are none in a crowd
	}
	camera := s.cameras.of[st.Camera.From]
	for _, i := range s.flowOrder {
		spot, state := &s.flows[i].spots[camera], st.Flows[i]
		if !spot.shows || !state.On || state.Grown < 1 {
			continue
		}
		f := &s.line.Story.Flows[i]
		dst = append(dst, Target{Kind: "flow", ID: f.ID, Event: flowEvent(f, state), Label: s.words.Flows[i][state.Status].Head, Box: shift(spot.box, pixel(m, spot.anchor))})
	}
	return dst
}

// flowEvent is the event that a flow's state comes from.
func flowEvent(f *story.Flow, state timeline.FlowState) string {
	if e := f.Status[state.Status].Event; e != "" {
		return e
	}
	return f.Event
}

// placeTargets are the marks of places: they lead to the last event there so
// far, or to the first one.
func (s *Scene) placeTargets(dst []Target, m geo.Matrix, st *timeline.State, view View) []Target {
	in, out := s.insetOf(st.Camera, view)
	if out < 1 {
		in = nil
	}
	gathered := len(s.clusters.bands) > 0
	if gathered {
		dst = s.clusterTargets(dst, m, st, in, view.K)
	}
	whole := boxAt(0, 0, float32(s.width), float32(s.mapHeight))
	for i := range s.places {
		p := &s.places[i]
		at, reach := pixel(m, p.at), float32(hitRadius)
		if in.shows(i) {
			at, reach = pixel(in.matrix(in.box), p.at), insetTouch
		} else if gathered {
			continue
		}
		if !inside(whole, at) {
			continue
		}
		t := Target{Kind: "place", ID: s.line.Story.Places[i].ID, Label: s.words.Places[i], Box: around(at, reach)}
		for k, e := range p.events {
			if k == 0 || st.Events[e] >= 1 {
				t.Event = s.line.Story.Events[e].ID
			}
		}
		dst = append(dst, t)
	}
	return dst
}

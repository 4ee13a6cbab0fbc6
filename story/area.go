package story

import "github.com/paulmach/orb"

// AreaKind is what an area shows.
type AreaKind string

const (
	Coalition AreaKind = "coalition"
	Territory AreaKind = "territory"
	Front     AreaKind = "front"
	Storm     AreaKind = "storm"
	Hazard    AreaKind = "hazard"
	Ice       AreaKind = "ice"
	OtherArea AreaKind = "other"
)

// AreaKinds lists every kind, in the order in which a legend shows them.
var AreaKinds = []AreaKind{Coalition, Territory, Front, Storm, Hazard, Ice, OtherArea}

// Area is a part of the map that is shaded for a time: countries, or a shape.
type Area struct {
	ID        string
	Kind      AreaKind
	Name      Text
	Label     Text       // what it is called on the map, where Name is too long; may be nil
	Countries []string   // ISO 3166-1 alpha-3, or Shape
	Shape     []orb.Ring // longitude, latitude in degrees; closed; a ring within another is a hole
	Start     *Date
	Event     string // id of the event with which it comes in; with neither it is there from the opening
	End       *Date
	Until     string // id of the event with which it ends
	Status    Status // may be ""
	Caveat    Text
	Sources   []Citation
}

func areaObject() object[Area] {
	return object[Area]{
		name: "area",
		says: "an area",
		fields: []field[Area]{
			need("id", define(areaID), func(a *Area) *string { return &a.ID }),
			need("kind", choice(AreaKinds), func(a *Area) *AreaKind { return &a.Kind }),
			need("name", text(), func(a *Area) *Text { return &a.Name }),
			may("label", text(), func(a *Area) *Text { return &a.Label }),
			may("countries", some(list(country())), func(a *Area) *[]string { return &a.Countries }),
			may("shape", some(things(ring())), func(a *Area) *[]orb.Ring { return &a.Shape }),
			maybe("start", anyDate(), func(a *Area) **Date { return &a.Start }),
			may("event", refer(eventID), func(a *Area) *string { return &a.Event }),
			maybe("end", anyDate(), func(a *Area) **Date { return &a.End }),
			may("until", refer(eventID), func(a *Area) *string { return &a.Until }),
			may("status", choice(Statuses), func(a *Area) *Status { return &a.Status }),
			may("caveat", text(), func(a *Area) *Text { return &a.Caveat }),
			may("sources", list(citationObject().form()), func(a *Area) *[]Citation { return &a.Sources }),
		},
		schema: `"oneOf": [{"required": ["countries"]}, {"required": ["shape"]}]`,
		check:  checkArea,
	}
}

func checkArea(s spot, a *Area) {
	if s.has("countries") == s.has("shape") {
		s.errorf("", `needs either "countries" or "shape"`)
	}
	for _, key := range []string{"countries", "shape"} {
		if list := s.key(key); s.has(key) && list.node.kind == '[' && len(list.node.items) == 0 {
			list.errorf("", "is an empty list")
		}
	}
	for i, code := range a.Countries {
		for _, other := range a.Countries[:i] {
			if code == other && code != "" {
				s.key("countries").item(i).errorf("keep one of them", "%q is listed twice", code)
			}
		}
	}
	if a.Start != nil && a.End != nil && a.Start.Year != 0 && a.End.Year != 0 && entirelyBefore(*a.End, *a.Start) {
		s.key("end").errorf("", "%s is before the start, %s", a.End.known(), a.Start.known())
	}
}

// ring is the outline of a shape; it is closed here where the author does not
// repeat the first point.
func ring() form[orb.Ring] {
	points := things(pointObject().form())
	says := "a list of at least three points"
	schema := points.schema[:len(points.schema)-1] + `,"minItems":3}`
	return form[orb.Ring]{shape{says, schema}, func(s spot) orb.Ring {
		if !s.is('[', says) {
			return nil
		}
		r := orb.Ring(points.read(s))
		if n := len(r); n > 1 && r[0] != r[n-1] {
			r = append(r, r[0])
		}
		if len(r) < 4 {
			s.errorf("", "an outline needs at least three points")
		}
		return r
	}}
}

// settleAreas gives areas the dates of the events that bring and end them, and
// finds those that would end before they begin.
func settleAreas(at spot, s *Story) {
	for i := range s.Areas {
		a := &s.Areas[i]
		from, to := s.EventIndex(a.Event), s.EventIndex(a.Until)
		if from >= 0 && to >= 0 && to <= from {
			at.item(i).key("until").errorf("", "the area would end with the event %q, which does not come after %q", a.Until, a.Event)
		}
		for _, end := range []struct {
			key   string
			date  *Date
			event *Event
		}{{"start", a.Start, s.Event(a.Event)}, {"end", a.End, s.Event(a.Until)}} {
			if end.event != nil && end.date != nil && apart(*end.date, end.event.Date) {
				at.item(i).key(end.key).warnf("", "%s is not the date of its event %q, %s", end.date.known(), end.event.ID, end.event.Date.known())
			}
		}
	}
}

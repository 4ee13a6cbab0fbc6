package story

// Magnitude is a number that changes with time, at a place or along a route.
type Magnitude struct {
	ID      string
	Name    Text
	Unit    Text
	Place   string // id of the place where it is, or Route
	Route   string // id of the route along which it is
	Between Between
	Values  []Measure // at least one, in order of time
	Caveat  Text
	Sources []Citation
}

// Measure is the value of a magnitude at a time.
type Measure struct {
	Date  *Date  // set after Parse where Event is
	Event string // id of the event with which it holds; may be ""
	Known bool   // false: no source states the number
	Value float64
	About bool // an estimate
}

// Between is how a magnitude changes from one value to the next.
type Between string

const (
	Steps Between = "steps" // each value holds until the next
	Even  Between = "even"  // it changes evenly
)

func magnitudeObject() object[Magnitude] {
	return object[Magnitude]{
		name: "magnitude",
		says: "a magnitude",
		fields: []field[Magnitude]{
			need("id", define(magnitudeID), func(m *Magnitude) *string { return &m.ID }),
			need("name", text(), func(m *Magnitude) *Text { return &m.Name }),
			may("unit", text(), func(m *Magnitude) *Text { return &m.Unit }),
			may("place", refer(placeID), func(m *Magnitude) *string { return &m.Place }),
			may("route", refer(routeID), func(m *Magnitude) *string { return &m.Route }),
			may("between", choice([]Between{Steps, Even}), func(m *Magnitude) *Between { return &m.Between }),
			need("values", some(things(measureObject().form())), func(m *Magnitude) *[]Measure { return &m.Values }),
			may("caveat", text(), func(m *Magnitude) *Text { return &m.Caveat }),
			may("sources", list(citationObject().form()), func(m *Magnitude) *[]Citation { return &m.Sources }),
		},
		schema: `"oneOf": [{"required": ["place"]}, {"required": ["route"]}]`,
		check: func(s spot, m *Magnitude) {
			if s.has("place") == s.has("route") {
				s.errorf("", `needs either "place" or "route"`)
			}
			if values := s.key("values"); s.has("values") && values.node.kind == '[' && len(values.node.items) == 0 {
				values.errorf("", "is an empty list")
			}
			if len(m.Sources) == 0 {
				s.warnf(`add "sources"`, "a number without a source")
			}
			if m.Between == "" {
				m.Between = Steps
			}
		},
	}
}

func measureObject() object[Measure] {
	return object[Measure]{
		name: "measure",
		says: "a value of a magnitude",
		fields: []field[Measure]{
			maybe("date", anyDate(), func(v *Measure) **Date { return &v.Date }),
			may("event", refer(eventID), func(v *Measure) *string { return &v.Event }),
			{measured().shape, "value", true, func(s spot, v *Measure) {
				got := measured().read(s)
				v.Known, v.Value = got.Known, got.Value
			}},
			may("about", yes(), func(v *Measure) *bool { return &v.About }),
		},
		schema: `"anyOf": [{"required": ["date"]}, {"required": ["event"]}]`,
		check: func(s spot, v *Measure) {
			if !s.has("date") && !s.has("event") {
				s.errorf(`add "date" or "event"`, "nothing says when this value holds")
			}
			if v.About && !v.Known && s.has("value") {
				s.key("about").errorf("leave it out", "what is not stated is no estimate")
			}
		},
	}
}

// measured is a number that is not negative, or "not stated".
func measured() form[Measure] {
	says := `a number that is not negative, or "not stated"`
	return form[Measure]{shape{says, `{"anyOf":[{"const":"not stated"},{"type":"number","minimum":0,"maximum":1e18}]}`}, func(s spot) Measure {
		if s.node.kind == '"' && s.node.text == "not stated" {
			return Measure{}
		}
		v, ok := s.number(largest)
		if ok && v < 0 {
			s.errorf("", "%s is below zero", s.node.text)
			return Measure{}
		}
		return Measure{Known: ok, Value: v}
	}}
}

// settleMagnitudes gives values the dates of their events, and finds those
// that run back in time.
func settleMagnitudes(at spot, s *Story) {
	for i := range s.Magnitudes {
		latest := -1
		for k := range s.Magnitudes[i].Values {
			v := &s.Magnitudes[i].Values[k]
			here := at.item(i).key("values").item(k)
			v.Date = settled(here, v.Date, s.Event(v.Event))
			if v.Date == nil || v.Date.Year == 0 {
				continue
			}
			if latest >= 0 && entirelyBefore(*v.Date, *s.Magnitudes[i].Values[latest].Date) {
				here.errorf("values stand in order of time", "%s is earlier than %s, the date of a value above it",
					v.Date.known(), s.Magnitudes[i].Values[latest].Date.known())
				continue
			}
			latest = k
		}
	}
}

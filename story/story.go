// Package story holds what happened: the places, events, flows and sources of
// a story, as an author writes them in story.json. It knows nothing of pixels.
//
// Parse reads the format and reports every problem at once; the types here are
// what the rest of Dateline works on. One kind of thing has one file.
package story

// Story is one story, checked: every id that it refers to exists.
type Story struct {
	ID         string // slug, also the name of the story's folder
	Lang       string // BCP 47 tag of every text that is written as a plain string
	Zone       string // IANA name; shown only where an hour is shown
	Clock      *Clock // in the zone's stead; may be nil
	Title      Text
	Standfirst Text
	Byline     Text
	URL        string // where the story is published; may be empty
	Published  *Date
	Updated    *Date
	Window     Window
	Scale      Scale // never Auto after Parse

	Places      []Place
	Events      []Event // in the order of the timeline: the author's order
	Flows       []Flow
	Eras        []Era // spans of the axis behind everything
	Routes      []Route
	Areas       []Area
	Magnitudes  []Magnitude
	Analysis    []Analysis
	Notes       []Note
	Corrections []Correction
	Sources     []Source
}

// Place returns the place with this id, or nil.
func (s *Story) Place(id string) *Place {
	for i := range s.Places {
		if s.Places[i].ID == id {
			return &s.Places[i]
		}
	}
	return nil
}

// Event returns the event with this id, or nil.
func (s *Story) Event(id string) *Event {
	if i := s.EventIndex(id); i >= 0 {
		return &s.Events[i]
	}
	return nil
}

// EventIndex returns the position of the event with this id, or -1.
func (s *Story) EventIndex(id string) int {
	for i := range s.Events {
		if s.Events[i].ID == id {
			return i
		}
	}
	return -1
}

// FlowIndex returns the position of the flow with this id, or -1.
func (s *Story) FlowIndex(id string) int {
	for i := range s.Flows {
		if s.Flows[i].ID == id {
			return i
		}
	}
	return -1
}

// RouteIndex returns the position of the route with this id, or -1.
func (s *Story) RouteIndex(id string) int {
	for i := range s.Routes {
		if s.Routes[i].ID == id {
			return i
		}
	}
	return -1
}

// Source returns the source with this id, or nil.
func (s *Story) Source(id string) *Source {
	for i := range s.Sources {
		if s.Sources[i].ID == id {
			return &s.Sources[i]
		}
	}
	return nil
}

func storyObject() object[Story] {
	return object[Story]{
		name: "story",
		says: "a story",
		fields: []field[Story]{
			ignored[Story]("$schema"), // editors look for it
			need("id", slug(), func(s *Story) *string { return &s.ID }),
			need("lang", language(), func(s *Story) *string { return &s.Lang }),
			may("zone", zone(), func(s *Story) *string { return &s.Zone }),
			maybe("clock", clockObject().form(), func(s *Story) **Clock { return &s.Clock }),
			need("title", text(), func(s *Story) *Text { return &s.Title }),
			may("standfirst", text(), func(s *Story) *Text { return &s.Standfirst }),
			may("byline", text(), func(s *Story) *Text { return &s.Byline }),
			may("url", link(), func(s *Story) *string { return &s.URL }),
			maybe("published", statedDate(), func(s *Story) **Date { return &s.Published }),
			maybe("updated", statedDate(), func(s *Story) **Date { return &s.Updated }),
			may("window", windowObject().form(), func(s *Story) *Window { return &s.Window }),
			may("timeline", scale(), func(s *Story) *Scale { return &s.Scale }),
			need("places", things(placeObject().form()), func(s *Story) *[]Place { return &s.Places }),
			need("events", some(things(eventObject().form())), func(s *Story) *[]Event { return &s.Events }),
			may("flows", things(flowObject().form()), func(s *Story) *[]Flow { return &s.Flows }),
			may("routes", things(routeObject().form()), func(s *Story) *[]Route { return &s.Routes }),
			may("areas", things(areaObject().form()), func(s *Story) *[]Area { return &s.Areas }),
			may("magnitudes", things(magnitudeObject().form()), func(s *Story) *[]Magnitude { return &s.Magnitudes }),
			may("eras", things(eraObject().form()), func(s *Story) *[]Era { return &s.Eras }),
			may("analysis", things(analysisObject().form()), func(s *Story) *[]Analysis { return &s.Analysis }),
			may("notes", things(noteObject().form()), func(s *Story) *[]Note { return &s.Notes }),
			may("corrections", things(correctionObject().form()), func(s *Story) *[]Correction { return &s.Corrections }),
			may("sources", things(sourceObject().form()), func(s *Story) *[]Source { return &s.Sources }),
		},
		schema: notBoth,
		check:  checkStory,
	}
}

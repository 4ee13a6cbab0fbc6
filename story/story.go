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
	Analysis    []Analysis
	Notes       []Note
	Corrections []Correction
	Sources     []Source
}

// Window is the span of time the story tells. Both ends are included.
type Window struct {
	From, To Date
}

// Scale is the kind of axis the timeline has.
type Scale uint8

const (
	Auto     Scale = iota // Parse chooses: ordinal where days crowd
	Calendar              // distance is time
	Ordinal               // one equal stop an event
)

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

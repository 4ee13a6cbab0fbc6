package story

import "unicode/utf8"

// EventKind is what sort of happening an event is.
type EventKind string

const (
	Happening EventKind = "event"     // something took place
	Statement EventKind = "statement" // somebody said something: By is set
	Proposal  EventKind = "proposal"  // somebody proposed something: By is set
)

// Event is one entry of the timeline.
type Event struct {
	ID          string
	Kinds       []EventKind // at least one; an event can also be a statement
	Date        Date
	End         *Date  // until when it lasts; nil: a happening of its date alone
	Place       string // id of a place, or "" when the event has none
	PlaceStated bool   // false: the mark stands there by the editors' choice
	By          Text   // who says or proposes it
	To          Text   // to whom
	Headline    Text
	Summary     Text
	Figures     []Figure
	Image       *Image   // may be nil
	Status      Status   // may be ""
	Caveat      Text     // what is in doubt, in words
	Focus       []string // ids of the places that the map shows; empty: Dateline chooses
	Sources     []Citation
}

// EventKinds lists every kind.
func EventKinds() []EventKind { return []EventKind{Happening, Statement, Proposal} }

// longHeadline is where a headline stops fitting a phone, in characters.
const longHeadline = 90

func eventObject() object[Event] {
	return object[Event]{
		name: "event",
		says: "an event",
		fields: []field[Event]{
			need("id", define(eventID), func(e *Event) *string { return &e.ID }),
			may("kind", oneOrMore(choice(EventKinds())), func(e *Event) *[]EventKind { return &e.Kinds }),
			need("date", anyDate(), func(e *Event) *Date { return &e.Date }),
			maybe("end", anyDate(), func(e *Event) **Date { return &e.End }),
			eventPlace("place", true),
			eventPlace("shownAt", false),
			may("by", text(), func(e *Event) *Text { return &e.By }),
			may("to", text(), func(e *Event) *Text { return &e.To }),
			need("headline", text(), func(e *Event) *Text { return &e.Headline }),
			may("summary", text(), func(e *Event) *Text { return &e.Summary }),
			may("figures", list(figureObject().form()), func(e *Event) *[]Figure { return &e.Figures }),
			maybe("image", imageObject().form(), func(e *Event) **Image { return &e.Image }),
			may("status", choice(Statuses), func(e *Event) *Status { return &e.Status }),
			may("caveat", text(), func(e *Event) *Text { return &e.Caveat }),
			may("focus", list(refer(placeID)), func(e *Event) *[]string { return &e.Focus }),
			may("sources", list(citationObject().form()), func(e *Event) *[]Citation { return &e.Sources }),
		},
		schema: `"not": {"required": ["place", "shownAt"]}`,
		check:  checkEvent,
	}
}

// eventPlace is where an event took place, when that is stated, or where the
// editors show it, when it is not.
func eventPlace(key string, stated bool) field[Event] {
	f := refer(placeID)
	return field[Event]{f.shape, key, false, func(s spot, e *Event) {
		e.Place, e.PlaceStated = f.read(s), stated
	}}
}

func checkEvent(s spot, e *Event) {
	if s.has("place") && s.has("shownAt") {
		s.key("shownAt").errorf(`"place" is stated by a source, "shownAt" is the editors' choice`, `stands beside "place"`)
	}
	if e.End != nil {
		checkEnd(s.key("end"), "date", e.Date, *e.End)
	}
	if !s.has("kind") {
		e.Kinds = []EventKind{Happening}
	}
	for i, k := range e.Kinds {
		if (k == Statement || k == Proposal) && !s.has("by") {
			s.key("kind").errorf(`add "by"`, "a %s needs somebody who makes it", k)
		}
		for _, other := range e.Kinds[:i] {
			if k == other && k != "" {
				s.key("kind").errorf("keep one of them", "%q is listed twice", k)
			}
		}
	}
	for lang, headline := range e.Headline {
		if n := utf8.RuneCountInString(headline); n > longHeadline {
			s.key("headline").warnf("put the rest into the summary", "is %d characters long (%s)", n, lang)
			break
		}
	}
	for i, id := range e.Focus {
		for _, other := range e.Focus[:i] {
			if id == other {
				s.key("focus").item(i).warnf("", "%q is listed twice", shortened(id))
				break
			}
		}
	}
	for i, f := range e.Figures {
		if f.Amount.Kind == Known && len(e.Sources) == 0 {
			s.key("figures").item(i).warnf(`add "sources"`, "an amount without a source")
		}
	}
}

package player

import (
	"strings"

	"dateline/story"
	"dateline/timeline"
)

// wording puts one story into the words of one language.
type wording struct {
	*language
	line  *timeline.Line
	story *story.Story
	lang  string // of the page

	dir, textDir string // how lines run in the page's language, and in the story's own
}

func newWording(line *timeline.Line, lang string) *wording {
	return &wording{languageFor(lang), line, line.Story, lang, Direction(lang), Direction(line.Story.Lang)}
}

// text returns a text of the story in the page's language, or in the story's
// own, set apart, where it has not been translated.
func (w *wording) text(t story.Text) string {
	s, is := t.In(w.lang, base(w.lang), w.story.Lang)
	if s == "" || base(is) == base(w.lang) {
		return s
	}
	return isolate + s + release
}

// date writes a date without what is not known of it: "About 2 March 2025".
// An hour stands in the story's zone or clock, and in the place's beside it.
func (w *wording) date(d story.Date, place string) string { return capital(w.dated(d, place)) }

// dated is the same within a phrase.
func (w *wording) dated(d story.Date, place string) string {
	words := w.calendar(d)
	if d.Precision >= story.Hour {
		here, there := dial{w.story.Zone, w.story.Clock}, dial{}
		if p := w.story.Place(place); p != nil {
			there = dial{p.Zone, p.Clock}
		}
		if here == (dial{}) {
			here = there
		}
		words = w.clock(d, here)
		if there != (dial{}) && !there.is(here) {
			words = w.elsewhere.with("here", words, "there", w.clock(d, there))
		}
	}
	return w.around(d, words)
}

// dateNote says what is not known of a date: "day not stated"; it is empty
// for a date that is stated.
func (w *wording) dateNote(d story.Date) string {
	if d.Certainty == story.Stated {
		return ""
	}
	return w.notStated[d.Precision]
}

// whole writes a date with what is not known of it, and the source's own
// words: "Before 1 March 2025: last week, day not stated".
func (w *wording) whole(d story.Date, place string) string {
	date, note, words := w.date(d, place), w.dateNote(d), w.text(d.Words)
	switch {
	case note == "":
		return date
	case words == "":
		return w.uncertain.with("date", date, "note", note)
	}
	return w.uncertainWords.with("date", date, "words", words, "note", note)
}

// lasting writes the dates of what lasts, without what is not known of them:
// "8 September 1941 – about January 1944".
func (w *wording) lasting(from, to story.Date, place string) string {
	if from.Certainty == story.Stated && to.Certainty == story.Stated && max(from.Precision, to.Precision) <= story.Day {
		return w.window(story.Window{From: from, To: to})
	}
	return w.span.with("from", w.date(from, place), "to", w.dated(to, place))
}

// lastingNote says what is not known of both dates, with the sources' own words.
func (w *wording) lastingNote(from, to story.Date) string {
	note, end := w.dateNote(from), w.dateNote(to)
	if end == note {
		end = ""
	}
	return w.joined(w.text(from.Words), w.text(to.Words), note, end)
}

// eventDate writes when an event happens, without what is not known of it.
func (w *wording) eventDate(e *story.Event) string {
	if e.End == nil {
		return w.date(e.Date, e.Place)
	}
	return w.lasting(e.Date, *e.End, e.Place)
}

// eventNote says what is not known of it.
func (w *wording) eventNote(e *story.Event) string {
	if e.End == nil {
		return w.joined(w.text(e.Date.Words), w.dateNote(e.Date))
	}
	return w.lastingNote(e.Date, *e.End)
}

// eventHead writes both for a line that has little room: an hour stands there
// on the story's own dial alone, where it has one.
func (w *wording) eventHead(e *story.Event) string {
	head := *e
	if w.story.Zone != "" || w.story.Clock != nil {
		head.Place = ""
	}
	return w.eventWhole(&head)
}

// eventWhole writes both.
func (w *wording) eventWhole(e *story.Event) string {
	if e.End == nil {
		return w.whole(e.Date, e.Place)
	}
	if note := w.eventNote(e); note != "" {
		return w.uncertain.with("date", w.eventDate(e), "note", note)
	}
	return w.eventDate(e)
}

// placeName returns the name of a place.
func (w *wording) placeName(id string) string {
	if p := w.story.Place(id); p != nil {
		return w.text(p.Name)
	}
	return ""
}

// places writes the names of places as a list: "London, Paris and Kyiv".
func (w *wording) places(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = w.placeName(id)
	}
	return w.listed(names)
}

func (w *wording) listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], w.comma) + w.and + names[last]
}

// citations point to sources: "News article, ¶3".
func (w *wording) citations(cs []story.Citation) []PageCitation {
	out := make([]PageCitation, len(cs))
	for i, c := range cs {
		label := c.Source
		if s := w.story.Source(c.Source); s != nil {
			label = w.text(s.Title)
		}
		if c.Locator != "" {
			label = w.locator.with("source", label, "locator", c.Locator)
		}
		out[i] = PageCitation{c.Source, label}
	}
	return out
}

package player

import (
	"dateline/story"
	"dateline/timeline"
)

// kind says what sort of happening an event is, and whose: "Statement by Keir
// Starmer to CBS News".
func (w *wording) kind(e *story.Event) string {
	names := make([]string, len(e.Kinds))
	for i, k := range e.Kinds {
		names[i] = w.kinds[k]
	}
	kind, by, to := w.listed(names), w.text(e.By), w.text(e.To)
	switch {
	case by != "" && to != "":
		kind = w.byTo.with("kind", kind, "by", by, "to", to, "ofBy", before(w.ofBy, by), "toTo", before(w.toTo, to))
	case by != "":
		kind = w.by.with("kind", kind, "by", by, "ofBy", before(w.ofBy, by))
	}
	return capital(kind)
}

// before puts a preposition before a name.
func before(preposition func(string) string, name string) string {
	if preposition == nil {
		return name
	}
	return preposition(name)
}

// place says where an event took place, as far as that is stated. An event
// without a place has none.
func (w *wording) place(e *story.Event) (place, note string) {
	switch {
	case e.Place == "":
		return "", ""
	case e.PlaceStated:
		return w.placeName(e.Place), ""
	}
	return w.placeNotStated, w.shownAt.with("place", w.placeName(e.Place))
}

// figure is a number with its label.
func (w *wording) figure(f story.Figure) PageFigure {
	value := ""
	switch {
	case f.Amount.Kind == story.Known:
		value = w.amount(f.Amount)
	case f.Amount.Kind == story.NotStated:
		value = w.amountNotStated
	default:
		value = w.number(f.Value)
		if unit := w.text(f.Unit); unit != "" {
			value = w.withUnit.with("n", value, "unit", unit)
		}
	}
	if f.AtLeast {
		value = w.language.atLeast.with("n", value)
	}
	return PageFigure{w.text(f.Label), value}
}

// status writes a status as a word of its own: of an event, or of a flow of
// some kind, with which it agrees.
func (w *wording) status(s story.Status, of story.FlowKind) string { return capital(w.stands(s, of)) }

// stands writes a status within a phrase.
func (w *wording) stands(s story.Status, of story.FlowKind) string {
	return w.statuses[s].with("e", w.endings[of])
}

// blockDate is the date that labels a block. Of events before a time it is
// the latest such time, for then the label holds for all of them.
func (w *wording) blockDate(block int) story.Date {
	b := w.line.Blocks[block]
	date := b.Date
	for i := b.From; i < b.To; i++ {
		for _, e := range w.line.Stops[i].Events {
			d := w.story.Events[e].Date
			if d.Certainty == story.Before && d.Compare(date) > 0 || d.Certainty == story.After && d.Compare(date) < 0 {
				date = d
			}
		}
	}
	date.Precision = min(date.Precision, story.Day)
	return date
}

// blockLabel names a block of the timeline: "2 March 2025".
func (w *wording) blockLabel(block int) string {
	d := w.blockDate(block)
	return capital(w.around(d, w.calendar(d)))
}

// blockNote says what is not known of the dates in a block.
func (w *wording) blockNote(block int) string {
	b := w.line.Blocks[block]
	if b.Date.Certainty != story.Stated {
		return w.dateNote(b.Date)
	}
	note, stated := "", false
	for _, p := range b.Parts {
		if p.About {
			note = w.dateNote(w.first(p.From).Date)
		} else {
			stated = true
		}
	}
	if note != "" && stated {
		return w.someNotStated.with("note", note)
	}
	return note
}

// partLabel heads a run of events that are dated in the same way.
func (w *wording) partLabel(block int, p timeline.Part) string {
	if !p.About {
		return w.blockLabel(block)
	}
	d := w.blockDate(block)
	label := capital(w.about.with("date", w.dateAfter(d)))
	return w.uncertain.with("date", label, "note", w.dateNote(w.first(p.From).Date))
}

// first is the first event of a stop that is not the opening.
func (w *wording) first(stop int) *story.Event {
	return &w.story.Events[w.line.Stops[stop].Events[0]]
}

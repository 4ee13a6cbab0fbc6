package player

import "dateline/story"

// change writes a status of a flow in full: "Existing (implied: what may be
// suspended exists)", "Under review from 3 March 2025".
func (w *wording) change(f *story.Flow, c story.StatusChange) string {
	s := w.status(c.Is, f.Kind)
	switch d := c.From; {
	case d == nil:
	case d.Certainty != story.Stated:
		s = w.uncertain.with("date", s, "note", lower(w.whole(*d, "")))
	case d.Precision > story.Day:
		s = w.from.with("status", s, "date", w.whole(*d, ""))
	default:
		s = w.from.with("status", s, "date", w.dateAfter(*d))
	}
	note := w.text(c.Note)
	switch {
	case c.Implied && note != "":
		return w.impliedNoted.with("status", s, "note", note)
	case c.Implied:
		return w.implied.with("status", s)
	case note != "":
		return w.noted.with("status", s, "note", note)
	}
	return s
}

// standing writes a status as it stands at a stop: "Existing (implied)".
func (w *wording) standing(f *story.Flow, c story.StatusChange) string {
	return capital(w.now(f, c))
}

// now is the same within a phrase.
func (w *wording) now(f *story.Flow, c story.StatusChange) string {
	if c.Implied {
		return w.implied.with("status", w.stands(c.Is, f.Kind))
	}
	return w.stands(c.Is, f.Kind)
}

// howMuch writes the amount of a flow, and writes out where none is stated.
func (w *wording) howMuch(f *story.Flow) string {
	switch {
	case f.Amount.Kind == story.Known:
		return w.amount(f.Amount)
	case f.Amount.Kind == story.NotStated:
		return w.amountNotStated
	case f.Kind == story.Diplomacy:
		return w.noAmountTalks
	}
	return w.noAmount
}

// origin writes where a flow comes from.
func (w *wording) origin(f *story.Flow) string {
	if f.From.Flow == "" {
		return w.places(f.From.Places)
	}
	before := &w.story.Flows[w.story.FlowIndex(f.From.Flow)]
	ends := append(append([]string{}, before.From.Places...), before.To.Places...)
	if len(ends) == 0 {
		return w.text(before.What)
	}
	return w.fromFlow.with("what", w.text(before.What), "places", w.places(ends))
}

// goal writes where a flow goes.
func (w *wording) goal(f *story.Flow) string {
	switch {
	case f.To.Toward != "":
		return w.toward.with("place", w.placeName(f.To.Toward))
	case len(f.To.Places) > 0:
		return w.places(f.To.Places)
	}
	return w.open
}

// start writes when a flow begins, and when it ends where it does, and writes out where nothing says so.
func (w *wording) start(f *story.Flow) string {
	if f.Start == nil {
		return w.startNotStated
	}
	if f.End == nil {
		return w.whole(*f.Start, "")
	}
	dates, note := w.lasting(*f.Start, *f.End, ""), w.lastingNote(*f.Start, *f.End)
	if note == "" {
		return dates
	}
	return w.uncertain.with("date", dates, "note", note)
}

// flowHead and flowSub are a flow's label on the map: what must be read at a
// glance, and under it the rest. "£2.26bn", "UK loan, provided".
func (w *wording) flowHead(f *story.Flow) string {
	if f.Amount.Kind == story.Known {
		return w.money(f.Amount.Money)
	}
	if label := w.text(f.Label); label != "" {
		return label
	}
	return w.text(f.What)
}

func (w *wording) flowSub(f *story.Flow, c story.StatusChange) string {
	status := w.now(f, c)
	switch f.Amount.Kind {
	case story.NotStated:
		return w.joined(lower(w.amountNotStated), status)
	case story.Known:
		kind := w.flowKinds[f.Kind]
		if who := w.text(f.Who); who != "" {
			kind = w.whoKind.with("who", who, "kind", kind)
		}
		return w.joined(kind, status)
	}
	return status
}

package player

import (
	"strconv"

	"dateline/story"
	"dateline/timeline"
)

// NewScript writes all that the page's script looks up.
func NewScript(line *timeline.Line, lang string) *Script {
	w, s := newWording(line, lang), line.Story
	out := &Script{Story: s.ID, Lang: lang, Scale: "ordinal", Extent: line.Extent(), Closest: line.Closest(), Flows: []string{}, Words: w.words}
	if line.Scale() == story.Calendar {
		out.Scale = "calendar"
	}
	for i := range s.Flows {
		out.Flows = append(out.Flows, s.Flows[i].ID)
	}
	var now, before timeline.State
	seen := 0
	for i := range line.Stops {
		line.At(&now, timeline.Pos(i))
		seen += len(line.Stops[i].Events)
		stop := w.stop(i, seen, &now, &before)
		stop.Words, stop.Value, stop.Live = w.bare(stop.Words), w.bare(stop.Value), w.bare(stop.Live)
		out.Stops = append(out.Stops, stop)
		now, before = before, now
	}
	for _, b := range line.Pace(lang).Beats {
		out.Pace = append(out.Pace, Beat{b.T, float64(b.Pos)})
	}
	return out
}

// stop writes a stop. Seen is how many events have come in with it; the states
// are the story's there and at the stop before.
func (w *wording) stop(i, seen int, now, before *timeline.State) Stop {
	at := w.line.Stops[i]
	out := Stop{X: at.X, Index: seen, Block: at.Block, Flows: w.rows(now, before)}
	if len(at.Events) == 0 {
		out.Words = w.window(w.story.Window)
		out.Value = sentences(out.Words, w.openingCount())
		out.Live = sentences(append([]string{out.Words, w.opening}, w.news(now, before)...)...)
		return out
	}
	first := w.first(i)
	out.Date = dateFact(first.Date)
	out.Words = w.eventHead(first)
	value, live := []string{w.eventWhole(first)}, []string{w.eventWhole(first)}
	for k, e := range at.Events {
		event := &w.story.Events[e]
		if k < len(at.Events)-1 {
			out.Also = append(out.Also, event.ID)
		}
		out.Event = event.ID
		place, _ := w.place(event)
		value = append(value, place, w.text(event.Headline))
		live = append(live, w.text(event.Headline))
	}
	out.Value = sentences(append(value, w.which(seen, len(at.Events)))...)
	out.Live = sentences(append(live, w.news(now, before)...)...)
	return out
}

// openingCount says how many events come after the opening.
func (w *wording) openingCount() string {
	if n := len(w.story.Events); n != 1 {
		return w.count(w.openingOf, n)
	}
	return w.openingOnly
}

// which says which of the events a stop has: "Event 5 of 11".
func (w *wording) which(last, n int) string {
	count := strconv.Itoa(len(w.story.Events))
	if n == 1 {
		return w.eventOf.with("n", strconv.Itoa(last), "count", count)
	}
	return w.eventsOf.with("from", strconv.Itoa(last-n+1), "to", strconv.Itoa(last), "count", count)
}

// rows are the ledger's rows that begin or change at a stop; at the opening,
// those that are there.
func (w *wording) rows(now, before *timeline.State) []FlowRow {
	var out []FlowRow
	for i, f := range now.Flows {
		if opening := len(before.Flows) == 0 && f.On; !opening && !isNew(i, now, before) {
			continue
		}
		c := w.story.Flows[i].Status[f.Status]
		out = append(out, FlowRow{Flow: i, Status: w.standing(&w.story.Flows[i], c), Class: string(c.Is)})
	}
	return out
}

// isNew reports whether a flow begins or changes its status between two
// states. Nothing is new at the opening, which has no state before it.
func isNew(flow int, now, before *timeline.State) bool {
	if len(before.Flows) == 0 || !now.Flows[flow].On {
		return false
	}
	was := before.Flows[flow]
	return !was.On || was.Status != now.Flows[flow].Status
}

// news says of every flow that begins or changes what it now is, once. At the
// opening it says what is there already.
func (w *wording) news(now, before *timeline.State) []string {
	var out []string
	for i, f := range now.Flows {
		opening := len(before.Flows) == 0 && f.On
		if !opening && !isNew(i, now, before) {
			continue
		}
		flow := &w.story.Flows[i]
		c := flow.Status[f.Status]
		say := w.flowEnters
		if !opening && before.Flows[i].On {
			say = w.flowNow
		}
		out = append(out, say.with("what", w.text(flow.What), "status", w.now(flow, c)))
	}
	return out
}

// dateFact is what a host is told of a date.
func dateFact(d story.Date) *DateFact {
	precision := [...]string{"year", "month", "day", "hour", "minute"}
	return &DateFact{
		Date: d.String(), Precision: precision[d.Precision],
		About: d.Certainty == story.About, Before: d.Certainty == story.Before, After: d.Certainty == story.After,
	}
}

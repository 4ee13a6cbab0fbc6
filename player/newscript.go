package player

import (
	"math"
	"strconv"

	"dateline/story"
	"dateline/timeline"
)

// NewScript writes all that the page's script looks up.
func NewScript(line *timeline.Line, lang string) *Script {
	w, s := newWording(line, lang), line.Story
	out := &Script{Story: s.ID, Lang: lang, Scale: "ordinal", Extent: rounded(line.Extent()), Closest: rounded(line.Closest()), Words: w.words}
	if line.Scale() == story.Calendar {
		out.Scale = "calendar"
	}
	out.Stands, out.ByFlow = w.standings()
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

// rounded is a value of the slider as the script has it: a millionth of the way
// from stop to stop is no pixel.
func rounded(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// stop writes a stop. Seen is how many events have come in with it; the states
// are the story's there and at the stop before.
func (w *wording) stop(i, seen int, now, before *timeline.State) Stop {
	at := w.line.Stops[i]
	out := Stop{X: rounded(at.X), Index: seen, Block: at.Block, Flow: 1 + firstNew(now, before)}
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

// isNew reports whether a flow begins or changes its status between two
// states. Nothing is new at the opening, which has no state before it.
func isNew(flow int, now, before *timeline.State) bool {
	if len(before.Flows) == 0 || !now.Flows[flow].On {
		return false
	}
	was := before.Flows[flow]
	return !was.On || was.Status != now.Flows[flow].Status
}

// firstNew is the first flow that begins or changes its status between two
// states, or -1.
func firstNew(now, before *timeline.State) int {
	for i := range now.Flows {
		if isNew(i, now, before) {
			return i
		}
	}
	return -1
}

// mostNews is of how many flows a listener is told at a stop: nobody listens to
// a thousand.
const mostNews = 6

// news says of the flows that begin or change what each now is, once, and how
// many more there are. At the opening it says what is there already.
func (w *wording) news(now, before *timeline.State) []string {
	var out []string
	more := 0
	for i, f := range now.Flows {
		opening := len(before.Flows) == 0 && f.On
		if !opening && !isNew(i, now, before) {
			continue
		}
		if len(out) == mostNews {
			more++
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
	if more > 0 {
		out = append(out, w.newsMore.with("n", w.number(float64(more))))
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

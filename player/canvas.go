package player

import (
	"fmt"

	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

// Canvas writes the words that are set into the picture.
func Canvas(line *timeline.Line, lang string) *scene.Words {
	w, s := newWording(line, lang), line.Story
	out := &scene.Words{
		Form:  w.forms(),
		About: w.aboutMark.with("note", w.notStated[aboutPrecision(s)]),
		Width: w.width(), Stated: w.placeStated, Unstated: w.placeNotStated,
		RTL: w.dir == "rtl",
	}
	for i := range s.Places {
		out.Places = append(out.Places, w.bare(w.text(s.Places[i].Name)))
	}
	for i := range s.Flows {
		f := &s.Flows[i]
		names := make([]scene.FlowName, len(f.Status))
		for k, c := range f.Status {
			names[k] = scene.FlowName{Head: w.bare(w.flowHead(f)), Sub: w.bare(w.flowSub(f, c))}
		}
		out.Flows = append(out.Flows, names)
	}
	w.nameKinds(out)
	for i, b := range line.Blocks {
		name := scene.BlockName{Long: w.blockLabel(i)}
		switch b.Date.Certainty {
		case story.Before:
			name.Short, name.Narrow = w.beforeAll, w.beforeAll
		case story.After:
			name.Short, name.Narrow = w.afterAll, w.afterAll
		default:
			name.Short, name.Narrow = w.shortDate(b.Date), w.narrowDate(b.Date)
		}
		out.Blocks = append(out.Blocks, name)
	}
	out.Ticks = w.ticks()
	return out
}

// forms explain the drawn forms that the story's flows take.
func (w *wording) forms() map[scene.FormKey]string {
	out := map[scene.FormKey]string{}
	for i := range w.story.Flows {
		f := &w.story.Flows[i]
		for k, c := range f.Status {
			key := scene.FormOf(f, k)
			status := w.status(c.Is, "") // a form agrees with no flow
			switch {
			case key.Diplomacy:
				out[key] = w.formTalks.with("status", w.stands(c.Is, ""))
			case key.Amount:
				out[key] = w.formAmount.with("status", status)
			case w.neverStated(key):
				out[key] = w.formNotStated.with("status", status)
			default:
				out[key] = w.formPlain.with("status", status)
			}
		}
	}
	return out
}

// neverStated reports whether every flow of a form has an amount that is not
// stated, rather than none.
func (w *wording) neverStated(key scene.FormKey) bool {
	for i := range w.story.Flows {
		f := &w.story.Flows[i]
		for k := range f.Status {
			if scene.FormOf(f, k) == key && f.Amount.Kind != story.NotStated {
				return false
			}
		}
	}
	return true
}

// aboutPrecision is the precision of the first date that is only about.
func aboutPrecision(s *story.Story) story.Precision {
	for i := range s.Events {
		if d := s.Events[i].Date; d.Certainty == story.About {
			return d.Precision
		}
	}
	return story.Day
}

// ticks writes rows of round dates, from few to many.
func (w *wording) ticks() [][]scene.TickName {
	var rows [][]scene.TickName
	for _, most := range [...]int{2, 3, 5, 8, 13, 21} {
		ticks := w.line.Ticks(most)
		if n := len(rows); len(ticks) == 0 || n > 0 && len(ticks) <= len(rows[n-1]) {
			continue
		}
		row := make([]scene.TickName, len(ticks))
		for i, t := range ticks {
			row[i] = scene.TickName{X: t.X, Text: w.tick(t.Date, i == 0 || t.Date.Year != ticks[i-1].Date.Year)}
		}
		rows = append(rows, row)
	}
	return rows
}

// tick writes a round date. A day says its year where the year is new; an
// hour, which the axis counts in UTC, says so.
func (w *wording) tick(d story.Date, newYear bool) string {
	switch {
	case d.Precision >= story.Hour:
		clock := fmt.Sprintf("%02d:%02d UTC", d.Hour, d.Minute)
		if d.Hour == 0 && d.Minute == 0 {
			return w.joined(w.shortDate(d), clock)
		}
		return clock
	case d.Precision == story.Day && !newYear:
		return w.shortDate(d)
	}
	return w.plainDate(d)
}

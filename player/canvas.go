package player

import (
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

// Canvas writes the words that are set into the picture.
func Canvas(line *timeline.Line, lang string) *scene.Words {
	w, s := newWording(line, lang), line.Story
	out := &scene.Words{
		Form:   w.forms(),
		About:  w.aboutMark.with("note", w.notStated[aboutPrecision(s)]),
		Stated: w.placeStated, Unstated: w.placeNotStated,
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
	for i := range s.Eras {
		out.Eras = append(out.Eras, w.bare(w.text(s.Eras[i].Name)))
	}
	if out.Dates = w.dateWords(); out.Dates != nil {
		out.Before, out.After = w.beforeAll, w.afterAll
	}
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

// dateWords are the parts of the dates on a calendar axis.
func (w *wording) dateWords() *scene.DateWords {
	if w.line.Scale() != story.Calendar {
		return nil
	}
	l := w.language
	out := &scene.DateWords{Months: l.months, Alone: l.monthsAlone, Short: l.monthsShort, First: l.firstDay,
		Full: string(l.day), Day: string(l.dayShort), Month: string(l.month), Year: string(l.year), Before: string(l.beforeEra)}
	if w.line.Hours() {
		out.East, out.Zone = w.hoursOf()
	}
	return out
}

// hoursOf says where the hours of the timeline are counted, in minutes east of
// UTC, and what they are called: off the story's own clock or zone as its first
// event with an hour has it; else as all its hours are written. Where those
// differ, in UTC.
func (w *wording) hoursOf() (east int, called string) {
	name, found := "", false
	for i := range w.story.Events {
		d := w.story.Events[i].Date
		if d.Precision < story.Hour {
			continue
		}
		there, named := w.of(dial{w.story.Zone, w.story.Clock}, d)
		if found && there.Offset != east && name == "" {
			east = 0
			break
		}
		if east, name = there.Offset, named; name != "" {
			break
		}
		found = true
	}
	if name == "" {
		return east, w.zone.with("offset", offset(east))
	}
	return east, w.zoneNamed.with("name", w.bare(name), "offset", offset(east))
}

package exchange

import "dateline/story"

// lasts gives an event the end that a file has for it. One that is its date
// again says nothing; one before its date is asked.
func (d *draft) lasts(e *story.Event, end story.Date, p place) {
	switch {
	case end.Year == 0 || end.Certainty == story.Stated && end.String() == e.Date.String():
	case entirelyBefore(end, e.Date):
		d.ask(p, "the end %s is before the date %s; left out", end, e.Date)
	default:
		e.End = &end
	}
}

// era adds an era, unless it ends before it begins.
func (d *draft) era(e story.Era, called string, p place) {
	switch {
	case e.Name == nil || e.From.Year == 0 || e.To.Year == 0:
		d.ask(p, "an era needs name, from and to; left out")
	case entirelyBefore(e.To, e.From):
		d.ask(p, "the era ends, %s, before it begins, %s; left out", e.To, e.From)
	default:
		e.ID = d.newID("era", first(called, e.Name[d.Lang]))
		d.Eras = append(d.Eras, e)
	}
}

// eraSlide makes an era of what TimelineJS calls one.
func (d *draft) eraSlide(s slide) {
	from, ok := d.moment(s.start, s.at)
	to, good := d.moment(s.end, s.at)
	if !ok || !good {
		return
	}
	name, _ := d.markup(s.headline.text, s.headline.at)
	d.era(story.Era{Name: d.text(name, s.headline.at), From: from, To: to}, s.id, s.at)
	for _, c := range append([]cell{s.text, s.media}, s.dropped...) {
		if c.text != "" {
			d.drop(c.at, "%s", quote(c.text))
		}
	}
}

func eraColumns() []column[story.Era] {
	from := func(e *story.Era) *story.Date { return &e.From }
	to := func(e *story.Era) *story.Date { return &e.To }
	cols := []column[story.Era]{
		plainColumn("id", func(e *story.Era) *string { return &e.ID }),
		texts("name", func(e *story.Era) *story.Text { return &e.Name }),
	}
	cols = append(append(cols, dateColumns("from", from, from)...), dateWords("from", from))
	cols = append(append(cols, dateColumns("to", to, to)...), dateWords("to", to),
		texts("caveat", func(e *story.Era) *story.Text { return &e.Caveat }))
	return append(cols, citations(func(e *story.Era) *[]story.Citation { return &e.Sources })...)
}

func readEras(d *draft, s *sheet) {
	cols := eraColumns()
	d.strange(s, columnNames(cols))
	for _, r := range s.rows {
		var e story.Era
		readRow(d, r, cols, &e)
		d.wordless(&e.From, r.get("from_words").at)
		d.wordless(&e.To, r.get("to_words").at)
		d.era(e, e.ID, r.at)
	}
}

// wordless takes the words from a date that is stated.
func (d *draft) wordless(date *story.Date, p place) {
	if date.Certainty == story.Stated && date.Words != nil {
		d.drop(p, "words for a date that is stated: a story has them for about, before and after")
		date.Words = nil
	}
}

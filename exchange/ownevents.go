package exchange

import (
	"strings"

	"dateline/story"
)

// eventRow is an event with what only its row says.
type eventRow struct {
	story.Event
	place, lat, lon cell
	stated          string
}

func eventColumns() []column[eventRow] {
	date := func(e *eventRow) *story.Date { return &e.Date }
	cols := []column[eventRow]{plainColumn("id", func(e *eventRow) *string { return &e.ID })}
	cols = append(cols, dateColumns("date", date, date)...)
	cols = append(cols, dateWords("date", date))
	end, endAt := may(func(e *eventRow) **story.Date { return &e.End })
	cols = append(cols, dateColumns("end", end, endAt)...)
	cols = append(cols, dateWords("end", end),
		texts("headline", func(e *eventRow) *story.Text { return &e.Headline }),
		texts("summary", func(e *eventRow) *story.Text { return &e.Summary }),
		column[eventRow]{name: "kind",
			get: func(e *eventRow) string {
				var all []string
				for _, k := range e.Kinds {
					all = append(all, string(k))
				}
				return strings.Join(all, between)
			},
			set: func(d *draft, c cell, e *eventRow) {
				for _, s := range pieces(c.text) {
					k := chosen(d, cell{s, c.at}, story.EventKinds())
					for _, other := range e.Kinds {
						if k == other {
							k = ""
						}
					}
					if k != "" {
						e.Kinds = append(e.Kinds, k)
					}
				}
			}},
		texts("by", func(e *eventRow) *story.Text { return &e.By }),
		texts("to", func(e *eventRow) *story.Text { return &e.To }),
		column[eventRow]{name: "place", get: func(e *eventRow) string { return e.Place }, set: func(_ *draft, c cell, e *eventRow) { e.place = c }},
		column[eventRow]{name: "lat", get: func(e *eventRow) string { return e.lat.text }, set: func(_ *draft, c cell, e *eventRow) { e.lat = c }},
		column[eventRow]{name: "lon", get: func(e *eventRow) string { return e.lon.text }, set: func(_ *draft, c cell, e *eventRow) { e.lon = c }},
		column[eventRow]{name: "place_stated",
			get: func(e *eventRow) string {
				if e.Place == "" {
					return ""
				}
				if e.PlaceStated {
					return "yes"
				}
				return "no"
			},
			set: func(d *draft, c cell, e *eventRow) {
				if e.stated = "no"; d.affirmed(c) {
					e.stated = "yes"
				}
			}},
		column[eventRow]{name: "status",
			get: func(e *eventRow) string { return string(e.Status) },
			set: func(d *draft, c cell, e *eventRow) { e.Status = chosen(d, c, story.Statuses) }},
		texts("caveat", func(e *eventRow) *story.Text { return &e.Caveat }),
		column[eventRow]{name: "focus",
			get: func(e *eventRow) string { return strings.Join(e.Focus, between) },
			set: func(d *draft, c cell, e *eventRow) { e.Focus = pieces(c.text) }},
	)
	cols = append(cols, imageColumns()...)
	return append(cols, citations(func(e *eventRow) *[]story.Citation { return &e.Sources })...)
}

func readEvents(d *draft, s *sheet) {
	cols := eventColumns()
	d.strange(s, columnNames(cols))
	var made []int // rows whose focus is looked up when all places are known
	for _, r := range s.rows {
		var e eventRow
		if r.get("date").text == "" {
			date, ok := d.date("", r.get("date").at)
			if !ok {
				continue
			}
			e.Date = date
		}
		readRow(d, r, cols, &e)
		if e.Date.Year == 0 {
			continue // which has been reported
		}
		d.wordless(&e.Date, r.get("date_words").at)
		if end := e.End; end != nil {
			d.wordless(end, r.get("end_words").at)
			e.End = nil
			d.lasts(&e.Event, *end, r.get("end").at)
		}
		e.Image = d.wholeImage(e.Image, r.get("image").at)
		d.whoSpeaks(&e, r)
		d.where(&e, r)
		called := first(e.ID, e.Headline[d.Lang])
		if d.add(e.Event, called, r.at) {
			if last := &d.Events[len(d.Events)-1]; e.ID != "" && last.ID != e.ID {
				d.ask(r.get("id").at, "the id %s is written %q", quote(e.ID), last.ID)
			}
			made = append(made, len(d.Events)-1)
		}
	}
	for _, i := range made {
		var kept []string
		for _, f := range d.Events[i].Focus {
			if id, ok := d.placeNamed(f); ok {
				kept = append(kept, id)
			} else {
				d.ask(d.origin["event "+d.Events[i].ID], "focus: %s is no place of the story; left out", quote(f))
			}
		}
		d.Events[i].Focus = kept
	}
}

// whoSpeaks keeps statements and proposals to what a story asks of them.
func (d *draft) whoSpeaks(e *eventRow, r row) {
	if e.By != nil {
		return
	}
	for _, k := range e.Kinds {
		if k != story.Happening {
			d.ask(r.get("by").at, "a %s needs somebody who makes it, in the column by; shown as an event", k)
			e.Kinds = nil
			return
		}
	}
}

// where finds an event's place. Without a point and a place that is known, the
// event has none.
func (d *draft) where(e *eventRow, r row) {
	name := e.place.text
	id, ok := d.placeNamed(name)
	switch {
	case ok && d.known["place "+id]:
	case e.lat.text != "" || e.lon.text != "":
		at, good := d.point(e.lat.text, e.lon.text, first2(e.lat.at, e.lon.at))
		if !good || name == "" && e.Headline == nil {
			return
		}
		id, ok = d.site(d.called(name, e.Headline[d.Lang], e.lat.at), at, first2(e.place.at, e.lat.at)), true
	case name != "" && !ok:
		d.ask(e.place.at, "%s has no lat and lon and is in no sheet of places; the event has no place", quote(name))
	}
	if ok {
		e.Place, e.PlaceStated = id, e.stated != "no"
	} else if e.stated != "" && name == "" {
		d.drop(r.get("place_stated").at, "place_stated without a place")
	}
}

// placeNamed finds a place by its id or its name.
func (d *draft) placeNamed(s string) (string, bool) {
	if s == "" {
		return "", false
	}
	for i := range d.Places {
		if d.Places[i].ID == s {
			return s, true
		}
	}
	for i := range d.Places {
		if strings.EqualFold(d.Places[i].Name[d.Lang], s) {
			return d.Places[i].ID, true
		}
	}
	return "", false
}

package exchange

import (
	"strconv"
	"strings"

	"dateline/story"
)

func coordinate(name string, i int) column[story.Place] {
	return column[story.Place]{name: name,
		get: func(p *story.Place) string { return strconv.FormatFloat(p.At[i], 'f', -1, 64) },
		set: func(*draft, cell, *story.Place) {}, // both are read at once
	}
}

func placeColumns() []column[story.Place] {
	return append([]column[story.Place]{
		plainColumn("id", func(p *story.Place) *string { return &p.ID }),
		texts("name", func(p *story.Place) *story.Text { return &p.Name }),
		coordinate("lat", 1),
		coordinate("lon", 0),
		plainColumn("zone", func(p *story.Place) *string { return &p.Zone }),
		texts("stands", func(p *story.Place) *story.Text { return &p.Stand }),
	}, clockColumns()...)
}

func readPlaces(d *draft, s *sheet) {
	d.strange(s, columnNames(placeColumns()))
	for _, r := range s.rows {
		var p story.Place
		readRow(d, r, placeColumns(), &p)
		lat := r.get("lat")
		at, ok := d.point(lat.text, r.get("lon").text, lat.at)
		if !ok || p.Name == nil {
			d.ask(r.at, "a place needs name, lat and lon; left out")
			continue
		}
		if p.Zone != "" && !isZone(p.Zone) {
			d.ask(r.get("zone").at, "%s is no time zone: they look like Europe/Kyiv; left out", quote(p.Zone))
			p.Zone = ""
		}
		if name := r.get("clock"); name.text != "" && p.Clock == nil && r.get("clock_offset").text == "" {
			d.ask(name.at, "a clock needs clock_offset beside clock; left out")
		}
		p.Clock = d.wholeClock(p.Clock, p.Zone, r.get("clock_offset").at)
		p.At, p.ID = at, d.newID("place", first(p.ID, p.Name[d.Lang]))
		d.known["place "+p.ID] = true
		d.sites[site{p.Name[d.Lang], at}] = p.ID
		d.Places = append(d.Places, p)
	}
}

func sourceColumns() []column[story.Source] {
	get, at := may(func(s *story.Source) **story.Date { return &s.Date })
	return []column[story.Source]{
		plainColumn("id", func(s *story.Source) *string { return &s.ID }),
		texts("title", func(s *story.Source) *story.Text { return &s.Title }),
		texts("publisher", func(s *story.Source) *story.Text { return &s.Publisher }),
		plainColumn("url", func(s *story.Source) *string { return &s.URL }),
		dateColumns("date", get, at)[0],
		texts("note", func(s *story.Source) *story.Text { return &s.Note }),
	}
}

func readSources(d *draft, s *sheet) {
	d.strange(s, columnNames(sourceColumns()))
	for _, r := range s.rows {
		var x story.Source
		readRow(d, r, sourceColumns(), &x)
		if x.URL != "" && !story.IsLink(x.URL) {
			d.drop(r.get("url").at, "the link %s: a story has https, http and mailto in full", quote(x.URL))
			x.URL = ""
		}
		if x.Title == nil {
			d.ask(r.at, "a source needs a title; left out")
			continue
		}
		x.Date = d.stated(x.Date, r.get("date").at)
		x.ID = d.newID("source", first(x.ID, x.Title[d.Lang]))
		d.known["source "+x.ID] = true
		d.cited[x.ID], d.cited[x.Title[d.Lang]] = x.ID, x.ID
		if x.URL != "" {
			d.cited[x.URL] = x.ID
		}
		d.Sources = append(d.Sources, x)
	}
}

// stated keeps a date that must be without doubt.
func (d *draft) stated(date *story.Date, p place) *story.Date {
	switch {
	case date == nil || date.Year == 0:
		return nil
	case date.Certainty != story.Stated:
		d.ask(p, "this date cannot be uncertain; left out")
		return nil
	}
	return date
}

// figureRow is a figure of an event, on its own sheet.
type figureRow struct {
	story.Figure
	event string
}

func figureColumns() []column[figureRow] {
	cols := []column[figureRow]{
		plainColumn("event", func(f *figureRow) *string { return &f.event }),
		texts("label", func(f *figureRow) *story.Text { return &f.Label }),
		{name: "value",
			get: func(f *figureRow) string {
				if f.Value == 0 {
					return ""
				}
				return strconv.FormatFloat(f.Value, 'f', -1, 64)
			},
			set: func(d *draft, c cell, f *figureRow) {
				v, err := strconv.ParseFloat(c.text, 64)
				if err != nil || !story.Countable(v) {
					d.ask(c.at, "%s is no number above zero", quote(c.text))
					return
				}
				f.Value = v
			}},
		texts("unit", func(f *figureRow) *story.Text { return &f.Unit }),
	}
	cols = append(cols, amountColumns(func(f *figureRow) *story.Amount { return &f.Amount })...)
	return append(cols, column[figureRow]{name: "at_least",
		get: func(f *figureRow) string { return yesOr(f.AtLeast) },
		set: func(d *draft, c cell, f *figureRow) { f.AtLeast = d.affirmed(c) }})
}

func readFigures(d *draft, s *sheet) {
	d.strange(s, columnNames(figureColumns()))
	for _, r := range s.rows {
		var f figureRow
		readRow(d, r, figureColumns(), &f)
		d.settleAmount(&f.Amount, r.get("amount").at)
		id := d.eventNamed(f.event)
		if id == "" || f.Label == nil || (f.Value > 0) == (f.Amount.Kind != story.NoAmount) || f.Unit != nil && f.Value == 0 {
			d.ask(r.at, "a figure needs an event of the story, a label, and either a value (with its unit) or an amount; left out")
			continue
		}
		e := d.Event(id)
		e.Figures = append(e.Figures, f.Figure)
	}
}

// remarkRow is analysis, an editor's note or a correction.
type remarkRow struct {
	kind, id       string
	date           *story.Date
	by, role, text story.Text
	sources        []story.Citation
}

func remarkColumns() []column[remarkRow] {
	get, at := may(func(r *remarkRow) **story.Date { return &r.date })
	cols := []column[remarkRow]{
		plainColumn("remark", func(r *remarkRow) *string { return &r.kind }),
		plainColumn("id", func(r *remarkRow) *string { return &r.id }),
		dateColumns("date", get, at)[0],
		texts("by", func(r *remarkRow) *story.Text { return &r.by }),
		texts("role", func(r *remarkRow) *story.Text { return &r.role }),
		texts("text", func(r *remarkRow) *story.Text { return &r.text }),
	}
	return append(cols, citations(func(r *remarkRow) *[]story.Citation { return &r.sources })...)
}

func readRemarks(d *draft, s *sheet) {
	d.strange(s, columnNames(remarkColumns()))
	for _, r := range s.rows {
		var x remarkRow
		readRow(d, r, remarkColumns(), &x)
		x.date = d.stated(x.date, r.get("date").at)
		switch kind := strings.ToLower(x.kind); {
		case x.text == nil:
			d.ask(r.get("text").at, "a remark needs a text; left out")
		case kind == "analysis":
			d.Analysis = append(d.Analysis, story.Analysis{By: x.by, Role: x.role, Text: x.text, Sources: x.sources})
		case kind == "note":
			d.Notes = append(d.Notes, story.Note{ID: d.newID("note", first(x.id, x.text[d.Lang])), Text: x.text})
		case kind == "correction" && x.date != nil:
			d.Corrections = append(d.Corrections, story.Correction{Date: *x.date, Text: x.text})
		default:
			d.ask(r.at, "a remark is analysis, note, or correction (with its date); left out")
		}
	}
}

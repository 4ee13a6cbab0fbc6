package exchange

import (
	"strconv"
	"strings"

	"dateline/story"
)

// measureRow is a value of a magnitude; the first says what is counted as well.
type measureRow struct {
	story.Magnitude
	value story.Measure
	given bool // a value stands there
}

// magnitudeColumns describe a magnitude.
func magnitudeColumns() []column[measureRow] {
	cols := []column[measureRow]{
		plainColumn("magnitude", func(m *measureRow) *string { return &m.ID }),
		texts("name", func(m *measureRow) *story.Text { return &m.Name }),
		texts("unit", func(m *measureRow) *story.Text { return &m.Unit }),
		plainColumn("place", func(m *measureRow) *string { return &m.Place }),
		plainColumn("route", func(m *measureRow) *string { return &m.Route }),
		{name: "between",
			get: func(m *measureRow) string { return string(m.Between) },
			set: func(d *draft, c cell, m *measureRow) {
				m.Between = chosen(d, c, []story.Between{story.Steps, story.Even})
			}},
		texts("caveat", func(m *measureRow) *story.Text { return &m.Caveat }),
	}
	return append(cols, citations(func(m *measureRow) *[]story.Citation { return &m.Sources })...)
}

// measureColumns are a value of a magnitude.
func measureColumns() []column[measureRow] {
	date, at := may(func(m *measureRow) **story.Date { return &m.value.Date })
	cols := append(dateColumns("date", date, at), dateWords("date", date))
	return append(cols,
		plainColumn("event", func(m *measureRow) *string { return &m.value.Event }),
		column[measureRow]{name: "value",
			get: func(m *measureRow) string {
				if !m.value.Known {
					return "not stated"
				}
				return strconv.FormatFloat(m.value.Value, 'f', -1, 64)
			},
			set: func(d *draft, c cell, m *measureRow) {
				if m.given = strings.EqualFold(c.text, "not stated"); m.given {
					return
				}
				v, err := strconv.ParseFloat(c.text, 64)
				if err != nil || v != 0 && !story.Countable(v) {
					d.ask(c.at, "%s is no number that a magnitude can have: write digits, 422000, or \"not stated\"", quote(c.text))
					return
				}
				m.given, m.value.Known, m.value.Value = true, true, v
			}},
		column[measureRow]{name: "about",
			get: func(m *measureRow) string { return yesOr(m.value.About) },
			set: func(d *draft, c cell, m *measureRow) { m.value.About = d.affirmed(c) }})
}

// measureRows are the rows of all magnitudes.
func measureRows(s *story.Story) []measureRow {
	var rows []measureRow
	for _, m := range s.Magnitudes {
		for i, v := range m.Values {
			row := measureRow{Magnitude: story.Magnitude{ID: m.ID}, value: v}
			if i == 0 {
				row.Magnitude = m
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func readMagnitudes(d *draft, s *sheet) {
	whole, part := magnitudeColumns(), measureColumns()
	d.strange(s, columnNames(whole)+" "+columnNames(part))
	for _, rows := range d.series(s, "magnitude") {
		d.repeats(rows, "magnitude", columnNames(whole))
		var x measureRow
		readRow(d, rows[0], whole, &x)
		m := x.Magnitude
		d.counted(&m, rows[0])
		var latest *story.Date
		for _, r := range rows {
			if v, when := d.measure(r, part); when != nil {
				if latest != nil && entirelyBefore(*when, *latest) {
					d.ask(r.at, "%s is earlier than %s, the time of a value above it; left out", when, latest)
					continue
				}
				latest, m.Values = when, append(m.Values, v)
			}
		}
		called := first(m.ID, m.Name[d.Lang])
		if m.Name == nil || (m.Place == "") == (m.Route == "") || len(m.Values) == 0 {
			d.ask(rows[0].at, "a magnitude needs a name, either a place or a route, and at least one value; %s was left out", quote(called))
			continue
		}
		m.ID = d.newID("magnitude", called)
		d.Magnitudes = append(d.Magnitudes, m)
	}
}

// counted finds the place or the route of a magnitude.
func (d *draft) counted(m *story.Magnitude, r row) {
	if name := m.Place; name != "" {
		id, ok := d.placeNamed(name)
		if !ok {
			d.ask(r.get("place").at, "%s is no place of the story", quote(name))
		}
		m.Place = id
	}
	if name := m.Route; name != "" {
		if m.Route = d.routeNamed(name); m.Route == "" {
			d.ask(r.get("route").at, "%s is no route of the story", quote(name))
		}
	}
	if m.Between == "" {
		m.Between = story.Steps
	}
}

// measure reads a value and when it holds; when is nil where the row has to be
// left out.
func (d *draft) measure(r row, part []column[measureRow]) (story.Measure, *story.Date) {
	var x measureRow
	readRow(d, r, part, &x)
	v := x.value
	if v.Date != nil {
		d.wordless(v.Date, r.get("date_words").at)
	}
	v.Event = d.occasion(v.Event, r.get("event").at)
	when := v.Date
	if when == nil && v.Event != "" {
		when = &d.Event(v.Event).Date
	}
	switch {
	case !x.given:
		d.ask(r.get("value").at, "the row has no value; left out")
		return v, nil
	case when == nil:
		d.ask(r.at, "nothing says when this value holds; left out")
		return v, nil
	case v.About && !v.Known:
		d.drop(r.get("about").at, "about: what is not stated is no estimate")
		v.About = false
	}
	return v, when
}

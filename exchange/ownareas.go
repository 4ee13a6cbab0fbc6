package exchange

import (
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"dateline/story"
)

func areaColumns() []column[story.Area] {
	start, startAt := may(func(a *story.Area) **story.Date { return &a.Start })
	end, endAt := may(func(a *story.Area) **story.Date { return &a.End })
	cols := []column[story.Area]{
		plainColumn("id", func(a *story.Area) *string { return &a.ID }),
		{name: "kind",
			get: func(a *story.Area) string { return string(a.Kind) },
			set: func(d *draft, c cell, a *story.Area) { a.Kind = chosen(d, c, story.AreaKinds) }},
		texts("name", func(a *story.Area) *story.Text { return &a.Name }),
		texts("label", func(a *story.Area) *story.Text { return &a.Label }),
		{name: "countries",
			get: func(a *story.Area) string { return strings.Join(a.Countries, between) },
			set: func(d *draft, c cell, a *story.Area) { a.Countries = d.countries(c) }},
		{name: "shape",
			get: func(a *story.Area) string { return outlines(a.Shape) },
			set: func(d *draft, c cell, a *story.Area) { a.Shape = d.rings(c) }},
	}
	cols = append(append(cols, dateColumns("start", start, startAt)...), dateWords("start", start),
		plainColumn("event", func(a *story.Area) *string { return &a.Event }))
	cols = append(append(cols, dateColumns("end", end, endAt)...), dateWords("end", end),
		plainColumn("until", func(a *story.Area) *string { return &a.Until }),
		column[story.Area]{name: "status",
			get: func(a *story.Area) string { return string(a.Status) },
			set: func(d *draft, c cell, a *story.Area) { a.Status = chosen(d, c, story.Statuses) }},
		texts("caveat", func(a *story.Area) *story.Text { return &a.Caveat }))
	return append(cols, citations(func(a *story.Area) *[]story.Citation { return &a.Sources })...)
}

// countries reads a list of codes.
func (d *draft) countries(c cell) []string {
	var codes []string
	for _, s := range pieces(c.text) {
		code := strings.ToUpper(s)
		ok := story.IsCountry(code)
		for _, other := range codes {
			ok = ok && other != code
		}
		if ok {
			codes = append(codes, code)
		} else {
			d.ask(c.at, "%s is no country by the three letters of ISO 3166-1, or stands there twice", quote(s))
		}
	}
	return codes
}

// outlines is a shape in a cell: "46 -12, 49 -12, 49 -6", latitude first.
func outlines(shape []orb.Ring) string {
	var rings []string
	for _, r := range shape {
		var points []string
		for _, p := range opened(r) {
			points = append(points, strconv.FormatFloat(p[1], 'f', -1, 64)+" "+strconv.FormatFloat(p[0], 'f', -1, 64))
		}
		rings = append(rings, strings.Join(points, ", "))
	}
	return strings.Join(rings, between)
}

// rings reads a shape out of a cell.
func (d *draft) rings(c cell) []orb.Ring {
	var shape []orb.Ring
	for _, s := range pieces(c.text) {
		var r orb.Ring
		for _, pair := range strings.Split(s, ",") {
			lat, lon, _ := strings.Cut(strings.TrimSpace(pair), " ")
			p, why := coordinates(lat, strings.TrimSpace(lon))
			if why != "" {
				d.ask(c.at, "%s; the outline was left out", why)
				r = nil
				break
			}
			r = append(r, p)
		}
		if r = closed(r); len(r) >= 4 {
			shape = append(shape, r)
		} else if r != nil {
			d.ask(c.at, "%s: an outline needs at least three points; left out", quote(s))
		}
	}
	return shape
}

// closed is a ring that ends where it begins.
func closed(r orb.Ring) orb.Ring {
	if n := len(r); n > 1 && r[0] != r[n-1] {
		r = append(r, r[0])
	}
	return r
}

func readAreas(d *draft, s *sheet) {
	d.order() // an area ends with an event that comes after the one that brings it
	cols := areaColumns()
	d.strange(s, columnNames(cols))
	for _, r := range s.rows {
		var a story.Area
		readRow(d, r, cols, &a)
		for column, date := range map[string]*story.Date{"start_words": a.Start, "end_words": a.End} {
			if date != nil {
				d.wordless(date, r.get(column).at)
			}
		}
		a.Event = d.occasion(a.Event, r.get("event").at)
		a.Until = d.occasion(a.Until, r.get("until").at)
		d.area(a, r.at)
	}
}

// area adds an area, unless it could not be shown.
func (d *draft) area(a story.Area, p place) {
	called := first(a.ID, a.Name[d.Lang])
	from, to := d.EventIndex(a.Event), d.EventIndex(a.Until)
	switch {
	case a.Name == nil || a.Kind == "" || (len(a.Countries) > 0) == (len(a.Shape) > 0):
		d.ask(p, "an area needs kind, name, and either countries or a shape; %s was left out", quote(called))
	case from >= 0 && to >= 0 && to <= from, a.Start != nil && a.End != nil && entirelyBefore(*a.End, *a.Start):
		d.ask(p, "the area %s ends where or before it begins; left out", quote(called))
	default:
		a.ID = d.newID("area", called)
		d.Areas = append(d.Areas, a)
	}
}

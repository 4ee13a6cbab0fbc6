package exchange

import (
	"strconv"

	"dateline/story"
)

// routeRow is a point of a route; the first says what the route is as well.
type routeRow struct {
	story.Route
	point           story.Waypoint
	place, lat, lon cell
}

// routeColumns describe a route.
func routeColumns() []column[routeRow] {
	cols := []column[routeRow]{
		plainColumn("route", func(r *routeRow) *string { return &r.ID }),
		{name: "kind",
			get: func(r *routeRow) string { return string(r.Kind) },
			set: func(d *draft, c cell, r *routeRow) { r.Kind = chosen(d, c, story.RouteKinds) }},
		texts("name", func(r *routeRow) *story.Text { return &r.Name }),
		texts("label", func(r *routeRow) *story.Text { return &r.Label }),
		{name: "status",
			get: func(r *routeRow) string { return string(r.Status) },
			set: func(d *draft, c cell, r *routeRow) { r.Status = chosen(d, c, story.Statuses) }},
		texts("caveat", func(r *routeRow) *story.Text { return &r.Caveat }),
	}
	return append(cols, citations(func(r *routeRow) *[]story.Citation { return &r.Sources })...)
}

// waypointColumns are a point of a route.
func waypointColumns() []column[routeRow] {
	date, at := may(func(r *routeRow) **story.Date { return &r.point.Date })
	cols := []column[routeRow]{
		{name: "place", get: func(r *routeRow) string { return r.point.Place }, set: func(_ *draft, c cell, r *routeRow) { r.place = c }},
		{name: "lat", get: func(r *routeRow) string { return r.lat.text }, set: func(_ *draft, c cell, r *routeRow) { r.lat = c }},
		{name: "lon", get: func(r *routeRow) string { return r.lon.text }, set: func(_ *draft, c cell, r *routeRow) { r.lon = c }},
	}
	cols = append(cols, dateColumns("date", date, at)...)
	return append(cols, dateWords("date", date),
		plainColumn("event", func(r *routeRow) *string { return &r.point.Event }),
		column[routeRow]{name: "way",
			get: func(r *routeRow) string {
				if r.point.Way == story.Recorded {
					return ""
				}
				return string(r.point.Way)
			},
			set: func(d *draft, c cell, r *routeRow) {
				r.point.Way = chosen(d, c, []story.Way{story.Recorded, story.Supposed})
			}})
}

// routeRows are the rows of all routes.
func routeRows(s *story.Story) []routeRow {
	var rows []routeRow
	for _, r := range s.Routes {
		for i, p := range r.Points {
			row := routeRow{Route: story.Route{ID: r.ID}, point: p}
			if i == 0 {
				row.Route = r
			}
			if p.Place == "" {
				row.lat.text = strconv.FormatFloat(p.At[1], 'f', -1, 64)
				row.lon.text = strconv.FormatFloat(p.At[0], 'f', -1, 64)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func readRoutes(d *draft, s *sheet) {
	whole, part := routeColumns(), waypointColumns()
	d.strange(s, columnNames(whole)+" "+columnNames(part))
	for _, rows := range d.series(s, "route") {
		d.repeats(rows, "route", columnNames(whole))
		var x routeRow
		readRow(d, rows[0], whole, &x)
		r, w := x.Route, waypoints{d: d}
		for _, row := range rows {
			var x routeRow
			readRow(d, row, part, &x)
			if x.point.Date != nil {
				d.wordless(x.point.Date, row.get("date_words").at)
			}
			x.point.Event = d.occasion(x.point.Event, row.get("event").at)
			if d.whereabouts(&x, row.at) {
				w.add(x.point, row.at)
			}
		}
		called := first(r.ID, r.Name[d.Lang])
		r.Points = w.timed()
		if r.Name == nil || r.Kind == "" || len(r.Points) < 2 {
			d.ask(rows[0].at, "a route needs kind, name and at least two points, the first and the last with a time; %s was left out", quote(called))
			continue
		}
		r.ID = d.newID("route", called)
		d.Routes = append(d.Routes, r)
	}
}

// whereabouts finds where a point of a route is.
func (d *draft) whereabouts(x *routeRow, p place) bool {
	name := x.place.text
	if id, ok := d.placeNamed(name); ok {
		x.point.Place = id
		return true
	}
	if x.lat.text == "" && x.lon.text == "" {
		if name == "" {
			d.ask(p, "the point has neither a place nor lat and lon; left out")
		} else {
			d.ask(x.place.at, "%s has no lat and lon and is in no sheet of places; the point was left out", quote(name))
		}
		return false
	}
	at, why := coordinates(x.lat.text, x.lon.text)
	if why != "" {
		d.ask(p, "%s; the point was left out", why)
		return false
	}
	if name != "" {
		x.point.Place = d.site(name, at, p)
	}
	x.point.At = at
	return true
}

// routeNamed finds a route by its id or its name, or returns "".
func (d *draft) routeNamed(s string) string {
	for _, r := range d.Routes {
		if r.ID == s || r.Name[d.Lang] == s {
			return r.ID
		}
	}
	return ""
}

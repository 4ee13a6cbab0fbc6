package player

import (
	bcp "golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dateline/scene"
	"dateline/story"
)

// nameKinds writes what the map says of routes, areas and magnitudes.
func (w *wording) nameKinds(out *scene.Words) {
	s := w.story
	for i := range s.Routes {
		r := &s.Routes[i]
		out.Routes = append(out.Routes, w.bare(w.shortName(r.Label, r.Name)))
		for _, p := range r.Points {
			if p.Way == story.Supposed {
				out.Way = w.wayNotRecorded
			}
		}
	}
	for i := range s.Areas {
		a := &s.Areas[i]
		out.Areas = append(out.Areas, w.bare(w.shortName(a.Label, a.Name)))
		row := w.text(a.Name)
		if a.Status != "" {
			row = w.joined(row, w.stands(a.Status, ""))
		}
		out.AreaRows = append(out.AreaRows, w.bare(row))
	}
	for i := range s.Magnitudes {
		m := &s.Magnitudes[i]
		name := scene.MagnitudeName{Scale: w.scaleOf(i)}
		shows := w.circleShows
		if m.Route != "" {
			shows = w.widthShows
		}
		what := w.text(m.Name)
		if unit := w.text(m.Unit); unit != "" && w.shared(i) {
			what = capital(unit) // the row explains all that are counted in it
		}
		name.Name = w.bare(shows.with("what", what))
		for _, v := range m.Values {
			name.Values = append(name.Values, w.bare(w.measure(m, v)))
		}
		out.Magnitudes = append(out.Magnitudes, name)
	}
}

func (w *wording) shortName(label, name story.Text) string {
	if short := w.text(label); short != "" {
		return short
	}
	return w.text(name)
}

// scaleOf is the first magnitude that is counted in the same unit; what is
// counted without one has a scale of its own.
func (w *wording) scaleOf(i int) int {
	ms := w.story.Magnitudes
	unit := ms[i].Unit[w.story.Lang]
	for k := range ms[:i] {
		if unit != "" && ms[k].Unit[w.story.Lang] == unit {
			return k
		}
	}
	return i
}

// shared reports whether another magnitude, drawn in the same way, is counted
// in the same unit.
func (w *wording) shared(i int) bool {
	ms := w.story.Magnitudes
	for k := range ms {
		if k != i && w.scaleOf(k) == w.scaleOf(i) && (ms[k].Route == "") == (ms[i].Route == "") {
			return true
		}
	}
	return false
}

// measure writes a value of a magnitude: "≈ 1,200 people", "number not stated".
func (w *wording) measure(m *story.Magnitude, v story.Measure) string {
	if !v.Known {
		return w.numberNotStated
	}
	n := w.number(v.Value)
	if v.About {
		n = w.estimate.with("n", n)
	}
	if unit := w.text(m.Unit); unit != "" {
		return w.withUnit.with("n", n, "unit", unit)
	}
	return n
}

// kindSections lists routes, areas and magnitudes as text.
func (w *wording) kindSections() []PageKind {
	var routes, areas, magnitudes []PageThing
	for i := range w.story.Routes {
		routes = append(routes, w.routeThing(&w.story.Routes[i]))
	}
	for i := range w.story.Areas {
		areas = append(areas, w.areaThing(&w.story.Areas[i]))
	}
	for i := range w.story.Magnitudes {
		magnitudes = append(magnitudes, w.magnitudeThing(&w.story.Magnitudes[i]))
	}
	var out []PageKind
	for _, kind := range []PageKind{{"routes", w.ui.Routes, routes}, {"areas", w.ui.Areas, areas}, {"magnitudes", w.ui.Magnitudes, magnitudes}} {
		if len(kind.Things) > 0 {
			out = append(out, kind)
		}
	}
	return out
}

// routeThing lists the points of a route that have a name or a date.
func (w *wording) routeThing(r *story.Route) PageThing {
	t := PageThing{
		Anchor: "route-" + r.ID, Name: w.text(r.Name), Kind: capital(w.routeKinds[r.Kind]),
		Status: w.status(r.Status, ""), Caveat: w.text(r.Caveat), Sources: w.citations(r.Sources),
	}
	for _, p := range r.Points {
		row := PageRow{Value: w.onTheWay}
		if p.Place != "" {
			row.Value = w.placeName(p.Place)
		}
		if p.Date != nil {
			row.Date, row.Note = w.date(*p.Date, p.Place), w.dateNote(*p.Date)
		}
		if p.Way == story.Supposed {
			row.Note = w.joined(row.Note, lower(w.wayNotRecorded))
		}
		if p.Place != "" || p.Date != nil {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

func (w *wording) areaThing(a *story.Area) PageThing {
	t := PageThing{
		Anchor: "area-" + a.ID, Name: w.text(a.Name), Kind: capital(w.areaKinds[a.Kind]),
		Status: w.status(a.Status, ""), Caveat: w.text(a.Caveat), Sources: w.citations(a.Sources),
	}
	from, to := w.dateOf(a.Start, a.Event), w.dateOf(a.End, a.Until)
	switch {
	case from != nil && to != nil:
		t.When, t.Note = w.lasting(*from, *to, ""), w.lastingNote(*from, *to)
	case from != nil:
		t.When, t.Note = capital(w.sinceDate.with("date", w.dateAfter(*from))), w.dateNote(*from)
	case to != nil:
		t.When, t.Note = capital(w.untilDate.with("date", w.dateAfter(*to))), w.dateNote(*to)
	}
	var names []string
	for _, code := range a.Countries {
		names = append(names, w.country(code))
	}
	if len(names) > 0 {
		t.Rows = append(t.Rows, PageRow{Value: w.listed(names)})
	}
	return t
}

// dateOf is a date, or that of an event.
func (w *wording) dateOf(d *story.Date, event string) *story.Date {
	if e := w.story.Event(event); d == nil && e != nil {
		return &e.Date
	}
	return d
}

// country is the name that CLDR has for a country; a code without one stays.
func (w *wording) country(code string) string {
	if code == "XKX" { // Kosovo: CLDR has the code of two letters
		code = "XK"
	}
	region, err := bcp.ParseRegion(code)
	if err != nil {
		return code
	}
	if name := display.Regions(w.cldr).Name(region); name != "" {
		return name
	}
	return code
}

func (w *wording) magnitudeThing(m *story.Magnitude) PageThing {
	t := PageThing{
		Anchor: "magnitude-" + m.ID, Name: w.text(m.Name), Caveat: w.text(m.Caveat), Sources: w.citations(m.Sources),
	}
	if m.Place != "" {
		t.Kind = w.placeName(m.Place)
	} else if i := w.story.RouteIndex(m.Route); i >= 0 {
		t.Kind = w.shortName(w.story.Routes[i].Label, w.story.Routes[i].Name)
	}
	for _, v := range m.Values {
		t.Rows = append(t.Rows, PageRow{w.date(*v.Date, m.Place), w.dateNote(*v.Date), w.measure(m, v)})
	}
	return t
}

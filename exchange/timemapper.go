package exchange

import (
	"encoding/json"
	"strings"

	"github.com/paulmach/orb"

	"dateline/story"
)

// isTimeMapper knows TimeMapper's spreadsheet.
func isTimeMapper(doc *document) bool {
	return doc.sheet != nil && doc.sheet.has("title", "start")
}

func readTimeMapper(d *draft, doc *document) {
	rest := doc.sheet.others("title start end description web_page webpage media media_caption media_credit tags place location location_(lat,lon) source source_url")
	for _, r := range doc.sheet.rows {
		start := r.get("start")
		date, ok := d.date(start.text, start.at)
		if !ok {
			continue
		}
		title, text := r.get("title"), r.get("description")
		headline, links := d.markup(title.text, title.at)
		summary, cites := d.markup(text.text, text.at)
		cites = joined(links, cites)
		e := story.Event{Date: date, Headline: d.text(headline, title.at), Summary: d.text(summary, text.at), Sources: cites}
		if e.Headline == nil {
			d.ask(title.at, "has no title; left out")
			continue
		}
		source, address, page := r.get("source"), r.get("source_url"), r.get("web_page", "webpage")
		for _, c := range []struct{ title, url cell }{{source, address}, {cell{}, page}} {
			if cite, ok := d.cite(c.title.text, c.url.text, first2(c.url.at, c.title.at)); ok && !citesAlready(e.Sources, cite) {
				e.Sources = append(e.Sources, cite)
			}
		}
		where, name := r.get("location", "location_(lat,lon)"), r.get("place")
		at, ok := d.location(where)
		switch {
		case ok:
			e.Place, e.PlaceStated = d.site(d.called(name.text, headline, where.at), at, where.at), true
		case name.text != "":
			d.ask(name.at, "%s has no latitude and longitude; the event has no place", quote(name.text))
		}
		if end := r.get("end"); end.text != "" && end.text != start.text {
			if until, ok := d.date(end.text, end.at); ok {
				d.lasts(&e, until, end.at)
			}
		}
		if !d.add(e, headline, r.at) {
			continue
		}
		for _, name := range append([]string{"media", "media_caption", "media_credit", "tags"}, rest...) {
			if c := r.get(name); c.text != "" {
				d.drop(c.at, "%s", quote(c.text))
			}
		}
	}
}

// location reads "lat,lon" or a GeoJSON point.
func (d *draft) location(c cell) (orb.Point, bool) {
	if c.text == "" {
		return orb.Point{}, false
	}
	if c.text[0] == '{' {
		var g struct {
			Type        string
			Coordinates json.RawMessage
		}
		var at []json.Number
		if json.Unmarshal([]byte(c.text), &g) == nil && g.Type == "Point" && json.Unmarshal(g.Coordinates, &at) == nil && len(at) >= 2 {
			return d.point(at[1].String(), at[0].String(), c.at)
		}
		d.drop(c.at, "a shape that is no point; the event has no place")
		return orb.Point{}, false
	}
	lat, lon, ok := strings.Cut(strings.Trim(c.text, "()[]"), ",")
	if !ok {
		lat, lon, _ = strings.Cut(c.text, " ")
	}
	return d.point(lat, lon, c.at)
}

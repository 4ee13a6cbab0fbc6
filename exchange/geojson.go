package exchange

import (
	"strconv"
	"strings"
	"time"

	"dateline/story"
)

// isGeoJSON knows features, alone or in a collection.
func isGeoJSON(doc *document) bool {
	switch doc.json.get("type").str() {
	case "FeatureCollection":
		return true
	case "Feature":
		return doc.json.get("geometry") != nil
	}
	return false
}

func readGeoJSON(d *draft, doc *document) {
	if doc.json.get("dateline") != nil {
		readOwnGeoJSON(d, doc.json)
		return
	}
	if n := doc.json.get("metadata", "title"); n.str() != "" {
		d.Title = d.text(n.str(), n.at)
	} else if n := doc.json.get("name"); n.str() != "" {
		d.Title = d.text(n.str(), n.at)
	}
	if doc.json.get("type").str() == "Feature" {
		d.feature(doc.json)
		return
	}
	for _, f := range doc.json.get("features").list() {
		d.feature(f)
	}
}

// What the properties of a feature are called in the wild, best first.
var (
	namesOfHeadline = []string{"headline", "title", "name", "Name", "NAME", "label", "event"}
	namesOfSummary  = []string{"summary", "description", "desc", "text", "notes", "comment"}
	namesOfTime     = []string{"time", "start", "date", "datetime", "timestamp", "when", "begin", "start_date", "startDate", "start_time", "startTime", "year", "Year"}
	namesOfEnd      = []string{"end", "stop", "end_date", "endDate", "end_time", "endTime"}
	namesOfPlace    = []string{"place", "place_name", "location", "city"}
	namesOfLink     = []string{"url", "link", "web", "website", "source_url"}
)

func firstOf(n *node, names []string) *node {
	for _, name := range names {
		if v := n.get(name); v.str() != "" {
			return v
		}
	}
	return nil
}

func (d *draft) feature(f *node) {
	props, shape := f.get("properties"), f.get("geometry")
	name, when := firstOf(props, namesOfHeadline), firstOf(props, namesOfTime)
	times := props.get("coordTimes")
	for _, other := range []*node{props.get("coordinateProperties", "times"), props.get("times"), f.get("times")} {
		if times == nil {
			times = other
		}
	}
	kind := shape.get("type").str()
	stamps := times.list()
	if len(stamps) > 0 && (strings.HasSuffix(kind, "LineString") || kind == "MultiPoint") {
		d.lines(f, times, first(name.str(), "feature"))
		return
	}
	var over *node // the last of the times of an area
	if len(stamps) > 0 && when == nil {
		when = stamps[0]
		switch n := len(stamps); {
		case n > 1 && strings.HasSuffix(kind, "Polygon"):
			over = stamps[n-1]
		case n > 1:
			d.drop(times.at, "%d further times of the point", n-1)
		}
	}
	if when == nil && d.undated == nil && strings.HasSuffix(kind, "Polygon") && name.str() != "" {
		d.region(shape, story.Area{Kind: story.OtherArea, Name: d.text(name.str(), name.at)}, f.at)
		d.dropProperties(props)
		return
	}
	if when == nil && (kind == "LineString" || strings.HasPrefix(kind, "Multi")) && d.undated == nil {
		d.drop(f.at, "a %s without a time%s", kind, named(name))
		return
	}
	date, ok := d.date(written(when), when.place(f.at))
	if !ok {
		return
	}
	if name == nil {
		name = firstOf(props, namesOfPlace)
	}
	headline, links := d.markup(name.str(), name.place(f.at))
	text := firstOf(props, namesOfSummary)
	summary, cites := d.markup(text.str(), text.place(f.at))
	cites = joined(links, cites)
	e := story.Event{Date: date, Headline: d.text(headline, name.place(f.at)), Summary: d.text(summary, text.place(f.at)), Sources: cites}
	if link := firstOf(props, namesOfLink); link != nil {
		if c, ok := d.cite("", link.str(), link.at); ok && !citesAlready(e.Sources, c) {
			e.Sources = append(e.Sources, c)
		}
	}
	switch at := shape.get("coordinates").list(); {
	case kind == "Point" && len(at) >= 2 && e.Headline != nil:
		if p, ok := d.point(at[1].str(), at[0].str(), shape.at); ok {
			e.Place, e.PlaceStated = d.site(first(firstOf(props, namesOfPlace).str(), headline), p, shape.at), true
		}
	case strings.HasSuffix(kind, "Polygon"): // an area of the event
	case kind != "" && e.Headline != nil:
		d.drop(shape.at, "the %s: its points have no times of their own, so it is no route; the event has no place%s", kind, named(name))
	}
	end := firstOf(props, namesOfEnd)
	if end == nil {
		end = over
	}
	if end != nil && end.str() != when.str() {
		if until, ok := d.date(written(end), end.at); ok {
			d.lasts(&e, until, end.at)
		}
	}
	if !d.add(e, first(f.get("id").str(), headline), f.at) {
		return
	}
	if strings.HasSuffix(kind, "Polygon") {
		event := &d.Events[len(d.Events)-1]
		d.region(shape, story.Area{Kind: story.OtherArea, Name: event.Headline, Event: event.ID, End: event.End, Sources: event.Sources}, f.at)
	}
	d.dropProperties(props)
}

// dropProperties reports the properties that nothing has been made of.
func (d *draft) dropProperties(props *node) {
	if props == nil {
		return
	}
	used := map[*node]bool{}
	for _, names := range [][]string{namesOfHeadline, namesOfSummary, namesOfTime, namesOfEnd, namesOfPlace, namesOfLink, {"times", "coordTimes"}} {
		used[firstOf(props, names)] = true
	}
	var rest []string
	for _, m := range props.members {
		if !used[m.value] && m.name != "times" && m.value.kind != 'n' && m.value.str() != "" {
			rest = append(rest, m.name)
		}
	}
	if len(rest) > 0 {
		d.drop(props.at, "the properties %s", listed(rest))
	}
}

func named(n *node) string {
	if n.str() == "" {
		return ""
	}
	return ": " + quote(n.str())
}

// written is a time as text. A large number counts milliseconds from 1970, as
// JavaScript does, or seconds.
func written(n *node) string {
	s := n.str()
	if n == nil || n.kind != '0' {
		return s
	}
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil || v < 1e8 || v > 2e14:
		return s
	case v > 1e11:
		v /= 1000
	}
	return time.Unix(int64(v), 0).UTC().Format("2006-01-02T15:04Z07:00")
}

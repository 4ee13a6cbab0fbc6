package exchange

import "strings"

// isTimelineJSON knows TimelineJS's JSON.
func isTimelineJSON(doc *document) bool {
	n := doc.json
	if events := n.get("events").list(); len(events) > 0 {
		return events[0].get("start_date") != nil || events[0].get("text") != nil
	}
	return n.get("title", "text") != nil || n.get("timeline", "date") != nil
}

func readTimelineJSON(d *draft, doc *document) {
	n := doc.json
	if old := n.get("timeline", "date"); old != nil {
		readOldTimeline(d, n.get("timeline"))
		return
	}
	if title := n.get("title"); title != nil {
		d.titled(jsonSlide(title))
	}
	for _, e := range n.get("events").list() {
		d.slide(jsonSlide(e))
	}
	for _, e := range n.get("eras").list() {
		d.eraSlide(jsonSlide(e))
	}
	if scale := n.get("scale"); scale.str() != "" && scale.str() != "human" {
		d.drop(scale.at, "the scale %s", quote(scale.str()))
	}
}

func jsonSlide(n *node) slide {
	s := slide{
		at:       n.at,
		id:       n.get("unique_id").str(),
		start:    jsonMoment(n.get("start_date"), n.at),
		end:      jsonMoment(n.get("end_date"), n.at),
		display:  jsonCell(n, "display_date"),
		headline: jsonCell(n, "text", "headline"),
		text:     jsonCell(n, "text", "text"),
		media:    jsonCell(n, "media", "url"),
		credit:   jsonCell(n, "media", "credit"),
		caption:  jsonCell(n, "media", "caption"),
		link:     jsonCell(n, "media", "link"),
	}
	if s.display.text == "" {
		s.display = jsonCell(n, "start_date", "display_date")
	}
	for _, path := range []string{"media thumbnail", "media alt", "media title", "group", "start_date second", "background url", "background color"} {
		s.dropped = append(s.dropped, jsonCell(n, strings.Fields(path)...))
	}
	return s
}

func jsonMoment(n *node, at place) moment {
	if n != nil && n.kind != '{' { // a whole date in one string
		return moment{year: cell{n.str(), n.at}}
	}
	part := func(name string) cell {
		v := n.get(name)
		return cell{v.str(), v.place(n.place(at))}
	}
	return moment{part("year"), part("month"), part("day"), part("hour"), part("minute")}
}

func jsonCell(n *node, names ...string) cell {
	v := n.get(names...)
	return cell{v.str(), v.place(n.at)}
}

// readOldTimeline reads the JSON of TimelineJS's first version.
func readOldTimeline(d *draft, n *node) {
	d.titled(slide{at: n.at, headline: jsonCell(n, "headline"), text: jsonCell(n, "text"), media: jsonCell(n, "asset", "media")})
	for _, e := range n.get("date").list() {
		d.slide(slide{
			at:       e.at,
			start:    oldMoment(e.get("startDate"), e.at),
			end:      oldMoment(e.get("endDate"), e.at),
			headline: jsonCell(e, "headline"),
			text:     jsonCell(e, "text"),
			media:    jsonCell(e, "asset", "media"),
			credit:   jsonCell(e, "asset", "credit"),
			caption:  jsonCell(e, "asset", "caption"),
			dropped:  []cell{jsonCell(e, "tag")},
		})
	}
	for _, e := range n.get("era").list() {
		d.eraSlide(slide{at: e.at, start: oldMoment(e.get("startDate"), e.at), end: oldMoment(e.get("endDate"), e.at),
			headline: jsonCell(e, "headline"), text: jsonCell(e, "text")})
	}
}

// oldMoment reads "2011,12,10,07,02,10".
func oldMoment(n *node, at place) moment {
	if n == nil {
		return moment{year: cell{at: at}}
	}
	parts := strings.Split(n.str(), ",")
	part := func(i int) cell {
		if i < len(parts) {
			return cell{strings.TrimSpace(parts[i]), n.at}
		}
		return cell{"", n.at}
	}
	return moment{part(0), part(1), part(2), part(3), part(4)}
}

// word reports whether a word is one of those in a list with spaces between.
func word(list, w string) bool { return strings.Contains(" "+list+" ", " "+w+" ") }

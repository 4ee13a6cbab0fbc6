package exchange

import (
	"strings"

	"dateline/story"
)

// isStoryMap knows StoryMapJS's JSON.
func isStoryMap(doc *document) bool { return doc.json.get("storymap", "slides") != nil }

func readStoryMap(d *draft, doc *document) {
	m := doc.json.get("storymap")
	for _, n := range m.get("slides").list() {
		s := jsonSlide(n)
		s.dropped = nil
		for _, path := range []string{"media thumbnail", "background url", "background color", "location icon", "location image"} {
			s.dropped = append(s.dropped, jsonCell(n, strings.Fields(path)...))
		}
		if n.get("type").str() == "overview" {
			d.titled(s)
			continue
		}
		when := n.get("date")
		if when.str() == "" {
			when = n.get("text", "date")
		}
		date, ok := d.date(when.str(), when.place(n.at))
		if !ok {
			continue
		}
		headline, links := d.markup(s.headline.text, s.headline.at)
		text, cites := d.markup(s.text.text, s.text.at)
		cites = joined(links, cites)
		if headline == "" && text != "" {
			headline = beginning(text)
			d.ask(s.headline.at, "has no headline; the beginning of its text stands in for it")
			if headline == text {
				text = ""
			}
		}
		e := story.Event{Date: date, Headline: d.text(headline, s.headline.at), Summary: d.text(text, s.text.at), Sources: cites}
		if where := n.get("location"); e.Headline != nil && where.get("lat").str() != "" {
			if at, ok := d.point(where.get("lat").str(), where.get("lon").str(), where.at); ok {
				name, _ := d.markup(where.get("name").str(), where.at)
				e.Place, e.PlaceStated = d.site(d.called(name, headline, where.at), at, where.at), true
			}
		}
		if d.add(e, first(s.id, headline), n.at) {
			d.dropParts(s)
		}
	}
	for _, key := range []string{"map_type", "map_background_color", "attribution"} {
		if v := m.get(key); v.str() != "" {
			d.drop(v.at, "how StoryMapJS draws: %s", quote(v.str()))
		}
	}
}

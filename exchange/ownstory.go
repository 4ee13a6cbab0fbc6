package exchange

import (
	"time"

	"dateline/story"
)

// storyRow is one line of the sheet that says what belongs to the whole story.
type storyRow struct {
	key   string
	value story.Text
}

func storyColumns() []column[storyRow] {
	return []column[storyRow]{
		plainColumn("key", func(r *storyRow) *string { return &r.key }),
		texts("value", func(r *storyRow) *story.Text { return &r.value }),
	}
}

// storyRows are the lines of a story's sheet.
func storyRows(s *story.Story) []storyRow {
	var rows []storyRow
	add := func(key string, value story.Text) {
		if value != nil {
			rows = append(rows, storyRow{key, value})
		}
	}
	plain := func(key, value string) {
		if value != "" {
			add(key, story.Text{s.Lang: value})
		}
	}
	date := func(key string, d *story.Date) {
		if d != nil && d.Year != 0 {
			plain(key, d.String())
		}
	}
	plain("id", s.ID)
	plain("lang", s.Lang)
	plain("zone", s.Zone)
	if s.Clock != nil {
		plain("clock_offset", story.WriteOffset(s.Clock.Offset))
		add("clock", s.Clock.Name)
	}
	add("title", s.Title)
	add("standfirst", s.Standfirst)
	add("byline", s.Byline)
	plain("url", s.URL)
	date("published", s.Published)
	date("updated", s.Updated)
	date("window_from", &s.Window.From)
	date("window_to", &s.Window.To)
	plain("timeline", scaleNames[s.Scale])
	return rows
}

func readStorySheet(d *draft, s *sheet) {
	for _, r := range s.rows {
		v := r.get("value")
		if r.get("key").text != "lang" || d.opt.Lang != "" {
			continue
		}
		if tag := d.tag(v.text); tag != "" {
			d.Lang = tag
		} else {
			d.ask(v.at, "%s is no language tag; %s was taken", quote(v.text), d.Lang)
		}
	}
	var offset *story.Clock
	var offsetAt place
	var clockName story.Text
	for _, r := range s.rows {
		var x storyRow
		readRow(d, r, storyColumns(), &x)
		v := r.get("value")
		switch plainName(x.key) {
		case "id":
			if d.opt.ID == "" {
				d.ID = slug(v.text)
			}
		case "lang":
		case "zone":
			if d.opt.Zone == "" && isZone(v.text) {
				d.Zone = v.text
			} else if d.opt.Zone == "" {
				d.ask(v.at, "%s is no time zone: they look like Europe/Kyiv; left out", quote(v.text))
			}
		case "clock_offset":
			offset, offsetAt = d.clock(v), v.at
		case "clock":
			clockName = x.value
		case "title":
			d.Title = x.value
		case "standfirst":
			d.Standfirst = x.value
		case "byline":
			d.Byline = x.value
		case "url":
			if d.URL = v.text; !story.IsLink(v.text) {
				d.drop(v.at, "the link %s: a story has https, http and mailto in full", quote(v.text))
				d.URL = ""
			}
		case "published":
			d.Published = d.wholeDate(v)
		case "updated":
			d.Updated = d.wholeDate(v)
		case "window_from":
			if x := d.wholeDate(v); x != nil {
				d.Window.From = *x
			}
		case "window_to":
			if x := d.wholeDate(v); x != nil {
				d.Window.To = *x
			}
		case "timeline":
			switch v.text {
			case "calendar":
				d.Scale = story.Calendar
			case "ordinal":
				d.Scale = story.Ordinal
			default:
				d.ask(v.at, "%s is neither calendar nor ordinal; left out", quote(v.text))
			}
		default:
			d.drop(r.at, "the key %s is not known", quote(x.key))
		}
	}
	if offset != nil {
		offset.Name = clockName
	}
	d.Clock = d.wholeClock(offset, d.Zone, offsetAt)
	if w := d.Window; (w.From.Year == 0) != (w.To.Year == 0) || w.To.Compare(w.From) < 0 {
		d.ask(place{file: s.rows[0].at.file}, "a window needs window_from and, not before it, window_to; left out")
		d.Window = story.Window{}
	}
	if d.Published != nil && d.Updated != nil && d.Updated.Compare(*d.Published) < 0 {
		d.ask(place{file: s.rows[0].at.file}, "updated is before published; left out")
		d.Updated = nil
	}
}

// wholeDate reads a date that must be without doubt.
func (d *draft) wholeDate(c cell) *story.Date {
	if c.text == "" {
		return nil
	}
	date, ok := d.date(c.text, c.at)
	if !ok {
		return nil
	}
	return d.stated(&date, c.at)
}

// isZone reports whether a name is in the time zone database.
func isZone(name string) bool {
	if name == "" || name == "Local" {
		return false
	}
	_, err := time.LoadLocation(name)
	return err == nil
}

// tag returns a language tag as a story has it, or "" where it would have
// none. The story's own parser decides.
func (d *draft) tag(s string) string {
	tag, ok := d.tags[s]
	if !ok {
		smallest := story.Story{ID: "x", Lang: s, Title: story.Text{s: "x"}, Events: []story.Event{
			{ID: "x", Kinds: []story.EventKind{story.Happening}, Date: story.Date{Year: 2000}, Headline: story.Text{s: "x"}}}}
		if st, _ := story.Parse("x", Write(&smallest)); st != nil {
			tag = st.Lang
		}
		d.tags[s] = tag
	}
	return tag
}

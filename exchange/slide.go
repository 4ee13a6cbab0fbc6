package exchange

import (
	"strings"
	"unicode/utf8"

	"dateline/story"
)

// slide is what TimelineJS calls an event, from a spreadsheet or from JSON.
type slide struct {
	at       place
	id       string
	start    moment
	end      moment
	display  cell // how the date is to be shown
	headline cell
	text     cell
	media    cell
	credit   cell
	caption  cell
	link     cell
	dropped  []cell // what a story has no place for: group, background …
}

// moment is a date in parts, which all may be empty.
type moment struct {
	year, month, day, hour, minute cell
}

// titled makes a slide the title of the story.
func (d *draft) titled(s slide) {
	if d.Title != nil {
		d.drop(s.headline.at, "a second title: %s", quote(s.headline.text))
		return
	}
	headline, _ := d.markup(s.headline.text, s.headline.at)
	d.Title = d.text(headline, s.headline.at)
	text, cites := d.markup(s.text.text, s.text.at)
	d.Standfirst = d.text(text, s.text.at)
	if len(cites) > 0 {
		d.note(s.text.at, "links of the title became sources that no event cites")
	}
	d.dropParts(s)
}

// slide makes a slide an event.
func (d *draft) slide(s slide) {
	date, ok := d.whole(s)
	if !ok {
		if date, ok = d.moment(s.start, s.at); !ok {
			return
		}
		d.displayed(&date, s.display)
	}
	e := story.Event{Date: date}
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
	e.Headline, e.Summary, e.Sources = d.text(headline, s.headline.at), d.text(text, s.text.at), cites
	if s.link.text != "" {
		if c, ok := d.cite("", s.link.text, s.link.at); ok && !citesAlready(e.Sources, c) {
			e.Sources = append(e.Sources, c)
		}
	}
	if s.end.year.text != "" {
		if end, ok := d.moment(s.end, s.at); ok {
			d.lasts(&e, end, s.end.year.at)
		}
	}
	if d.add(e, first(s.id, headline), s.at) {
		d.dropParts(s)
	}
}

// dropParts reports what a slide has and a story has not.
func (d *draft) dropParts(s slide) {
	if s.media.text != "" {
		d.drop(s.media.at, "media: %s", quote(s.media.text))
	}
	for _, c := range append([]cell{s.credit, s.caption}, s.dropped...) {
		if c.text != "" {
			d.drop(c.at, "%s", quote(c.text))
		}
	}
}

// whole is the date of a slide whose words for it say an hour with its offset,
// for which TimelineJS has no field.
func (d *draft) whole(s slide) (story.Date, bool) {
	r := readDate(s.display.text, Options{Lang: d.Lang})
	day := civil(s.start.year.text, s.start.month.text, s.start.day.text)
	same := r.ok && day.ok && r.date.Precision >= story.Hour && len(r.asks) == 0 &&
		day.date.Year == r.date.Year && day.date.Month == r.date.Month && day.date.Day == r.date.Day
	return r.date, same
}

// displayed looks at how a date is to be shown: words of doubt make it
// uncertain, all else is dropped.
func (d *draft) displayed(date *story.Date, c cell) {
	if c.text == "" {
		return
	}
	words := d.clean(c.text, c.at)
	r := readDate(words, Options{Lang: d.Lang, Zone: d.Zone, Order: d.opt.Order})
	switch {
	case r.ok && r.date.Certainty != story.Stated && r.date.Year == date.Year && r.date.Precision <= date.Precision:
		date.Certainty, date.Words = r.date.Certainty, r.date.Words
		if r.date.Precision < date.Precision {
			date.Words = story.Text{d.Lang: words}
		}
	case roughly.MatchString(words):
		date.Certainty, date.Words = story.About, story.Text{d.Lang: words}
	case r.ok && r.date.Certainty == story.Stated && r.date.Compare(*date) == 0:
	default:
		d.drop(c.at, "the words for the date: %s", quote(words))
	}
}

// beginning is the first of a text, for a headline.
func beginning(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if utf8.RuneCountInString(s) <= 80 {
		return s
	}
	cut := string([]rune(s)[:80])
	if i := strings.LastIndexByte(cut, ' '); i > 40 {
		cut = cut[:i]
	}
	return cut + "…"
}

func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

func first2(a, b place) place {
	if a.file != "" {
		return a
	}
	return b
}

package exchange

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"dateline/story"
)

// draft is a story that is being put together.
type draft struct {
	story.Story
	opt     Options
	report  Report
	undated *story.Date
	taken   map[string]int    // by kind and id: the last number that was put behind it
	sites   map[site]string   // ids of places
	cited   map[string]string // ids of sources by address or title
	origin  map[string]place  // where an event or a flow comes from, by kind and id
	tags    map[string]string // language tags by how they are written; "" for what is none
	known   map[string]bool   // ids that a sheet of places or sources brings
}

// site is what makes two places the same.
type site struct {
	name string
	at   orb.Point
}

func newDraft(opt Options) *draft {
	d := &draft{opt: opt, taken: map[string]int{}, sites: map[site]string{}, cited: map[string]string{},
		origin: map[string]place{}, known: map[string]bool{}, tags: map[string]string{}}
	d.Lang = opt.Lang
	if d.Lang == "" {
		d.Lang = "en"
	}
	d.ID, d.Zone = opt.ID, opt.Zone
	if opt.Undated != "" {
		if read := readDate(opt.Undated, opt); read.ok {
			read.date.Certainty = story.About
			d.undated = &read.date
		} else {
			d.fail(place{}, "-undated: %s", read.why)
		}
	}
	return d
}

// settle gives the story what it has not been given, and puts it in order.
func (d *draft) settle(file string) {
	base := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	if d.ID == "" {
		if d.ID = slug(base); d.ID == "" {
			d.ID = "story"
		}
	}
	if d.Title == nil {
		d.Title = story.Text{d.Lang: d.ID}
		if t := d.clean(base, place{}); t != "" {
			d.Title = story.Text{d.Lang: t}
		}
		if d.report.Errors() == 0 {
			d.ask(place{}, "the story has no title; %s stands in for it", quote(d.Title[d.Lang]))
		}
	}
	d.order()
}

// text is a text in the story's own language, or nil.
func (d *draft) text(s string, p place) story.Text {
	if s = d.clean(s, p); s == "" {
		return nil
	}
	return story.Text{d.Lang: s}
}

// clean takes out what no text of a story may have.
func (d *draft) clean(s string, p place) string {
	out := strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || 0x7F <= r && r < 0xA0, 0x202A <= r && r <= 0x202E:
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	out = strings.ToValidUTF8(out, "\uFFFD")
	if utf8.RuneCountInString(out) != utf8.RuneCountInString(strings.ReplaceAll(s, "\r\n", "\n")) {
		d.drop(p, "control characters in the text")
	}
	if n := utf8.RuneCountInString(out); n > story.LongestText {
		d.drop(p, "the end of a text of %d characters: %d are the most", n, story.LongestText)
		out = string([]rune(out)[:story.LongestText])
	}
	if !story.Balanced(out) {
		out = strings.Map(func(r rune) rune {
			if 0x2066 <= r && r <= 0x2069 {
				return -1
			}
			return r
		}, out)
	}
	if !story.Shows(out) {
		return ""
	}
	return strings.TrimSpace(out)
}

// newID is an id for a thing of a kind that no other has: a slug of what it is
// called, with a number behind it where that is taken.
func (d *draft) newID(kind, called string) string {
	base := slug(called)
	if len(base) > 60 {
		base = strings.TrimSuffix(base[:60], "-")
	}
	if base == "" {
		base = kind
	}
	id := base
	for d.taken[kind+" "+id] > 0 {
		d.taken[kind+" "+base]++
		id = fmt.Sprintf("%s-%d", base, d.taken[kind+" "+base])
	}
	d.taken[kind+" "+id] = 1
	return id
}

// site returns the id of a place, which is made where it is new. Places are the
// same when name and point are.
func (d *draft) site(name string, at orb.Point, p place) string {
	if name = d.clean(name, p); name == "" {
		name = fmt.Sprintf("%.4g, %.4g", at[1], at[0])
		d.ask(p, "the place has no name; %s stands in for it", name)
	}
	key := site{name, at}
	if id, ok := d.sites[key]; ok {
		return id
	}
	id := d.newID("place", name)
	d.sites[key] = id
	d.Places = append(d.Places, story.Place{ID: id, Name: story.Text{d.Lang: name}, At: at})
	return id
}

// called gives a place the name of its event where it has none of its own.
func (d *draft) called(name, headline string, p place) string {
	if name == "" && headline != "" {
		d.note(p, "the place has no name; its event's stands in for it")
		return headline
	}
	return name
}

// point reads where an event is, and says what is wrong with it.
func (d *draft) point(lat, lon string, p place) (orb.Point, bool) {
	at, why := coordinates(lat, lon)
	if why != "" {
		d.ask(p, "%s; the event has no place", why)
		return orb.Point{}, false
	}
	if at == (orb.Point{}) {
		d.ask(p, "0, 0 is in the Gulf of Guinea and often stands for an unknown place")
	}
	return at, true
}

// add puts an event into the story, with an id of its own.
func (d *draft) add(e story.Event, called string, p place) bool {
	if e.Headline == nil {
		d.ask(p, "has no headline; left out")
		return false
	}
	e.ID = d.newID("event", called)
	if e.Kinds == nil {
		e.Kinds = []story.EventKind{story.Happening}
	}
	d.origin["event "+e.ID] = p
	d.Events = append(d.Events, e)
	return true
}

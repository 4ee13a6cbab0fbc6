package exchange

import (
	"sort"

	"dateline/story"
)

// tree makes the JSON of each kind of thing in a story. The keys stand in the
// order of docs/format.md.
type tree struct {
	lang  string                 // the story's own
	dated map[string]*story.Date // the dates of its events
}

func treeOf(s *story.Story) tree {
	t := tree{s.Lang, map[string]*story.Date{}}
	for i := range s.Events {
		t.dated[s.Events[i].ID] = &s.Events[i].Date
	}
	return t
}

func (t tree) story(s *story.Story) object {
	o := t.frame(s)
	o.put("events", many(s.Events, t.event))
	o.put("flows", many(s.Flows, t.flow))
	o.put("routes", many(s.Routes, t.route))
	o.put("areas", many(s.Areas, t.area))
	o.put("magnitudes", many(s.Magnitudes, t.magnitude))
	o.put("eras", many(s.Eras, t.era))
	o.put("analysis", many(s.Analysis, t.analysis))
	o.put("notes", many(s.Notes, func(n *story.Note) any {
		return object{{"id", str(n.ID)}, {"text", t.text(n.Text)}}
	}))
	o.put("corrections", many(s.Corrections, func(c *story.Correction) any {
		return object{{"date", t.date(&c.Date)}, {"text", t.text(c.Text)}}
	}))
	o.put("sources", many(s.Sources, t.source))
	return o
}

// frame is a story without its lists, but with its places, which it must have.
func (t tree) frame(s *story.Story) object {
	var o object
	o.put("id", str(s.ID))
	o.put("lang", str(s.Lang))
	o.put("zone", str(s.Zone))
	o.put("clock", t.clock(s.Clock))
	o.put("title", t.text(s.Title))
	o.put("standfirst", t.text(s.Standfirst))
	o.put("byline", t.text(s.Byline))
	o.put("url", str(s.URL))
	o.put("published", t.date(s.Published))
	o.put("updated", t.date(s.Updated))
	if s.Window.From.Year != 0 {
		o.put("window", object{{"from", t.date(&s.Window.From)}, {"to", t.date(&s.Window.To)}})
	}
	o.put("timeline", str(scaleNames[s.Scale]))
	if places := many(s.Places, t.place); places != nil {
		o.put("places", places)
	} else {
		o.put("places", list{})
	}
	return o
}

var scaleNames = map[story.Scale]string{story.Calendar: "calendar", story.Ordinal: "ordinal"}

func (t tree) text(x story.Text) any {
	if len(x) == 0 {
		return nil
	}
	if own, ok := x[t.lang]; ok && len(x) == 1 {
		return str(own)
	}
	var o object
	o.put(t.lang, str(x[t.lang]))
	for _, lang := range languages(x) {
		if lang != t.lang {
			o.put(lang, str(x[lang]))
		}
	}
	return o
}

// languages lists the languages of a text, sorted.
func languages(x story.Text) []string {
	var all []string
	for lang := range x {
		all = append(all, lang)
	}
	sort.Strings(all)
	return all
}

var certaintyNames = map[story.Certainty]string{story.About: "about", story.Before: "before", story.After: "after"}

func (t tree) date(d *story.Date) any {
	if d == nil || d.Year == 0 {
		return nil
	}
	if d.Certainty == story.Stated {
		return str(d.String())
	}
	o := object{{certaintyNames[d.Certainty], str(d.String())}}
	o.put("words", t.text(d.Words))
	return o
}

func (t tree) clock(c *story.Clock) any {
	if c == nil {
		return nil
	}
	return object{{"name", t.text(c.Name)}, {"offset", str(story.WriteOffset(c.Offset))}}
}

func (t tree) place(p *story.Place) any {
	var o object
	o.put("id", str(p.ID))
	o.put("name", t.text(p.Name))
	o.put("at", object{{"lat", num(p.At[1])}, {"lon", num(p.At[0])}})
	o.put("zone", str(p.Zone))
	o.put("clock", t.clock(p.Clock))
	o.put("stands", t.text(p.Stand))
	return o
}

func (t tree) event(e *story.Event) any {
	var o object
	o.put("id", str(e.ID))
	if len(e.Kinds) != 1 || e.Kinds[0] != story.Happening {
		o.put("kind", oneOr(e.Kinds, func(k *story.EventKind) any { return str(string(*k)) }))
	}
	o.put("date", t.date(&e.Date))
	o.put("end", t.date(e.End))
	if e.PlaceStated {
		o.put("place", str(e.Place))
	} else {
		o.put("shownAt", str(e.Place))
	}
	o.put("by", t.text(e.By))
	o.put("to", t.text(e.To))
	o.put("headline", t.text(e.Headline))
	o.put("summary", t.text(e.Summary))
	o.put("figures", many(e.Figures, t.figure))
	o.put("image", t.image(e.Image))
	o.put("status", str(string(e.Status)))
	o.put("caveat", t.text(e.Caveat))
	o.put("focus", many(e.Focus, id))
	o.put("sources", many(e.Sources, t.citation))
	return o
}

func id(s *string) any { return str(*s) }

func (t tree) figure(f *story.Figure) any {
	var o object
	o.put("label", t.text(f.Label))
	if f.Value > 0 {
		o.put("value", num(f.Value))
	}
	o.put("unit", t.text(f.Unit))
	o.put("amount", t.amount(f.Amount))
	o.put("atLeast", yes(f.AtLeast))
	return o
}

func (t tree) image(i *story.Image) any {
	if i == nil {
		return nil
	}
	o := object{{"src", str(i.Src)}, {"alt", t.text(i.Alt)}, {"credit", t.text(i.Credit)}}
	o.put("caption", t.text(i.Caption))
	return o
}

func (t tree) amount(a story.Amount) any {
	switch a.Kind {
	case story.NotStated:
		return str("not stated")
	case story.Known:
		o := money(a.Money)
		if a.Approx != nil {
			o.put("approx", money(*a.Approx))
		}
		return o
	}
	return nil
}

func money(m story.Money) object {
	return object{{"value", num(m.Value)}, {"currency", str(m.Currency)}}
}

func (t tree) era(e *story.Era) any {
	var o object
	o.put("id", str(e.ID))
	o.put("name", t.text(e.Name))
	o.put("from", t.date(&e.From))
	o.put("to", t.date(&e.To))
	o.put("caveat", t.text(e.Caveat))
	o.put("sources", many(e.Sources, t.citation))
	return o
}

func (t tree) analysis(a *story.Analysis) any {
	var o object
	o.put("by", t.text(a.By))
	o.put("role", t.text(a.Role))
	o.put("text", t.text(a.Text))
	o.put("sources", many(a.Sources, t.citation))
	return o
}

func (t tree) source(x *story.Source) any {
	var o object
	o.put("id", str(x.ID))
	o.put("title", t.text(x.Title))
	o.put("publisher", t.text(x.Publisher))
	o.put("url", str(x.URL))
	o.put("date", t.date(x.Date))
	o.put("note", t.text(x.Note))
	return o
}

func (t tree) citation(c *story.Citation) any {
	o := object{{"source", str(c.Source)}}
	o.put("locator", str(c.Locator))
	return o
}

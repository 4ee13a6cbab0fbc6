package exchange

import (
	"dateline/story"
)

func (t tree) flow(f *story.Flow) any {
	var o object
	o.put("id", str(f.ID))
	o.put("kind", str(string(f.Kind)))
	o.put("from", t.end(f.From))
	o.put("to", t.end(f.To))
	o.put("who", t.text(f.Who))
	o.put("what", t.text(f.What))
	o.put("label", t.text(f.Label))
	o.put("amount", t.amount(f.Amount))
	if plain(f.Status) {
		o.put("status", str(string(f.Status[0].Is)))
	} else {
		o.put("status", many(f.Status, t.change))
	}
	o.put("start", t.date(f.Start))
	o.put("end", t.date(f.End))
	o.put("event", str(f.Event))
	o.put("caveat", t.text(f.Caveat))
	o.put("sources", many(f.Sources, t.citation))
	return o
}

// plain reports whether a flow has one status of which no more is said.
func plain(c []story.StatusChange) bool {
	return len(c) == 1 && c[0].From == nil && c[0].Event == "" && !c[0].Implied && c[0].Note == nil
}

func (t tree) end(e story.End) any {
	switch {
	case e.Flow != "":
		return object{{"flow", str(e.Flow)}}
	case e.Toward != "":
		return object{{"toward", str(e.Toward)}}
	}
	return oneOr(e.Places, id)
}

func (t tree) change(c *story.StatusChange) any {
	var o object
	o.put("is", str(string(c.Is)))
	o.put("from", t.date(c.From))
	o.put("event", str(c.Event))
	o.put("implied", yes(c.Implied))
	o.put("note", t.text(c.Note))
	return o
}

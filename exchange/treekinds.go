package exchange

import (
	"reflect"

	"github.com/paulmach/orb"

	"dateline/story"
)

func (t tree) route(r *story.Route) any {
	var o object
	o.put("id", str(r.ID))
	o.put("kind", str(string(r.Kind)))
	o.put("name", t.text(r.Name))
	o.put("label", t.text(r.Label))
	o.put("points", many(r.Points, t.waypoint))
	o.put("status", str(string(r.Status)))
	o.put("caveat", t.text(r.Caveat))
	o.put("sources", many(r.Sources, t.citation))
	return o
}

func (t tree) waypoint(p *story.Waypoint) any {
	var o object
	if p.Place != "" {
		o.put("place", str(p.Place))
	} else {
		o.put("at", at(&p.At))
	}
	o.put("date", t.moment(p.Date, p.Event))
	o.put("event", str(p.Event))
	if p.Way == story.Supposed {
		o.put("way", str(string(p.Way)))
	}
	return o
}

// moment is a date beside an event; the event's own goes without saying.
func (t tree) moment(d *story.Date, event string) any {
	if d != nil && event != "" && reflect.DeepEqual(d, t.dated[event]) {
		return nil
	}
	return t.date(d)
}

func at(p *orb.Point) any { return object{{"lat", num(p[1])}, {"lon", num(p[0])}} }

func (t tree) area(a *story.Area) any {
	var o object
	o.put("id", str(a.ID))
	o.put("kind", str(string(a.Kind)))
	o.put("name", t.text(a.Name))
	o.put("label", t.text(a.Label))
	o.put("countries", many(a.Countries, id))
	o.put("shape", many(a.Shape, outline))
	o.put("start", t.date(a.Start))
	o.put("event", str(a.Event))
	o.put("end", t.date(a.End))
	o.put("until", str(a.Until))
	o.put("status", str(string(a.Status)))
	o.put("caveat", t.text(a.Caveat))
	o.put("sources", many(a.Sources, t.citation))
	return o
}

// outline is a ring as authors write it: open.
func outline(r *orb.Ring) any { return many(opened(*r), at) }

// opened is a ring without its last point, with which the parser closes it.
func opened(r orb.Ring) orb.Ring {
	if n := len(r); n > 3 && r[n-1] == r[0] && r[n-2] != r[0] {
		return r[:n-1]
	}
	return r
}

func (t tree) magnitude(m *story.Magnitude) any {
	var o object
	o.put("id", str(m.ID))
	o.put("name", t.text(m.Name))
	o.put("unit", t.text(m.Unit))
	o.put("place", str(m.Place))
	o.put("route", str(m.Route))
	if m.Between == story.Even {
		o.put("between", str(string(m.Between)))
	}
	o.put("values", many(m.Values, t.measure))
	o.put("caveat", t.text(m.Caveat))
	o.put("sources", many(m.Sources, t.citation))
	return o
}

func (t tree) measure(v *story.Measure) any {
	var o object
	o.put("date", t.moment(v.Date, v.Event))
	o.put("event", str(v.Event))
	o.put("value", str("not stated"))
	if v.Known {
		o[len(o)-1].value = num(v.Value)
	}
	o.put("about", yes(v.About))
	return o
}

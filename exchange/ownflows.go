package exchange

import (
	"strings"

	"dateline/story"
)

func flowColumns() []column[story.Flow] {
	start, startAt := may(func(f *story.Flow) **story.Date { return &f.Start })
	end, endAt := may(func(f *story.Flow) **story.Date { return &f.End })
	cols := []column[story.Flow]{
		plainColumn("id", func(f *story.Flow) *string { return &f.ID }),
		{name: "kind",
			get: func(f *story.Flow) string { return string(f.Kind) },
			set: func(d *draft, c cell, f *story.Flow) { f.Kind = chosen(d, c, story.FlowKinds) }},
		{name: "from",
			get: func(f *story.Flow) string { return strings.Join(f.From.Places, between) },
			set: func(d *draft, c cell, f *story.Flow) { f.From.Places = d.ends(c) }},
		{name: "from_flow",
			get: func(f *story.Flow) string { return f.From.Flow },
			set: func(_ *draft, c cell, f *story.Flow) { f.From = story.End{Flow: c.text} }},
		{name: "to",
			get: func(f *story.Flow) string { return strings.Join(f.To.Places, between) },
			set: func(d *draft, c cell, f *story.Flow) { f.To.Places = d.ends(c) }},
		{name: "toward",
			get: func(f *story.Flow) string { return f.To.Toward },
			set: func(d *draft, c cell, f *story.Flow) {
				if ends := d.ends(c); len(ends) > 0 {
					f.To = story.End{Toward: ends[0]}
				}
			}},
		texts("who", func(f *story.Flow) *story.Text { return &f.Who }),
		texts("what", func(f *story.Flow) *story.Text { return &f.What }),
		texts("label", func(f *story.Flow) *story.Text { return &f.Label }),
	}
	cols = append(cols, amountColumns(func(f *story.Flow) *story.Amount { return &f.Amount })...)
	cols = append(cols, column[story.Flow]{name: "status",
		get: func(f *story.Flow) string { return string(f.Status[0].Is) },
		set: func(d *draft, c cell, f *story.Flow) {
			if is := chosen(d, c, story.Statuses); is != "" {
				f.Status = []story.StatusChange{{Is: is}}
			}
		}})
	cols = append(cols, dateColumns("start", start, startAt)...)
	cols = append(cols, dateWords("start", start))
	cols = append(cols, dateColumns("end", end, endAt)...)
	cols = append(cols, dateWords("end", end),
		plainColumn("event", func(f *story.Flow) *string { return &f.Event }),
		texts("caveat", func(f *story.Flow) *story.Text { return &f.Caveat }))
	return append(cols, citations(func(f *story.Flow) *[]story.Citation { return &f.Sources })...)
}

// ends finds the places at an end of a flow.
func (d *draft) ends(c cell) []string {
	var ids []string
	for _, s := range pieces(c.text) {
		id, ok := d.placeNamed(s)
		for _, other := range ids {
			ok = ok && other != id
		}
		if ok {
			ids = append(ids, id)
		} else {
			d.ask(c.at, "%s is no place of the story, or stands there twice", quote(s))
		}
	}
	return ids
}

func readFlows(d *draft, s *sheet) {
	cols := flowColumns()
	d.strange(s, columnNames(cols))
	first := len(d.Flows)
	for _, r := range s.rows {
		var f story.Flow
		readRow(d, r, cols, &f)
		d.settleAmount(&f.Amount, r.get("amount").at)
		if f.Kind == story.Diplomacy && f.Amount.Kind != story.NoAmount {
			d.drop(r.get("amount").at, "the amount: talks and plans have none")
			f.Amount = story.Amount{}
		}
		lacks := ""
		switch {
		case len(f.From.Places) == 0 && f.From.Flow == "":
			lacks = "from"
		case r.get("to").text != "" && len(f.To.Places) == 0 && f.To.Toward == "":
			lacks = "to"
		case f.What == nil:
			lacks = "what"
		case f.Kind == "":
			lacks = "kind"
		case f.Status == nil:
			lacks = "status"
		}
		if lacks != "" {
			d.ask(r.get(lacks).at, "a flow needs this; left out")
			continue
		}
		if d.overlap(&f) || f.Start != nil && f.Start.Year != 0 && f.End != nil && f.End.Year != 0 && f.End.Compare(*f.Start) < 0 {
			d.ask(r.at, "the flow ends where or before it begins; left out")
			continue
		}
		for _, date := range []**story.Date{&f.Start, &f.End} {
			if *date != nil && (*date).Year == 0 {
				*date = nil
			}
		}
		if f.Event != "" {
			if f.Event = d.eventNamed(f.Event); f.Event == "" {
				d.ask(r.get("event").at, "%s is no event of the story; the flow comes in without one", quote(r.get("event").text))
			}
		}
		called := f.ID
		if called == "" {
			called = f.What[d.Lang]
		}
		f.ID = d.newID("flow", called)
		d.origin["flow "+f.ID] = r.at
		d.Flows = append(d.Flows, f)
	}
	d.chains(first)
}

func (d *draft) overlap(f *story.Flow) bool {
	for _, a := range f.From.Places {
		for _, b := range f.To.Places {
			if a == b {
				return true
			}
		}
	}
	return false
}

// chains takes out the flows that go on from one that is not there, or from
// themselves.
func (d *draft) chains(from int) {
	for again := true; again; {
		again = false
		next := map[string]string{}
		for _, f := range d.Flows {
			next[f.ID] = f.From.Flow
		}
		for i := from; i < len(d.Flows); i++ {
			f := &d.Flows[i]
			at, steps := f.ID, 0
			for ok := true; next[at] != "" && ok && steps <= len(next); steps++ {
				at = next[at]
				_, ok = next[at]
			}
			if _, there := next[at]; there && steps <= len(next) {
				continue
			}
			d.ask(d.origin["flow "+f.ID], "goes on from %s, which is not there or leads back; left out", quote(f.From.Flow))
			d.Flows = append(d.Flows[:i], d.Flows[i+1:]...)
			again = true
			break
		}
	}
}

// eventNamed finds an event by its id or its headline, or returns "".
func (d *draft) eventNamed(s string) string {
	for _, e := range d.Events {
		if e.ID == s || e.Headline[d.Lang] == s {
			return e.ID
		}
	}
	return ""
}

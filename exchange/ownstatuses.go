package exchange

import (
	"dateline/story"
)

// changeRow is a change of status of a flow, on its own sheet.
type changeRow struct {
	story.StatusChange
	flow string
}

func changeColumns() []column[changeRow] {
	from, at := may(func(c *changeRow) **story.Date { return &c.From })
	cols := []column[changeRow]{
		plainColumn("flow", func(c *changeRow) *string { return &c.flow }),
		{name: "is",
			get: func(c *changeRow) string { return string(c.Is) },
			set: func(d *draft, x cell, c *changeRow) { c.Is = chosen(d, x, story.Statuses) }},
	}
	cols = append(cols, dateColumns("from", from, at)...)
	return append(cols, dateWords("from", from),
		plainColumn("event", func(c *changeRow) *string { return &c.Event }),
		column[changeRow]{name: "implied",
			get: func(c *changeRow) string { return yesOr(c.Implied) },
			set: func(d *draft, x cell, c *changeRow) { c.Implied = d.affirmed(x) }},
		texts("note", func(c *changeRow) *story.Text { return &c.Note }))
}

// readStatuses replaces the status of the flows that it names.
func readStatuses(d *draft, s *sheet) {
	d.strange(s, columnNames(changeColumns()))
	fresh := map[string]bool{}
	for _, r := range s.rows {
		var c changeRow
		readRow(d, r, changeColumns(), &c)
		var f *story.Flow
		for i := range d.Flows {
			if d.Flows[i].ID == c.flow {
				f = &d.Flows[i]
			}
		}
		if f == nil || c.Is == "" {
			d.ask(r.at, "a change needs a flow of the story and a status; left out")
			continue
		}
		if !fresh[f.ID] {
			fresh[f.ID], f.Status = true, nil
		}
		if c.From != nil && c.From.Year == 0 {
			c.From = nil
		}
		if c.Event != "" {
			if c.Event = d.eventNamed(c.Event); c.Event == "" {
				d.ask(r.get("event").at, "%s is no event of the story", quote(r.get("event").text))
			}
		}
		begins := len(f.Status) == 0
		switch {
		case begins && (c.From != nil || c.Event != ""):
			d.drop(r.at, "when the first status begins: it holds from the start")
			c.From, c.Event = nil, ""
		case !begins && c.From == nil && c.Event == "":
			d.ask(r.at, "nothing says when this status begins; left out")
			continue
		case !begins && c.From != nil && f.Status[len(f.Status)-1].From != nil && c.From.Compare(*f.Status[len(f.Status)-1].From) < 0:
			d.ask(r.get("from").at, "changes stand in order of time; left out")
			continue
		}
		f.Status = append(f.Status, c.StatusChange)
	}
}

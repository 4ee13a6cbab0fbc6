package story

// StatusChange is a status and when it begins to hold.
type StatusChange struct {
	Is      Status
	From    *Date  // nil: from the start
	Event   string // id of the event that changes it; may be ""
	Implied bool   // the source implies it and does not say it
	Note    Text
}

// flowStatus is a status, or a list of the statuses that follow each other.
func flowStatus() form[[]StatusChange] {
	word, o := choice(Statuses), changeObject()
	says := word.says + ", or a list of changes"
	schema := `{"anyOf":[` + word.schema + `,` + some(list(o.form())).schema + `]}`
	return form[[]StatusChange]{shape{says, schema}, func(s spot) []StatusChange {
		switch s.node.kind {
		case '"':
			return []StatusChange{{Is: word.read(s)}}
		case '[':
			if len(s.node.items) == 0 {
				s.errorf("", "is an empty list")
			}
			return list(o.form()).read(s)
		}
		s.is('"', "a status or a list of changes")
		return nil
	}}
}

func changeObject() object[StatusChange] {
	return object[StatusChange]{
		name: "status-change",
		says: "a change of status",
		fields: []field[StatusChange]{
			need("is", choice(Statuses), func(c *StatusChange) *Status { return &c.Is }),
			maybe("from", anyDate(), func(c *StatusChange) **Date { return &c.From }),
			may("event", refer(eventID), func(c *StatusChange) *string { return &c.Event }),
			may("implied", yes(), func(c *StatusChange) *bool { return &c.Implied }),
			may("note", text(), func(c *StatusChange) *Text { return &c.Note }),
		},
	}
}

// checkStatus holds the changes of one flow against each other: the first is
// there from the start, the others come later and in order.
func checkStatus(s spot, changes []StatusChange) {
	for i, c := range changes {
		at := s.item(i)
		switch {
		case i == 0 && (c.From != nil || c.Event != ""):
			at.errorf(`leave "from" and "event" out`, "the first status holds from the start")
		case i > 0 && c.From == nil && c.Event == "":
			at.errorf(`add "from" or "event"`, "nothing says when this status begins")
		}
		if i == 0 {
			continue
		}
		if c.Is == changes[i-1].Is && c.Is != "" {
			at.warnf("", "the status is %q already", c.Is)
		}
		if last := changes[i-1].From; c.From != nil && last != nil && c.From.Year != 0 && last.Year != 0 && c.From.Compare(*last) < 0 {
			at.key("from").errorf("changes stand in order of time", "%s is before the change above it, %s", c.From, last)
		}
	}
}

package story

// Era is a span of time with a name of its own, which lies behind the events:
// "The Phoney War".
type Era struct {
	ID       string
	Name     Text
	From, To Date // both are included; each may be uncertain
	Caveat   Text
	Sources  []Citation
}

func eraObject() object[Era] {
	return object[Era]{
		name: "era",
		says: "an era",
		fields: []field[Era]{
			need("id", define(eraID), func(e *Era) *string { return &e.ID }),
			need("name", text(), func(e *Era) *Text { return &e.Name }),
			need("from", anyDate(), func(e *Era) *Date { return &e.From }),
			need("to", anyDate(), func(e *Era) *Date { return &e.To }),
			may("caveat", text(), func(e *Era) *Text { return &e.Caveat }),
			may("sources", list(citationObject().form()), func(e *Era) *[]Citation { return &e.Sources }),
		},
		check: func(s spot, e *Era) { checkEnd(s.key("to"), "beginning", e.From, e.To) },
	}
}

// checkEnd holds the end of what lasts against its beginning, which is called
// what.
func checkEnd(s spot, what string, from, to Date) {
	if from.Year != 0 && to.Year != 0 && entirelyBefore(to, from) {
		s.errorf("", "%s is before the %s, %s", to.known(), what, from.known())
	}
}

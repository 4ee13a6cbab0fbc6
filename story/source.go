package story

// Source is where facts come from.
type Source struct {
	ID        string
	Title     Text
	Publisher Text
	URL       string // optional; https, http or mailto
	Date      *Date
	Note      Text // what is not known of it
}

// Citation points into a source.
type Citation struct {
	Source  string // id
	Locator string // "¶3", "p. 12"; optional
}

func sourceObject() object[Source] {
	return object[Source]{
		name: "source",
		says: "a source",
		fields: []field[Source]{
			need("id", define(sourceID), func(o *Source) *string { return &o.ID }),
			need("title", text(), func(o *Source) *Text { return &o.Title }),
			may("publisher", text(), func(o *Source) *Text { return &o.Publisher }),
			may("url", link(), func(o *Source) *string { return &o.URL }),
			maybe("date", statedDate(), func(o *Source) **Date { return &o.Date }),
			may("note", text(), func(o *Source) *Text { return &o.Note }),
		},
	}
}

func citationObject() object[Citation] {
	return object[Citation]{
		name: "citation",
		says: "a citation",
		fields: []field[Citation]{
			need("source", refer(sourceID), func(c *Citation) *string { return &c.Source }),
			may("locator", plain(), func(c *Citation) *string { return &c.Locator }),
		},
	}
}

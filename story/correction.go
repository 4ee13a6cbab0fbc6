package story

// Correction is a dated correction to a published story.
type Correction struct {
	Date Date
	Text Text
}

func correctionObject() object[Correction] {
	return object[Correction]{
		name: "correction",
		says: "a correction",
		fields: []field[Correction]{
			need("date", statedDate(), func(c *Correction) *Date { return &c.Date }),
			need("text", text(), func(c *Correction) *Text { return &c.Text }),
		},
	}
}

package story

// Analysis is a comment on the events, with no stop on the timeline.
type Analysis struct {
	By      Text // may be nil: the source's own voice
	Role    Text
	Text    Text
	Sources []Citation
}

func analysisObject() object[Analysis] {
	return object[Analysis]{
		name: "analysis",
		says: "a comment",
		fields: []field[Analysis]{
			may("by", text(), func(a *Analysis) *Text { return &a.By }),
			may("role", text(), func(a *Analysis) *Text { return &a.Role }),
			need("text", text(), func(a *Analysis) *Text { return &a.Text }),
			may("sources", list(citationObject().form()), func(a *Analysis) *[]Citation { return &a.Sources }),
		},
	}
}

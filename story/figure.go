package story

// Figure is a number that an event reports.
type Figure struct {
	Label   Text
	Value   float64
	Unit    Text   // "missiles"; empty for money
	Amount  Amount // money, when Currency is set
	AtLeast bool   // "more than"
}

func figureObject() object[Figure] {
	return object[Figure]{
		name: "figure",
		says: "a figure",
		fields: []field[Figure]{
			need("label", text(), func(f *Figure) *Text { return &f.Label }),
			may("value", number(), func(f *Figure) *float64 { return &f.Value }),
			may("unit", text(), func(f *Figure) *Text { return &f.Unit }),
			may("amount", amount(), func(f *Figure) *Amount { return &f.Amount }),
			may("atLeast", yes(), func(f *Figure) *bool { return &f.AtLeast }),
		},
		check: func(s spot, f *Figure) {
			switch {
			case s.has("value") == s.has("amount"):
				s.errorf("", `needs either "value" or "amount"`)
			case s.has("unit") && !s.has("value"):
				s.key("unit").errorf("", `goes with "value"`)
			}
		},
	}
}

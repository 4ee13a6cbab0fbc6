package story

// AmountKind says what is known of an amount.
type AmountKind uint8

const (
	NoAmount  AmountKind = iota // the flow is nothing that has an amount
	NotStated                   // it has one, and no source states it
	Known                       // Money is set
)

// Amount is how much. In JSON it is absent, "not stated", or
// {"value": 2260000000, "currency": "GBP", "approx": {"value": 2800000000, "currency": "USD"}}.
type Amount struct {
	Kind   AmountKind
	Money  Money
	Approx *Money // an approximate conversion, shown with ≈
}

// Money is a sum in a currency.
type Money struct {
	Value    float64 // in whole units of the currency, above zero
	Currency string  // ISO 4217
}

// amount is an Amount that is written down.
func amount() form[Amount] {
	o := money()
	says := `"not stated", or ` + o.says
	schema := `{"anyOf":[{"const":"not stated"},{"$ref":"#/$defs/` + o.name + `"}]}`
	return form[Amount]{shape{says, schema}, func(s spot) Amount {
		switch {
		case s.node.kind == '{':
			return o.read(s)
		case s.node.kind == '"' && s.node.text == "not stated":
			return Amount{Kind: NotStated}
		case s.node.kind == '"':
			s.errorf("", `must be "not stated" or an object with "value" and "currency"`)
		default:
			s.is('{', `"not stated" or an object with "value" and "currency"`)
		}
		return Amount{}
	}}
}

func money() object[Amount] {
	return object[Amount]{
		name: "money",
		says: "a sum",
		fields: []field[Amount]{
			need("value", number(), func(a *Amount) *float64 { return &a.Money.Value }),
			need("currency", currency(), func(a *Amount) *string { return &a.Money.Currency }),
			maybe("approx", conversion().form(), func(a *Amount) **Money { return &a.Approx }),
		},
		check: func(s spot, a *Amount) {
			a.Kind = Known
			if a.Approx != nil && a.Approx.Currency == a.Money.Currency && a.Approx.Currency != "" {
				s.key("approx").warnf("", "is in %s as well", a.Money.Currency)
			}
		},
	}
}

func conversion() object[Money] {
	return object[Money]{
		name: "conversion",
		says: "an approximate sum",
		fields: []field[Money]{
			need("value", number(), func(m *Money) *float64 { return &m.Value }),
			need("currency", currency(), func(m *Money) *string { return &m.Currency }),
		},
	}
}

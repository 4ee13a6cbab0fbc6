package story

// FlowKind is what flows.
type FlowKind string

const (
	Loan          FlowKind = "loan"
	Grant         FlowKind = "grant"
	ExportFinance FlowKind = "export-finance"
	Aid           FlowKind = "aid"
	MilitaryAid   FlowKind = "military-aid"
	Trade         FlowKind = "trade"
	Goods         FlowKind = "goods"
	People        FlowKind = "people"
	Diplomacy     FlowKind = "diplomacy" // talks and plans: drawn without a head, never with a width
)

// FlowKinds lists every kind, in the order in which a legend shows them.
var FlowKinds = []FlowKind{Loan, Grant, ExportFinance, Aid, MilitaryAid, Trade, Goods, People, Diplomacy}

// Flow is something that goes, or is said to go, from one place to another.
//
// Start may be nil: then the flow is there from the opening on and is never
// shown growing. Event, when set, names the event with which the flow enters
// (or, without a Start, whose stop first shows it).
type Flow struct {
	ID      string
	Kind    FlowKind
	From    End
	To      End
	Who     Text // who gives: "United Kingdom"; may be nil
	What    Text
	Amount  Amount
	Status  []StatusChange // at least one; the first holds from the start
	Start   *Date
	End     *Date
	Event   string
	Caveat  Text
	Sources []Citation
}

// End is one end of a flow: one or several places, another flow, or open.
type End struct {
	Places []string // ids
	Flow   string   // id of the flow that this one goes on from; only in From
	Toward string   // id of a place: an open end that points there and stops short; only in To
}

// StatusChange is a status and when it begins to hold.
type StatusChange struct {
	Is      Status
	From    *Date  // nil: from the start
	Event   string // id of the event that changes it; may be ""
	Implied bool   // the source implies it and does not say it
	Note    Text
}

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

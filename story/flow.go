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
	Label   Text // what it is called on the map, where What is too long; may be nil
	Amount  Amount
	Status  []StatusChange // at least one; the first holds from the start
	Start   *Date
	End     *Date
	Event   string
	Caveat  Text
	Sources []Citation
}

func flowObject() object[Flow] {
	return object[Flow]{
		name: "flow",
		says: "a flow",
		fields: []field[Flow]{
			need("id", define(flowID), func(f *Flow) *string { return &f.ID }),
			need("kind", choice(FlowKinds), func(f *Flow) *FlowKind { return &f.Kind }),
			need("from", flowEnd(flowStart()), func(f *Flow) *End { return &f.From }),
			may("to", flowEnd(flowGoal()), func(f *Flow) *End { return &f.To }),
			may("who", text(), func(f *Flow) *Text { return &f.Who }),
			need("what", text(), func(f *Flow) *Text { return &f.What }),
			may("label", text(), func(f *Flow) *Text { return &f.Label }),
			may("amount", amount(), func(f *Flow) *Amount { return &f.Amount }),
			need("status", flowStatus(), func(f *Flow) *[]StatusChange { return &f.Status }),
			maybe("start", anyDate(), func(f *Flow) **Date { return &f.Start }),
			maybe("end", anyDate(), func(f *Flow) **Date { return &f.End }),
			may("event", refer(eventID), func(f *Flow) *string { return &f.Event }),
			may("caveat", text(), func(f *Flow) *Text { return &f.Caveat }),
			may("sources", list(citationObject().form()), func(f *Flow) *[]Citation { return &f.Sources }),
		},
		check: checkFlow,
	}
}

func checkFlow(s spot, f *Flow) {
	for _, from := range f.From.Places {
		for _, to := range f.To.Places {
			if from == to && from != "" {
				s.key("to").errorf("", "the flow would end where it begins, at %q", shortened(to))
			}
		}
	}
	if f.Kind == Diplomacy && f.Amount.Kind != NoAmount {
		s.key("amount").errorf("leave it out", "talks and plans have no amount")
	}
	if f.Amount.Kind == Known && len(f.Sources) == 0 {
		s.key("amount").warnf(`add "sources"`, "an amount without a source")
	}
	if f.Start != nil && f.End != nil {
		checkEnd(s.key("end"), "start", *f.Start, *f.End)
	}
	checkStatus(s.key("status"), f.Status)
}

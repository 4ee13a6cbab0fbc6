package story

// EventKind is what sort of happening an event is.
type EventKind string

const (
	Happening EventKind = "event"     // something took place
	Statement EventKind = "statement" // somebody said something: By is set
	Proposal  EventKind = "proposal"  // somebody proposed something: By is set
)

// Event is one entry of the timeline.
type Event struct {
	ID          string
	Kinds       []EventKind // at least one; an event can also be a statement
	Date        Date
	Place       string // id of a place, or "" when the event has none
	PlaceStated bool   // false: the mark stands there by the editors' choice
	By          Text   // who says or proposes it
	To          Text   // to whom
	Headline    Text
	Summary     Text
	Figures     []Figure
	Status      Status   // may be ""
	Caveat      Text     // what is in doubt, in words
	Focus       []string // ids of the places that the map shows; empty: Dateline chooses
	Sources     []Citation
}

// Figure is a number that an event reports.
type Figure struct {
	Label   Text
	Value   float64
	Unit    Text   // "missiles"; empty for money
	Amount  Amount // money, when Currency is set
	AtLeast bool   // "more than"
}

// Status is how real a thing is. Each status is drawn by a shape or pattern of
// its own, never by a hue alone.
type Status string

const (
	Existing    Status = "existing"
	Provided    Status = "provided"
	Announced   Status = "announced"
	Pledged     Status = "pledged"
	Proposed    Status = "proposed"
	Reported    Status = "reported"
	Intended    Status = "intended"
	UnderReview Status = "under-review"
	Suspended   Status = "suspended"
	Cancelled   Status = "cancelled"
	Disputed    Status = "disputed"
)

// Statuses lists every status, in the order in which a legend shows them.
var Statuses = []Status{Existing, Provided, Announced, Pledged, Proposed, Reported, Intended, UnderReview, Suspended, Cancelled, Disputed}

package story

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

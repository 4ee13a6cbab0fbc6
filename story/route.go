package story

import "github.com/paulmach/orb"

// RouteKind is what moves along a route.
type RouteKind string

const (
	RoutePerson   RouteKind = "person"
	RoutePeople   RouteKind = "people"
	RouteArmy     RouteKind = "army"
	RouteShip     RouteKind = "ship"
	RouteAircraft RouteKind = "aircraft"
	RouteVehicle  RouteKind = "vehicle"
	RouteStorm    RouteKind = "storm"
	RouteOther    RouteKind = "other"
)

// RouteKinds lists every kind, in the order in which a legend shows them.
var RouteKinds = []RouteKind{RoutePerson, RoutePeople, RouteArmy, RouteShip, RouteAircraft, RouteVehicle, RouteStorm, RouteOther}

// Route is something that moves along a line of timed points. Between two of
// them it keeps to the great circle.
type Route struct {
	ID      string
	Kind    RouteKind
	Name    Text
	Label   Text // what it is called on the map, where Name is too long; may be nil
	Points  []Waypoint
	Status  Status // may be ""
	Caveat  Text
	Sources []Citation
}

// Waypoint is a point of a route. The first and the last have a time, by a
// date or an event; one without is passed in proportion to distance.
type Waypoint struct {
	Place string    // id of a place, or "" where At says where
	At    orb.Point // longitude, latitude in degrees; the place's own where Place is set
	Date  *Date
	Event string // id of the event with which the point is reached; may be ""
	Way   Way    // how the way here from the point before is known
}

// Way says how the way to a point of a route is known.
type Way string

const (
	Recorded Way = "recorded"
	Supposed Way = "supposed" // no source says which way was taken
)

func routeObject() object[Route] {
	return object[Route]{
		name: "route",
		says: "a route",
		fields: []field[Route]{
			need("id", define(routeID), func(r *Route) *string { return &r.ID }),
			need("kind", choice(RouteKinds), func(r *Route) *RouteKind { return &r.Kind }),
			need("name", text(), func(r *Route) *Text { return &r.Name }),
			may("label", text(), func(r *Route) *Text { return &r.Label }),
			need("points", things(waypointObject().form()), func(r *Route) *[]Waypoint { return &r.Points }),
			may("status", choice(Statuses), func(r *Route) *Status { return &r.Status }),
			may("caveat", text(), func(r *Route) *Text { return &r.Caveat }),
			may("sources", list(citationObject().form()), func(r *Route) *[]Citation { return &r.Sources }),
		},
		check: func(s spot, r *Route) {
			at := s.key("points")
			switch n := len(r.Points); {
			case at.node.kind == '[' && n < 2:
				at.errorf("", "a route needs at least two points")
			case n >= 2:
				checkTimed(at.item(0), r.Points[0])
				checkTimed(at.item(n-1), r.Points[n-1])
			}
		},
	}
}

// checkTimed holds the first or the last point of a route to have a time.
func checkTimed(s spot, p Waypoint) {
	if s.node.kind == '{' && p.Date == nil && p.Event == "" && !s.has("date") && !s.has("event") {
		s.errorf(`add "date" or "event"`, "nothing says when a route is here; its first and its last point have a time")
	}
}

func waypointObject() object[Waypoint] {
	return object[Waypoint]{
		name: "waypoint",
		says: "a point of a route",
		fields: []field[Waypoint]{
			may("place", refer(placeID), func(p *Waypoint) *string { return &p.Place }),
			may("at", pointObject().form(), func(p *Waypoint) *orb.Point { return &p.At }),
			maybe("date", anyDate(), func(p *Waypoint) **Date { return &p.Date }),
			may("event", refer(eventID), func(p *Waypoint) *string { return &p.Event }),
			may("way", choice([]Way{Recorded, Supposed}), func(p *Waypoint) *Way { return &p.Way }),
		},
		schema: `"oneOf": [{"required": ["place"]}, {"required": ["at"]}]`,
		check: func(s spot, p *Waypoint) {
			if s.has("place") == s.has("at") {
				s.errorf("", `needs either "place" or "at"`)
			}
			if p.Way == "" {
				p.Way = Recorded
			}
		},
	}
}

// settleRoutes gives points the coordinates of their places and the dates of
// their events, and finds those that run back in time.
func settleRoutes(at spot, s *Story) {
	for i := range s.Routes {
		latest := -1
		for k := range s.Routes[i].Points {
			p := &s.Routes[i].Points[k]
			here := at.item(i).key("points").item(k)
			if place := s.Place(p.Place); place != nil {
				p.At = place.At
			}
			p.Date = settled(here, p.Date, s.Event(p.Event))
			if p.Date == nil || p.Date.Year == 0 {
				continue
			}
			if latest >= 0 && entirelyBefore(*p.Date, *s.Routes[i].Points[latest].Date) {
				here.errorf("points stand in order of time", "%s is earlier than %s, the date of a point above it",
					p.Date.known(), s.Routes[i].Points[latest].Date.known())
				continue
			}
			latest = k
		}
	}
}

// settled is a date beside an event: the event's own where there is none.
func settled(s spot, d *Date, e *Event) *Date {
	switch {
	case e == nil:
	case d == nil:
		date := e.Date
		return &date
	case apart(*d, e.Date):
		s.key("date").warnf("", "%s is not the date of its event %q, %s", d.known(), e.ID, e.Date.known())
	}
	return d
}

package story

import "github.com/paulmach/orb"

// Place is a point with a name.
type Place struct {
	ID    string
	Name  Text
	At    orb.Point // longitude, latitude in degrees, WGS 84
	Zone  string    // IANA name; may be empty
	Clock *Clock    // in the zone's stead; may be nil
	Stand Text      // what the place stands for, when it is more than itself
}

func placeObject() object[Place] {
	return object[Place]{
		name: "place",
		says: "a place",
		fields: []field[Place]{
			need("id", define(placeID), func(p *Place) *string { return &p.ID }),
			need("name", text(), func(p *Place) *Text { return &p.Name }),
			need("at", pointObject().form(), func(p *Place) *orb.Point { return &p.At }),
			may("zone", zone(), func(p *Place) *string { return &p.Zone }),
			maybe("clock", clockObject().form(), func(p *Place) **Clock { return &p.Clock }),
			may("stands", text(), func(p *Place) *Text { return &p.Stand }),
		},
		schema: notBoth,
		check:  func(s spot, _ *Place) { oneClock(s) },
	}
}

// pointObject is a point with named coordinates, which nobody can mix up.
func pointObject() object[orb.Point] {
	return object[orb.Point]{
		name: "point",
		says: "a point",
		fields: []field[orb.Point]{
			need("lat", degrees(90), func(p *orb.Point) *float64 { return &p[1] }),
			need("lon", degrees(180), func(p *orb.Point) *float64 { return &p[0] }),
		},
	}
}

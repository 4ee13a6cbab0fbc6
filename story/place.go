package story

import "github.com/paulmach/orb"

// Place is a point with a name.
type Place struct {
	ID    string
	Name  Text
	At    orb.Point // longitude, latitude in degrees, WGS 84
	Zone  string    // IANA name; may be empty
	Stand Text      // what the place stands for, when it is more than itself
}

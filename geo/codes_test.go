package geo

import (
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

func TestCodes(t *testing.T) {
	all := strings.Fields(codes)
	if len(all) != 250 || !slices.IsSorted(all) {
		t.Errorf("%d codes, in order %t", len(all), slices.IsSorted(all))
	}
	for _, c := range []struct{ code, want string }{
		{"UA", "UKR"}, {"UKR", "UKR"}, {"XK", "XKX"}, {"XKX", "XKX"}, {"GB", "GBR"}, {"ZWE", "ZWE"},
		{"UK", ""}, {"ua", ""}, {"", ""}, {"AFG AL", ""}, {"A", ""}, {"AFAFG", ""},
	} {
		if got, ok := Alpha3(c.code); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q, want %q", c.code, got, c.want)
		}
	}
	for _, entry := range all {
		if got, ok := Alpha2(entry[2:]); !ok || got != entry[:2] {
			t.Errorf("%s: %q", entry[2:], got)
		}
	}
	if got, ok := Alpha2("FRA "); ok {
		t.Errorf("a code with a space is %q", got)
	}
}

// Every country of the basemap is found by both of its codes, and fills as much
// as its shapes do; a cut keeps the codes of all that it holds some of.
func TestArea(t *testing.T) {
	b := open(t)
	pr := LambertAzimuthal(orb.Point{20, 50})
	for level := range b.Levels() {
		world, _ := b.World(level)
		piece, err := b.Cut(orb.Bound{Min: orb.Point{-10, 36}, Max: orb.Point{45, 62}}, level)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range world.Countries {
			if c.Code == "" {
				continue
			}
			if got, ok := Alpha3(c.Code); !ok || got != c.Code {
				t.Errorf("level %d: %s has the code %q", level, c.Name, c.Code)
			}
		}
		for _, place := range countries {
			if place.code == "" || !piece.covers(place.at) {
				continue
			}
			two, _ := Alpha2(place.code)
			for _, code := range []string{place.code, two} {
				if rings := piece.Area(pr, code); winding(rings, pr.Forward(place.at)) != 1 {
					t.Errorf("level %d: %s does not lie in the area of %s", level, place.name, code)
				}
			}
		}
		if piece.Area(pr, "BRA") != nil || piece.Area(pr, "nowhere") != nil {
			t.Errorf("level %d: a cut of Europe has an area of Brazil, or of nowhere", level)
		}
	}
}

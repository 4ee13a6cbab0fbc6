package main

import (
	"fmt"
	"slices"
)

// iso corrects codes of the source that are not in ISO 3166-1: areas that it
// keeps apart from every country keep their name and have no code.
var iso = map[string]string{"SOL": "", "CYN": "", "KAS": "", "IOA": "", "ATC": "AUS"}

// joined are areas that the 1 : 10 million data keeps apart and the coarser
// levels do not: bases, leases and a buffer zone go to the country around them,
// so that all levels show the same borders.
var joined = map[string]string{
	"Dhekelia":                "Cyprus",
	"Akrotiri":                "Cyprus",
	"Cyprus U.N. Buffer Zone": "Cyprus",
	"USNB Guantanamo Bay":     "Cuba",
	"Baikonur":                "Kazakhstan",
}

// unlisted are places that only the 1 : 10 million data has.
var unlisted = map[string]string{
	"Gibraltar":               "GIB",
	"U.S. Minor Outlying Is.": "UMI",
}

// simferopol lies in the one polygon of Crimea.
var simferopol = [2]float64{34.10, 44.95}

// finest puts the 1 : 10 million shapes into the order of the coarser levels:
// Crimea goes from Russia to Ukraine (UN General Assembly resolution 68/262),
// Western Sahara has all of its territory, small areas to their countries, codes and names come from reference.
func finest(shapes, reference []shape, g grid) ([]shape, error) {
	if err := moveCrimea(shapes, g); err != nil {
		return nil, err
	}
	if err := moveSahara(shapes, g); err != nil {
		return nil, err
	}
	index := func(name string) int {
		return slices.IndexFunc(shapes, func(s shape) bool { return s.name == name })
	}
	for i := range shapes {
		s := &shapes[i]
		if into, ok := joined[s.name]; ok {
			k := index(into)
			if k < 0 {
				return nil, fmt.Errorf("%s should join %s, which is not there", s.name, into)
			}
			shapes[k].polygons = append(shapes[k].polygons, s.polygons...)
			s.polygons = nil
			continue
		}
		k := slices.IndexFunc(reference, func(r shape) bool {
			return r.name == s.name || s.id != "" && r.id == s.id && r.name != "Ashmore and Cartier Is."
		})
		if k >= 0 {
			s.code, s.name = reference[k].code, reference[k].name
		} else {
			s.code = unlisted[s.name]
		}
	}
	return slices.DeleteFunc(shapes, func(s shape) bool { return s.polygons == nil }), nil
}

func moveCrimea(shapes []shape, g grid) error {
	russia := slices.IndexFunc(shapes, func(s shape) bool { return s.name == "Russia" })
	ukraine := slices.IndexFunc(shapes, func(s shape) bool { return s.name == "Ukraine" })
	if russia < 0 || ukraine < 0 {
		return fmt.Errorf("Russia or Ukraine is missing")
	}
	from := &shapes[russia].polygons
	k := slices.IndexFunc(*from, func(polygon []ring) bool { return g.holds(polygon[0], simferopol) })
	if k < 0 {
		return fmt.Errorf("no polygon of Russia holds Simferopol: the source has changed")
	}
	if n := len((*from)[k][0]); n > 2000 {
		return fmt.Errorf("the polygon of Russia that holds Simferopol is not Crimea alone (%d vertices)", n)
	}
	shapes[ukraine].polygons = append(shapes[ukraine].polygons, (*from)[k])
	*from = slices.Delete(*from, k, k+1)
	return nil
}

// holds tells whether a ring that stays away from 180° holds a point.
func (g grid) holds(r ring, at [2]float64) bool {
	inside := false
	for i := range r {
		ax, ay := g.degrees(r[i])
		bx, by := g.degrees(r[(i+1)%len(r)])
		if (ay > at[1]) != (by > at[1]) && at[0] < ax+(bx-ax)*(at[1]-ay)/(by-ay) {
			inside = !inside
		}
	}
	return inside
}

// coarseCrimea gives the coarsest level the next one's coast of Crimea. Its own
// is so coarse that Kerch would lie in the sea.
func coarseCrimea(coarse, finer []shape, to, from grid) error {
	// In this box both outlines of Ukraine run along the peninsula's coast, from
	// the isthmus round to the isthmus, and nowhere else.
	peninsula := func(lon, lat float64) bool { return lon > 32.4 && lon < 37 && lat > 44 && lat < 45.9 }
	old, err := within(coarse, "Ukraine", to, peninsula)
	if err != nil {
		return err
	}
	coast, err := within(finer, "Ukraine", from, peninsula)
	if err != nil {
		return err
	}
	var spots []spot
	for _, s := range (*coast.ring)[coast.from:coast.to] {
		spots = append(spots, to.nearest(from.degrees(s)))
	}
	*old.ring = slices.Concat((*old.ring)[:old.from], spots, (*old.ring)[old.to:])
	return nil
}

// section is a part of a ring.
type section struct {
	ring     *ring
	from, to int
}

// within is the one unbroken part of a country's outlines inside a box.
func within(shapes []shape, name string, g grid, box func(lon, lat float64) bool) (found section, err error) {
	for _, s := range shapes {
		if s.name != name {
			continue
		}
		for _, polygon := range s.polygons {
			r := &polygon[0]
			in := func(s spot) bool { return box(g.degrees(s)) }
			from := slices.IndexFunc(*r, in)
			if from < 0 {
				continue
			}
			to := from
			for to < len(*r) && in((*r)[to]) {
				to++
			}
			if found.ring != nil || slices.ContainsFunc((*r)[to:], in) {
				return section{}, fmt.Errorf("the outline of %s is not what it was", name)
			}
			found = section{r, from, to}
		}
	}
	if found.ring == nil {
		return section{}, fmt.Errorf("no outline of %s where it should be", name)
	}
	return found, nil
}

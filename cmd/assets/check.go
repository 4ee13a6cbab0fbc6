package main

import (
	"fmt"

	"dateline/geo"
)

// check finds loops whose arcs do not join: the sign of a source that is not
// what this program takes it for.
func check(t geo.Topology) error {
	all := map[string][]geo.Loop{"land": t.Land, "lakes": t.Lakes}
	for _, c := range t.Countries {
		all[c.Name] = c.Loops
	}
	end := func(r geo.Ref, last bool) geo.Cell {
		arc := t.Arcs[r.Arc()]
		if (r < 0) != last {
			return arc[len(arc)-1]
		}
		return arc[0]
	}
	for name, loops := range all {
		for _, l := range loops {
			for i, r := range l {
				a, b := end(r, true), end(l[(i+1)%len(l)], false)
				if a.Y != b.Y || (a.X-b.X)%int32(360*t.PerDegree) != 0 {
					n := float64(t.PerDegree)
					return fmt.Errorf("the outline of %s does not close at %.3f, %.3f", name, float64(a.X)/n, float64(a.Y)/n)
				}
			}
		}
	}
	return nil
}

package main

import (
	"fmt"

	"github.com/paulmach/orb"

	"dateline/geo"
)

// check finds loops whose arcs do not join, and lakes that poke over a coast:
// the signs of a source that is not what this program takes it for.
func check(t geo.Topology) error {
	if err := closed(t); err != nil {
		return err
	}
	world := geo.NewPiece(0, t)
	n := float64(t.PerDegree)
	for _, l := range t.Lakes {
		for _, r := range l {
			for _, c := range t.Arcs[r.Arc()] {
				if at := (orb.Point{float64(c.X) / n, float64(c.Y) / n}); !world.OnLand(at) {
					return fmt.Errorf("a lake lies in the sea at %.3f, %.3f", at[0], at[1])
				}
			}
		}
	}
	return nil
}

func closed(t geo.Topology) error {
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

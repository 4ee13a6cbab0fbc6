package exchange

import (
	"fmt"
	"math/rand"

	"github.com/paulmach/orb"

	"dateline/story"
)

// drawKinds gives a generated story routes, areas and magnitudes, with texts
// and citations as the others have them.
func drawKinds(r *rand.Rand, s *story.Story, text, maybe func() story.Text, cites func() []story.Citation) {
	day := 0
	date := func() *story.Date {
		day += 2 + r.Intn(30) // "after" one and "before" the next leave a day
		d := story.DayDate(day)
		if d.Certainty = story.Certainty(max(0, r.Intn(6)-2)); d.Certainty != story.Stated {
			d.Words = maybe()
		}
		return &d
	}
	point := func() orb.Point { return orb.Point{r.Float64()*360 - 180, r.Float64()*180 - 90} }
	status := func() story.Status { return story.Status(pick(r, "", "reported", "disputed")) }
	for i := range r.Intn(3) {
		route := story.Route{ID: fmt.Sprint("route-", i), Kind: story.RouteKinds[r.Intn(len(story.RouteKinds))], Name: text(), Label: maybe(), Status: status(), Caveat: maybe(), Sources: cites()}
		n := 2 + r.Intn(4)
		for k := range n {
			p := story.Waypoint{At: point(), Way: story.Way(pick(r, "recorded", "supposed"))}
			if len(s.Places) > 0 && r.Intn(2) == 0 {
				p.Place = s.Places[r.Intn(len(s.Places))].ID
			}
			if k == 0 || k == n-1 || r.Intn(2) == 0 {
				p.Date = date()
			}
			route.Points = append(route.Points, p)
		}
		if first := &route.Points[0]; r.Intn(2) == 0 { // an event says when
			first.Event = s.Events[0].ID
			if r.Intn(2) == 0 {
				first.Date = nil
			}
			day = max(day, 366) // later than any of its dates
			for k := range route.Points[1:] {
				if route.Points[k+1].Date != nil {
					route.Points[k+1].Date = date()
				}
			}
		}
		s.Routes = append(s.Routes, route)
	}
	for i := range r.Intn(3) {
		a := story.Area{ID: fmt.Sprint("area-", i), Kind: story.AreaKinds[r.Intn(len(story.AreaKinds))], Name: text(), Label: maybe(), Status: status(), Caveat: maybe(), Sources: cites()}
		if r.Intn(2) == 0 {
			a.Countries = []string{"UKR", "FRA", "GBR"}[:1+r.Intn(3)]
		} else {
			for range 1 + r.Intn(3) {
				ring := orb.Ring{point(), point(), point(), point()}
				a.Shape = append(a.Shape, append(ring, ring[0]))
			}
		}
		if r.Intn(2) == 0 {
			a.Start = date()
		}
		if r.Intn(2) == 0 {
			a.End = date()
		}
		if r.Intn(2) == 0 {
			a.Event = s.Events[0].ID
		}
		if n := len(s.Events); n > 1 && r.Intn(2) == 0 {
			a.Until = s.Events[n-1].ID
		}
		s.Areas = append(s.Areas, a)
	}
	for i := range r.Intn(3) {
		m := story.Magnitude{ID: fmt.Sprint("magnitude-", i), Name: text(), Unit: maybe(), Between: story.Between(pick(r, "steps", "even")), Caveat: maybe(), Sources: cites()}
		switch {
		case len(s.Routes) > 0 && r.Intn(2) == 0:
			m.Route = s.Routes[0].ID
		case len(s.Places) > 0:
			m.Place = s.Places[0].ID
		default:
			continue
		}
		for k := range 1 + r.Intn(4) {
			v := story.Measure{Known: r.Intn(4) > 0}
			if v.Known {
				v.Value, v.About = float64(r.Intn(1e6))/4, r.Intn(2) == 0
			}
			if k == 0 && r.Intn(2) == 0 {
				v.Event = s.Events[0].ID
				day = max(day, 366)
			}
			if v.Event == "" || r.Intn(2) == 0 {
				v.Date = date()
			}
			m.Values = append(m.Values, v)
		}
		s.Magnitudes = append(s.Magnitudes, m)
	}
}

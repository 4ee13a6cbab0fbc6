package exchange

import (
	"fmt"

	"dateline/story"
)

// track is a line of points, as a receiver or a map program writes it.
type track struct {
	name, summary string
	points        []trackPoint
	cites         []story.Citation
	at            place
}

// trackPoint is a point of a track; when may be empty.
type trackPoint struct {
	when, lat, lon string
	at             place
}

// mostPoints is how many points of a track a route has; what lies between them
// would not be seen on a map.
const mostPoints = 500

// track makes a route of a line with times, and events of its ends: a story
// tells where something sets out and where it arrives.
func (d *draft) track(t track) {
	if len(t.points) == 0 {
		return
	}
	from, to := 0, len(t.points)
	for from < to && t.points[from].when == "" {
		from++
	}
	for to > from && t.points[to-1].when == "" {
		to--
	}
	if from == to {
		d.drop(t.points[0].at, "%s: a line of %d points without a time", quote(t.name), len(t.points))
		return
	}
	if n := len(t.points) - (to - from); n > 0 {
		d.drop(t.points[0].at, "%s: %d points before the first that has a time or after the last", quote(t.name), n)
	}
	w := waypoints{d: d}
	for _, p := range thinned(d, t, t.points[from:to]) {
		at, why := coordinates(p.lat, p.lon)
		if why != "" {
			d.ask(p.at, "%s; the point was left out", why)
			continue
		}
		point := story.Waypoint{At: at}
		if p.when != "" {
			if date, ok := d.date(p.when, p.at); ok {
				point.Date = &date
			}
		}
		w.add(point, p.at)
	}
	points := w.timed()
	atOnce(points)
	switch name := d.text(t.name, t.at); {
	case len(points) == 0:
	case name == nil:
		d.ask(t.at, "the line has no name; left out")
	case len(points) == 1:
		d.drop(t.at, "the line of %s has one point with a time, which is an event", quote(t.name))
		d.passing(t, points[0], t.summary)
	default:
		last := len(points) - 1
		begins, good := d.passing(t, points[0], t.summary)
		ends, fine := d.passing(t, points[last], "")
		if good && fine {
			points[0].Event, points[last].Event = begins, ends
			points[0].Place, points[last].Place = d.Event(begins).Place, d.Event(ends).Place
		}
		id := d.newID("route", t.name)
		d.note(t.at, "the line of %s is the route %q, its kind \"other\"; its ends are events", quote(t.name), id)
		d.Routes = append(d.Routes, story.Route{ID: id, Kind: story.RouteOther, Name: name, Points: points, Sources: t.cites})
	}
}

// thinned takes points out of a long line, evenly, and says how many.
func thinned(d *draft, t track, points []trackPoint) []trackPoint {
	n := len(points)
	if n <= mostPoints {
		return points
	}
	d.drop(t.points[0].at, "%s: %d of %d points: the route keeps %d, evenly spread", quote(t.name), n-mostPoints, n, mostPoints)
	var kept []trackPoint
	for i := range mostPoints {
		kept = append(kept, points[i*(n-1)/(mostPoints-1)])
	}
	return kept
}

// atOnce takes the time from points that have the one of the point before them:
// times of a story have no seconds, and a route passes what has no time in
// proportion to distance.
func atOnce(points []story.Waypoint) {
	before := 0
	for i := 1; i < len(points); i++ {
		switch date := points[i].Date; {
		case date == nil:
		case date.Compare(*points[before].Date) != 0 || i == len(points)-1 && before == 0:
			before = i
		case i == len(points)-1:
			points[before].Date = nil
		default:
			points[i].Date = nil
		}
	}
}

// passing is an event of something that is at a point at a time.
func (d *draft) passing(t track, p story.Waypoint, summary string) (id string, ok bool) {
	headline := fmt.Sprintf("%s, %s", t.name, hourOf(*p.Date))
	e := story.Event{Date: *p.Date, Headline: d.text(headline, t.at), Summary: d.text(summary, t.at), Sources: t.cites}
	if e.Headline != nil {
		e.Place, e.PlaceStated = d.site(headline, p.At, t.at), true
	}
	if !d.add(e, headline, t.at) {
		return "", false
	}
	return d.Events[len(d.Events)-1].ID, true
}

// hourOf is a date as a name needs it: 2024-05-06 14:30.
func hourOf(d story.Date) string {
	if d.Precision < story.Hour {
		return d.String()
	}
	hour := fmt.Sprintf(" %02d:%02d", d.Hour, d.Minute)
	d.Precision = story.Day
	return d.String() + hour
}

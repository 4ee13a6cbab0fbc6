package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/story"
)

// isGPX knows tracks and waypoints of a GPS receiver.
func isGPX(doc *document) bool { return doc.xml != nil && bytes.Contains(doc.xml, []byte("<gpx")) }

// gpxPoint is a waypoint, or a point of a track or a route.
type gpxPoint struct {
	Lat  string `xml:"lat,attr"`
	Lon  string `xml:"lon,attr"`
	Time string `xml:"time"`
	Name string `xml:"name"`
	Cmt  string `xml:"cmt"`
	Desc string `xml:"desc"`
	Link struct {
		Href string `xml:"href,attr"`
		Text string `xml:"text"`
	} `xml:"link"`
	at place
}

// readGPX reads waypoints as events, and of each piece of a track its first and
// its last point: a story has no lines that are no flow.
func readGPX(d *draft, doc *document) {
	r := xml.NewDecoder(bytes.NewReader(doc.xml))
	r.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8, whatever it says
	var stack []string
	var track, said string // the track's name, and the text that was read last
	var piece []gpxPoint
	for {
		line, col := r.InputPos()
		here := place{file: doc.name, line: line, col: col}
		token, err := r.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			d.fail(here, "this is no XML: %v", err)
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := t.Name.Local
			here.where = name
			if name != "wpt" && name != "trkpt" && name != "rtept" {
				stack, said = append(stack, name), ""
				if name == "trk" || name == "rte" {
					track = ""
				}
				continue
			}
			var p gpxPoint
			if err := r.DecodeElement(&p, &t); err != nil {
				d.fail(here, "this is no XML: %v", err)
				return
			}
			if p.at = here; name == "wpt" {
				d.waypoint(p)
			} else {
				piece = append(piece, p)
			}
		case xml.CharData:
			said += string(t)
		case xml.EndElement:
			stack = stack[:max(len(stack)-1, 0)]
			up := ""
			if len(stack) > 0 {
				up = stack[len(stack)-1]
			}
			switch name := t.Name.Local; {
			case name == "name" && (up == "trk" || up == "rte"):
				track = strings.TrimSpace(said)
			case name == "name" && (up == "metadata" || up == "gpx") && d.Title == nil:
				d.Title = d.text(said, here)
			case name == "desc" && up == "metadata" && d.Standfirst == nil:
				d.Standfirst = d.text(said, here)
			case name == "trkseg" || name == "rte":
				d.track(piece, first(track, d.clean(doc.name, place{})), here)
				piece = nil
			}
			said = ""
		}
	}
}

func (d *draft) waypoint(p gpxPoint) {
	name := strings.TrimSpace(p.Name)
	if name == "" {
		d.ask(p.at, "the waypoint has no name; left out")
		return
	}
	date, ok := d.date(p.Time, p.at)
	if !ok {
		return
	}
	e := story.Event{Date: date, Headline: d.text(name, p.at), Summary: d.text(first(strings.TrimSpace(p.Desc), strings.TrimSpace(p.Cmt)), p.at)}
	if c, ok := d.cite(p.Link.Text, p.Link.Href, p.at); ok {
		e.Sources = []story.Citation{c}
	}
	if at, ok := d.point(p.Lat, p.Lon, p.at); ok && e.Headline != nil {
		e.Place, e.PlaceStated = d.site(name, at, p.at), true
	}
	d.add(e, name, p.at)
}

// track makes events of the ends of a line with times.
func (d *draft) track(points []gpxPoint, name string, at place) {
	var timed []gpxPoint
	for _, p := range points {
		if p.Time != "" {
			timed = append(timed, p)
		}
	}
	if len(points) == 0 {
		return
	}
	if len(timed) == 0 {
		d.drop(points[0].at, "%s: a line of %d points without a time", quote(name), len(points))
		return
	}
	ends := timed[:1]
	if len(timed) > 1 {
		ends = []gpxPoint{timed[0], timed[len(timed)-1]}
	}
	if n := len(points) - len(ends); n > 0 {
		d.drop(points[0].at, "the line of %s: a story has no lines yet; its first and its last timed point are events, %d others are not there", quote(name), n)
	}
	for _, p := range ends {
		d.passing(name, p.Time, p.Lat, p.Lon, p.at)
	}
}

// passing is an event of something that is at a point at a time.
func (d *draft) passing(name, when, lat, lon string, at place) {
	date, ok := d.date(when, at)
	if !ok {
		return
	}
	headline := fmt.Sprintf("%s, %s", name, hourOf(date))
	e := story.Event{Date: date, Headline: d.text(headline, at)}
	if point, ok := d.point(lat, lon, at); ok && e.Headline != nil {
		e.Place, e.PlaceStated = d.site(headline, point, at), true
	}
	d.add(e, headline, at)
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

package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
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

// readGPX reads waypoints as events, and each piece of a track with times as a
// route.
func readGPX(d *draft, doc *document) {
	r := xml.NewDecoder(bytes.NewReader(doc.xml))
	r.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8, whatever it says
	var stack []string
	var called string // the track's name
	var said []byte   // the text that was read last
	var line track
	for {
		row, col := r.InputPos()
		here := place{file: doc.name, line: row, col: col}
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
				stack, said = append(stack, name), said[:0]
				if name == "trk" || name == "rte" {
					called = ""
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
				line.points = append(line.points, trackPoint{p.Time, p.Lat, p.Lon, p.at})
			}
		case xml.CharData:
			said = append(said, t...)
		case xml.EndElement:
			stack = stack[:max(len(stack)-1, 0)]
			up := ""
			if len(stack) > 0 {
				up = stack[len(stack)-1]
			}
			switch name := t.Name.Local; {
			case name == "name" && (up == "trk" || up == "rte"):
				called = strings.TrimSpace(string(said))
			case name == "name" && (up == "metadata" || up == "gpx") && d.Title == nil:
				d.Title = d.text(string(said), here)
			case name == "desc" && up == "metadata" && d.Standfirst == nil:
				d.Standfirst = d.text(string(said), here)
			case name == "trkseg" || name == "rte":
				if len(line.points) > 0 {
					line.name, line.at = first(called, d.clean(doc.name, place{})), line.points[0].at
					d.track(line)
				}
				line = track{}
			}
			said = said[:0]
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

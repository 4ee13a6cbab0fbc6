package scene

import (
	"math"
	"slices"

	"dateline/geo"
	"dateline/render"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// Names of countries lie under the story, quiet, in spaced capitals. Where a
// name stands and from which scale on it shows is decided once for each of the
// story's cameras, when that is first seen: inside its country, clear of what
// the story writes and draws there. So a name never jumps, and none overlaps
// another: each is as wide as its country at least.

// countryName is where a name stands under a camera.
type countryName struct {
	label *label
	at    point
	from  float64 // how much larger the map must be than the camera has it, 1 being as large
	paint render.Paint
}

// countryText is a country's name set in the three sizes.
type countryText struct {
	code string
	set  [3]label
}

const (
	countrySpacing = 0.14 // between letters, as a share of their size
	countryMost    = zoomMost
	ownCountry     = 0.8  // how much of the ink the names of the story's own countries have
	countryFade    = 1.12 // how much larger the map is when a name has come in
)

// countryShares are the shares of the map from which on a country's name is set
// larger.
var countryShares = [2]float64{0.035, 0.12}

func (s *Scene) newCountries(size float32) {
	if !s.base.today {
		return
	}
	s.countryNames = make([][]countryName, len(s.cameras.views))
	for _, c := range s.words.Countries {
		t := countryText{code: c.Code}
		for i, more := range [3]float32{0, 1, 2.5} {
			t.set[i] = set(s.faces, c.Text, regular, size+more)
			if !s.words.RTL { // letters that join have no space between them
				t.set[i].space(countrySpacing)
			}
		}
		if t.set[0].width > 0 {
			s.countryTexts = append(s.countryTexts, t)
		}
	}
}

// firstToday is the year from which on the basemap's borders hold, give or take
// a few: those of the Soviet Union, Yugoslavia and Germany were drawn anew.
const firstToday = 1993

// Today tells whether a story is of the time of the basemap's countries: on an
// older one neither names nor borders of today help.
func Today(line *timeline.Line) bool {
	known := false
	for i := range line.Story.Events {
		if year := line.Story.Events[i].Date.Year; year >= firstToday {
			return true
		} else if year != 0 {
			known = true
		}
	}
	return !known
}

// countries are the names under a camera.
func (s *Scene) countries(camera int) []countryName {
	if s.countryNames == nil || s.base.story[camera] < 0 {
		return nil
	}
	if s.countryNames[camera] == nil {
		s.countryNames[camera] = s.seatCountries(camera)
	}
	return s.countryNames[camera]
}

// seatCountries seats every name under a camera.
func (s *Scene) seatCountries(camera int) []countryName {
	v := s.sight(camera)
	// The finest level says no more about where a name fits.
	p := s.base.pieces[s.pieceUpTo(s.cameras.views[camera], s.width, s.mapHeight, min(1, s.base.pieces[s.base.story[camera]].Level))]
	g := newGround(s.width, s.mapHeight)
	var codes []string
	for _, c := range p.Countries {
		i := slices.Index(codes, c.Code)
		if i < 0 {
			i, codes = len(codes), append(codes, c.Code)
		}
		g.give(i, p.Shape(s.pr, c), v.m)
	}
	seen := g.holdings(len(codes))
	s.takeStory(g, &v, camera)
	g.measure()
	back := v.m.Invert()
	own := s.ownCountries(p)
	names := []countryName{}
	for i := range s.countryTexts {
		t := &s.countryTexts[i]
		k := slices.Index(codes, t.code)
		if k < 0 {
			continue
		}
		k = 2*k + 1
		if seen[k].squares == 0 { // not in the frame
			k++
		}
		size := 0
		for _, share := range countryShares {
			if float64(seen[k].squares) >= share*s.width*s.mapHeight/groundStep/groundStep {
				size++
			}
		}
		lb := &t.set[size]
		at, grow := g.seat(int16(k), seen[k], render.Point{X: lb.width, Y: lb.ascent + 2*countryAir})
		if !(grow <= countryMost) {
			continue
		}
		if grow > 1 { // it comes in when the map is larger, but not half at rest
			grow = max(grow, countryFade)
		} else {
			grow = min(grow, 1/countryFade)
		}
		n := countryName{label: lb, at: back.Apply(orb.Point{float64(at.X), float64(at.Y)}), from: grow, paint: render.Paint{Ink: Country, Alpha: 1}}
		if own[t.code] {
			n.paint = render.Paint{Ink: Ink, Alpha: ownCountry}
		}
		names = append(names, n)
	}
	return names
}

// countryAir is what a name has free above and below, CSS pixels.
const countryAir = 3

// takeStory takes what lies under the story from the countries.
func (s *Scene) takeStory(g *ground, v *sight, camera int) {
	apart := func(b box) { // as far as labels keep from each other
		g.take(box{Min: render.Point{X: b.Min.X - keepAside, Y: b.Min.Y - keepBelow}, Max: render.Point{X: b.Max.X + keepAside, Y: b.Max.Y + keepBelow}})
	}
	apart(v.legend)
	apart(s.buttons)
	for i := range s.places {
		p := &s.places[i]
		g.take(around(pixel(v.m, p.at), s.reach(i)))
		if p.shows[camera] {
			apart(s.nameBox(v.m, i, p.side))
		}
	}
	for i := range s.flows {
		if spot := &s.flows[i].spots[camera]; spot.shows {
			anchor := pixel(v.m, spot.anchor)
			apart(shift(spot.box, anchor))
			v.keepOff(plus(anchor, spot.lead[0]), plus(anchor, spot.lead[1]))
		}
	}
	for _, o := range v.obstacles {
		g.take(around(o.at, o.half+2))
	}
	for i := range s.trails {
		for _, r := range s.trails[i].runs {
			for k := 1; k < len(r.points); k++ {
				g.takeLine(pixel(v.m, r.points[k-1]), pixel(v.m, r.points[k]), max(r.width, trailLine)/2+3)
			}
		}
	}
	// The map's edges.
	w, h := float32(s.width), float32(s.mapHeight)
	for _, b := range []box{boxAt(0, 0, w, mapEdge), boxAt(0, h-mapEdge, w, mapEdge), boxAt(0, 0, mapEdge, h), boxAt(w-mapEdge, 0, mapEdge, h)} {
		g.take(b)
	}
}

// drawCountries draws the names of countries: in a flight those of both its
// ends, the ones going, the others coming, as far as the scale has room.
func (s *Scene) drawCountries(l *render.List, m geo.Matrix, st *timeline.State) {
	from, to := s.cameras.of[st.Camera.From], s.cameras.of[st.Camera.To]
	if from == to {
		s.drawCountriesOf(l, m, from, 1)
		return
	}
	t := float32(timeline.EaseInOut(st.Camera.T))
	s.drawCountriesOf(l, m, from, max(0, 1-2*t))
	s.drawCountriesOf(l, m, to, max(0, 2*t-1))
}

func (s *Scene) drawCountriesOf(l *render.List, m geo.Matrix, camera int, alpha float32) {
	if alpha <= 0 {
		return
	}
	names := s.countries(camera)
	zoom := math.Hypot(m.A, m.D) / (s.width / s.cameras.views[camera].Width)
	for i := range names {
		n := &names[i]
		in := float32((zoom/n.from - 1) / (countryFade - 1))
		if in <= 0 {
			continue
		}
		at := pixel(m, n.at)
		b := boxAt(at.X-n.label.width/2, at.Y-n.label.ascent/2, n.label.width, n.label.ascent)
		if in = min(in, 1) * min(alpha, s.room(b)); in <= 0 {
			continue
		}
		paint := n.paint
		paint.Alpha *= in
		n.label.draw(l, render.Point{X: b.Min.X, Y: b.Max.Y}, paint, 0, render.Paint{})
	}
}

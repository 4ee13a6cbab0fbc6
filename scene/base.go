package scene

import (
	"dateline/geo"
	"dateline/render"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// base is the map under the story: the pieces at hand and, once a piece is
// first drawn, its shapes in the projection's plane.
type base struct {
	pieces []*geo.Piece
	charts []*chart
	story  []int // by camera: the piece that it shows
	today  bool  // the story is of the time of the borders

	// The last view of the reader's own, and the piece for it.
	view   View
	camera timeline.Camera
	moved  int
}

type chart struct {
	land, story, lakes, coast, borders, disputed, rivers, graticule, edge *render.Shape
	areas                                                                 []*render.Shape // of the story
	level                                                                 int
}

func (s *Scene) newBase(pieces []*geo.Piece) {
	s.base = base{pieces: pieces, charts: make([]*chart, len(pieces)), today: Today(s.line)}
}

// chart projects a piece. The countries that the story's places lie in are a
// shape of their own.
func (s *Scene) chart(i int) *chart {
	if c := s.base.charts[i]; c != nil {
		return c
	}
	p := s.base.pieces[i]
	c := p.Project(s.pr)
	name := [...]string{"110m", "50m", "10m"}[min(p.Level, 2)]
	out := &chart{
		land:      rings("land "+name, c.Land),
		story:     &render.Shape{Name: "countries of the story " + name},
		lakes:     rings("lakes "+name, c.Lakes),
		coast:     lines("coast "+name, c.Coast),
		borders:   lines("borders "+name, c.Borders),
		disputed:  lines("disputed "+name, c.Disputed),
		rivers:    lines("rivers "+name, c.Rivers),
		graticule: lines("graticule "+name, geo.Graticule(s.pr, graticuleStep[min(p.Level, 2)], p.Bound)),
		edge:      rings("edge of the world "+name, geo.Edge(s.pr)),
		level:     min(p.Level, 2),
	}
	out.areas = s.areaShapes(p, name)
	own := s.ownCountries(p)
	for _, country := range p.Countries {
		if country.Code != "" && own[country.Code] {
			for _, r := range p.Shape(s.pr, country) {
				add(out.story, orb.LineString(r), true)
			}
		}
	}
	s.base.charts[i] = out
	return out
}

// ownCountries are the codes of the countries that the story's places lie in.
func (s *Scene) ownCountries(p *geo.Piece) map[string]bool {
	own := map[string]bool{}
	for _, place := range s.line.Story.Places {
		own[p.Country(place.At)] = true
	}
	return own
}

func rings(name string, rs []orb.Ring) *render.Shape {
	sh := &render.Shape{Name: name}
	for _, r := range rs {
		add(sh, orb.LineString(r), true)
	}
	return sh
}

func lines(name string, ls []orb.LineString) *render.Shape {
	sh := &render.Shape{Name: name}
	for _, l := range ls {
		add(sh, l, false)
	}
	return sh
}

func add(sh *render.Shape, line orb.LineString, closed bool) {
	if len(line) < 2 {
		return
	}
	o := render.Outline{Closed: closed}
	o.Points.From = int32(len(sh.Points))
	b := line.Bound()
	for _, p := range line {
		sh.Points = append(sh.Points, render.Point{X: float32(p[0]), Y: float32(p[1])})
	}
	o.Points.To = int32(len(sh.Points))
	o.Bounds = box{Min: render.Point{X: float32(b.Min[0]), Y: float32(b.Min[1])}, Max: render.Point{X: float32(b.Max[0]), Y: float32(b.Max[1])}}
	sh.Rings = append(sh.Rings, o)
}

// piece picks the finest piece that suits the scale and holds all that the
// frame can show; if none holds it, the coarsest. Without pieces it is −1.
func (s *Scene) piece(v geo.View) int { return s.pieceOf(v, s.width, s.mapHeight) }

// pieceOf is piece for a frame of w × h CSS pixels.
func (s *Scene) pieceOf(v geo.View, w, h float64) int {
	return s.pieceUpTo(v, w, h, geo.LevelFor(v.Width*geo.EarthRadiusKm/w/s.ratio))
}

// pieceUpTo is the same for another level than the one that suits the scale.
func (s *Scene) pieceUpTo(v geo.View, w, h float64, want int) int {
	reach := geo.Reach(s.pr, v, w, h)
	best, coarsest := -1, -1
	for i, p := range s.base.pieces {
		if coarsest < 0 || p.Level < s.base.pieces[coarsest].Level {
			coarsest = i
		}
		if p.Level <= want && holds(p.Bound, reach) && (best < 0 || p.Level > s.base.pieces[best].Level) {
			best = i
		}
	}
	if best < 0 {
		return coarsest
	}
	return best
}

// holds reports whether a holds b; bounds may cross the antimeridian.
func holds(a, b orb.Bound) bool {
	if a.Min[1] > b.Min[1] || a.Max[1] < b.Max[1] {
		return false
	}
	aw, bw := a.Max[0]-a.Min[0], b.Max[0]-b.Min[0]
	if aw < 0 {
		aw += 360
	}
	if bw < 0 {
		bw += 360
	}
	if aw >= 360 {
		return true
	}
	off := b.Min[0] - a.Min[0]
	for off < 0 {
		off += 360
	}
	return off+bw <= aw
}

// Line widths of the map, CSS pixels.
const (
	coastLine  = 0.7
	borderLine = 0.8
	lakeLine   = 0.5

	graticuleLine = 0.6
)

// riverLine is the width of rivers by level: far off, where only the longest
// are there, they are as thin as can be.
var riverLine = [...]float32{0.5, 0.5, 0.7}

// graticuleStep is the distance of meridians and parallels by level, in degrees:
// on a map of the world, of a continent or an ocean, of a region. They are faint,
// and land covers them.
var graticuleStep = [...]float64{30, 10, 5}

// disputedDash is how a border in dispute is drawn, CSS pixels.
var disputedDash = [2]float32{2.6, 2.2}

// drawBase draws one of the sets.
func (s *Scene) drawBase(l *render.List, c *chart) {
	fill := func(sh *render.Shape, ink render.Ink) {
		if sh != nil && len(sh.Rings) > 0 {
			l.Add(render.Op{Kind: render.Fill, Shape: sh, Paint: render.Paint{Ink: ink, Alpha: 1}})
		}
	}
	line := func(sh *render.Shape, ink render.Ink, width float32) {
		if sh != nil && len(sh.Rings) > 0 {
			l.Add(render.Op{Kind: render.Stroke, Shape: sh, Paint: render.Paint{Ink: ink, Alpha: 1}, Width: width})
		}
	}
	line(c.graticule, Graticule, graticuleLine)
	line(c.edge, Coast, coastLine)
	fill(c.land, Land)
	if s.base.today {
		fill(c.story, StoryLand)
	}
	line(c.rivers, River, scaled(riverLine[c.level], s.lines.River))
	if s.base.today {
		line(c.borders, Border, scaled(borderLine, s.lines.Border))
	}
	if s.base.today && len(c.disputed.Rings) > 0 {
		l.Add(render.Op{Kind: render.Stroke, Shape: c.disputed, Paint: render.Paint{Ink: Border, Alpha: 1}, Width: scaled(borderLine, s.lines.Border), Dash: disputedDash, Butt: true})
	}
	fill(c.lakes, Lake)
	line(c.lakes, Coast, lakeLine)
	line(c.coast, Coast, scaled(coastLine, s.lines.Coast))
}

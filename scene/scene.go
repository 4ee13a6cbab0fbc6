// Package scene turns a story's state into a picture: it decides what to draw.
// Prepare does once what does not change while time passes (labels are set and
// placed, the map is projected); Build is a pure function of a position on the
// timeline and of the reader's view. The same arguments give the same picture,
// whichever way the reader came.
package scene

import (
	"dateline/geo"
	"dateline/render"
	"dateline/render/font"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// Input is what a scene is prepared from.
type Input struct {
	Line          *timeline.Line
	Pieces        []*geo.Piece // the basemap: at least the whole world, coarsest
	Faces         *font.Set    // regular, bold
	Words         *Words
	Width, Height float64 // CSS pixels, of map and timeline together; kept between what shows something and largestSide
	Ratio         float64 // device pixels a CSS pixel; what is no such number counts as 1
	Lines         Lines   // of a newsroom's own theme
}

// Scene is a story ready to draw at one size. Build and Targets reuse its
// memory, so one goroutine at a time may call them.
type Scene struct {
	line          *timeline.Line
	words         *Words
	faces         *font.Set
	pr            geo.Projection
	width, height float64
	mapHeight     float64
	strip         Strip
	ratio         float64
	lines         Lines
	mapBox        box
	buttons       box     // where the page's zoom buttons lie
	widest        float32 // band of the largest amount
	shortest      float64 // flow from place to place, plane units

	base       base
	cameras    cameras
	places     []place
	placeOf    []int // by event: where it is; −1: nowhere
	clusters   clusters
	ranked     []int // places, most important first
	flows      []flow
	flowOrder  []int // flows, in the order in which their labels are placed
	legs       []leg
	legsOf     []render.Span // by flow: its legs
	many       *crowd        // all flows, where they are too many to be drawn one by one
	patches    []patch
	quantities []quantity
	trails     []trail
	inked      int // inks handed out beside those of flows
	legend     legend
	ways       []bool  // by stop: a way is in sight that no source records
	magnified  []inset // by camera
	under      []box   // by camera: the most that the legend takes up

	countryTexts []countryText
	countryNames [][]countryName // by camera; nil until it is first seen

	axis  axis
	query label // the question mark of what is under review

	// Scratch memory of Build.
	state   timeline.State
	ribbon  ribbon
	sample  ribbon
	scratch []render.Point
	taken   []box
	rest    float32 // how near the picture is to rest, 0…1
	chipped []chip
}

// mapEdge is what labels keep off the map's edges, CSS pixels.
const mapEdge = 4

// largestSide is the longest side of a picture, CSS pixels: longer than any
// screen's and any still's.
const largestSide = 1 << 15

// drawable keeps a length between the least and largestSide; not a number becomes
// the least.
func drawable(v, least float64) float64 {
	if !(v > least) {
		return least
	}
	return min(v, largestSide)
}

// Prepare makes the scene of a story at a size.
func Prepare(in Input) *Scene {
	strip := StripOf(in.Line)
	s := &Scene{line: in.Line, words: in.Words, faces: in.Faces, strip: strip,
		width: drawable(in.Width, 120), height: drawable(in.Height, strip.Height+80), ratio: in.Ratio, lines: in.Lines}
	if !(s.ratio > 0 && s.ratio <= 16) {
		s.ratio = 1
	}
	s.mapHeight = s.height - strip.Height
	s.mapBox = box{Min: render.Point{X: mapEdge, Y: mapEdge}, Max: render.Point{X: float32(s.width) - mapEdge, Y: float32(s.mapHeight) - mapEdge}}
	s.buttons = s.mirrored(boxAt(float32(s.width)-ButtonsWidth, float32(s.mapHeight)-ButtonsHeight, ButtonsWidth, ButtonsHeight))
	s.widest = float32(min(max(min(s.width, s.mapHeight)*0.026, 7), 14))

	st := in.Line.Story
	s.pr = Projection(in.Line)
	s.newBase(in.Pieces)

	text := float32(12)
	if s.width >= 640 {
		text = 13
	}
	s.query = set(s.faces, "?", bold, text)
	s.newLegend(text - 1)
	s.newPlaces(text + 1)
	many := isCrowd(st)
	if many {
		s.widest /= 4
	}
	s.newFlows(text, !many)
	if many {
		s.newCrowd()
	} else {
		s.newLegs()
	}
	s.newPatches(text)
	s.newQuantities(text)
	s.newTrails(text)
	s.frame()
	s.newClusters()
	for _, v := range s.cameras.views {
		s.base.story = append(s.base.story, s.piece(v))
	}
	s.plan()
	s.seats()
	s.newCountries(text - 2)
	s.newAxis(text)
	return s
}

// mirrored is where a box of the map's furniture lies: on the other side where
// the words run from right to left.
func (s *Scene) mirrored(b box) box {
	if !s.words.RTL {
		return b
	}
	return boxAt(float32(s.width)-b.Max.X, b.Min.Y, b.Max.X-b.Min.X, b.Max.Y-b.Min.Y)
}

// Projection is the projection of a story's map, by its extent.
func Projection(line *timeline.Line) geo.Projection {
	return geo.Choose(line.Frame(0))
}

// insets is the room that the camera leaves at the map's edges: for names at
// the sides, where what moves may stand at the edge with its name and number,
// and for the legend below.
func (s *Scene) insets() geo.Insets {
	const most = 0.13 // of the map's width, for names of what moves
	side := min(max(s.width*0.09, 44), 96)
	for i := range s.trails {
		side = max(side, min(float64(s.trails[i].size.X)+markerGap+mapEdge, s.width*most))
	}
	in := geo.Insets{Top: 40, Right: side, Bottom: 48, Left: side}
	if h := float64(s.legend.most.Max.Y - s.legend.most.Min.Y); s.width < 640 {
		in.Bottom = h + 16
	}
	return in
}

// Build draws the story at a position into dst.
func (s *Scene) Build(dst *render.List, pos timeline.Pos, view View) {
	s.line.At(&s.state, pos)
	s.build(dst, view, true)
}

// build draws the state that stands, with the legend or without.
func (s *Scene) build(dst *render.List, view View, legend bool) {
	st := &s.state
	dst.Reset(float32(s.width), float32(s.height))
	s.show(view.From, view.To)
	m, view := s.seen(view)
	whole := boxAt(0, 0, float32(s.width), float32(s.mapHeight))

	dst.Begin(render.Layer{Name: "sea", Clip: whole, Transform: render.Identity})
	s.rect(dst, whole, render.Paint{Ink: Sea, Alpha: 1})

	if i := s.pieceFor(st, view); i >= 0 {
		dst.Begin(render.Layer{Name: "map", Key: uint64(i) + 1, Still: true, Clip: whole, Transform: affine(m)})
		s.drawBase(dst, s.chart(i))
		if len(s.patches) > 0 {
			dst.Begin(render.Layer{Name: "areas", Clip: whole, Transform: affine(m)})
			s.areas(dst, s.chart(i), st)
		}
	}

	story := len(dst.Layers)
	dst.Begin(render.Layer{Name: "story", Clip: whole, Transform: render.Identity})
	s.drawTrails(dst, m, st)
	s.circles(dst, m, st)
	if s.many != nil {
		s.crowdLayers(dst, m, st, whole)
		dst.Begin(render.Layer{Name: "places", Clip: whole, Transform: render.Identity})
	} else {
		s.ribbons(dst, m, st)
	}
	s.marks(dst, m, st)
	s.markers(dst, m, st)
	in, out := s.insetOf(st.Camera, view)
	if in != nil {
		s.drawTether(dst, m, in, out)
	}
	s.taken, s.rest = s.taken[:0], resting(st, view)
	if legend {
		s.drawLegend(dst, st)
	}
	if in != nil {
		s.taken = append(s.taken, in.box)
	}
	s.drawChips(dst, m, st, view, in)
	s.names(dst, m, st, in, out)
	s.trailNames(dst, m, st)
	s.numbers(dst, m, st)
	s.flowNames(dst, m, st)
	s.areaNames(dst, m, st)

	// Names of countries lie under the story, and give way to what it writes.
	dst.Begin(render.Layer{Name: "countries", Clip: whole, Transform: render.Identity})
	s.drawCountries(dst, m, st)
	last := len(dst.Layers) - 1
	countries := dst.Layers[last]
	copy(dst.Layers[story+1:], dst.Layers[story:last])
	dst.Layers[story] = countries
	if in != nil {
		s.drawInset(dst, m, st, in, out)
	}

	strip := boxAt(0, float32(s.mapHeight), float32(s.width), float32(s.strip.Height))
	dst.Begin(render.Layer{Name: "axis", Key: s.axis.key(s.line.Extent()), Still: true, Clip: strip, Transform: render.Identity})
	s.drawAxis(dst)
	s.drawTime(dst, st, strip)
}

// pieceFor picks the piece of the basemap: in a flight that of the camera which
// is nearer.
func (s *Scene) pieceFor(st *timeline.State, view View) int {
	stop := st.Camera.From
	if st.Camera.T > 0.5 {
		stop = st.Camera.To
	}
	camera := s.cameras.of[stop]
	if !view.own() {
		return s.base.story[camera]
	}
	if view != s.base.view || st.Camera != s.base.camera {
		v := s.cameras.at(st.Camera)
		m := moved(v.Matrix(s.width, s.mapHeight), view, s.width, s.mapHeight)
		v.Center = m.Invert().Apply(orb.Point{s.width / 2, s.mapHeight / 2})
		v.Width /= view.K
		v.Turn -= view.R
		s.base.view, s.base.camera, s.base.moved = view, st.Camera, s.piece(v)
	}
	return s.base.moved
}

// Ahead returns the nearest stops before and behind a position at which the
// story's camera stands elsewhere: the ends of the flights that may come next.
// Where flows of a crowd come on the way from here, a moment at its end is before
// them.
func (s *Scene) Ahead(pos timeline.Pos) []timeline.Pos {
	here := int(s.line.Clamp(pos))
	var out []timeline.Pos
	if s.many != nil {
		if end, comes := s.many.ends(here); comes {
			out = append(out, end)
		}
	}
	for i := here + 1; i < len(s.line.Stops); i++ {
		if s.cameras.of[i] != s.cameras.of[here] {
			out = append(out, timeline.Pos(i))
			break
		}
	}
	for i := here - 1; i >= 0; i-- {
		if s.cameras.of[i] != s.cameras.of[here] {
			return append(out, timeline.Pos(i))
		}
	}
	return out
}

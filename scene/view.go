package scene

import (
	"math"

	"dateline/geo"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// View is the reader's own view of the map, on top of a camera of the story:
// zoom by K and turn by R about the middle of the map, then shift by X, Y. The
// zero View is the story's own.
//
// It says as well what part of the timeline is looked at.
//
// A reader who has taken the map keeps it, whatever the story does: a view that
// is Held lies on the camera that stood at At. One that is not lies on the
// story's camera of the moment; it is on its way back to it.
type View struct {
	X, Y float64 // CSS pixels
	K    float64 // 0 counts as 1
	R    float64 // radians clockwise
	Held bool
	At   timeline.Pos

	From, To float64 // the part of the axis that the strip shows, in timeline X; all where To is not beyond From
}

// Limits of the reader's zoom.
const (
	zoomLeast = 0.6
	zoomMost  = 12.0
)

// clamp keeps the map's part of a view within what the map can show. On the way back a view may
// stand further off: that is where the reader left it.
func (v View) clamp(w, h float64) View {
	v.From, v.To = 0, 0
	if !(v.K > 0) {
		v.K = 1
	}
	if !(math.Abs(v.X)+math.Abs(v.Y)+math.Abs(v.R) < math.Inf(1)) {
		v.X, v.Y, v.R = 0, 0, 0
	}
	const far = 1000 // beyond it numbers lose their meaning
	x, y := w*far, h*far
	if v.Held {
		v.K = min(max(v.K, zoomLeast), zoomMost)
		x, y = w*v.K, h*v.K
	}
	v.K = min(max(v.K, 1.0/far), far)
	v.X = min(max(v.X, -x), x)
	v.Y = min(max(v.Y, -y), y)
	v.R = math.Remainder(v.R, 2*math.Pi)
	return v
}

// own reports whether the view is the reader's own.
func (v View) own() bool { return v.Held || v.X != 0 || v.Y != 0 || v.K != 1 || v.R != 0 }

// look works out what the map shows at a position: the state with the camera
// that the view lies on, and the matrix from the plane to pixels.
func (s *Scene) look(pos timeline.Pos, view View) (geo.Matrix, View) {
	s.line.At(&s.state, pos)
	return s.seen(view)
}

// seen is look for the state that stands.
func (s *Scene) seen(view View) (geo.Matrix, View) {
	view = view.clamp(s.width, s.mapHeight)
	if view.Held {
		s.state.Camera = s.line.Camera(view.At)
	}
	return moved(s.matrix(s.state.Camera), view, s.width, s.mapHeight), view
}

func (s *Scene) matrix(c timeline.Camera) geo.Matrix {
	return s.cameras.at(c).Matrix(s.width, s.mapHeight)
}

// moved puts the reader's own view on top of the story's camera.
func moved(m geo.Matrix, v View, w, h float64) geo.Matrix {
	sin, cos := math.Sincos(v.R)
	a, b := v.K*cos, v.K*sin
	c, f := m.C-w/2, m.F-h/2
	return geo.Matrix{
		A: a*m.A - b*m.D, B: a*m.B - b*m.E, C: a*c - b*f + w/2 + v.X,
		D: b*m.A + a*m.D, E: b*m.B + a*m.E, F: b*c + a*f + h/2 + v.Y,
	}
}

// Back is the same picture as a view on the story's camera at a position: from
// where the map goes back to the story.
func (s *Scene) Back(pos timeline.Pos, view View) View {
	m, view := s.look(pos, view)
	if !view.Held {
		return view
	}
	now := s.line.Camera(pos)
	if s.cameras.at(now) == s.cameras.at(s.state.Camera) {
		view.Held, view.At = false, 0
		return view
	}
	story := s.matrix(now).Invert()
	through := func(x, y float64) orb.Point { return m.Apply(story.Apply(orb.Point{x, y})) }
	w, h := s.width/2, s.mapHeight/2
	o, x := through(w, h), through(w+1, h)
	return View{X: o[0] - w, Y: o[1] - h, K: math.Hypot(x[0]-o[0], x[1]-o[1]), R: math.Atan2(x[1]-o[1], x[0]-o[0])}
}

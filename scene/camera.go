package scene

import (
	"slices"

	"dateline/geo"
	"dateline/render"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// cameras are the different views of the story. Stops of one focus share one,
// and so do those whose focuses are framed alike: what lies within does not
// matter to the camera.
type cameras struct {
	views []geo.View
	of    []int // by stop
}

// frame makes the cameras. Labels want room at the sides, the legend in its
// corner: where it would lie on what a camera is to show, the camera stands
// higher.
func (s *Scene) frame() {
	line, pad := s.line, s.insets()
	s.cameras = cameras{of: make([]int, len(line.Stops))}
	c := &s.cameras
	var shown [][]orb.Point // by camera
	for i, stop := range line.Stops {
		if i > 0 && !stop.Flies {
			c.of[i] = c.of[i-1]
			continue
		}
		points := line.Frame(i)
		view := geo.Fit(s.pr, points, s.width, s.mapHeight, pad)
		c.of[i] = slices.Index(c.views, view)
		if c.of[i] < 0 {
			c.of[i] = len(c.views)
			c.views = append(c.views, view)
			shown = append(shown, nil)
		}
		shown[c.of[i]] = append(shown[c.of[i]], points...)
	}
	for k, points := range shown {
		if plate := s.legendUnder(k); s.hides(c.views[k], points, plate) {
			high := pad
			high.Bottom = max(pad.Bottom, s.mapHeight-float64(plate.Min.Y)+legendClear)
			c.views[k] = geo.Fit(s.pr, points, s.width, s.mapHeight, high)
		}
	}
}

// legendClear is what the legend keeps off the marks of a camera's places, CSS
// pixels.
const legendClear = 16

// hides reports whether a plate lies on one of the points of a view.
func (s *Scene) hides(v geo.View, points []orb.Point, plate box) bool {
	m := v.Matrix(s.width, s.mapHeight)
	for _, p := range points {
		if apart(plate, around(pixel(m, s.pr.Forward(p)), legendClear)) < 0 {
			return true
		}
	}
	return false
}

// at returns where the story's camera stands.
func (c *cameras) at(t timeline.Camera) geo.View {
	from, to := c.of[t.From], c.of[t.To]
	if from == to || t.T <= 0 {
		return c.views[from]
	}
	return geo.NewFlight(c.views[from], c.views[to]).At(timeline.EaseInOut(t.T))
}

func affine(m geo.Matrix) render.Affine {
	return render.Affine{A: float32(m.A), B: float32(m.B), C: float32(m.C), D: float32(m.D), E: float32(m.E), F: float32(m.F)}
}

func pixel(m geo.Matrix, p orb.Point) render.Point {
	q := m.Apply(p)
	return render.Point{X: float32(q[0]), Y: float32(q[1])}
}

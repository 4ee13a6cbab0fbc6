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
// corner and the page's buttons in theirs: where one of them would lie on what a
// camera is to show, the camera stands further off.
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
	s.seeWays(false)
	for k, points := range shown {
		c.views[k] = s.clearOf(c.views[k], points, pad, s.legendUnder(k))
	}
	s.seeWays(true)
}

// clearOf is the nearest view of points in which none lies under the legend's
// plate or the page's buttons. Where there is none, the plate matters more.
func (s *Scene) clearOf(v geo.View, points []orb.Point, pad geo.Insets, plate box) geo.View {
	covered := s.hides(v, points, plate)
	if !covered && !s.hides(v, points, s.buttons) {
		return v
	}
	over := func(b box) float64 { return s.mapHeight - float64(b.Min.Y) + furnitureClear }
	high, higher, aside := pad, pad, pad
	high.Bottom = max(pad.Bottom, over(plate))
	higher.Bottom = max(pad.Bottom, over(s.buttons))
	beside := &aside.Right
	if s.words.RTL {
		beside = &aside.Left
	}
	*beside = max(*beside, ButtonsWidth+furnitureClear)
	both := aside
	both.Bottom = high.Bottom

	best, found := v, false
	for _, p := range [...]geo.Insets{high, aside, higher, both} {
		tried := geo.Fit(s.pr, points, s.width, s.mapHeight, p)
		if (!found || tried.Width < best.Width) && !s.hides(tried, points, plate) && !s.hides(tried, points, s.buttons) {
			best, found = tried, true
		}
	}
	if !found && covered {
		return geo.Fit(s.pr, points, s.width, s.mapHeight, high)
	}
	return best
}

// furnitureClear is what legend and buttons keep off the marks of a camera's
// places, CSS pixels.
const furnitureClear = 16

// hides reports whether a plate lies on one of the points of a view.
func (s *Scene) hides(v geo.View, points []orb.Point, plate box) bool {
	m := v.Matrix(s.width, s.mapHeight)
	for _, p := range points {
		if apart(plate, around(pixel(m, s.pr.Forward(p)), furnitureClear)) < 0 {
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

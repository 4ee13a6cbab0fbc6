package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// View is where the camera stands. It only pans, zooms and turns, so that a
// view is an affine map of the plane.
type View struct {
	Center orb.Point // the plane's point in the middle of the frame
	Width  float64   // plane units (Earth radii) across the frame's width
	Turn   float64   // radians counter-clockwise that the map is turned
}

// Insets are the CSS pixels at a frame's edges that stay free.
type Insets struct{ Top, Right, Bottom, Left float64 }

// Matrix takes the plane to a frame of w × h CSS pixels.
func (v View) Matrix(w, h float64) Matrix {
	sin, cos := math.Sincos(v.Turn)
	s := w / v.Width
	m := Matrix{A: s * cos, B: -s * sin, D: -s * sin, E: -s * cos}
	m.C = w/2 - m.A*v.Center[0] - m.B*v.Center[1]
	m.F = h/2 - m.D*v.Center[0] - m.E*v.Center[1]
	return m
}

// closest is the narrowest view that Fit gives, in Earth radii: about 320 km,
// for a story that happens in one place.
const closest = 0.05

// Fit is the smallest view that shows all points between the insets of a frame
// of w × h px, with north up at the middle of the points. Insets that would
// leave less than a third of the frame are scaled down together. A map of the
// world stands upright, whatever it is about: nobody reads it turned. Without
// points it shows all of the world.
func Fit(pr Projection, points []orb.Point, w, h float64, pad Insets) View {
	v := fit(pr, points, w, h, pad, false)
	if _, world := pr.(*equalEarth); world && v.Width > worldly {
		return fit(pr, points, w, h, pad, true)
	}
	return v
}

// worldly is the width, in Earth radii, from which on a view shows the world:
// Equal Earth is 5.4 wide.
const worldly = 3

// nowhere is what a view of no points shows: on a map of the world, the world.
func nowhere(pr Projection) []orb.Point {
	if _, world := pr.(*equalEarth); world {
		return []orb.Point{{-179, 0}, {179, 0}, {0, 75}, {0, -55}}
	}
	return []orb.Point{{0, 0}}
}

// fit is Fit, with the plane's +y up or north.
func fit(pr Projection, points []orb.Point, w, h float64, pad Insets, upright bool) View {
	w, h = math.Max(w, 1), math.Max(h, 1)
	kx := math.Min(1, w*2/3/math.Max(pad.Left+pad.Right, 1e-9))
	ky := math.Min(1, h*2/3/math.Max(pad.Top+pad.Bottom, 1e-9))
	left, right := pad.Left*kx, pad.Right*kx
	top, bottom := pad.Top*ky, pad.Bottom*ky
	if len(points) == 0 {
		points = nowhere(pr)
	}
	plane := make([]orb.Point, len(points))
	for i, ll := range points {
		plane[i] = pr.Forward(ll)
	}

	// The box stands upright in the turned map, and the turn depends on the
	// box's middle: a few rounds settle both.
	var turned float64
	var box orb.Bound
	var middle orb.Point
	for range 24 {
		box = turnedBox(plane, turned)
		middle = rotate(box.Center(), -turned)
		ll, ok := pr.Reverse(middle)
		if !ok || upright {
			break
		}
		next := -North(pr, ll)
		if math.Abs(wrapAngle(next-turned)) < 1e-12 {
			break
		}
		turned = next
	}
	box = turnedBox(plane, turned)

	scale := math.Min( // px per plane unit
		(w-left-right)/math.Max(box.Max[0]-box.Min[0], 1e-12),
		(h-top-bottom)/math.Max(box.Max[1]-box.Min[1], 1e-12))
	scale = math.Min(scale, w/closest)
	c := box.Center()
	c[0] += (right - left) / 2 / scale
	c[1] += (top - bottom) / 2 / scale
	return View{Center: rotate(c, -turned), Width: w / scale, Turn: turned}
}

// rotate turns p counter-clockwise around the origin.
func rotate(p orb.Point, angle float64) orb.Point {
	sin, cos := math.Sincos(angle)
	return orb.Point{cos*p[0] - sin*p[1], sin*p[0] + cos*p[1]}
}

// turnedBox is the bound of the points after the plane has been turned.
func turnedBox(plane []orb.Point, angle float64) orb.Bound {
	first := rotate(plane[0], angle)
	box := orb.Bound{Min: first, Max: first}
	for _, p := range plane[1:] {
		box = box.Extend(rotate(p, angle))
	}
	return box
}

package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Flight is the way of the camera from one view to another: it zooms out as far
// as the distance asks for, so that the picture flows evenly. J. J. van Wijk and
// W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE Symposium on
// Information Visualization (2003), equation 9. A difference of two nearby large
// numbers there is written here as one quotient:
// cosh r₀ tanh(ρs + r₀) − sinh r₀ = sinh(ρs) / cosh(ρs + r₀).
type Flight struct {
	from, to View
	dir      orb.Point // unit vector of the way in the plane
	far      float64   // its length, plane units
	r0       float64
	length   float64 // S: the way's length as the eye sees it
	turn     float64 // radians, the short way round
}

// rho weighs zooming against panning; √2 is near what the paper's readers liked.
const rho = math.Sqrt2

// perSecond is the speed of flight: 1 is the paper's S in seconds.
const perSecond = 1.0

// narrowest keeps logarithms of widths finite, in plane units.
const narrowest = 1e-9

// NewFlight plans the way. The turn goes the short way round.
func NewFlight(from, to View) Flight {
	f := Flight{from: from, to: to, turn: wrapAngle(to.Turn - from.Turn)}
	w0, w1 := math.Max(from.Width, narrowest), math.Max(to.Width, narrowest)
	dx, dy := to.Center[0]-from.Center[0], to.Center[1]-from.Center[1]
	d := math.Hypot(dx, dy)
	if d < 1e-9*math.Min(w0, w1) {
		f.length = math.Abs(math.Log(w1/w0)) / rho
		return f
	}
	f.far, f.dir = d, orb.Point{dx / d, dy / d}
	d2 := rho * rho * d
	b0 := (w1*w1 - w0*w0 + d2*d2) / (2 * w0 * d2)
	b1 := (w1*w1 - w0*w0 - d2*d2) / (2 * w1 * d2)
	f.r0 = -math.Asinh(b0)
	f.length = (-math.Asinh(b1) - f.r0) / rho
	return f
}

// At is the view at t, 0…1 of the way; at the ends it is exactly the flight's
// own two views. Speed is even: easing is the caller's.
func (f Flight) At(t float64) View {
	switch {
	case !(t > 0):
		return f.from
	case t >= 1:
		return f.to
	}
	w0 := math.Max(f.from.Width, narrowest)
	if f.far == 0 {
		w1 := math.Max(f.to.Width, narrowest)
		return View{
			Center: mix(f.from.Center, f.to.Center, t),
			Width:  w0 * math.Pow(w1/w0, t),
			Turn:   f.from.Turn + t*f.turn,
		}
	}
	s := rho * f.length * t
	cosh := math.Cosh(s + f.r0)
	done := math.Min(1, w0/(rho*rho*f.far)*math.Sinh(s)/cosh)
	return View{
		Center: mix(f.from.Center, f.to.Center, done),
		Width:  w0 * math.Cosh(f.r0) / cosh,
		Turn:   f.from.Turn + done*f.turn, // north turns with the place, not with the time
	}
}

// Seconds is the flight's natural duration, 0 between equal views. A turn on
// the spot takes a second per radian.
func (f Flight) Seconds() float64 {
	return math.Max(f.length/perSecond, math.Abs(f.turn))
}

func mix(a, b orb.Point, t float64) orb.Point {
	return orb.Point{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])}
}

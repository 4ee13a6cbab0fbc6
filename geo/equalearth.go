package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// equalEarth is the Equal Earth projection: B. Šavrič, T. Patterson and
// B. Jenny, "The Equal Earth map projection", International Journal of
// Geographical Information Science 33 (2019), 454–465.
type equalEarth struct{ lon0 float64 }

// The polynomial's coefficients, as published.
const (
	ee1 = 1.340264
	ee2 = -0.081106
	ee3 = 0.000893
	ee4 = 0.003796
)

// EqualEarth is the equal-area map of the whole world with lon0 in its middle,
// in degrees. It is cut along the meridian opposite.
func EqualEarth(lon0 float64) Projection { return &equalEarth{lon0: wrapLon(lon0)} }

func (e *equalEarth) Name() string { return "Equal Earth" }

func (e *equalEarth) Forward(ll orb.Point) orb.Point {
	return e.unrolled(orb.Point{e.lon0 + wrapLon(ll[0]-e.lon0), ll[1]})
}

// unrolled is Forward without the cut: longitudes go on beyond the edges.
func (e *equalEarth) unrolled(ll orb.Point) orb.Point {
	θ := math.Asin(math.Sqrt(3) / 2 * math.Sin(ll[1]*degree))
	λ := (ll[0] - e.lon0) * degree
	return orb.Point{λ * math.Cos(θ) / (math.Sqrt(3) / 2 * eeSlope(θ)), eeHeight(θ)}
}

func (e *equalEarth) Reverse(p orb.Point) (orb.Point, bool) {
	limit := eeHeight(math.Pi / 3) // at the pole
	if !(math.Abs(p[1]) <= limit) {
		return orb.Point{}, false
	}
	θ := p[1] / ee1
	for range 12 { // Newton's method; four steps reach the last digit
		step := (eeHeight(θ) - p[1]) / eeSlope(θ)
		θ -= step
		if math.Abs(step) < 1e-15 {
			break
		}
	}
	θ = math.Max(-math.Pi/3, math.Min(math.Pi/3, θ))
	λ := p[0] * math.Sqrt(3) / 2 * eeSlope(θ) / math.Cos(θ)
	if !(math.Abs(λ) <= math.Pi*(1+1e-12)) {
		return orb.Point{}, false
	}
	sinφ := math.Sin(θ) * 2 / math.Sqrt(3)
	lat := math.Asin(math.Max(-1, math.Min(1, sinφ))) / degree
	return orb.Point{wrapLon(e.lon0 + λ/degree), lat}, true
}

// eeHeight is y for the parametric latitude θ.
func eeHeight(θ float64) float64 {
	t2 := θ * θ
	t6 := t2 * t2 * t2
	return θ * (ee1 + ee2*t2 + t6*(ee3+ee4*t2))
}

// eeSlope is the derivative of eeHeight.
func eeSlope(θ float64) float64 {
	t2 := θ * θ
	t6 := t2 * t2 * t2
	return ee1 + 3*ee2*t2 + t6*(7*ee3+9*ee4*t2)
}

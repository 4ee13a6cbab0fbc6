package timeline

import "math"

// EaseInOut is the cubic ease: slow, quick, slow. t and the result are 0…1.
func EaseInOut(t float64) float64 {
	if t < 0.5 {
		return 4 * t * t * t
	}
	u := 2 - 2*t
	return 1 - u*u*u/2
}

// EaseInOutBack is the inverse of EaseInOut: the t at which it gives v.
func EaseInOutBack(v float64) float64 {
	if v < 0.5 {
		return math.Cbrt(v / 4)
	}
	return 1 - math.Cbrt(2*(1-v))/2
}

// EaseOut is the cubic ease that starts quickly and settles.
func EaseOut(t float64) float64 {
	u := 1 - t
	return 1 - u*u*u
}

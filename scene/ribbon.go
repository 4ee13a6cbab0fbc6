package scene

import (
	"math"

	"dateline/geo"
	"dateline/render"
)

// ribbon is the middle line of a leg on screen, with what walking along it
// needs. Its memory is reused.
type ribbon struct {
	points []render.Point
	along  []float32 // length up to each point, CSS pixels
}

// bend is the longest stretch in which a leg turns from its port to its own
// lane, CSS pixels.
const bend = 220

// lay puts a leg on screen: its great circle, moved at both ends to the ports
// and in between to its lane, with a smooth turn (cubic Hermite) from one to
// the other.
func (r *ribbon) lay(l *leg, m geo.Matrix) {
	n := len(l.path)
	r.points = r.points[:0]
	for _, p := range l.path {
		r.points = append(r.points, pixel(m, p))
	}
	r.measure()
	length := r.along[n-1]
	reach := min(length*0.5, bend)
	if reach <= 0 {
		return
	}
	scale := math.Hypot(m.A, m.D)
	// Directions on screen: the plane's y points up, the screen's down.
	turn := func(angle float64) render.Point {
		c, s := math.Cos(angle), math.Sin(angle)
		return render.Point{X: float32((m.A*c + m.B*s) / scale), Y: float32((m.D*c + m.E*s) / scale)}
	}
	start := hermite{lane: l.lane, reach: reach}
	if l.from.place >= 0 {
		u, g := turn(l.from.angle), turn(l.from.toward)
		start.at, start.slope = times(u, l.from.radius), minus(u, g)
	}
	end := hermite{lane: l.lane, reach: reach}
	if l.to.place >= 0 {
		u, g := turn(l.to.angle), turn(l.to.toward)
		end.at, end.slope = times(u, l.to.radius), minus(u, g)
	}
	last := render.Point{}
	moved := r.points
	for i := range moved {
		// The left of the line, by its neighbours before they move.
		a, b := last, moved[i]
		if i == 0 {
			a = moved[0]
		}
		if i+1 < n {
			b = moved[i+1]
		}
		last = moved[i]
		left := normal(a, b)
		d := r.along[i]
		o := times(left, l.lane)
		if d < reach && l.from.place >= 0 {
			o = start.offset(d, left)
		} else if back := length - d; back < reach && l.to.place >= 0 {
			o = end.offset(back, left)
		}
		moved[i] = plus(moved[i], o)
	}
	r.measure()
}

// hermite is an offset that begins at a port with a slope and ends, after
// reach pixels, in the lane.
type hermite struct {
	at, slope render.Point
	lane      float32
	reach     float32
}

func (h hermite) offset(d float32, left render.Point) render.Point {
	t := d / h.reach
	h00 := (1 + 2*t) * (1 - t) * (1 - t)
	h10 := t * (1 - t) * (1 - t)
	h01 := t * t * (3 - 2*t)
	o := times(h.at, h00)
	o = plus(o, times(h.slope, h10*h.reach))
	return plus(o, times(left, h01*h.lane))
}

func (r *ribbon) measure() {
	r.along = r.along[:0]
	var total float32
	for i, p := range r.points {
		if i > 0 {
			total += length(minus(p, r.points[i-1]))
		}
		r.along = append(r.along, total)
	}
}

// length of the whole ribbon, CSS pixels.
func (r *ribbon) length() float32 {
	if len(r.along) == 0 {
		return 0
	}
	return r.along[len(r.along)-1]
}

// at returns the point after d pixels and the unit direction there.
func (r *ribbon) at(d float32) (p, dir render.Point) {
	i := r.segment(d)
	a, b := r.points[i], r.points[i+1]
	step := r.along[i+1] - r.along[i]
	if step <= 0 {
		return a, render.Point{X: 1}
	}
	t := min(max((d-r.along[i])/step, 0), 1)
	return plus(a, times(minus(b, a), t)), times(minus(b, a), 1/step)
}

// segment finds i with along[i] ≤ d < along[i+1].
func (r *ribbon) segment(d float32) int {
	lo, hi := 0, len(r.along)-2
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if r.along[mid] <= d {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// side appends to dst the line that runs off pixels to the left of the ribbon
// from a to b pixels along it.
func (r *ribbon) side(dst []render.Point, a, b, off float32) []render.Point {
	if b <= a {
		return dst
	}
	add := func(d float32) {
		p, dir := r.at(d)
		dst = append(dst, plus(p, times(leftOf(dir), off)))
	}
	add(a)
	for i := r.segment(a) + 1; i < len(r.along) && r.along[i] < b; i++ {
		if r.along[i] > a {
			d := normal(r.points[i-1], r.points[min(i+1, len(r.points)-1)])
			dst = append(dst, plus(r.points[i], times(d, off)))
		}
	}
	add(b)
	return dst
}

func plus(a, b render.Point) render.Point  { return render.Point{X: a.X + b.X, Y: a.Y + b.Y} }
func minus(a, b render.Point) render.Point { return render.Point{X: a.X - b.X, Y: a.Y - b.Y} }
func times(a render.Point, k float32) render.Point {
	return render.Point{X: a.X * k, Y: a.Y * k}
}
func length(a render.Point) float32 { return float32(math.Hypot(float64(a.X), float64(a.Y))) }

// leftOf turns a direction by a quarter to the left, as seen on screen.
func leftOf(d render.Point) render.Point { return render.Point{X: d.Y, Y: -d.X} }

// normal is the unit vector to the left of the way from a to b.
func normal(a, b render.Point) render.Point {
	d := minus(b, a)
	n := length(d)
	if n == 0 {
		return render.Point{}
	}
	return leftOf(times(d, 1/n))
}

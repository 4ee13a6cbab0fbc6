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

const (
	bendSlope = 0.55 // how strongly it leaves in the port's own direction; 1 would be exactly
	laySteps  = 9.0  // distance of the points of a ribbon on the map, CSS pixels
	layMost   = 4096 // steps from which only those are laid that may be seen
	laidPast  = 64   // how far beyond a frame, CSS pixels
)

// lay puts a leg on screen: its great circle, moved at both ends to the ports,
// with a smooth turn (cubic Hermite) from one to the other. Points are dense within frame alone.
func (r *ribbon) lay(l *leg, m geo.Matrix, k float32, frame box) {
	r.points = r.points[:0]
	last := pixel(m, l.path[0])
	r.points = append(r.points, last)
	near := frame.Grow(laidPast)
	for _, q := range l.path[1:] {
		p := pixel(m, q)
		if n := int(length(minus(p, last)) / laySteps); n > 0 && apart(span(last, p), near) < 0 {
			from, to := 0, n
			if n > layMost {
				from, to = stepsIn(last, p, near, n)
			}
			for k := from; k < to; k++ {
				r.points = append(r.points, plus(last, times(minus(p, last), float32(k+1)/float32(n+1))))
			}
		}
		r.points = append(r.points, p)
		last = p
	}
	r.measure()
	whole := r.length()
	if whole <= 0 {
		return
	}
	from, to := l.from.offset(m, k, whole), l.to.offset(m, k, whole)
	for i, p := range r.points {
		t := r.along[i] / whole
		u := 1 - t
		o := plus(times(from.at, (1+2*t)*u*u), times(from.slope, t*u*u))
		r.points[i] = plus(p, plus(o, plus(times(to.at, (3-2*t)*t*t), times(to.slope, t*t*u))))
	}
	r.measure()
}

// span is the box of two points.
func span(a, b render.Point) box {
	return box{Min: render.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)}, Max: render.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)}}
}

// offset is how far a leg's end is moved to its port, and how fast that changes
// along the whole leg: in the port's own direction. A leg that leaves no place
// has no port.
type offset struct{ at, slope render.Point }

func (p *port) offset(m geo.Matrix, k, whole float32) offset {
	if p.place < 0 {
		return offset{}
	}
	// Directions on screen: the plane's y points up, the screen's down.
	scale := math.Hypot(m.A, m.D)
	turn := func(angle float64) render.Point {
		s, c := math.Sincos(angle)
		return render.Point{X: float32((m.A*c + m.B*s) / scale), Y: float32((m.D*c + m.E*s) / scale)}
	}
	u, g := turn(p.angle), turn(p.toward)
	return offset{times(u, p.radius*k), times(minus(u, g), bendSlope*whole)}
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

// stepsIn are the steps, of n from one point to another, that lie in a box.
func stepsIn(a, b render.Point, in box, n int) (from, to int) {
	lo, hi := 0.0, 1.0
	for _, v := range [...][4]float32{{a.X, b.X, in.Min.X, in.Max.X}, {a.Y, b.Y, in.Min.Y, in.Max.Y}} {
		start, way := float64(v[0]), float64(v[1])-float64(v[0])
		if way == 0 {
			continue
		}
		t, u := (float64(v[2])-start)/way, (float64(v[3])-start)/way
		lo, hi = max(lo, min(t, u)), min(hi, max(t, u))
	}
	return int(lo * float64(n)), int(hi * float64(n))
}

// near yields the parts of the ribbon that may be seen in a frame: from and to
// how many pixels along.
func (r *ribbon) near(frame box) func(func(from, to float32) bool) {
	return func(yield func(float32, float32) bool) {
		frame, begun := frame.Grow(laidPast), -1
		for i := range r.points {
			in := i+1 < len(r.points) && overlap(span(r.points[i], r.points[i+1]), frame)
			if in && begun < 0 {
				begun = i
			}
			if !in && begun >= 0 {
				if !yield(r.along[begun], r.along[i]) {
					return
				}
				begun = -1
			}
		}
	}
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

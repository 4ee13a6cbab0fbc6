package scene

import (
	"math"
	"slices"

	"dateline/geo"
	"dateline/render"
)

// joint is where a band of a trail ends and the next, which differs, goes on:
// both stop short of the bend, and one piece between them, round at the outer
// side, closes it, so that no gap is left and nothing is painted over twice.
type joint struct {
	at      render.Point
	in, out render.Point // directions, unit vectors
	turn    float64      // radians from in to out
	half    float32      // half the width of the narrower band
	trim    float32      // how far from the bend the bands stop
	paint   render.Paint
}

// joint works out the one between runs j−1 and j; ok is false where there is
// none, or where nothing has passed it.
func (t *trail) joint(j int, m geo.Matrix, x float64, k float32) (o joint, ok bool) {
	if j < 1 || j >= len(t.runs) {
		return o, false
	}
	a, b := &t.runs[j-1], &t.runs[j]
	if a.width == 0 || b.width == 0 || b.x[0] >= x || a.end() != b.points[0] {
		return o, false
	}
	o.at, o.in, o.out = pixel(m, b.points[0]), a.arrives(m), b.sets(m)
	if o.in == (render.Point{}) || o.out == (render.Point{}) {
		return o, false
	}
	narrow := a
	if b.width < a.width {
		narrow = b
	}
	o.half, o.paint = narrow.width*k/2, render.Paint{Ink: t.ink, Alpha: narrow.solid()}
	o.turn = math.Atan2(float64(o.in.X*o.out.Y-o.in.Y*o.out.X), float64(o.in.X*o.out.X+o.in.Y*o.out.Y))
	// So far from the bend their inner edges meet; in a sharp bend they go less far.
	o.trim = min(o.half*float32(math.Tan(math.Abs(o.turn)/2)), 2*o.half, a.drawn(m, x)/2, b.drawn(m, x)/2)
	return o, math.Abs(o.turn) > 0.01
}

// draw draws the piece that closes the bend.
func (o *joint) draw(l *render.List) {
	outer := times(leftOf(o.in), o.half)
	if outer.X*o.out.X+outer.Y*o.out.Y > 0 {
		outer = times(outer, -1)
	}
	turned := func(share float64) render.Point {
		sin, cos := math.Sincos(o.turn * share)
		c, d := float32(cos), float32(sin)
		return render.Point{X: outer.X*c - outer.Y*d, Y: outer.X*d + outer.Y*c}
	}
	before, after := plus(o.at, times(o.in, -o.trim)), plus(o.at, times(o.out, o.trim))
	const steps = 8
	var piece [steps + 5]render.Point
	piece[0], piece[1] = minus(before, outer), plus(before, outer)
	for n := range steps + 1 {
		piece[n+2] = plus(o.at, turned(float64(n)/steps))
	}
	piece[steps+3], piece[steps+4] = plus(after, turned(1)), minus(after, turned(1))
	l.Add(render.Op{Kind: render.Fill, Paths: l.Path(true, piece[:]...), Paint: o.paint})
}

// drawn is how long a run is as far as an x of the axis, CSS pixels.
func (r *run) drawn(m geo.Matrix, x float64) (long float32) {
	for i := 1; i < len(r.points) && r.x[i-1] < x; i++ {
		end := r.points[i]
		if r.x[i] > x {
			end = lerp(r.points[i-1], end, (x-r.x[i-1])/(r.x[i]-r.x[i-1]))
		}
		long += length(minus(pixel(m, end), pixel(m, r.points[i-1])))
	}
	return long
}

// trimmed shortens a line at both ends, in its own memory.
func trimmed(line []render.Point, start, end float32) []render.Point {
	line = shortened(line, end)
	slices.Reverse(line)
	line = shortened(line, start)
	slices.Reverse(line)
	return line
}

// shortened shortens a line at its end.
func shortened(line []render.Point, by float32) []render.Point {
	for by > 0 && len(line) > 1 {
		n := len(line) - 1
		way := minus(line[n-1], line[n])
		if long := length(way); long > by {
			line[n] = plus(line[n], times(way, by/long))
			return line
		} else {
			by -= long
		}
		line = line[:n]
	}
	return line
}

// arrives is the direction in which a run ends, as a unit vector; zero where it
// does not move.
func (r *run) arrives(m geo.Matrix) render.Point {
	end := pixel(m, r.end())
	for i := len(r.points) - 2; i >= 0; i-- {
		if way := minus(end, pixel(m, r.points[i])); length(way) > 0 {
			return times(way, 1/length(way))
		}
	}
	return render.Point{}
}

// sets is the direction in which a run sets out, as a unit vector; zero where it
// does not move.
func (r *run) sets(m geo.Matrix) render.Point {
	start := pixel(m, r.points[0])
	for _, p := range r.points[1:] {
		if way := minus(pixel(m, p), start); length(way) > 0 {
			return times(way, 1/length(way))
		}
	}
	return render.Point{}
}

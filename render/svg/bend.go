package svg

import (
	"math"

	"dateline/render"
)

// A flow is a curve that comes as many short lines. Written as a few quadratic
// curves it takes a tenth of the bytes, and stays smooth where it is magnified.

// offCurve is how far, in CSS pixels, a curve may be from a point of the line
// that it stands for.
const offCurve = 0.15

// leastBent is from how many points on a line may be taken for a curve.
const leastBent = 6

// smooth reports whether a line turns gently at each of its points, by less
// than 20 degrees.
func smooth(line []render.Point) bool {
	for i := 2; i < len(line); i++ {
		ax, ay := line[i-1].X-line[i-2].X, line[i-1].Y-line[i-2].Y
		bx, by := line[i].X-line[i-1].X, line[i].Y-line[i-1].Y
		along, across := float64(ax*bx+ay*by), float64(ax*by-ay*bx)
		if along <= 0 || math.Abs(across) > along*math.Tan(20*math.Pi/180) {
			return false
		}
	}
	return len(line) >= leastBent
}

// bend adds a smooth line as curves, each as long as it may be.
func (p *writer) bend(d *path, line []render.Point) {
	d.move(p.grid(line[0].X), p.grid(line[0].Y))
	for len(line) > 1 {
		// The longest piece that one curve stands for, by halving: a shorter one
		// fits where a longer does.
		n, tooMany := 2, len(line)+1
		control := between(line[0], line[1], 0.5)
		for n+1 < tooMany {
			try := (n + tooMany) / 2
			if c, ok := curve(line[:try]); ok {
				n, control = try, c
			} else {
				tooMany = try
			}
		}
		end := line[n-1]
		if n == 2 {
			d.line(p.grid(end.X), p.grid(end.Y))
		} else {
			d.curve(p.grid(control.X), p.grid(control.Y), p.grid(end.X), p.grid(end.Y))
		}
		line = line[n-1:]
	}
}

// curve finds the control point of the quadratic curve between a line's ends
// that lies nearest to its points, and reports whether it lies near enough. The
// sum of squares is least where its derivative is zero, with each point at its
// share of the line's length.
func curve(line []render.Point) (control render.Point, near bool) {
	first, last := line[0], line[len(line)-1]
	shares := make([]float32, len(line))
	for i := 1; i < len(line); i++ {
		shares[i] = shares[i-1] + float32(math.Hypot(float64(line[i].X-line[i-1].X), float64(line[i].Y-line[i-1].Y)))
	}
	length := shares[len(line)-1]
	if length == 0 {
		return first, false
	}
	var x, y, weights float32
	for i := 1; i < len(line)-1; i++ {
		t := shares[i] / length
		shares[i] = t
		w := 2 * t * (1 - t)
		x += w * (line[i].X - (1-t)*(1-t)*first.X - t*t*last.X)
		y += w * (line[i].Y - (1-t)*(1-t)*first.Y - t*t*last.Y)
		weights += w * w
	}
	if weights == 0 {
		return first, false
	}
	control = render.Point{X: x / weights, Y: y / weights}
	for i := 1; i < len(line)-1; i++ {
		// Off the curve, as measured across its direction there.
		t := shares[i]
		a, b := between(first, control, t), between(control, last, t)
		on, dx, dy := between(a, b, t), b.X-a.X, b.Y-a.Y
		across := (line[i].X-on.X)*dy - (line[i].Y-on.Y)*dx
		if math.Abs(float64(across)) > offCurve*math.Hypot(float64(dx), float64(dy)) {
			return control, false
		}
	}
	return control, true
}

func between(a, b render.Point, t float32) render.Point {
	return render.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}

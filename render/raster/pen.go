package raster

import (
	"image"
	"math"

	fr "github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"

	"dateline/render"
)

// A pen feeds lines and curves, in device pixels, to the rasteriser, and only
// as much of them as can be seen: far points are slow there and overflow, and
// coordinates below zero are rounded the wrong way.
//
// No ring has to be clipped as a whole. The rasteriser sums what each edge adds
// to the pixels right of it; so an edge above or below the area may be left
// out, and one beside it may be moved to its border. (The right border counts
// too: freetype paints a row only as far as its last edge.)
type pen struct {
	to            *fr.Rasterizer
	x0, y0        float32 // of the area, in device pixels
	right, bottom float32 // its size
	at            render.Point
	start         render.Point
	pos           fixed.Point26_6 // where the rasteriser's pen is
	down          bool            // pos holds
	inked         bool            // something was drawn
}

func (p *pen) turn(to *fr.Rasterizer, area image.Rectangle) {
	*p = pen{to: to, x0: float32(area.Min.X), y0: float32(area.Min.Y),
		right: float32(area.Dx()), bottom: float32(area.Dy())}
}

// bounds is the area in device pixels.
func (p *pen) bounds() render.Rect {
	return render.Rect{Min: render.Point{X: p.x0, Y: p.y0}, Max: render.Point{X: p.x0 + p.right, Y: p.y0 + p.bottom}}
}

func (p *pen) move(q render.Point) {
	p.at = render.Point{X: q.X - p.x0, Y: q.Y - p.y0}
	p.start = p.at
}

func (p *pen) line(q render.Point) {
	p.edge(render.Point{X: q.X - p.x0, Y: q.Y - p.y0})
}

// close ends a contour with an edge to its start.
func (p *pen) close() {
	if p.at != p.start {
		p.edge(p.start)
	}
}

// ring draws a closed polyline.
func (p *pen) ring(points []render.Point) {
	p.move(points[0])
	for _, q := range points[1:] {
		p.line(q)
	}
	p.close()
}

// curve draws a quadratic curve as lines that stray from it by less than a
// twentieth of a pixel: n pieces stray by |a−2c+b|/(4n²).
func (p *pen) curve(control, to render.Point) {
	a := p.at
	c := render.Point{X: control.X - p.x0, Y: control.Y - p.y0}
	b := render.Point{X: to.X - p.x0, Y: to.Y - p.y0}
	bend := hypot(a.X-2*c.X+b.X, a.Y-2*c.Y+b.Y)
	n := min(int(math.Sqrt(float64(bend)*5))+1, 64)
	for i := 1; i < n; i++ {
		t := float32(i) / float32(n)
		u := 1 - t
		p.edge(render.Point{X: u*u*a.X + 2*u*t*c.X + t*t*b.X, Y: u*u*a.Y + 2*u*t*c.Y + t*t*b.Y})
	}
	p.edge(b)
}

// circle draws a circle as eight quadratic curves, each off by less than
// 0.03 % of the radius; backwards, it cuts a hole.
func (p *pen) circle(c render.Point, radius float32, hole bool) {
	if !(radius > 0) {
		return
	}
	const n = 8
	step := math.Pi / n
	if hole {
		step = -step
	}
	out := radius / float32(math.Cos(step)) // where the tangents meet
	p.move(render.Point{X: c.X + radius, Y: c.Y})
	for i := 1; i <= n; i++ {
		s1, c1 := math.Sincos(step * float64(2*i-1))
		s2, c2 := math.Sincos(step * float64(2*i))
		if i == n {
			s2, c2 = 0, 1
		}
		p.curve(
			render.Point{X: c.X + out*float32(c1), Y: c.Y + out*float32(s1)},
			render.Point{X: c.X + radius*float32(c2), Y: c.Y + radius*float32(s2)})
	}
	p.close()
}

// edge draws the part of the edge from p.at to b that matters, both relative to
// the area.
func (p *pen) edge(b render.Point) {
	a := p.at
	p.at = b
	if a.Y <= 0 && b.Y <= 0 || a.Y >= p.bottom && b.Y >= p.bottom {
		return
	}
	if inside(a, p.right, p.bottom) && inside(b, p.right, p.bottom) {
		p.emit(a, b)
		return
	}
	// Cut to the rows of the area.
	a, b = cutY(a, b, 0, p.bottom)
	// Split where it crosses the left and right borders.
	lo, hi := 0.0, 1.0
	dx := float64(b.X - a.X)
	if dx != 0 {
		t0, t1 := float64(-a.X)/dx, float64(p.right-a.X)/dx
		lo, hi = min(t0, t1), max(t0, t1)
	}
	from := a
	for _, t := range [3]float64{lo, hi, 1} {
		if t <= 0 || t > 1 {
			continue
		}
		to := b
		if t < 1 {
			to = render.Point{X: a.X + float32(t*dx), Y: a.Y + float32(t)*(b.Y-a.Y)}
		}
		p.emit(p.clampX(from), p.clampX(to))
		from = to
	}
}

func inside(a render.Point, right, bottom float32) bool {
	return a.X >= 0 && a.Y >= 0 && a.X <= right && a.Y <= bottom
}

func (p *pen) clampX(a render.Point) render.Point {
	return render.Point{X: min(max(a.X, 0), p.right), Y: a.Y}
}

// cutY cuts a–b to the rows from lo to hi, which it is known to meet.
func cutY(a, b render.Point, lo, hi float32) (render.Point, render.Point) {
	at := func(y float32) render.Point {
		t := float64(y-a.Y) / float64(b.Y-a.Y)
		return render.Point{X: a.X + float32(t*float64(b.X-a.X)), Y: y}
	}
	c, d := a, b
	switch {
	case a.Y < lo:
		c = at(lo)
	case a.Y > hi:
		c = at(hi)
	}
	switch {
	case b.Y < lo:
		d = at(lo)
	case b.Y > hi:
		d = at(hi)
	}
	return c, d
}

// emit hands an edge inside the area to the rasteriser.
func (p *pen) emit(a, b render.Point) {
	from, to := fix(a), fix(b)
	if from.Y == to.Y {
		return // adds nothing to any row
	}
	if !p.down || from != p.pos {
		p.to.Start(from)
	}
	p.to.Add1(to)
	p.pos, p.down, p.inked = to, true, true
}

func fix(p render.Point) fixed.Point26_6 {
	return fixed.Point26_6{X: fixed.Int26_6(p.X*64 + 0.5), Y: fixed.Int26_6(p.Y*64 + 0.5)}
}

func hypot(x, y float32) float32 { return float32(math.Sqrt(float64(x*x + y*y))) }

func round(v float32) int { return int(math.Floor(float64(v) + 0.5)) }

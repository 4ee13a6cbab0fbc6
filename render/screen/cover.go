package screen

import (
	"image"

	"dateline/render"
)

// A cover is the part of a view that nothing has been drawn on yet, as convex
// pieces.
type cover struct {
	pieces, next [][]render.Point
	free         [][]render.Point // memory of pieces that are gone
}

// start makes a rectangle bare.
func (c *cover) start(r image.Rectangle) {
	c.free = append(c.free, c.pieces...)
	c.pieces = c.pieces[:0]
	if r.Empty() {
		return
	}
	x0, y0, x1, y1 := float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y)
	c.pieces = append(c.pieces, append(c.blank(), render.Point{X: x0, Y: y0}, render.Point{X: x1, Y: y0}, render.Point{X: x1, Y: y1}, render.Point{X: x0, Y: y1}))
}

func (c *cover) empty() bool { return len(c.pieces) == 0 }

// area is how much is bare, in square pixels.
func (c *cover) area() float32 {
	sum := float32(0)
	for _, p := range c.pieces {
		sum += area(p)
	}
	return sum
}

// take yields what is bare inside a convex quadrilateral, piece by piece, and
// leaves what is outside.
func (c *cover) take(quad [4]render.Point, yield func([]render.Point)) {
	if cross(quad[0], quad[1], quad[2]) < 0 {
		quad[1], quad[3] = quad[3], quad[1]
	}
	c.next = c.next[:0]
	for _, in := range c.pieces {
		for i := range 4 {
			a, b := quad[i], quad[(i+1)%4]
			inside, outside := c.blank(), c.blank()
			inside, outside = halve(in, a, b, inside, outside)
			c.free = append(c.free, in)
			if area(outside) > 1.0/64 {
				c.next = append(c.next, outside)
			} else {
				c.free = append(c.free, outside)
			}
			in = inside
			if len(in) < 3 {
				break
			}
		}
		if len(in) >= 3 {
			yield(in)
		}
		c.free = append(c.free, in)
	}
	c.pieces, c.next = c.next, c.pieces[:0]
}

func (c *cover) blank() []render.Point {
	if n := len(c.free); n > 0 {
		p := c.free[n-1]
		c.free = c.free[:n-1]
		return p[:0]
	}
	return make([]render.Point, 0, 12)
}

// halve cuts a convex polygon along the line from a to b.
func halve(p []render.Point, a, b render.Point, right, left []render.Point) (inside, outside []render.Point) {
	for i, v := range p {
		u := p[(i+len(p)-1)%len(p)]
		dv, du := cross(a, b, v), cross(a, b, u)
		if (dv >= 0) != (du >= 0) {
			t := du / (du - dv)
			m := render.Point{X: u.X + (v.X-u.X)*t, Y: u.Y + (v.Y-u.Y)*t}
			right, left = append(right, m), append(left, m)
		}
		if dv >= 0 {
			right = append(right, v)
		} else {
			left = append(left, v)
		}
	}
	return right, left
}

// area of a convex polygon.
func area(p []render.Point) float32 {
	sum := float32(0)
	for i := 2; i < len(p); i++ {
		sum += cross(p[0], p[i-1], p[i])
	}
	return max(sum, -sum) / 2
}

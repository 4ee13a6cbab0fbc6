package screen

import "dateline/render"

// sharpest is how long a mitre of a filled corner's feather may be, in half
// pixels.
const sharpest = 4

// A filler turns small simple polygons into triangles: the inside, half a pixel
// in, by cutting ears, and around it a seam of one pixel that fades.
type filler struct {
	b     *batch
	ring  []render.Point
	inner []uint32
	outer []uint32
	left  []int32 // vertices that are not cut yet
}

// add adds a polygon.
func (f *filler) add(points []render.Point) {
	f.prepare(points)
	n := len(f.ring)
	if n < 3 {
		return
	}
	f.inner, f.outer, f.left = f.inner[:0], f.outer[:0], f.left[:0]
	for i, p := range f.ring {
		m := f.mitre(i)
		// custom.z is wide enough that only the way across the seam counts.
		f.inner = append(f.inner, f.b.vertex(along(p, m, -0.5), 0, -0.5, 8, flat))
		f.outer = append(f.outer, f.b.vertex(along(p, m, 0.5), 0, 0.5, 8, flat))
		f.left = append(f.left, int32(i))
	}
	f.ears()
	for i := range n {
		j := (i + 1) % n
		f.b.quad(f.inner[i], f.outer[i], f.outer[j], f.inner[j])
	}
}

// prepare drops repeated points and turns the ring clockwise as seen.
func (f *filler) prepare(points []render.Point) {
	f.ring = f.ring[:0]
	for _, p := range points {
		if n := len(f.ring); n > 0 && hypot(p.X-f.ring[n-1].X, p.Y-f.ring[n-1].Y) < 0.05 {
			continue
		}
		f.ring = append(f.ring, p)
	}
	if n := len(f.ring); n > 1 && hypot(f.ring[0].X-f.ring[n-1].X, f.ring[0].Y-f.ring[n-1].Y) < 0.05 {
		f.ring = f.ring[:n-1]
	}
	area := float32(0)
	for i, p := range f.ring {
		q := f.ring[(i+1)%len(f.ring)]
		area += p.X*q.Y - q.X*p.Y
	}
	if area < 0 {
		for i, j := 0, len(f.ring)-1; i < j; i, j = i+1, j-1 {
			f.ring[i], f.ring[j] = f.ring[j], f.ring[i]
		}
	}
}

// mitre is the way outwards at a vertex that moves both of its edges by one.
func (f *filler) mitre(i int) render.Point {
	n := len(f.ring)
	a, p, b := f.ring[(i+n-1)%n], f.ring[i], f.ring[(i+1)%n]
	d0, d1 := unit(a, p), unit(p, b)
	n0, n1 := left(d0), left(d1)
	k := 1 + d0.X*d1.X + d0.Y*d1.Y
	m := render.Point{X: n0.X + n1.X, Y: n0.Y + n1.Y}
	if l := hypot(m.X, m.Y); l > sharpest*k {
		return render.Point{X: m.X / max(l, 1e-3) * sharpest, Y: m.Y / max(l, 1e-3) * sharpest}
	}
	return render.Point{X: m.X / k, Y: m.Y / k}
}

// ears cuts the polygon into triangles, one convex corner without another
// vertex inside at a time. A ring that crosses itself may run out of ears; the
// rest is then filled as a fan.
func (f *filler) ears() {
	at, tried := 0, 0
	for len(f.left) > 3 && tried < len(f.left) {
		n := len(f.left)
		i, j, k := f.left[(at+n-1)%n], f.left[at%n], f.left[(at+1)%n]
		if f.ear(i, j, k) {
			f.b.triangle(f.inner[i], f.inner[j], f.inner[k])
			f.left = append(f.left[:at%n], f.left[at%n+1:]...)
			at, tried = at%n, 0
			if at >= len(f.left) {
				at = 0
			}
			continue
		}
		at, tried = (at+1)%n, tried+1
	}
	for i := 2; i < len(f.left); i++ {
		f.b.triangle(f.inner[f.left[0]], f.inner[f.left[i-1]], f.inner[f.left[i]])
	}
}

func (f *filler) ear(i, j, k int32) bool {
	a, b, c := f.ring[i], f.ring[j], f.ring[k]
	if cross(a, b, c) <= 0 {
		return false
	}
	for _, v := range f.left {
		if v == i || v == j || v == k {
			continue
		}
		p := f.ring[v]
		if cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0 {
			return false
		}
	}
	return true
}

// cross is positive if a, b, c turn clockwise as seen, y down.
func cross(a, b, c render.Point) float32 {
	return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X)
}

func unit(a, b render.Point) render.Point {
	d := render.Point{X: b.X - a.X, Y: b.Y - a.Y}
	l := max(hypot(d.X, d.Y), 1e-9)
	return render.Point{X: d.X / l, Y: d.Y / l}
}

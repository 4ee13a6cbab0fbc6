package svg

import "dateline/render"

// A thinner leaves out points of a line that lie within a tolerance of what is
// left, by Douglas and Peucker's way. What it returns is valid until the next.
type thinner struct {
	keep  []bool
	stack [][2]int
	out   []render.Point
}

// line thins an open line; its ends stay.
func (t *thinner) line(ps []render.Point, tolerance float32) []render.Point {
	if tolerance <= 0 || len(ps) < 3 {
		return ps
	}
	t.start(len(ps))
	t.keep[len(ps)-1] = true
	t.between(ps, 0, len(ps)-1, tolerance)
	return t.kept(ps)
}

// ring thins a closed ring: between its first point and the one farthest from
// it, and back.
func (t *thinner) ring(ps []render.Point, tolerance float32) []render.Point {
	if tolerance <= 0 || len(ps) < 4 {
		return ps
	}
	far, most := 0, float32(-1)
	for i, p := range ps {
		dx, dy := p.X-ps[0].X, p.Y-ps[0].Y
		if d := dx*dx + dy*dy; d > most {
			far, most = i, d
		}
	}
	t.start(len(ps))
	t.keep[far] = true
	t.between(ps, 0, far, tolerance)
	t.between(ps, far, len(ps), tolerance)
	return t.kept(ps)
}

func (t *thinner) start(n int) {
	if cap(t.keep) < n {
		t.keep = make([]bool, n)
	}
	t.keep = t.keep[:n]
	clear(t.keep)
	t.keep[0] = true
}

// between marks the points from a to b that must stay; len(ps) stands for the
// first point again.
func (t *thinner) between(ps []render.Point, a, b int, tolerance float32) {
	t.stack = append(t.stack[:0], [2]int{a, b})
	for len(t.stack) > 0 {
		a, b := t.stack[len(t.stack)-1][0], t.stack[len(t.stack)-1][1]
		t.stack = t.stack[:len(t.stack)-1]
		p, q := ps[a], ps[b%len(ps)]
		worst, most := -1, tolerance*tolerance
		for i := a + 1; i < b; i++ {
			if d := offset2(ps[i], p, q); d > most {
				worst, most = i, d
			}
		}
		if worst >= 0 {
			t.keep[worst] = true
			t.stack = append(t.stack, [2]int{a, worst}, [2]int{worst, b})
		}
	}
}

func (t *thinner) kept(ps []render.Point) []render.Point {
	t.out = t.out[:0]
	for i, p := range ps {
		if t.keep[i] {
			t.out = append(t.out, p)
		}
	}
	return t.out
}

// offset2 is the square of the distance of p from the segment a–b.
func offset2(p, a, b render.Point) float32 {
	dx, dy := b.X-a.X, b.Y-a.Y
	px, py := p.X-a.X, p.Y-a.Y
	if l := dx*dx + dy*dy; l > 0 {
		t := min(max((px*dx+py*dy)/l, 0), 1)
		px, py = px-t*dx, py-t*dy
	}
	return px*px + py*py
}

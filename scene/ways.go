package scene

import (
	"dateline/geo"
	"dateline/render"
	"dateline/timeline"
)

// seeWays works out at which stops the legend explains ways that no source
// records. Before the cameras stand, and in a story too long to look through,
// that is wherever there is one; then only where it lies in the frame.
func (s *Scene) seeWays(framed bool) {
	s.ways = make([]bool, len(s.line.Stops))
	framed = framed && len(s.line.Stops)*s.Things() <= mostLooked
	for stop := range s.ways {
		x := s.line.X(timeline.Pos(stop))
		var m geo.Matrix
		if framed {
			m = s.cameras.views[s.cameras.of[stop]].Matrix(s.width, s.mapHeight)
		}
		for i := range s.trails {
			for j := range s.trails[i].runs {
				r := &s.trails[i].runs[j]
				if r.supposed && r.x[0] < x && (!framed || r.seen(m, x, s.mapBox)) {
					s.ways[stop] = true
				}
			}
		}
	}
}

// seen reports whether a part of a run, as far as an x of the axis, lies in a
// box.
func (r *run) seen(m geo.Matrix, x float64, b box) bool {
	for i := 1; i < len(r.points) && r.x[i-1] < x; i++ {
		end := r.points[i]
		if r.x[i] > x {
			end = lerp(r.points[i-1], end, (x-r.x[i-1])/(r.x[i]-r.x[i-1]))
		}
		if crosses(b, pixel(m, r.points[i-1]), pixel(m, end)) {
			return true
		}
	}
	return false
}

// crosses reports whether a line from p to q touches a box: neither lies wholly
// at one side of the other.
func crosses(b box, p, q render.Point) bool {
	if max(p.X, q.X) < b.Min.X || min(p.X, q.X) > b.Max.X || max(p.Y, q.Y) < b.Min.Y || min(p.Y, q.Y) > b.Max.Y {
		return false
	}
	way := minus(q, p)
	var left, right bool
	for _, c := range [4]render.Point{b.Min, {X: b.Max.X, Y: b.Min.Y}, b.Max, {X: b.Min.X, Y: b.Max.Y}} {
		to := minus(c, p)
		at := way.X*to.Y - way.Y*to.X
		left, right = left || at <= 0, right || at >= 0
	}
	return left && right
}

// wayPresent is how much of the legend's row for such ways is there: all or
// nothing at a stop. It opens as the way sets out and closes as the next stop
// comes, so that it is there while the way is.
func (s *Scene) wayPresent(st *timeline.State) float32 {
	from := int(st.Pos)
	to := min(from+1, len(s.ways)-1)
	const quick = 4
	share := float32(float64(st.Pos) - float64(from))
	switch a, b := s.ways[from], s.ways[to]; {
	case a && b:
		return 1
	case a:
		return min(1, quick*(1-share))
	case b:
		return min(1, quick*share)
	}
	return 0
}

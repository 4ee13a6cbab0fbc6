package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

func TestFlight(t *testing.T) {
	home := View{Center: orb.Point{0.1, 0.2}, Width: 0.3, Turn: 0.1}
	for _, c := range []struct {
		name string
		to   View
	}{
		{"the same", home},
		{"near", View{orb.Point{0.11, 0.2}, 0.3, 0.1}},
		{"far", View{orb.Point{-1, 0.9}, 0.3, 0.4}},
		{"in", View{orb.Point{0.1, 0.2}, 0.001, 0.1}},
		{"out", View{orb.Point{0.1, 0.2}, 5, 0.1}},
		{"in and away", View{orb.Point{0.5, -0.2}, 1e-6, -3}},
		{"out from a dot", View{orb.Point{0.5, -0.2}, 1e4, 3}},
		{"hardly", View{orb.Point{0.1 + 1e-13, 0.2}, 0.3, 0.1}},
		{"across the turn", View{orb.Point{0.4, 0.2}, 0.3, 0.1 + 6}},
		{"a turn on the spot", View{orb.Point{0.1, 0.2}, 0.3, 2}},
		{"no width", View{orb.Point{0.1, 0.3}, 0, 0.1}},
	} {
		for _, pair := range [][2]View{{home, c.to}, {c.to, home}} {
			f := NewFlight(pair[0], pair[1])
			if f.At(0) != pair[0] || f.At(1) != pair[1] || f.At(-1) != pair[0] || f.At(2) != pair[1] || f.At(math.NaN()) != pair[0] {
				t.Errorf("%s: the ends are not the views", c.name)
			}
			if s := f.Seconds(); !(s >= 0) || s > 60 {
				t.Errorf("%s: takes %v s", c.name, s)
			}
			const steps = 4000
			was := f.At(0)
			if was.Width == 0 {
				continue
			}
			for i := 1; i <= steps; i++ {
				now := f.At(float64(i) / steps)
				if now.Width == 0 {
					continue
				}
				if math.IsNaN(now.Center[0] + now.Center[1] + now.Width + now.Turn) {
					t.Fatalf("%s: %+v", c.name, now)
				}
				// Seen on screen, no step is large.
				move := math.Hypot(now.Center[0]-was.Center[0], now.Center[1]-was.Center[1]) / math.Min(now.Width, was.Width)
				zoom := math.Abs(math.Log(now.Width / was.Width))
				turned := math.Abs(wrapAngle(now.Turn - was.Turn))
				if move > 0.05 || zoom > 0.05 || turned > 0.3 {
					t.Fatalf("%s: leaps at %d: %+v to %+v", c.name, i, was, now)
				}
				was = now
			}
		}
	}
}

func TestFlightSeconds(t *testing.T) {
	home := View{Width: 0.3}
	if s := NewFlight(home, home).Seconds(); s != 0 {
		t.Errorf("staying takes %v s", s)
	}
	was := 0.0
	for d := 0.001; d < 4; d *= 1.3 {
		s := NewFlight(home, View{Center: orb.Point{d, 0}, Width: 0.3}).Seconds()
		if s <= was {
			t.Errorf("%v Earth radii take %v s, less than a shorter way", d, s)
		}
		was = s
	}
	there, back := NewFlight(home, View{Center: orb.Point{1, 1}, Width: 2}), NewFlight(View{Center: orb.Point{1, 1}, Width: 2}, home)
	if math.Abs(there.Seconds()-back.Seconds()) > 1e-9 {
		t.Errorf("%v s there, %v s back", there.Seconds(), back.Seconds())
	}
	for _, at := range []float64{0.1, 0.35, 0.5, 0.8} {
		a, b := there.At(at), back.At(1-at)
		if math.Abs(a.Width-b.Width) > 1e-9 || math.Abs(a.Center[0]-b.Center[0]) > 1e-9 {
			t.Errorf("at %v the way back is another one: %+v, %+v", at, a, b)
		}
	}
}

// The turn goes the short way, and north turns with the place.
func TestFlightTurn(t *testing.T) {
	f := NewFlight(View{Width: 1, Turn: 3}, View{Center: orb.Point{1, 0}, Width: 1, Turn: -3})
	for at := 0.0; at < 1; at += 0.1 {
		if v := f.At(at); v.Turn < 3 || v.Turn > 2*math.Pi-3 {
			t.Errorf("at %.1f turned by %.2f", at, v.Turn)
		}
	}
}

package timeline

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"dateline/story"
)

// everyKind is a story with a thing of every kind, on one kind of axis.
func everyKind(t *testing.T, scale story.Scale) *Line {
	t.Helper()
	const file = "../story/testdata/every-kind.json"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s, ps := story.Parse(file, data)
	if s == nil {
		t.Fatal(ps)
	}
	s.Scale = scale
	return New(s)
}

// What moves, is shaded or changes is printed at every half stop.
func TestKindsAt(t *testing.T) {
	want := map[story.Scale]string{
		story.Ordinal: `0: ship – storm 0 allies 0 aboard – waiting –
0.5: ship – storm 0 allies 0 aboard – waiting –
1: ship 0+0 storm 0 allies 0 aboard 120 waiting –
1.5: ship 0+0.52 storm 0 allies 0 aboard 120 waiting –
2: ship 1+0.037 storm 1 allies 0 aboard 120 waiting 0
2.5: ship 1+0.52 storm 1 allies 0 aboard 120 waiting 100
3: ship 2+0 storm 1 allies 1 aboard 80 waiting 200
3.5: ship 2+0.5 storm 1 allies 1 aboard 80 waiting 300
4: ship 3+0 storm 0 allies 1 aboard ? waiting 400
4.5: ship 3+0.5 storm 0 allies 1 aboard ? waiting 275
5: ship 3+1 storm 0 allies 1 aboard 78 waiting 150
`,
		story.Calendar: `0: ship – storm 0 allies 0 aboard – waiting –
0.5: ship – storm 0 allies 0 aboard – waiting –
1: ship 0+0 storm 0 allies 0 aboard 120 waiting –
1.5: ship 0+0.52 storm 0 allies 0 aboard 120 waiting –
2: ship 1+0.037 storm 1 allies 0 aboard 120 waiting –
2.5: ship 1+0.52 storm 1 allies 0 aboard 120 waiting –
3: ship 2+0 storm 1 allies 1 aboard 80 waiting 133
3.5: ship 2+0.5 storm 1 allies 1 aboard ? waiting 267
4: ship 3+0 storm 0 allies 1 aboard ? waiting 400
4.5: ship 3+0.5 storm 0 allies 1 aboard ? waiting 275
5: ship 3+1 storm 0 allies 1 aboard 78 waiting 150
`,
	}
	for scale, want := range want {
		l := everyKind(t, scale)
		var got strings.Builder
		var st State
		for p := Pos(0); p <= l.Last(); p += 0.5 {
			l.At(&st, p)
			fmt.Fprintf(&got, "%g:", p)
			for i, r := range st.Routes {
				fmt.Fprintf(&got, " %s ", l.Story.Routes[i].ID)
				if r.On {
					fmt.Fprintf(&got, "%d+%.2g", r.Leg, r.T)
				} else {
					got.WriteString("–")
				}
			}
			for i, in := range st.Areas {
				fmt.Fprintf(&got, " %s %.2g", l.Story.Areas[i].ID, in)
			}
			for i, m := range st.Magnitudes {
				v, known := m.Value(&l.Story.Magnitudes[i])
				fmt.Fprintf(&got, " %s ", l.Story.Magnitudes[i].ID)
				switch {
				case !m.On:
					got.WriteString("–")
				case !known:
					got.WriteString("?")
				default:
					fmt.Fprintf(&got, "%.3g", v)
				}
			}
			got.WriteString("\n")
		}
		if got.String() != want {
			t.Errorf("scale %d: got\n%swant\n%s", scale, got.String(), want)
		}
	}
}

// The camera follows what moves, where no author says what it shows.
func TestWays(t *testing.T) {
	l := everyKind(t, story.Calendar)
	at := func(i int) string {
		var b strings.Builder
		for _, p := range l.Frame(i) {
			fmt.Fprintf(&b, "%.1f,%.1f ", p[1], p[0])
		}
		return strings.TrimSpace(b.String())
	}
	// At Brest: the port, what its flow brings, and the ship's way since the storm.
	if got, want := at(3), "48.4,-4.5 51.9,-8.5 44.2,-9.6 48.4,-4.5"; got != want {
		t.Errorf("the camera shows %s, want %s", got, want)
	}
	if got := at(0); !strings.Contains(got, "46.0,-12.0") || !strings.Contains(got, "50.0,-6.0") {
		t.Errorf("the opening leaves the storm or the ship's way out: %s", got)
	}
}

// A route never runs back, and At allocates nothing.
func TestRoutesAdvance(t *testing.T) {
	for _, scale := range []story.Scale{story.Ordinal, story.Calendar} {
		l := everyKind(t, scale)
		var st State
		last := -1.0
		for p := Pos(0); p <= l.Last(); p += 0.01 {
			l.At(&st, p)
			r := st.Routes[0]
			now := -1.0
			if r.On {
				now = float64(r.Leg) + r.T
			}
			if now < last-1e-9 || math.IsNaN(now) {
				t.Fatalf("at %g the route is at %g, after %g", p, now, last)
			}
			last = now
		}
		if n := testing.AllocsPerRun(20, func() { l.At(&st, 2.5) }); n > 0 {
			t.Errorf("At allocates %g times", n)
		}
	}
}

// Along gives the values as they hold where a route is.
func TestAlong(t *testing.T) {
	l := everyKind(t, story.Ordinal)
	for _, c := range []struct {
		x     float64
		value float64
		known bool
	}{{0.5, 0, false}, {1, 120, true}, {2.9, 120, true}, {3, 80, true}, {4, 0, false}, {5, 78, true}} {
		if v, known := l.Along(0, c.x); v != c.value || known != c.known {
			t.Errorf("at %g: %g, %t", c.x, v, known)
		}
	}
}

package scene

import (
	"math"
	"math/rand"
	"os"
	"testing"

	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

func flagship(t testing.TB) *story.Story {
	t.Helper()
	data, err := os.ReadFile("../examples/three-days-in-march/story.json")
	if err != nil {
		t.Fatal(err)
	}
	st, problems := story.Parse("story.json", data)
	if st == nil {
		t.Fatal(problems)
	}
	return st
}

// Two flows on one route lie side by side and never on top of each other, and
// all flows end short of the marks of places.
func TestFlowsOnOneRouteKeepApart(t *testing.T) {
	st := flagship(t)
	line := timeline.New(st)
	pr := Projection(line)
	for _, width := range []float64{320, 360, 800, 1000, 1440} {
		w, h := width, max(280, width*0.5)
		widths := bandWidths(st, 12)
		for i := range widths {
			if widths[i] == 0 {
				widths[i] = 2*doubleGap + doubleLine
			}
		}
		s := &Scene{}
		all := legs(st, pr, widths)
		s.shortest = shortest(all, st.Flows)
		for _, stop := range line.Stops {
			var points []orb.Point
			for _, p := range stop.Focus {
				points = append(points, st.Places[p].At)
			}
			m := geo.Fit(pr, points, w, h, geo.Insets{Top: 40, Right: 44, Bottom: 48, Left: 44}).Matrix(w, h)
			k := s.thin(m)
			frame := boxAt(0, 0, float32(w), float32(h))
			ribbons := make([]ribbon, len(all))
			for i := range all {
				ribbons[i].lay(&all[i], m, k, frame)
				ends := [2]render.Point{ribbons[i].points[0], ribbons[i].points[len(ribbons[i].points)-1]}
				for e, at := range [2]port{all[i].from, all[i].to} {
					if at.place < 0 {
						continue
					}
					mark := pixel(m, pr.Forward(st.Places[at.place].At))
					if d := length(minus(ends[e], mark)); d < dotRadius+1.6 {
						t.Errorf("%g px, flow %s ends %.1f px from %s, on its mark", width, st.Flows[all[i].flow].ID, d, st.Places[at.place].ID)
					}
				}
			}
			for i := range all {
				for j := range i {
					a, b := &all[i], &all[j]
					if a.from.place < 0 || a.to.place < 0 || a.from.place != b.from.place || a.to.place != b.to.place {
						continue
					}
					need := (a.half + b.half) * k
					if got := closest(&ribbons[i], &ribbons[j]); got < need {
						t.Errorf("%g px: %s and %s come within %.1f px, their bands need %.1f", width, st.Flows[a.flow].ID, st.Flows[b.flow].ID, got, need)
					}
				}
			}
		}
	}
}

func closest(a, b *ribbon) float32 {
	least := float32(math.Inf(1))
	for d := float32(0); d <= a.length(); d += 2 {
		p, _ := a.at(d)
		for e := float32(0); e <= b.length(); e += 2 {
			q, _ := b.at(e)
			least = min(least, length(minus(p, q)))
		}
	}
	return least
}

// Widths are in exact proportion to the amounts, and only known amounts have
// one.
func TestBandWidths(t *testing.T) {
	st := flagship(t)
	w := bandWidths(st, 12)
	for i, f := range st.Flows {
		want := float32(0)
		if f.Amount.Kind == story.Known {
			want = float32(12 * f.Amount.Money.Value / 2.26e9)
		}
		if math.Abs(float64(w[i]-want)) > 1e-4 {
			t.Errorf("%s is %g wide, want %g", f.ID, w[i], want)
		}
	}
	if ratio := w[st.FlowIndex("loan")] / w[st.FlowIndex("export-finance")]; math.Abs(float64(ratio)-2.26/1.6) > 1e-5 {
		t.Errorf("the loan is %g times as wide as the export finance, want %g", ratio, 2.26/1.6)
	}
}

// spread keeps order and gaps, and moves nothing that stands well.
func TestSpread(t *testing.T) {
	seed := rand.Int63()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewSource(seed))
	for range 500 {
		n := 1 + r.Intn(8)
		want, gap := make([]float64, n), make([]float64, n)
		for i := range want {
			want[i] = r.Float64() * 6
			if i > 0 {
				want[i] = max(want[i], want[i-1])
				gap[i] = r.Float64()
			}
		}
		got := spread(want, gap)
		loose := true
		for i := 1; i < n; i++ {
			if got[i]-got[i-1] < gap[i]-1e-9 {
				t.Fatalf("want %v gap %v: got %v, too near at %d", want, gap, got, i)
			}
			loose = loose && want[i]-want[i-1] >= gap[i]
		}
		if loose {
			for i := range got {
				if math.Abs(got[i]-want[i]) > 1e-9 {
					t.Fatalf("want %v gap %v: moved to %v without need", want, gap, got)
				}
			}
		}
	}
}

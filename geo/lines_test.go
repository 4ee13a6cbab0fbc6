package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// away is how far a place lies from the nearest of some lines, in km.
func away(lines []orb.LineString, pr Projection, ll orb.Point) float64 {
	rings := make([]orb.Ring, len(lines))
	for i, l := range lines {
		rings[i] = orb.Ring(l)
	}
	return nearest(rings, pr.Forward(ll)) * EarthRadiusKm
}

// Lines in dispute are those of the list in cmd/assets, and nothing else is:
// neither the settled part of a line that is in dispute elsewhere, nor any line
// around or across Crimea.
func TestDisputed(t *testing.T) {
	pr := EqualEarth(60) // through the middle of most of them
	for level, p := range levels(t) {
		near := [...]float64{60, 25, 15}[level] // km: how far a level leaves the line
		chart := p.Project(pr)
		for _, c := range []struct {
			name     string
			at       orb.Point
			disputed bool
		}{
			{"Western Sahara and Morocco", orb.Point{-10, 27.667}, true},
			{"Kosovo and Serbia", orb.Point{21.66, 42.68}, true},
			{"Line of Control near Poonch", orb.Point{74.05, 33.8}, true},
			{"India and Pakistan at Wagah", orb.Point{74.57, 31.6}, false},
			{"India and Pakistan in the Thar", orb.Point{70.5, 27.9}, false},
			{"Aksai Chin", orb.Point{78.9, 33.6}, true},
			{"China and Nepal", orb.Point{84, 29.2}, false},
			{"Korea at Panmunjom", orb.Point{126.68, 37.96}, true},
			{"Halaib", orb.Point{35, 22}, true},
			{"Egypt and Sudan in the west", orb.Point{27, 22}, false},
			{"Ukraine and Russia near Kharkiv", orb.Point{36.4, 50.3}, false},
			{"Poland and Germany", orb.Point{14.6, 52.4}, false},
		} {
			d, b := away(chart.Disputed, pr, c.at), away(chart.Borders, pr, c.at)
			if c.disputed && !(d < near && d < b) || !c.disputed && !(b < near && b < d) {
				t.Errorf("level %d: %s: %.0f km from a line in dispute, %.0f km from a border", level, c.name, d, b)
			}
		}
		for _, at := range []orb.Point{{33.7, 46.15}, {34.1, 44.95}, {36.5, 45.35}} { // isthmus, middle, Kerch
			if d := min(away(chart.Disputed, pr, at), away(chart.Borders, pr, at)); d < 150 {
				t.Errorf("level %d: a line %.0f km from %v in Crimea", level, d, at)
			}
		}
	}
}

// Rivers run over land, and every finer level has those of the coarser one.
func TestRivers(t *testing.T) {
	all := levels(t)
	for level, p := range all {
		off, points := 0, 0
		for _, i := range p.Rivers {
			arc := p.Arcs[i]
			for k := len(arc) / 2; k < len(arc); k += 40 {
				points++
				if !p.OnLand(p.degrees(arc[k])) {
					off++
				}
			}
		}
		if points == 0 || off*20 > points {
			t.Errorf("level %d: %d of %d points of rivers lie in the sea", level, off, points)
		}
		if level > 0 && len(p.Rivers) <= len(all[level-1].Rivers) {
			t.Errorf("level %d has %d rivers, the one before %d", level, len(p.Rivers), len(all[level-1].Rivers))
		}
	}
	pr := EqualEarth(0)
	var charts []*Chart
	for _, p := range all {
		charts = append(charts, p.Project(pr))
	}
	for _, c := range []struct {
		name  string
		at    orb.Point
		level int // from which it is there
	}{
		{"Nile at Luxor", orb.Point{32.64, 25.7}, 0}, {"Amazon at Santarém", orb.Point{-54.7, -2.4}, 0},
		{"Danube at Vienna", orb.Point{16.4, 48.2}, 0}, {"Dnipro at Kyiv", orb.Point{30.55, 50.45}, 1},
		{"Rhine at Cologne", orb.Point{6.97, 50.94}, 1}, {"Thames at Oxford", orb.Point{-1.25, 51.75}, 2},
	} {
		for level, chart := range charts {
			if d := away(chart.Rivers, pr, c.at); (d < 25) != (level >= c.level) {
				t.Errorf("level %d: %s: the nearest river is %.0f km away", level, c.name, d)
			}
		}
	}
}

// A cut keeps what lies in it of rivers and lines in dispute, as they were.
func TestCutLines(t *testing.T) {
	b := open(t)
	for level := range b.Levels() {
		world, _ := b.World(level)
		for _, bound := range []orb.Bound{
			{Min: orb.Point{68, 20}, Max: orb.Point{100, 40}},
			{Min: orb.Point{15, 35}, Max: orb.Point{40, 50}},
		} {
			piece, err := b.Cut(bound, level)
			if err != nil {
				t.Fatal(err)
			}
			pr := LambertAzimuthal(bound.Center())
			whole, part := world.Project(pr), piece.Project(pr)
			for _, c := range []struct {
				name        string
				whole, part []orb.LineString
			}{{"dispute", whole.Disputed, part.Disputed}, {"river", whole.Rivers, part.Rivers}} {
				want, got := within(c.whole, pr, bound), within(c.part, pr, bound)
				if want == 0 || math.Abs(want-got) > want/100 {
					t.Errorf("level %d, %v: %s of %.0f km, %.0f in the world", level, bound, c.name, got, want)
				}
			}
		}
	}
}

// within is how much of some lines lies in a bound, in km.
func within(lines []orb.LineString, pr Projection, bound orb.Bound) float64 {
	sum := 0.0
	for _, l := range lines {
		for i := 1; i < len(l); i++ {
			a, _ := pr.Reverse(l[i-1])
			b, _ := pr.Reverse(l[i])
			const steps = 16
			for k := range steps {
				if bound.Contains(mix(a, b, (float64(k)+0.5)/steps)) {
					sum += Distance(a, b) / steps
				}
			}
		}
	}
	return sum
}

// What is known to be straight would not be bent.
func TestStraight(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	straight := 0
	for range 20_000 {
		pr := LambertAzimuthal(orb.Point{random.Float64()*360 - 180, random.Float64()*180 - 90})
		for _, within := range []float64{fine, 25 * fine} {
			d := sheetFor(pr, within).(*disc)
			a := orb.Point{random.Float64()*360 - 180, random.Float64()*180 - 90}
			size := math.Pow(10, random.Float64()*3-2)
			b := orb.Point{a[0] + size*(random.Float64()*2-1), max(-90, min(90, a[1]+size*(random.Float64()*2-1)))}
			pa, pb := pr.Forward(a), pr.Forward(b)
			if !d.straight(a, b, pa, pb) {
				continue
			}
			straight++
			if got := bend(nil, pr.Forward, a, b, pa, pb, d.bend); len(got) != 1 || got[0] != pb {
				t.Fatalf("%s: from %v to %v it is bent: %v", pr.Name(), a, b, got)
			}
		}
	}
	if straight < 2000 {
		t.Errorf("only %d lines are known to be straight", straight)
	}
}

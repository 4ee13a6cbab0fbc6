package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

func TestDistance(t *testing.T) {
	quarter := EarthRadiusKm * math.Pi / 2
	for _, c := range []struct {
		a, b orb.Point
		want float64
		off  float64
	}{
		{orb.Point{0, 0}, orb.Point{0, 90}, quarter, 1e-6},
		{orb.Point{10, 20}, orb.Point{-170, -20}, 2 * quarter, 1e-6},
		{orb.Point{179, 0}, orb.Point{-179, 0}, quarter / 45, 1e-6},
		{orb.Point{5, 5}, orb.Point{5, 5}, 0, 0},
		{cities[0], cities[1], 344, 1},
		{cities[3], cities[2], 7840, 15},
	} {
		if got := Distance(c.a, c.b); math.Abs(got-c.want) > c.off {
			t.Errorf("%v to %v: %.3f km, want %.3f", c.a, c.b, got, c.want)
		}
	}
}

func TestGreatCircleSpecial(t *testing.T) {
	for _, c := range []struct {
		name  string
		a, b  orb.Point
		maxKm float64
		n     int
	}{
		{"identical", orb.Point{3, 4}, orb.Point{3, 4}, 100, 2},
		{"one step", orb.Point{0, 0}, orb.Point{0, 1}, 200, 2},
		{"no limit", orb.Point{0, 0}, orb.Point{90, 0}, 0, 2},
		{"opposite", orb.Point{20, 10}, orb.Point{-160, -10}, 1000, 22},
		{"pole to pole", orb.Point{0, 90}, orb.Point{0, -90}, 1000, 22},
		{"over the pole", orb.Point{0, 80}, orb.Point{180, 80}, 500, 6},
	} {
		line := GreatCircle(c.a, c.b, c.maxKm)
		if len(line) != c.n || line[0] != c.a || line[len(line)-1] != c.b {
			t.Errorf("%s: %d points from %v to %v, want %d", c.name, len(line), line[0], line[len(line)-1], c.n)
		}
		for _, p := range line {
			if math.IsNaN(p[0]) || math.IsNaN(p[1]) {
				t.Errorf("%s: %v", c.name, line)
				break
			}
		}
	}
	if top := GreatCircle(orb.Point{0, 80}, orb.Point{180, 80}, 500)[3]; top[1] < 86 {
		t.Errorf("the way over the pole stays at %v", top)
	}
}

// Steps are equal and short enough, and no detour is made.
func TestGreatCircle(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 2))
	for range 500 {
		a := orb.Point{random.Float64()*360 - 180, random.Float64()*180 - 90}
		b := orb.Point{random.Float64()*360 - 180, random.Float64()*180 - 90}
		maxKm := 50 + random.Float64()*2000
		line := GreatCircle(a, b, maxKm)
		sum := 0.0
		for i, p := range line {
			if math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90 {
				t.Fatalf("seed %d: %v is off the globe", seed, p)
			}
			if i > 0 {
				d := Distance(line[i-1], p)
				if d > maxKm*(1+1e-9) {
					t.Fatalf("seed %d: a step of %.1f km, at most %.1f are asked for", seed, d, maxKm)
				}
				sum += d
			}
		}
		if want := Distance(a, b); math.Abs(sum-want) > 1e-3 {
			t.Fatalf("seed %d: %v to %v: %.4f km long, want %.4f", seed, a, b, sum, want)
		}
	}
}

// A line over the antimeridian comes out of the world's map in two parts, each
// ending on its edge, and in one of a map centred there.
func TestLine(t *testing.T) {
	way := GreatCircle(orb.Point{140, 36}, orb.Point{-120, 37}, 100)
	world := Line(EqualEarth(0), way)
	if len(world) != 2 {
		t.Fatalf("%d parts on the world's map, want 2", len(world))
	}
	for _, part := range world {
		for i := 1; i < len(part); i++ {
			if d := math.Hypot(part[i][0]-part[i-1][0], part[i][1]-part[i-1][1]); d > 0.05 {
				t.Errorf("a leap of %.2f Earth radii", d)
			}
		}
	}
	for _, pr := range []Projection{EqualEarth(180), LambertAzimuthal(orb.Point{170, 30})} {
		if parts := Line(pr, way); len(parts) != 1 {
			t.Errorf("%s: %d parts, want 1", pr.Name(), len(parts))
		}
	}
}

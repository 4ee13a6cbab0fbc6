package geo

import (
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

var bounds = []orb.Bound{
	{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}},
	{Min: orb.Point{-180, -80}, Max: orb.Point{180, 75}},  // all round
	{Min: orb.Point{-180, -90}, Max: orb.Point{180, -75}}, // the south pole's own
	{Min: orb.Point{-180, -90}, Max: orb.Point{180, -60}},
	{Min: orb.Point{-180, -90}, Max: orb.Point{180, -85}}, // land alone, all round
	{Min: orb.Point{-180, -88}, Max: orb.Point{180, -50}},
	{Min: orb.Point{-180, -88}, Max: orb.Point{180, -86}},
	{Min: orb.Point{-180, 60}, Max: orb.Point{180, 90}},
	{Min: orb.Point{-180, -82}, Max: orb.Point{180, -80}},   // land almost everywhere
	{Min: orb.Point{-179.9, -90}, Max: orb.Point{179.9, 0}}, // almost all round
	{Min: orb.Point{-100, 15}, Max: orb.Point{60, 75}},
	{Min: orb.Point{140, 50}, Max: orb.Point{-140, 75}}, // across the antimeridian
	{Min: orb.Point{170, -25}, Max: orb.Point{-170, -10}},
	{Min: orb.Point{100, -90}, Max: orb.Point{-100, -60}},
	{Min: orb.Point{20, 5}, Max: orb.Point{22, 7}},     // land alone
	{Min: orb.Point{-40, 30}, Max: orb.Point{-38, 32}}, // sea alone
	{Min: orb.Point{48, 36}, Max: orb.Point{56, 48}},   // the Caspian, a hole
	{Min: orb.Point{0, -90}, Max: orb.Point{40, -70}},
	{Min: orb.Point{10, -40}, Max: orb.Point{40, 40}},
}

// What lies where is the same on a piece as on the world that it was cut from.
func TestCut(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 4))
	all := bounds
	for range 25 {
		south, west := random.Float64()*170-90, random.Float64()*360-180
		all = append(all, orb.Bound{
			Min: orb.Point{west, south},
			Max: orb.Point{wrapLon(west + random.Float64()*random.Float64()*350 + 0.5), min(90, south+0.5+random.Float64()*random.Float64()*150)},
		})
	}
	b := open(t)
	for level := range b.Levels() {
		world, _ := b.World(level)
		for _, bound := range all {
			piece, err := b.Cut(bound, level)
			if err != nil {
				t.Fatalf("%v: %v", bound, err)
			}
			piece, err = DecodePiece(piece.Encode())
			if err != nil {
				t.Fatalf("%v: %v", bound, err)
			}
			width := bound.Max[0] - bound.Min[0]
			if width < 0 {
				width += 360
			}
			wrong := 0
			for range 100 {
				ll := orb.Point{
					wrapLon(bound.Min[0] + random.Float64()*width),
					bound.Min[1] + random.Float64()*(bound.Max[1]-bound.Min[1]),
				}
				switch {
				case piece.OnLand(ll) != world.OnLand(ll),
					piece.InLake(ll) != world.InLake(ll),
					piece.Country(ll) != world.Country(ll):
					wrong++
				}
			}
			// A line across the edge is moved by up to half a grid step there, so that
			// a point right beside it may change sides.
			if wrong > 2 {
				t.Errorf("seed %d: level %d, %v: wrong at %d of 100 points", seed, level, bound, wrong)
			}
		}
	}
}

// Outside a piece nothing is known, and nothing is said.
func TestOutside(t *testing.T) {
	piece, err := open(t).Cut(orb.Bound{Min: orb.Point{170, 60}, Max: orb.Point{-170, 70}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, ll := range []orb.Point{{160, 65}, {-165, 65}, {180, 50}, {180, 75}, {0, 50}} {
		if piece.OnLand(ll) || piece.Country(ll) != "" {
			t.Errorf("%v is said to be on land", ll)
		}
	}
	if piece.Country(orb.Point{179, 67.5}) != "RUS" || piece.Country(orb.Point{-178, 67.5}) != "RUS" {
		t.Error("Chukotka is missing")
	}
}

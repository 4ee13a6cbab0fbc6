package geo

import (
	"os"
	"testing"

	"github.com/paulmach/orb"
)

var atlantic = orb.Bound{Min: orb.Point{-100, 15}, Max: orb.Point{60, 75}}

// A basemap is opened.
func BenchmarkOpen(b *testing.B) {
	data, err := os.ReadFile("../assets/basemap.bin")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Open(data); err != nil {
			b.Fatal(err)
		}
	}
}

// A basemap is cut to what a story can reach.
func BenchmarkCut(b *testing.B) {
	m := open(b)
	for _, c := range []struct {
		name  string
		bound orb.Bound
		level int
	}{
		{"Atlantic/1", atlantic, 1},
		{"Kyiv/2", orb.Bound{Min: orb.Point{25, 45}, Max: orb.Point{36, 54}}, 2},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := m.Cut(c.bound, c.level); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A piece of the basemap is decoded.
func BenchmarkDecodePiece(b *testing.B) {
	p, err := open(b).Cut(atlantic, 1)
	if err != nil {
		b.Fatal(err)
	}
	data := p.Encode()
	for b.Loop() {
		if _, err := DecodePiece(data); err != nil {
			b.Fatal(err)
		}
	}
}

// Points are projected.
func BenchmarkProject(b *testing.B) {
	m := open(b)
	p, err := m.Cut(atlantic, 1)
	if err != nil {
		b.Fatal(err)
	}
	world, _ := m.World(1)
	b.Run("Atlantic/azimuthal", func(b *testing.B) {
		for b.Loop() {
			p.Project(LambertAzimuthal(orb.Point{-25, 52}))
		}
	})
	b.Run("world/Equal Earth", func(b *testing.B) {
		for b.Loop() {
			world.Project(EqualEarth(11))
		}
	})
}

// The country at a point is found.
func BenchmarkCountry(b *testing.B) {
	world, _ := open(b).World(2)
	for b.Loop() {
		if world.Country(cities[2]) != "UKR" {
			b.Fatal("Kyiv is elsewhere")
		}
	}
}

package geo

import (
	"testing"

	"github.com/paulmach/orb"
)

// Whatever the bytes are, reading them gives a piece that can be used, or an
// error.
func FuzzDecodePiece(f *testing.F) {
	b := open(f)
	for _, bound := range bounds[9:] {
		p, err := b.Cut(bound, 0)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(p.Encode())
	}
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := DecodePiece(data)
		if err != nil {
			return
		}
		exercise(p)
	})
}

func FuzzOpen(f *testing.F) {
	tiny := Topology{PerDegree: 1, Arcs: [][]Cell{{{0, 0}, {9, 0}, {9, 9}, {0, 0}}}, Land: []Loop{{0}}}
	tiny.Countries = []Region{{"AAA", "A", []Loop{{0}}}}
	f.Add(EncodeAtlas([]*Piece{NewPiece(0, tiny)}))
	f.Add(EncodeAtlas(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Open(data)
		if err != nil {
			return
		}
		for i := range b.Levels() {
			p, err := b.Cut(orb.Bound{Min: orb.Point{170, -10}, Max: orb.Point{-100, 20}}, i)
			if err != nil {
				t.Fatal(err)
			}
			exercise(p)
			p, err = b.Cut(orb.Bound{Min: orb.Point{-180, -10}, Max: orb.Point{180, 20}}, i)
			if err != nil {
				t.Fatal(err)
			}
			exercise(p)
		}
	})
}

// The engine's own door: what a page has fetched.
func FuzzAtlas(f *testing.F) {
	b := open(f)
	p, err := b.Cut(bounds[9], 0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(EncodeAtlas([]*Piece{p}))
	f.Add(EncodeAtlas(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		pieces, err := DecodeAtlas(data)
		if err != nil {
			return
		}
		for _, p := range pieces {
			exercise(p)
		}
	})
}

// exercise does with a piece what a program does.
func exercise(p *Piece) {
	p.Country(orb.Point{10, 10})
	p.Project(LambertAzimuthal(orb.Point{-25, 52}))
	p.Project(EqualEarth(11))
	for _, c := range p.Countries {
		p.Shape(EqualEarth(0), c)
	}
	p.Encode()
}

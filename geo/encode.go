package geo

import "encoding/binary"

// The basemap format, version 2. It is a row of pieces; assets/basemap.bin is
// the row of all levels of the whole world, a story carries the few pieces that
// its map can show.
//
//	atlas   = "dateline map" version(1 byte) n { length piece }ⁿ
//	piece   = level perDegree west south width height arcs regions loops loops some some
//	arcs    = n { cells x y { x y }ᶜᵉˡˡˢ⁻¹ }ⁿ
//	regions = n { code name loops }ⁿ
//	loops   = n { refs { ref }ʳᵉᶠˢ }ⁿ
//	some    = n { step }ⁿ
//	code, name = length bytes
//
// Every number is a varint of encoding/binary: counts and lengths unsigned; x,
// y and ref signed (zigzag) differences from the one before, where an arc's
// first cell follows the first cell of the arc before, and a ref the ref before
// in the same list of loops. The last two loops are land and lakes, the two
// lists after them the arcs of borders in dispute and of rivers, each by its
// (unsigned) step from the one before. Most differences fit in a byte, so that
// a cell takes about two.
const (
	magic   = "dateline map"
	version = 2
)

// EncodeAtlas writes pieces to one file.
func EncodeAtlas(pieces []*Piece) []byte {
	data := append([]byte(magic), version)
	data = binary.AppendUvarint(data, uint64(len(pieces)))
	for _, p := range pieces {
		piece := p.Encode()
		data = binary.AppendUvarint(data, uint64(len(piece)))
		data = append(data, piece...)
	}
	return data
}

// Encode writes the piece alone.
func (p *Piece) Encode() []byte {
	e := encoder{}
	f := p.frame
	e.count(p.Level)
	e.count(p.PerDegree)
	e.signed(f.West)
	e.signed(f.South)
	e.count(int(f.East - f.West))
	e.count(int(f.North - f.South))
	e.count(len(p.Arcs))
	var first Cell
	for _, arc := range p.Arcs {
		e.count(len(arc))
		at := first
		for _, c := range arc {
			e.signed(c.X - at.X)
			e.signed(c.Y - at.Y)
			at = c
		}
		first = arc[0]
	}
	e.count(len(p.Countries))
	for _, c := range p.Countries {
		e.text(c.Code)
		e.text(c.Name)
		e.loops(c.Loops)
	}
	e.loops(p.Land)
	e.loops(p.Lakes)
	e.some(p.Disputed)
	e.some(p.Rivers)
	return e.data
}

type encoder struct{ data []byte }

func (e *encoder) count(n int)    { e.data = binary.AppendUvarint(e.data, uint64(n)) }
func (e *encoder) signed(n int32) { e.data = binary.AppendVarint(e.data, int64(n)) }

func (e *encoder) text(s string) {
	e.count(len(s))
	e.data = append(e.data, s...)
}

// some writes ascending numbers of arcs.
func (e *encoder) some(arcs []int) {
	e.count(len(arcs))
	at := 0
	for _, i := range arcs {
		e.count(i - at)
		at = i
	}
}

func (e *encoder) loops(loops []Loop) {
	e.count(len(loops))
	var at Ref
	for _, l := range loops {
		e.count(len(l))
		for _, r := range l {
			e.signed(int32(r - at))
			at = r
		}
	}
}

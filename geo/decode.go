package geo

import (
	"encoding/binary"
	"errors"
)

// ErrFormat is what reading gives for data that is no basemap, or a broken one.
var ErrFormat = errors.New("geo: not a basemap, or a broken one")

// ErrVersion is what reading gives for a basemap of another version.
var ErrVersion = errors.New("geo: a basemap of a version that this program does not read")

// DecodeAtlas reads what EncodeAtlas has written.
func DecodeAtlas(data []byte) ([]*Piece, error) {
	if len(data) <= len(magic) || string(data[:len(magic)]) != magic {
		return nil, ErrFormat
	}
	if data[len(magic)] != version {
		return nil, ErrVersion
	}
	d := decoder{data: data[len(magic)+1:]}
	pieces := make([]*Piece, d.count(1))
	for i := range pieces {
		p, err := DecodePiece(d.take(d.count(1)))
		if err != nil {
			return nil, err
		}
		pieces[i] = p
	}
	if d.bad || len(d.data) > 0 {
		return nil, ErrFormat
	}
	return pieces, nil
}

// DecodePiece reads what Encode has written. It accepts nothing that could make
// a later call fail: every reference names an arc, every cell lies on the globe.
func DecodePiece(data []byte) (*Piece, error) {
	d := decoder{data: data}
	level := d.number(15)
	t := Topology{PerDegree: d.number(10_000)}
	if t.PerDegree == 0 {
		return nil, ErrFormat
	}
	w := t.wheel()
	var f frame
	f.West, f.South = d.within(w), d.within(w/4)
	f.East = f.West + int32(d.number(int(w)))
	f.North = f.South + int32(d.number(int(w/2)))
	if f.East <= f.West || f.North <= f.South || f.North > w/4 {
		return nil, ErrFormat
	}
	t.Arcs = d.arcs(w)
	t.Countries = make([]Region, d.count(3))
	for i := range t.Countries {
		t.Countries[i] = Region{Code: d.text(), Name: d.text(), Loops: d.loops(len(t.Arcs))}
	}
	t.Land, t.Lakes = d.loops(len(t.Arcs)), d.loops(len(t.Arcs))
	t.Disputed, t.Rivers = d.some(len(t.Arcs)), d.some(len(t.Arcs))
	if d.bad || len(d.data) > 0 {
		return nil, ErrFormat
	}
	p := newPiece(level, t, f)
	if !p.sound() {
		return nil, ErrFormat
	}
	return p, nil
}

// decoder takes numbers off data. After the first that is missing or out of
// range it is bad and gives zeros alone.
type decoder struct {
	data []byte
	bad  bool
}

func (d *decoder) fail() {
	d.bad, d.data = true, nil
}

// number is an unsigned number of at most most.
func (d *decoder) number(most int) int {
	n, size := binary.Uvarint(d.data)
	if size <= 0 || n > uint64(most) {
		d.fail()
		return 0
	}
	d.data = d.data[size:]
	return int(n)
}

// count is a number of things of at least size bytes each, so that no malformed
// count asks for more memory than the data could fill.
func (d *decoder) count(size int) int { return d.number(len(d.data) / size) }

// within is a signed number between −most and most.
func (d *decoder) within(most int32) int32 {
	n, size := binary.Varint(d.data)
	if size <= 0 || n > int64(most) || n < -int64(most) {
		d.fail()
		return 0
	}
	d.data = d.data[size:]
	return int32(n)
}

func (d *decoder) take(n int) []byte {
	if n > len(d.data) {
		d.fail()
		return nil
	}
	taken := d.data[:n]
	d.data = d.data[n:]
	return taken
}

func (d *decoder) text() string { return string(d.take(d.count(1))) }

func (d *decoder) arcs(w int32) [][]Cell {
	arcs := make([][]Cell, d.count(5))
	var first Cell
	for i := range arcs {
		n := d.count(2)
		if n < 2 {
			d.fail()
			return nil
		}
		arc := make([]Cell, n)
		at := first
		for k := range arc {
			at.X += d.within(4 * w)
			at.Y += d.within(w)
			if at.X < -2*w || at.X > 2*w || at.Y < -w/4 || at.Y > w/4 {
				d.fail()
				return nil
			}
			arc[k] = at
		}
		arcs[i], first = arc, arc[0]
	}
	return arcs
}

func (d *decoder) loops(arcs int) []Loop {
	loops := make([]Loop, d.count(1))
	var at Ref
	for i := range loops {
		loop := make(Loop, d.count(1))
		for k := range loop {
			at += Ref(d.within(int32(2*arcs + 1)))
			if at.Arc() >= arcs {
				d.fail()
				return nil
			}
			loop[k] = at
		}
		loops[i] = loop
	}
	return loops
}

// some are ascending numbers of arcs.
func (d *decoder) some(arcs int) []int {
	var some []int
	at := 0
	for range d.count(1) {
		if at += d.number(arcs); at >= arcs {
			d.fail()
			return nil
		}
		some = append(some, at)
	}
	return some
}

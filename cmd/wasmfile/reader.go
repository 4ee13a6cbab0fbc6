// Package wasmfile reads the pieces that a WebAssembly binary is made of
// (https://webassembly.github.io/spec/core/binary/), for the tools that build
// the engine.
package wasmfile

import (
	"encoding/binary"
	"errors"
)

// Magic is how a binary begins.
const Magic = "\x00asm\x01\x00\x00\x00"

// ErrDamaged is the error of what is no binary.
var ErrDamaged = errors.New("not a WebAssembly program, or a damaged one")

// A Reader takes pieces off its data. After a mistake it is empty and bad.
type Reader struct {
	Data []byte
	Bad  bool
}

func (r *Reader) fail() { *r = Reader{Bad: true} }

// Number reads an unsigned LEB128 number.
func (r *Reader) Number() int {
	n, size := binary.Uvarint(r.Data)
	if size <= 0 || n > 1<<31 {
		r.fail()
		return 0
	}
	r.Data = r.Data[size:]
	return int(n)
}

// Signed reads a signed LEB128 number.
func (r *Reader) Signed() int {
	v := int64(0)
	for i, b := range r.Data {
		if i == 5 {
			break
		}
		v |= int64(b&0x7f) << (7 * i)
		if b&0x80 == 0 {
			if b&0x40 != 0 {
				v |= -1 << (7 * (i + 1))
			}
			r.Data = r.Data[i+1:]
			return int(v)
		}
	}
	r.fail()
	return 0
}

// Byte reads a byte.
func (r *Reader) Byte() byte {
	if len(r.Data) == 0 {
		r.fail()
		return 0
	}
	b := r.Data[0]
	r.Data = r.Data[1:]
	return b
}

// Bytes reads a number and as many bytes.
func (r *Reader) Bytes() []byte {
	n := r.Number()
	if n > len(r.Data) {
		r.fail()
		return nil
	}
	out := r.Data[:n]
	r.Data = r.Data[n:]
	return out
}

// Section reads a section: what it is, and what it holds.
func (r *Reader) Section() (id byte, content *Reader) {
	id = r.Byte()
	return id, &Reader{Data: r.Bytes()}
}

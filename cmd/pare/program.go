package main

import (
	"bytes"
	"encoding/binary"

	"dateline/cmd/wasmfile"
)

// A program is a WebAssembly binary, with what its data make of the memory when
// it starts.
type program struct {
	before, after []byte // the sections on both sides of the data
	memory        []byte
}

// Sections, and what stands in a segment of data (WebAssembly 1.0, 5.5).
const (
	dataSection = 11
	firstMemory = 0
	constant    = 0x41 // i32.const
	end         = 0x0b
)

// mostMemory is how far data may reach, in bytes.
const mostMemory = 1 << 28

// read reads a program whose data lie in one memory, at places that are known.
func read(data []byte) (*program, error) {
	if !bytes.HasPrefix(data, []byte(wasmfile.Magic)) {
		return nil, wasmfile.ErrDamaged
	}
	p := &program{}
	for r := (&wasmfile.Reader{Data: data[len(wasmfile.Magic):]}); len(r.Data) > 0; {
		from := len(data) - len(r.Data)
		id, content := r.Section()
		if r.Bad {
			return nil, wasmfile.ErrDamaged
		}
		if id != dataSection {
			continue
		}
		if p.memory != nil || !p.fill(content) {
			return nil, wasmfile.ErrDamaged
		}
		p.before, p.after = data[:from], r.Data
	}
	if p.memory == nil {
		return nil, wasmfile.ErrDamaged
	}
	return p, nil
}

// fill puts the segments of data into the memory. None may lie on another.
func (p *program) fill(r *wasmfile.Reader) bool {
	taken := 0
	for range r.Number() {
		if r.Byte() != firstMemory || r.Byte() != constant {
			return false
		}
		at := r.Signed()
		if r.Byte() != end {
			return false
		}
		segment := r.Bytes()
		if r.Bad || at < 0 || at+len(segment) > mostMemory {
			return false
		}
		if more := at + len(segment) - len(p.memory); more > 0 {
			p.memory = append(p.memory, make([]byte, more)...)
		}
		copy(p.memory[at:], segment)
		taken += len(segment)
	}
	return taken > 0 && taken <= len(p.memory) && len(r.Data) == 0
}

// gap is from how many zeros on a segment ends: shorter runs weigh next to
// nothing after brotli, and every segment costs time at the start.
const gap = 1024

// bytes writes the program.
func (p *program) bytes() []byte {
	var segments []byte
	n := 0
	for at := 0; at < len(p.memory); {
		if p.memory[at] == 0 {
			at++
			continue
		}
		to, zeros := at, 0 // behind the last byte that is not zero; zeros since
		for i := at; i < len(p.memory) && zeros < gap; i++ {
			if zeros++; p.memory[i] != 0 {
				to, zeros = i+1, 0
			}
		}
		segments = append(segments, firstMemory, constant)
		segments = append(appendSigned(segments, at), end)
		segments = binary.AppendUvarint(segments, uint64(to-at))
		segments = append(segments, p.memory[at:to]...)
		at = to
		n++
	}
	section := append(binary.AppendUvarint(nil, uint64(n)), segments...)
	out := append(bytes.Clone(p.before), dataSection)
	out = binary.AppendUvarint(out, uint64(len(section)))
	out = append(out, section...)
	return append(out, p.after...)
}

// appendSigned writes a signed LEB128 number that is not negative.
func appendSigned(b []byte, v int) []byte {
	for v >= 0x40 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

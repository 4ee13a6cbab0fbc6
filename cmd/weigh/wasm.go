package main

import (
	"encoding/binary"
	"errors"
	"strings"
)

var errDamaged = errors.New("not a WebAssembly program, or a damaged one")

// reader reads the pieces that a WebAssembly binary is made of
// (https://webassembly.github.io/spec/core/binary/). After a mistake it is
// empty and bad.
type reader struct {
	data []byte
	bad  bool
}

// number reads an unsigned LEB128 number.
func (r *reader) number() int {
	n, size := binary.Uvarint(r.data)
	if size <= 0 || n > 1<<31 {
		*r = reader{bad: true}
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

// bytes reads a number and as many bytes.
func (r *reader) bytes() []byte {
	n := r.number()
	if n > len(r.data) {
		*r = reader{bad: true}
		return nil
	}
	out := r.data[:n]
	r.data = r.data[n:]
	return out
}

// section reads a section: what it is, and what it holds.
func (r *reader) section() (id byte, content *reader) {
	id = r.data[0]
	r.data = r.data[1:]
	return id, &reader{data: r.bytes()}
}

// packages returns how many bytes of code each package has.
func packages(program []byte) (map[string]int, error) {
	const magic = "\x00asm\x01\x00\x00\x00"
	if !strings.HasPrefix(string(program), magic) {
		return nil, errDamaged
	}
	var names map[int]string
	var sizes []int
	imported := 0
	for r := (&reader{data: program[len(magic):]}); len(r.data) > 0; {
		id, content := r.section()
		switch id {
		case 0:
			if string(content.bytes()) == "name" {
				names = functionNames(content)
			}
		case 2: // Go imports nothing but functions, which come first in the numbering
			imported = content.number()
		case 10:
			for range content.number() {
				sizes = append(sizes, len(content.bytes()))
			}
		}
		if r.bad || content.bad {
			return nil, errDamaged
		}
	}
	if len(names) == 0 {
		return nil, errors.New("it was linked without names: leave -s out of -ldflags")
	}
	out := map[string]int{}
	for i, size := range sizes {
		out[packageOf(names[imported+i])] += size
	}
	return out, nil
}

// functionNames reads the first part of the section of names, by number of
// function.
func functionNames(r *reader) map[int]string {
	out := map[int]string{}
	for len(r.data) > 0 {
		id, content := r.section()
		if id != 1 {
			continue
		}
		for range content.number() {
			i := content.number()
			out[i] = string(content.bytes())
		}
		r.bad = r.bad || content.bad
	}
	return out
}

// packageOf is the package in the name of a function, as Go's linker writes it
// for WebAssembly: "/" and what else is no letter, digit or dot is "_". An
// instance of a generic function counts where it is declared.
func packageOf(name string) string {
	name, _, _ = strings.Cut(name, "[")
	host := ""
	for _, h := range []string{"github.com_", "golang.org_"} { // the only hosts, whose dots are no ends of packages
		if rest, ok := strings.CutPrefix(name, h); ok {
			host, name = h, rest
		}
	}
	path, _, ok := strings.Cut(name, ".")
	if !ok {
		return "(the linker's own)"
	}
	return host + path
}

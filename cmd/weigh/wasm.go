package main

import (
	"errors"
	"strings"

	"dateline/cmd/wasmfile"
)

// packages returns how many bytes of code each package has.
func packages(program []byte) (map[string]int, error) {
	if !strings.HasPrefix(string(program), wasmfile.Magic) {
		return nil, wasmfile.ErrDamaged
	}
	var names map[int]string
	var sizes []int
	imported := 0
	for r := (&wasmfile.Reader{Data: program[len(wasmfile.Magic):]}); len(r.Data) > 0; {
		id, content := r.Section()
		switch id {
		case 0:
			if string(content.Bytes()) == "name" {
				names = functionNames(content)
			}
		case 2: // Go imports nothing but functions, which come first in the numbering
			imported = content.Number()
		case 10:
			for range content.Number() {
				sizes = append(sizes, len(content.Bytes()))
			}
		}
		if r.Bad || content.Bad {
			return nil, wasmfile.ErrDamaged
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
func functionNames(r *wasmfile.Reader) map[int]string {
	out := map[int]string{}
	for len(r.Data) > 0 {
		id, content := r.Section()
		if id != 1 {
			continue
		}
		for range content.Number() {
			i := content.Number()
			out[i] = string(content.Bytes())
		}
		r.Bad = r.Bad || content.Bad
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

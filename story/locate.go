package story

import (
	"strconv"
	"strings"
)

// Locate gives a problem that was found outside the file its place in it: line
// and column of the value at p.Path, "events[3].image.src", or as far down as
// the file goes. Data is the file that Parse has read.
func Locate(data []byte, p Problem) Problem {
	r := &reader{file: p.File, data: data}
	root, f := readTree(data)
	if f == nil {
		r.report(within(&root, p.Path).at, p.Path, p.Severity, p.Hint, p.Message)
		return r.sorted()[0]
	}
	p.Line, p.Col = 1, 1
	return p
}

// within goes down a path.
func within(n *node, path string) *node {
	for _, name := range strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(".[]", r) }) {
		next := n.member(name)
		if i, err := strconv.Atoi(name); err == nil && n.kind == '[' && i >= 0 && i < len(n.items) {
			next = &n.items[i]
		}
		if next == nil {
			break
		}
		n = next
	}
	return n
}

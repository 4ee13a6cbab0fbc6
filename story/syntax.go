//go:build !js

package story

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/tailscale/hujson"
)

// parseSyntax reads JSON, in which comments and trailing commas are allowed,
// into a tree. This is the only door to the JSON library: the browser program
// takes compiled stories, so its build has the twin in syntax_js.go and is
// 13 kB (brotli) smaller.
func parseSyntax(data []byte) (node, *fault) {
	// The library wants a line break behind a comment, also at the file's end.
	v, err := hujson.Parse(append(bytes.Clone(data), '\n'))
	if err != nil {
		return node{}, syntaxFault(data, err)
	}
	return tree(&v), nil
}

func tree(v *hujson.Value) node {
	n := node{at: v.StartOffset, kind: byte(v.Value.Kind())}
	switch x := v.Value.(type) {
	case *hujson.Object:
		n.members = make([]member, len(x.Members))
		for i := range x.Members {
			m := &x.Members[i]
			n.members[i] = member{
				name:  m.Name.Value.(hujson.Literal).String(),
				at:    m.Name.StartOffset,
				value: tree(&m.Value),
			}
		}
	case *hujson.Array:
		n.items = make([]node, len(x.Elements))
		for i := range x.Elements {
			n.items[i] = tree(&x.Elements[i])
		}
	case hujson.Literal:
		n.text = x.String()
	default:
		panic(fmt.Sprintf("story: JSON value of type %T", x))
	}
	return n
}

// syntaxFault takes the place out of the library's error and says what an
// author can do about it.
func syntaxFault(data []byte, err error) *fault {
	f := &fault{at: len(data), message: err.Error()}
	var line, col int
	if n, _ := fmt.Sscanf(f.message, "hujson: line %d, column %d:", &line, &col); n == 2 {
		f.at = min(lineStart(data, line)+col-1, len(data))
		f.message = strings.SplitN(f.message, ": ", 3)[2]
	}
	rest := string(data[f.at:])
	switch {
	case strings.HasSuffix(f.message, "unexpected EOF"):
		f.message = "the file ends in the middle of a value"
		f.hint = "a closing bracket, brace or quotation mark is missing"
	case strings.HasPrefix(f.message, `invalid literal: "`):
		f.message, f.hint = "this string has a line break or a wrong escape in it", `is a closing quotation mark missing? a line break is written \n`
	case strings.HasPrefix(f.message, "invalid literal: "):
		f.message = fmt.Sprintf("%q is no JSON value", shortened(strings.TrimPrefix(f.message, "invalid literal: ")))
		f.hint = "is it a string without quotation marks?"
	case strings.Contains(f.message, "(expecting ','"):
		f.message, _, _ = strings.Cut(f.message, " (expecting")
		f.hint = "is a comma missing before it?"
	case startsWithAny(rest, "“", "”", "„", "«", "'", "‘", "’"):
		f.hint = `strings stand in straight quotation marks: "`
	}
	return f
}

func startsWithAny(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// lineStart returns the offset of a line, counted from 1.
func lineStart(data []byte, line int) int {
	at := 0
	for ; line > 1; line-- {
		i := bytes.IndexByte(data[at:], '\n')
		if i < 0 {
			return len(data)
		}
		at += i + 1
	}
	return at
}

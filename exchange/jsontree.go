package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// node is a JSON value, and where it stands. All its methods work on nil, which
// is what is not there.
type node struct {
	at      place
	kind    byte   // { [ " 0 t n
	text    string // of strings, numbers and booleans
	members []jsonMember
	items   []*node
}

type jsonMember struct {
	name  string
	value *node
}

// get goes down by names.
func (n *node) get(names ...string) *node {
	for _, name := range names {
		if n == nil || n.kind != '{' {
			return nil
		}
		var next *node
		for i := range n.members {
			if n.members[i].name == name {
				next = n.members[i].value
			}
		}
		n = next
	}
	return n
}

// str is the text of a string or a number, "" for all else.
func (n *node) str() string {
	if n == nil || n.kind != '"' && n.kind != '0' {
		return ""
	}
	return strings.TrimSpace(n.text)
}

func (n *node) list() []*node {
	if n == nil {
		return nil
	}
	return n.items
}

// place is where the node stands, or else where the other does.
func (n *node) place(other place) place {
	if n == nil {
		return other
	}
	return n.at
}

// jsonReader reads values with their places.
type jsonReader struct {
	d      *json.Decoder
	name   string
	lines  *lines
	data   []byte
	values int // so far
}

const (
	deepest  = 100
	longPath = 200 // bytes
)

// under is the path of what stands in a value. A long one is shortened, and
// then the same for all that is in it: a file has as many paths as values.
func under(path, step string) string {
	switch {
	case strings.HasSuffix(path, "…"):
		return path
	case len(path)+len(step) > longPath:
		return path + "…"
	}
	return strings.TrimPrefix(path+step, ".")
}

// readJSON reads a file that is JSON, or a script that hands JSON to a
// function. What is wrong goes into the report.
func (d *draft) readJSON(name string, data []byte) *node {
	r := &jsonReader{d: json.NewDecoder(bytes.NewReader(data)), name: name, lines: newLines(data), data: data}
	r.d.UseNumber()
	n, err := r.value("", 0)
	if err == nil {
		if _, more := r.d.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("something stands behind the end")
		}
	}
	if err != nil {
		at := r.d.InputOffset()
		var bad *json.SyntaxError
		if errors.As(err, &bad) {
			at = bad.Offset
		}
		p := r.place(int(at), "")
		if !errors.Is(err, errManyValues) {
			err = fmt.Errorf("this is no JSON: %w", err)
		}
		d.fail(p, "%v", err)
		return nil
	}
	return n
}

func (r *jsonReader) place(at int, path string) place {
	line, col := r.lines.of(at)
	return place{r.name, line, col, path}
}

func (r *jsonReader) value(path string, depth int) (*node, error) {
	if depth > deepest {
		return nil, errors.New("brackets stand too deep in each other")
	}
	if r.values++; r.values > mostValues {
		return nil, errManyValues
	}
	at := int(r.d.InputOffset())
	for at < len(r.data) && strings.IndexByte(" \t\r\n:,", r.data[at]) >= 0 {
		at++
	}
	token, err := r.d.Token()
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = errors.New("it ends too early")
		}
		return nil, err
	}
	n := &node{at: r.place(at, path)}
	switch t := token.(type) {
	case string:
		n.kind, n.text = '"', t
	case json.Number:
		n.kind, n.text = '0', t.String()
	case bool:
		n.kind, n.text = 't', fmt.Sprint(t)
	case nil:
		n.kind = 'n'
	case json.Delim:
		n.kind = byte(t)
		for r.d.More() {
			if t == '[' {
				item, err := r.value(under(path, fmt.Sprintf("[%d]", len(n.items))), depth+1)
				if err != nil {
					return nil, err
				}
				n.items = append(n.items, item)
				continue
			}
			key, err := r.d.Token()
			if err != nil {
				return nil, err
			}
			name, _ := key.(string)
			value, err := r.value(under(path, "."+name), depth+1)
			if err != nil {
				return nil, err
			}
			n.members = append(n.members, jsonMember{name, value})
		}
		if _, err := r.d.Token(); err != nil { // the closing one
			if errors.Is(err, io.EOF) {
				err = errors.New("it ends too early")
			}
			return nil, err
		}
	}
	return n, nil
}

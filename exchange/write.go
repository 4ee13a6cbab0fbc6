package exchange

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/story"
)

// Write writes a story as story.json: the keys in the order of docs/format.md,
// only what is set, what is short on one line. story.Parse of it gives the same
// story.
func Write(s *story.Story) []byte {
	var b bytes.Buffer
	printValue(&b, treeOf(s).story(s), "", 0)
	b.WriteByte('\n')
	return b.Bytes()
}

// object is a JSON object with its keys in order; list is a JSON list; raw is a
// value that is JSON already.
type (
	object []member
	list   []any
	raw    string
	member struct {
		key   string
		value any
	}
)

// put adds a key, unless the value is nil.
func (o *object) put(key string, value any) {
	if value != nil {
		*o = append(*o, member{key, value})
	}
}

// width is where a line of JSON is broken, in characters.
const width = 100

// printValue prints a value, on one line where it fits behind what stands
// there already.
func printValue(b *bytes.Buffer, v any, indent string, used int) {
	var line bytes.Buffer
	printLine(&line, v)
	o, isObject := v.(object)
	l, isList := v.(list)
	long := len(indent)+used+utf8.RuneCount(line.Bytes()) > width
	if !long && indent != "" || !isObject && !isList {
		b.Write(line.Bytes())
		return
	}
	inner := indent + "  "
	open, end, n := "[", "]", len(l)
	if isObject {
		open, end, n = "{", "}", len(o)
	}
	b.WriteString(open)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n" + inner)
		if isList {
			printValue(b, l[i], inner, 1)
			continue
		}
		key := quoted(o[i].key) + ": "
		b.WriteString(key)
		printValue(b, o[i].value, inner, utf8.RuneCountInString(key)+1)
	}
	b.WriteString("\n" + indent + end)
}

func printLine(b *bytes.Buffer, v any) {
	switch v := v.(type) {
	case raw:
		b.WriteString(string(v))
	case object:
		b.WriteByte('{')
		for i, m := range v {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(quoted(m.key) + ": ")
			printLine(b, m.value)
		}
		b.WriteByte('}')
	case list:
		b.WriteByte('[')
		for i, x := range v {
			if i > 0 {
				b.WriteString(", ")
			}
			printLine(b, x)
		}
		b.WriteByte(']')
	}
}

// quoted is a string as JSON, with letters as they are.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(s) // a string can always be written
	return strings.TrimSuffix(b.String(), "\n")
}

func str(s string) any {
	if s == "" {
		return nil
	}
	return raw(quoted(s))
}

func num(v float64) any { return raw(strconv.FormatFloat(v, 'f', -1, 64)) }

func yes(v bool) any {
	if !v {
		return nil
	}
	return raw("true")
}

// many makes a list of what f makes of the items, or nil of none.
func many[T any](items []T, f func(*T) any) any {
	if len(items) == 0 {
		return nil
	}
	out := make(list, len(items))
	for i := range items {
		out[i] = f(&items[i])
	}
	return out
}

// oneOr is the only item, or the list of all.
func oneOr[T any](items []T, f func(*T) any) any {
	if len(items) == 1 {
		return f(&items[0])
	}
	return many(items, f)
}

// oneLine is a value on one line.
func oneLine(v any) string {
	var b bytes.Buffer
	printLine(&b, v)
	return b.String()
}

// rawTree is a value that was read, to be written again.
func rawTree(n *node) any {
	switch {
	case n == nil || n.kind == 'n':
		return nil
	case n.kind == '"':
		return raw(quoted(n.text))
	case n.kind == '{':
		o := object{}
		for _, m := range n.members {
			o.put(m.name, rawTree(m.value))
		}
		return o
	case n.kind == '[':
		l := list{}
		for _, x := range n.items {
			if v := rawTree(x); v != nil {
				l = append(l, v)
			}
		}
		return l
	}
	return raw(n.text)
}

package story

import "unicode/utf8"

// node is a JSON value and where it stands in the file.
type node struct {
	kind    byte   // '{', '[', '"', '0' (a number), 't', 'f' or 'n'
	text    string // a string's value; a number as it is written
	at      int    // offset of its first byte
	members []member
	items   []node
}

// member is a key of an object with its value.
type member struct {
	name  string
	at    int // offset of the key
	value node
}

// member returns the value of a key, or nil.
func (n *node) member(name string) *node {
	for i := range n.members {
		if n.members[i].name == name {
			return &n.members[i].value
		}
	}
	return nil
}

// kindName says what a value is, for a problem's message.
func (n *node) kindName() string {
	switch n.kind {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case '0':
		return "a number"
	case 't':
		return "true"
	case 'f':
		return "false"
	}
	return "null"
}

// deepest is how many objects and lists may stand in each other: a story needs
// eight, and a parser that recurses must have a bound.
const deepest = 64

// tooDeep returns the offset of the first bracket beyond the bound, or -1.
// Brackets in strings and comments do not count.
func tooDeep(data []byte) int {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{', '[':
			if depth++; depth > deepest {
				return i
			}
		case '}', ']':
			depth--
		case '"':
			for i++; i < len(data) && data[i] != '"'; i++ {
				if data[i] == '\\' {
					i++
				}
			}
		case '/':
			i = skipComment(data, i)
		}
	}
	return -1
}

// skipComment returns the last byte of the comment that begins at i, or i.
func skipComment(data []byte, i int) int {
	if i+1 >= len(data) {
		return i
	}
	switch data[i+1] {
	case '/':
		for i < len(data) && data[i] != '\n' {
			i++
		}
	case '*':
		for i += 3; i < len(data) && !(data[i-1] == '*' && data[i] == '/'); i++ {
		}
	}
	return i
}

// notUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func notUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

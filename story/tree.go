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

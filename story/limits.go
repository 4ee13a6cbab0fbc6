package story

import "fmt"

// What a story may have at most. A story that a newsroom tells stays far below
// each; what goes beyond one is a problem with its place, so that no file costs
// the tool its memory or its patience. docs/format.md lists them for authors.
const (
	MostBytes     = 16 << 20  // of a file
	deepest       = 64        // objects and lists in each other: a story needs eight
	mostValues    = 2_000_000 // of a file: strings, numbers, objects, lists
	MostThings    = 100_000   // places, events, flows … of a story
	mostParts     = 250       // figures, citations, places of a focus, changes … of one thing
	mostStretches = 100_000   // lines on the map: a flow has one from each of its places to each
	mostLinks     = 50        // flows that go on from each other
	mostLanguages = 50        // of a text
	LongestText   = 10_000    // characters
	longestLink   = 2_000     // characters
	longestName   = 200       // characters of a file's name
	longestID     = 100       // letters
	longestTag    = 35        // letters of a language tag: RFC 5646, section 4.4.1
	largest       = 1e18      // of numbers that count something
	smallest      = 1e-6
	mostProblems  = 1_000 // that are listed
)

// Countable reports whether a number that counts something is one that a story
// can have.
func Countable(v float64) bool { return v >= smallest && v <= largest }

// overLimit returns what is too much about a file before it is read as JSON,
// or nil: its size, the depth of its brackets, the number of its values.
// Brackets and commas in strings and comments do not count.
func overLimit(data []byte) *fault {
	if len(data) > MostBytes {
		return &fault{MostBytes, fmt.Sprintf("the file is longer than %d MB", MostBytes>>20), "tell it in several stories"}
	}
	depth, values := 0, 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{', '[':
			values++
			if depth++; depth > deepest {
				return &fault{i, "brackets stand too deep in each other", ""}
			}
		case ',', ':':
			values++
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
		if values > mostValues {
			return &fault{i, fmt.Sprintf("the file has more than %d values", mostValues), "tell it in several stories"}
		}
	}
	return nil
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

package exchange

import (
	"errors"
	"sort"
	"unicode/utf8"
)

// lines finds the line and the column of a place in a file. Places are asked
// for from the top to the bottom, so it counts on from the one before: a file
// may be one line of many megabytes.
type lines struct {
	data   []byte
	starts []int // where each line begins, in bytes

	line, at, col int // the place before: its line, its byte, its column
}

func newLines(data []byte) *lines {
	l := &lines{data: data, starts: []int{0}}
	for i, c := range data {
		if c == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// of is the line and the column of a byte, from 1; columns count characters.
func (l *lines) of(at int) (line, col int) {
	at = max(0, min(at, len(l.data)))
	line = sort.SearchInts(l.starts, at+1)
	if line != l.line || at < l.at {
		l.line, l.at, l.col = line, l.starts[line-1], 1
	}
	l.col += utf8.RuneCount(l.data[l.at:at])
	l.at = at
	return line, l.col
}

// byByte is the same for a column that is counted in bytes; one behind the end
// of its line stays as it is.
func (l *lines) byByte(line, col int) (int, int) {
	if line < 1 || line > len(l.starts) || col < 1 {
		return line, max(col, 1)
	}
	end := len(l.data)
	if line < len(l.starts) {
		end = l.starts[line] - 1
	}
	at := l.starts[line-1] + col - 1
	if at > end {
		return line, col
	}
	return l.of(at)
}

// mostValues is how many values a file to import may have: cells of a table,
// or strings, numbers, objects and lists. Each takes a hundred bytes and more.
const mostValues = 5_000_000

var errManyValues = errors.New("the file has more than 5,000,000 values; import it in parts")

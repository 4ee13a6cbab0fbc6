package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// sheet is a table with named columns.
type sheet struct {
	names []string       // as they stand there
	index map[string]int // by their plain names
	rows  []row
}

// row is a line of a table that has something in it.
type row struct {
	of    *sheet
	cells []cell
	at    place
}

// cell is one value, and where it stands.
type cell struct {
	text string
	at   place
}

// plainName is a column's name without what people vary.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return '_'
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

func (s *sheet) has(names ...string) bool {
	for _, n := range names {
		if _, ok := s.index[n]; !ok {
			return false
		}
	}
	return true
}

func (s *sheet) header() []string { return s.names }

// get returns the cell of the first of these columns that has something in it,
// or an empty one.
func (r row) get(names ...string) cell {
	at := r.at
	for _, n := range names {
		i, ok := r.of.index[n]
		if !ok {
			continue
		}
		at.where = r.of.names[i]
		if i < len(r.cells) && r.cells[i].text != "" {
			return r.cells[i]
		}
	}
	return cell{"", at}
}

// decode makes UTF-8 of a file, or says why it cannot.
func (d *draft) decode(f File) ([]byte, bool) {
	data := f.Data
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		big := data[0] == 0xFE
		units := make([]uint16, 0, len(data)/2)
		for i := 2; i+1 < len(data); i += 2 {
			a, b := uint16(data[i]), uint16(data[i+1])
			if big {
				a, b = b, a
			}
			units = append(units, b<<8|a)
		}
		return []byte(string(utf16.Decode(units))), true
	case bytes.HasPrefix(data, []byte("\uFEFF")):
		data = data[len("\uFEFF"):]
	}
	line, start := 1, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			d.fail(place{file: f.Name, line: line, col: utf8.RuneCount(data[start:i]) + 1},
				"this is not UTF-8 (perhaps Windows-1252, which Excel writes as \"CSV\"); save it as \"CSV UTF-8\"")
			return nil, false
		}
		if i += n; r == '\n' {
			line, start = line+1, i
		}
	}
	return data, true
}

// readSheet reads a table with commas, semicolons or tabs, whichever its first
// line has most of.
func (d *draft) readSheet(name string, data []byte) *sheet {
	if !bytes.Contains(data, []byte("\n")) {
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	comma := separator(first)
	if said, ok := bytes.CutPrefix(bytes.TrimSpace(first), []byte("sep=")); ok && len(said) == 1 { // Excel's own
		comma = rune(said[0])
		data = append(bytes.Repeat([]byte(" "), len(first)), data[len(first):]...)
	}
	return d.readRows(name, data, comma, false)
}

// readRows reads the rows. Quotation marks in the middle of a cell, which some
// programs write, are taken as they are where the strict reading stops at one.
func (d *draft) readRows(name string, data []byte, comma rune, lazy bool) *sheet {
	lines, values := newLines(data), 0
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, lazy
	s := &sheet{index: map[string]int{}}
	remarks := len(d.report.Remarks)
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p := place{file: name, line: 1, col: 1}
			var bad *csv.ParseError
			if errors.As(err, &bad) {
				p.line, p.col = lines.byByte(bad.Line, bad.Column)
				err = bad.Err
			}
			if errors.Is(err, csv.ErrBareQuote) && !lazy {
				d.report.Remarks = d.report.Remarks[:remarks]
				d.ask(p, "a quotation mark in the middle of a cell: are this row and those under it as they should be?")
				return d.readRows(name, data, comma, true)
			}
			d.fail(p, "this is no table: %v", err)
			return nil
		}
		if values += len(record); values > mostValues {
			line, col := lines.byByte(r.FieldPos(0))
			d.fail(place{file: name, line: line, col: col}, "%v", errManyValues)
			return nil
		}
		cells, filled := make([]cell, len(record)), false
		for i, text := range record {
			line, col := lines.byByte(r.FieldPos(i))
			cells[i] = cell{unescaped(strings.TrimSpace(text)), place{file: name, line: line, col: col}}
			if i < len(s.names) {
				cells[i].at.where = s.names[i]
			}
			filled = filled || cells[i].text != ""
		}
		switch {
		case !filled:
		case s.names == nil:
			d.readHeader(s, cells)
		default:
			at := cells[0].at
			at.where = ""
			s.rows = append(s.rows, row{s, cells, at})
			for i := len(s.names); i < len(cells); i++ {
				if cells[i].text != "" {
					d.drop(cells[i].at, "%s stands behind the last column", quote(cells[i].text))
				}
			}
		}
	}
	if s.names == nil {
		d.fail(place{file: name, line: 1, col: 1}, "the table is empty")
		return nil
	}
	return s
}

func (d *draft) readHeader(s *sheet, cells []cell) {
	for i, c := range cells {
		s.names = append(s.names, c.text)
		name := plainName(c.text)
		if name == "" {
			continue
		}
		if _, twice := s.index[name]; twice {
			c.at.where = c.text
			d.drop(c.at, "a second column of this name")
			continue
		}
		s.index[name] = i
	}
}

// separator is what a line has most of, outside quotation marks.
func separator(line []byte) rune {
	count, quoted := map[byte]int{}, false
	for _, c := range line {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted {
			count[c]++
		}
	}
	best := byte(',')
	for _, c := range []byte(";\t") {
		if count[c] > count[best] {
			best = c
		}
	}
	return rune(best)
}

package exchange

import (
	"fmt"
	"strings"
)

// Kind is what a remark means for the editor.
type Kind string

const (
	Note     Kind = "note"     // how something was understood
	Dropped  Kind = "dropped"  // a story cannot say it, so it is not there
	Question Kind = "question" // an editor should look
	Failure  Kind = "error"    // no story can be made
)

// Remark is one thing that an import has to say, and where.
type Remark struct {
	Kind    Kind   `json:"kind"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Col     int    `json:"col,omitempty"`
	Where   string `json:"where,omitempty"` // the column or the path
	Message string `json:"message"`
}

// String writes the remark on one line:
//
//	events.csv:4:12: Start: question: 3 April or 4 March? …
func (r Remark) String() string {
	s := ""
	if r.File != "" {
		s = r.File + ": "
		if r.Line > 0 {
			s = fmt.Sprintf("%s:%d:%d: ", r.File, r.Line, r.Col)
		}
	}
	if r.Where != "" {
		s += r.Where + ": "
	}
	return s + string(r.Kind) + ": " + r.Message
}

// Report is what an import understood, dropped and wants looked at.
type Report struct {
	Formats    []string `json:"formats"` // a line a file
	Events     int      `json:"events"`
	Flows      int      `json:"flows"`
	Routes     int      `json:"routes"`
	Areas      int      `json:"areas"`
	Magnitudes int      `json:"magnitudes"`
	Eras       int      `json:"eras"`
	Places     int      `json:"places"`
	Sources    int      `json:"sources"`
	Remarks    []Remark `json:"remarks"`
}

// Errors counts the remarks that keep a story from being made.
func (r Report) Errors() int { return r.Count(Failure) }

// Count counts the remarks of a kind.
func (r Report) Count(k Kind) int {
	n := 0
	for _, m := range r.Remarks {
		if m.Kind == k {
			n++
		}
	}
	return n
}

// Summary is the report in one line; of the rarer kinds it names those that are
// there.
func (r Report) Summary() string {
	s := fmt.Sprintf("%d events, %d flows", r.Events, r.Flows)
	for _, kind := range []struct {
		n    int
		name string
	}{{r.Routes, "routes"}, {r.Areas, "areas"}, {r.Magnitudes, "magnitudes"}, {r.Eras, "eras"}} {
		if kind.n > 0 {
			s += fmt.Sprintf(", %d %s", kind.n, kind.name)
		}
	}
	return s + fmt.Sprintf(", %d places, %d sources; %d things dropped, %d for an editor's eye",
		r.Places, r.Sources, r.Count(Dropped), r.Count(Question))
}

func (r *Report) add(k Kind, p place, message string) {
	r.Remarks = append(r.Remarks, Remark{k, p.file, p.line, p.col, p.where, message})
}

// place is a place in a file.
type place struct {
	file      string
	line, col int    // from 1; columns count characters
	where     string // a column's name, or a path
}

func (d *draft) note(p place, f string, a ...any) { d.report.add(Note, p, fmt.Sprintf(f, a...)) }
func (d *draft) drop(p place, f string, a ...any) { d.report.add(Dropped, p, fmt.Sprintf(f, a...)) }
func (d *draft) ask(p place, f string, a ...any)  { d.report.add(Question, p, fmt.Sprintf(f, a...)) }
func (d *draft) fail(p place, f string, a ...any) { d.report.add(Failure, p, fmt.Sprintf(f, a...)) }

// quote shortens what a remark shows of a file.
func quote(s string) string { return fmt.Sprintf("%q", short(s)) }

func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:57]) + "…"
	}
	return s
}

// listed are names with commas between, the first of very many.
func listed(names []string) string {
	const most = 100
	var b strings.Builder
	for i, name := range names[:min(len(names), most)] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(short(name))
	}
	if n := len(names) - most; n > 0 {
		fmt.Fprintf(&b, " and %d more", n)
	}
	return b.String()
}

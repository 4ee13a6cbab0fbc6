package story

import (
	"fmt"
	"strings"
)

// Severity is what a problem means for the story.
type Severity uint8

const (
	Error   Severity = iota // the story cannot be drawn
	Warning                 // it can, but an editor should look
)

// Problem is something wrong in a story file, and where.
type Problem struct {
	File      string
	Line, Col int    // from 1; columns count characters
	Path      string // "events[3].place"; empty for the file as a whole
	Message   string
	Hint      string // what to do about it; may be empty
	Severity  Severity
}

// String writes the problem on one line:
//
//	three-days.json:42:17: events[3].place: "Kiyv" is not a place of this story; did you mean "kyiv"?
func (p Problem) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: ", p.File, p.Line, p.Col)
	if p.Severity == Warning {
		b.WriteString("warning: ")
	}
	if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	b.WriteString(p.Message)
	if p.Hint != "" {
		b.WriteString("; " + p.Hint)
	}
	return b.String()
}

// Problems are all problems of a story file, in the order of their places.
type Problems []Problem

// Errors counts the problems that keep the story from being drawn.
func (ps Problems) Errors() int {
	n := 0
	for _, p := range ps {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// String writes one problem a line.
func (ps Problems) String() string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

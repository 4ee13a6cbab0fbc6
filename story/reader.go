package story

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// reader collects what reading a story finds out: problems, ids and
// references.
type reader struct {
	file     string
	data     []byte
	lang     string // the story's own language, known before the rest is read
	zone     string // its zone, likewise; may be empty
	problems []placed
	ids      map[idKind]map[string]int // where each id is defined
	order    map[idKind][]string       // ids in the order of their definition
	refs     []reference
}

// fault is a problem in the making, at an offset of the file.
type fault struct {
	at            int
	message, hint string
}

type placed struct {
	fault
	path     string
	severity Severity
}

// spot is a value and where it stands: what a form reads from.
type spot struct {
	r    *reader
	node *node
	path string
}

// errorf reports that the story cannot be drawn because of this value. The
// hint says what to do and may be empty.
func (s spot) errorf(hint, format string, args ...any) {
	s.r.report(s.node.at, s.path, Error, hint, fmt.Sprintf(format, args...))
}

// warnf reports that an editor should look at this value.
func (s spot) warnf(hint, format string, args ...any) {
	s.r.report(s.node.at, s.path, Warning, hint, fmt.Sprintf(format, args...))
}

func (r *reader) report(at int, path string, severity Severity, hint, message string) {
	r.problems = append(r.problems, placed{fault{at, message, hint}, path, severity})
}

// key returns the value of a key, or, where the object has none, the object
// itself, so that a problem always has a place.
func (s spot) key(name string) spot {
	if n := s.node.member(name); n != nil {
		return spot{s.r, n, join(s.path, name)}
	}
	return s
}

// has reports whether the object has a key.
func (s spot) has(name string) bool { return s.node.member(name) != nil }

// item returns an element of a list, or the value itself where it is no list
// or shorter.
func (s spot) item(i int) spot {
	if i < len(s.node.items) {
		return spot{s.r, &s.node.items[i], fmt.Sprintf("%s[%d]", s.path, i)}
	}
	return s
}

// shortened is what somebody wrote, for a message, which stays one that can be
// read whatever that was.
func shortened(s string) string {
	const most = 80
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// sorted returns the problems in the order of their places; at one place in
// the order in which they were found. Of very many they are the first, and how
// many more there are.
func (r *reader) sorted() Problems {
	sort.SliceStable(r.problems, func(i, j int) bool { return r.problems[i].at < r.problems[j].at })
	if n := len(r.problems) - mostProblems; n > 0 {
		more := placed{fault{r.problems[mostProblems-1].at, fmt.Sprintf("%d more problems after this one", n), "mend these first"}, "", Warning}
		for _, p := range r.problems[mostProblems:] {
			more.severity = min(more.severity, p.severity)
		}
		r.problems = append(r.problems[:mostProblems], more)
	}
	ps := make(Problems, len(r.problems))
	line, col, at := 1, 1, 0
	for i, p := range r.problems {
		for ; at < p.at; at++ {
			switch c := r.data[at]; {
			case c == '\n':
				line, col = line+1, 1
			case utf8.RuneStart(c):
				col++
			}
		}
		ps[i] = Problem{
			File: r.file, Line: line, Col: col,
			Path: p.path, Message: p.message, Hint: p.hint, Severity: p.severity,
		}
	}
	return ps
}

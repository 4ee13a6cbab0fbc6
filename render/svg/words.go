package svg

import (
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
)

// Words are the outlines of runs of letters that stand once in a document,
// however many of its pictures show them, and in whatever colour. The zero
// value holds none and calls them t0, t1 and so on.
type Words struct {
	Prefix  string // of their ids
	known   map[string]int
	order   []string
	written int // how many of order are
}

// id is what an outline is called.
func (w *Words) id(d string) string {
	n, ok := w.known[d]
	if !ok {
		if w.known == nil {
			w.known = map[string]int{}
		}
		n = len(w.order)
		w.known[d] = n
		w.order = append(w.order, d)
	}
	return w.name(n)
}

func (w *Words) name(n int) string { return html.EscapeString(w.Prefix) + "t" + strconv.Itoa(n) }

// paths are the outlines that have not been written yet; now they are.
func (w *Words) paths() string {
	var b strings.Builder
	for ; w.written < len(w.order); w.written++ {
		fmt.Fprintf(&b, "<path id=\"%s\" d=\"%s\"/>\n", w.name(w.written), w.order[w.written])
	}
	return b.String()
}

// Write writes the outlines that pictures have used since the last Write, as an
// element without size that shows nothing itself. A browser finds them wherever
// it stands in the document.
func (w *Words) Write(to io.Writer) error {
	paths := w.paths()
	if paths == "" {
		return nil
	}
	_, err := io.WriteString(to, `<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" aria-hidden="true"><defs>`+paths+"</defs></svg>\n")
	return err
}

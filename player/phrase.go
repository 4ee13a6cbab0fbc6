package player

import "strings"

// A text of the story that has no translation stands on the page in the story's
// own language. It is set apart, wherever it stands in a phrase, by the marks
// that Unicode has for this: first strong isolate and pop directional isolate.
// So every phrase stays a string; a template turns the marks into elements with
// a lang of their own, and a line that runs the other way keeps its order.
const (
	isolate = "\u2068"
	release = "\u2069"
)

// Span is a part of a phrase.
type Span struct {
	Text string
	Own  bool // in the story's own language, Page.TextLang, not in the page's
}

// Spans splits a phrase where its language changes.
func Spans(phrase string) []Span {
	var out []Span
	depth, from := 0, 0
	add := func(to int, own bool) {
		if to > from {
			out = append(out, Span{phrase[from:to], own})
		}
	}
	for i := 0; i < len(phrase); i++ {
		switch {
		case strings.HasPrefix(phrase[i:], isolate):
			if depth == 0 {
				add(i, false)
				from = i + len(isolate)
			}
			depth++
		case strings.HasPrefix(phrase[i:], release) && depth > 0:
			if depth--; depth == 0 {
				add(i, true)
				from = i + len(release)
			}
		}
	}
	add(len(phrase), depth > 0)
	return out
}

// Plain takes the marks out of a phrase.
func Plain(phrase string) string {
	if !strings.Contains(phrase, isolate) {
		return phrase
	}
	var b strings.Builder
	for _, s := range Spans(phrase) {
		b.WriteString(s.Text)
	}
	return b.String()
}

// bare makes a phrase ready where there is no markup: the marks stay only
// where the two languages run in different directions.
func (w *wording) bare(phrase string) string {
	if w.dir == w.textDir {
		return Plain(phrase)
	}
	return phrase
}

package player

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pattern is a phrase with places in braces: "About {date}". Every language
// puts them in its own order.
type pattern string

// with fills the places; pairs are names and values in turn. A value is never
// looked through for places.
func (p pattern) with(pairs ...string) string {
	var b strings.Builder
	rest := string(p)
	for {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, end, _ := strings.Cut(after, "}")
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				b.WriteString(pairs[i+1])
			}
		}
		rest = end
	}
}

// capital makes the first letter of a phrase a capital, unless it is a text of
// the story's in another language.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// sentences joins phrases as sentences, each with its full stop. Empty ones
// are left out.
func sentences(phrases ...string) string {
	var b strings.Builder
	for _, p := range phrases {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p)
		if !strings.ContainsRune(".!?…。؟", lastRune(p)) {
			b.WriteByte('.')
		}
	}
	return b.String()
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(s, release))
	return r
}

// joined joins what is there with a comma.
func (l *language) joined(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, l.comma)
}

// lower is the inverse of capital, for a phrase of ours within another.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

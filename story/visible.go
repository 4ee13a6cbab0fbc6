package story

import (
	"strings"
	"unicode"
)

// Shows reports whether a text has anything to see: spaces, joiners, marks of
// direction and fillers alone are nothing.
func Shows(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Cc, unicode.Variation_Selector) && !strings.ContainsRune("\u034F\u115F\u1160\u2800\u3164\uFFA0", r)
	})
}

// Balanced reports whether every isolate of direction (LRI, RLI, FSI) in a text
// ends in it (PDI), so that the words around it keep their order.
func Balanced(text string) bool {
	depth := 0
	for _, r := range text {
		switch r {
		case 0x2066, 0x2067, 0x2068:
			depth++
		case 0x2069:
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// mixedScript returns the part of a host's name in which Latin letters stand
// beside Greek or Cyrillic ones that look like them, or "".
func mixedScript(host string) string {
	for _, label := range strings.Split(host, ".") {
		has := func(t *unicode.RangeTable) bool {
			return strings.ContainsFunc(label, func(r rune) bool { return unicode.Is(t, r) })
		}
		if n := [...]bool{has(unicode.Latin), has(unicode.Greek), has(unicode.Cyrillic)}; n[0] && (n[1] || n[2]) || n[1] && n[2] {
			return label
		}
	}
	return ""
}

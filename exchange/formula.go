package exchange

import (
	"strings"
)

// A cell that begins like a formula could run in a spreadsheet, so export
// writes an apostrophe before it, and before one that stands there already
// where it would be taken for ours.
const formula = "=+-@\t\r"

func escaped(s string) string {
	if s == "" || isNumber(s) {
		return s
	}
	if strings.ContainsRune(formula, rune(s[0])) || s[0] == '\'' {
		return "'" + s
	}
	return s
}

func unescaped(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune(formula+"'", rune(s[1])) {
		return s[1:]
	}
	return s
}

func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, part, dot := strings.Cut(s, ".")
	return digitsOnly(whole) && (!dot || digitsOnly(part))
}

func digitsOnly(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

package web

import (
	"regexp"
	"strings"
)

// What a reader's browser does not need of scripts and styles: comments that
// stand on lines of their own, indentation, empty lines. No more is taken away,
// so the rest still reads as it was written. (The repository's scripts have no
// text that spans lines and none that looks like a comment; a test holds that.)

var (
	block  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	spaces = regexp.MustCompile(` *([{};]) *`)
)

func leanScript(js string) string {
	var b strings.Builder
	for line := range strings.Lines(js) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		if i := strings.LastIndex(line, "; // "); i >= 0 {
			line = line[:i+1]
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.String()
}

func leanStyle(css string) string {
	var b strings.Builder
	for line := range strings.Lines(block.ReplaceAllString(css, "")) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(spaces.ReplaceAllString(line, "$1"))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

package web

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

// What a reader's browser does not need of scripts and styles is taken away
// when a page is built; the repository's own stay as they are written.

// leanScript takes comments and spaces from a script, and gives short names to
// what no other script calls by name.
func leanScript(text []byte) []byte {
	var b bytes.Buffer
	if err := new(js.Minifier).Minify(minify.New(), &b, bytes.NewReader(text), nil); err != nil {
		panic(fmt.Errorf("a script of our own: %w", err))
	}
	b.WriteByte('\n')
	return b.Bytes()
}

var (
	block  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	spaces = regexp.MustCompile(` *([{};]) *`)
)

// leanStyle takes comments and spaces from a style sheet. More makes it no
// smaller after compression. (Ours has no text that looks like either.)
func leanStyle(text []byte) []byte {
	var b bytes.Buffer
	for line := range strings.Lines(block.ReplaceAllString(string(text), "")) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(spaces.ReplaceAllString(line, "$1"))
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}

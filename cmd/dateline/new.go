package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

const newManual = `new NAME

Writes a small, complete, commented story into a new folder.

  dateline new talks-in-geneva
  dateline serve talks-in-geneva`

//go:embed new/story.json
var newStory string

func newFolder(args []string, out, trouble io.Writer) error {
	set := flag.NewFlagSet("new", flag.ContinueOnError)
	rest, done, err := arguments(set, args, newManual, out, trouble)
	if done || err != nil {
		return err
	}
	switch {
	case len(rest) == 0:
		return wrong(set, newManual, trouble, errors.New("name the folder"))
	case len(rest) > 1:
		return wrong(set, newManual, trouble, errUnasked(rest[1]))
	}
	dir := filepath.Clean(rest[0])
	id, title := named(filepath.Base(dir))
	if id == "" {
		return wrong(set, newManual, trouble, fmt.Errorf("%q gives no id: use letters from a to z or digits", rest[0]))
	}
	text := strings.NewReplacer("{{id}}", quoted(id), "{{title}}", quoted(title)).Replace(newStory)
	file := filepath.Join(dir, "story.json")
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s is there already", file)
	}
	if err := putWhole(file, []byte(text), false); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", file)
	return err
}

// named makes a story's id and its title of a folder's name: "Talks in Geneva"
// becomes talks-in-geneva, and the other way round.
func named(name string) (id, title string) {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	title = strings.Join(words, " ")
	if first := []rune(title); len(first) > 0 {
		first[0] = unicode.ToUpper(first[0])
		title = string(first)
	}
	plain := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') })
	return strings.Join(plain, "-"), title
}

func quoted(s string) string {
	b, _ := json.Marshal(s) // a string always has one
	return string(b)
}

// errUnasked is about an argument too many.
func errUnasked(arg string) error { return fmt.Errorf("%q is one argument too many", arg) }

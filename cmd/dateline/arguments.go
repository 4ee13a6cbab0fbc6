package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// arguments parses a command's flags, which may stand before or after its
// story. Help ends a command well: then done is true. The first line of the
// manual is how the command is called; the rest, which follows the flags in the
// help, says more and gives examples.
func arguments(set *flag.FlagSet, args []string, manual string, out, trouble io.Writer) (rest []string, done bool, err error) {
	set.SetOutput(io.Discard)
	for {
		err := set.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			help(set, manual, out)
			return nil, true, nil
		}
		if err != nil {
			return nil, false, wrong(set, manual, trouble, err)
		}
		if set.NArg() == 0 {
			return rest, false, nil
		}
		rest = append(rest, set.Arg(0))
		args = set.Args()[1:]
	}
}

// wrong says how a command was used wrongly, and how to use it.
func wrong(set *flag.FlagSet, manual string, trouble io.Writer, err error) error {
	call, _, _ := strings.Cut(manual, "\n")
	fmt.Fprintf(trouble, "dateline %s: %v\nusage: dateline %s\nMore with dateline %s -h.\n", set.Name(), err, call, set.Name())
	return errUsage
}

func help(set *flag.FlagSet, manual string, w io.Writer) {
	call, more, _ := strings.Cut(manual, "\n")
	fmt.Fprintf(w, "usage: dateline %s\n", call)
	set.SetOutput(w)
	set.PrintDefaults()
	set.SetOutput(io.Discard)
	if more = strings.TrimSpace(more); more != "" {
		fmt.Fprintf(w, "\n%s\n", more)
	}
}

// oneStory is the story among the arguments, or the standing one.
func oneStory(rest []string, fallback string) (string, error) {
	switch {
	case len(rest) == 1:
		return rest[0], nil
	case len(rest) == 0 && fallback != "":
		return fallback, nil
	case len(rest) == 0:
		return "", errors.New("name a story")
	}
	return "", fmt.Errorf("one story at a time, not %d", len(rest))
}

// here is what STORY is when a command that can do without is given none: the
// story in this folder, else the standing one.
func here() string {
	if _, err := os.Stat("story.json"); err == nil {
		return "."
	}
	return standing
}

// storyFile is the file of a story that is named by itself or by its folder.
func storyFile(path string) (string, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		path = filepath.Join(path, "story.json")
	}
	return path, err
}

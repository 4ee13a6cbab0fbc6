package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
)

// arguments parses a command's flags, which may stand before or after its
// story. Help ends a command well: then done is true.
func arguments(set *flag.FlagSet, args []string, synopsis string, out, trouble io.Writer) (rest []string, done bool, err error) {
	set.SetOutput(io.Discard)
	for {
		err := set.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			help(set, synopsis, out)
			return nil, true, nil
		}
		if err != nil {
			fmt.Fprintf(trouble, "dateline %s: %v\n", set.Name(), err)
			help(set, synopsis, trouble)
			return nil, false, errUsage
		}
		if set.NArg() == 0 {
			return rest, false, nil
		}
		rest = append(rest, set.Arg(0))
		args = set.Args()[1:]
	}
}

func help(set *flag.FlagSet, synopsis string, w io.Writer) {
	fmt.Fprintf(w, "usage: dateline %s\n", synopsis)
	set.SetOutput(w)
	set.PrintDefaults()
	set.SetOutput(io.Discard)
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

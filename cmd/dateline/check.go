package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dateline/story"
	"dateline/timeline"
)

func check(args []string, out, trouble io.Writer) error {
	rest, done, err := arguments(flag.NewFlagSet("check", flag.ContinueOnError), args, "check [STORY]", out, trouble)
	if done || err != nil {
		return err
	}
	path, err := oneStory(rest, standing)
	if err != nil {
		return err
	}
	s, err := read(path, trouble)
	if err != nil {
		return err
	}
	line := timeline.New(s)
	for _, e := range editions(s, nil) {
		e.warn(s, trouble)
		if _, err := newPack(line, e.lang, trouble); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "%s: %d events, %d flows, %d places\n", s.ID, len(s.Events), len(s.Flows), len(s.Places))
	return nil
}

// read reads a story, and prints its problems.
func read(path string, trouble io.Writer) (*story.Story, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		path = filepath.Join(path, "story.json")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	s, problems := story.Parse(path, data)
	fmt.Fprint(trouble, problems)
	if problems.Errors() > 0 {
		return nil, errProblems
	}
	return s, nil
}

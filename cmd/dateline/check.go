package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"dateline/story"
	"dateline/timeline"
)

const checkManual = `check [STORY…] [-json | -sarif]

Reports every problem of the stories at once, errors (the story cannot be drawn)
apart from warnings (it can, but perhaps not as it was meant).

  dateline check talks                   a story's folder, or its story.json
  dateline check stories/*               several
  dateline check -sarif talks >a.sarif   for continuous integration

Exit status: 0 no errors, 1 errors, 2 a file cannot be read.`

// examined is what check found out about one story.
type examined struct {
	file     string
	story    *story.Story // nil when it cannot be drawn
	problems story.Problems
}

func check(args []string, out, trouble io.Writer) error {
	set := flag.NewFlagSet("check", flag.ContinueOnError)
	asJSON := set.Bool("json", false, "write the problems as JSON to standard output")
	asSARIF := set.Bool("sarif", false, "write the problems as SARIF 2.1.0 to standard output")
	rest, done, err := arguments(set, args, checkManual, out, trouble)
	if done || err != nil {
		return err
	}
	if *asJSON && *asSARIF {
		return wrong(set, checkManual, trouble, errors.New("-json or -sarif, not both"))
	}
	if len(rest) == 0 {
		rest = []string{here()}
	}
	var all []examined
	var unread error
	failed := false
	for _, path := range rest {
		r, err := examine(path)
		if err != nil {
			unread = errors.Join(unread, err)
			continue
		}
		failed = failed || r.story == nil
		all = append(all, r)
	}
	switch {
	case *asJSON:
		err = writeJSON(out, all)
	case *asSARIF:
		err = writeSARIF(out, all)
	default:
		err = writeReports(all, out, trouble)
	}
	switch {
	case err != nil || unread != nil:
		return errors.Join(unread, err)
	case failed:
		return errProblems
	}
	return nil
}

// writeReports writes for a person: problems as messages, what is sound as
// results.
func writeReports(all []examined, out, trouble io.Writer) error {
	for _, r := range all {
		fmt.Fprint(trouble, r.problems)
		errs := r.problems.Errors()
		var err error
		if s := r.story; s != nil {
			_, err = fmt.Fprintf(out, "%s: %s, %s, %s\n", s.ID, counted(len(s.Events), "event"), counted(len(s.Flows), "flow"), counted(len(s.Places), "place"))
		} else {
			fmt.Fprintf(trouble, "%s: %s, %s\n", r.file, counted(errs, "error"), counted(len(r.problems)-errs, "warning"))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// examine checks a story: as the parser does, and for what its pages need.
func examine(path string) (examined, error) {
	file, err := storyFile(path)
	if err != nil {
		return examined{}, err
	}
	data, err := storyBytes(file)
	if err != nil {
		return examined{}, err
	}
	r := examined{file: file}
	r.story, r.problems = story.Parse(file, data)
	if r.story == nil {
		return r, nil
	}
	if _, more := readImages(file, data, r.story); len(more) > 0 {
		r.story, r.problems = nil, append(r.problems, more...)
		return r, nil
	}
	line := timeline.New(r.story)
	var said bytes.Buffer
	for _, e := range editions(r.story, nil) {
		e.warn(r.story, &said)
		if _, err := newPack(line, e.lang, ownHouse(), &said); err != nil {
			return r, err
		}
	}
	for _, s := range strings.Split(strings.TrimSpace(said.String()), "\n") {
		if s != "" {
			r.problems = append(r.problems, story.Problem{
				File: file, Line: 1, Col: 1, Message: strings.TrimPrefix(s, "warning: "), Severity: story.Warning,
			})
		}
	}
	return r, nil
}

// read reads a story, and prints its problems.
func read(path string, trouble io.Writer) (*story.Story, error) {
	_, _, s, err := parsed(path, trouble)
	return s, err
}

// readIllustrated reads a story and its images, and prints the problems of both.
func readIllustrated(path string, trouble io.Writer) (*story.Story, map[string]picture, error) {
	file, data, s, err := parsed(path, trouble)
	if err != nil {
		return nil, nil, err
	}
	images, problems := readImages(file, data, s)
	fmt.Fprint(trouble, problems)
	if len(problems) > 0 {
		return nil, nil, errProblems
	}
	return s, images, nil
}

func parsed(path string, trouble io.Writer) (file string, data []byte, s *story.Story, err error) {
	if file, err = storyFile(path); err != nil {
		return file, nil, nil, err
	}
	if data, err = storyBytes(file); err != nil {
		return file, nil, nil, err
	}
	s, problems := story.Parse(file, data)
	fmt.Fprint(trouble, problems)
	if problems.Errors() > 0 {
		return file, data, nil, errProblems
	}
	return file, data, s, nil
}

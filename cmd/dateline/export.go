package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	foreign "dateline/exchange"
)

const exportSynopsis = `export STORY -to csv|geojson|timelinejs [-o FILE|DIR]

Writes a story for other programs. CSV is several sheets in a folder, one a kind
of thing; the others go to standard output without -o. -v lists what a format cannot say.

  dateline export my-story -to csv -o sheets`

// export writes a story in a format of other programs.
func export(args []string, out, trouble io.Writer) error {
	set := flag.NewFlagSet("export", flag.ContinueOnError)
	to := set.String("to", "", "the `format`: csv, geojson or timelinejs")
	name := set.String("o", "", "the `file` to write, or the folder of the sheets")
	force := set.Bool("f", false, "replace files that are there")
	verbose := set.Bool("v", false, "list what the format cannot say")
	rest, done, err := arguments(set, args, exportSynopsis, out, trouble)
	if done || err != nil {
		return err
	}
	path, err := oneStory(rest, "")
	var target foreign.Target
	var names []string
	for _, t := range foreign.Targets() {
		if names = append(names, t.Name); t.Name == *to {
			target = t
		}
	}
	switch {
	case err != nil:
	case target.Name == "":
		err = fmt.Errorf("-to is one of %s, not %q", strings.Join(names, ", "), *to)
	case target.Name == "csv" && *name == "":
		err = errors.New("CSV is several files: name a folder with -o")
	}
	if err != nil {
		return wrong(set, exportSynopsis, trouble, err)
	}
	s, err := read(path, trouble)
	if err != nil {
		return err
	}
	if *verbose {
		fmt.Fprintf(trouble, "%s cannot say:\n", target.Name)
		for _, l := range target.Loses {
			fmt.Fprintf(trouble, "  %s\n", l)
		}
	}
	files := target.Write(s)
	switch {
	case target.Name == "csv":
		return putAll(*name, files, *force)
	case *name == "":
		_, err := out.Write(files[0].Data)
		return err
	}
	return putWhole(*name, files[0].Data, *force)
}

// putAll writes files into a folder. None is written where one is there
// already and may not be replaced.
func putAll(dir string, files []foreign.File, replace bool) error {
	if !replace {
		for _, f := range files {
			if err := absent(filepath.Join(dir, f.Name)); err != nil {
				return err
			}
		}
	}
	for _, f := range files {
		if err := putWhole(filepath.Join(dir, f.Name), f.Data, replace); err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	foreign "dateline/exchange"
)

const importSynopsis = `import FILE… [-o DIR|FILE.json] [-id ID] [-lang en]

Makes a story of a spreadsheet (CSV, TSV) in TimelineJS's, TimeMapper's or our
own columns, of TimelineJS or StoryMapJS JSON, of GeoJSON with times or of GPX.
Several sheets of our own columns make one story: events, flows, routes, areas,
magnitudes, eras and more. Lines whose points have times become routes, polygons
areas.

  dateline import events.csv flows.csv -o my-story`

// importStory makes a story of what other programs write. The story goes to
// standard output or into a file, what was understood and what was not to
// standard error.
func importStory(args []string, out, trouble io.Writer) error {
	var opt foreign.Options
	set := flag.NewFlagSet("import", flag.ContinueOnError)
	to := set.String("o", "", "write story.json into this `folder`, or into this file when it ends in .json")
	set.StringVar(&opt.ID, "id", "", "the story's `id`; without it, what the files say, or the name of the folder or of the file")
	set.StringVar(&opt.Lang, "lang", "", "the `language` of its texts; en without it")
	set.StringVar(&opt.Zone, "zone", "", "the time `zone` of hours that have no offset: Europe/Kyiv")
	set.StringVar(&opt.Format, "from", "", "the `format`, when it is not recognised: "+strings.Join(foreign.Formats(), ", "))
	set.StringVar(&opt.Order, "dates", "", "the `order` of dates like 03/04/2001: dmy or mdy")
	set.StringVar(&opt.Undated, "undated", "", "show what has no date as about this `date`; without it, it is left out")
	force := set.Bool("f", false, "replace a story that is there")
	asJSON := set.Bool("json", false, "write the report as JSON: to standard output with -o, to standard error without")
	rest, done, err := arguments(set, args, importSynopsis, out, trouble)
	if done || err != nil {
		return err
	}
	if err := importUsage(rest, opt); err != nil {
		return wrong(set, importSynopsis, trouble, err)
	}
	name := *to
	if name != "" && filepath.Ext(name) != ".json" {
		if folder, err := filepath.Abs(name); err == nil {
			opt.Called = filepath.Base(folder)
		}
		name = filepath.Join(name, "story.json")
	}
	var files []foreign.File
	for _, path := range rest {
		data, err := importBytes(path)
		if err != nil {
			return err
		}
		files = append(files, foreign.File{Name: path, Data: data})
	}
	result := foreign.Import(files, opt)
	say := trouble
	if *asJSON && name != "" {
		say = out
	}
	if err := sayReport(say, result.Report, *asJSON); err != nil {
		return err
	}
	if result.Story == nil {
		return errProblems
	}
	if name == "" {
		_, err := out.Write(result.JSON)
		return err
	}
	return putWhole(name, result.JSON, *force)
}

func importUsage(rest []string, opt foreign.Options) error {
	if len(rest) == 0 {
		return errors.New("name a file")
	}
	return opt.Check()
}

// sayReport prints what an import has to say: the counts first, then a line each.
func sayReport(w io.Writer, r foreign.Report, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	for _, f := range r.Formats {
		fmt.Fprintln(w, f)
	}
	fmt.Fprintln(w, r.Summary())
	for _, m := range r.Remarks {
		fmt.Fprintln(w, m)
	}
	return nil
}

// putWhole writes a file as a whole or not at all. What is there stays, unless
// it may be replaced.
func putWhole(name string, data []byte, replace bool) error {
	if !replace {
		if err := absent(name); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return whole(name, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// absent reports a file that is there already.
func absent(name string) error {
	_, err := os.Lstat(name)
	switch {
	case err == nil:
		return fmt.Errorf("%s is there already; -f replaces it", name)
	case errors.Is(err, fs.ErrNotExist):
		return nil
	}
	return err
}

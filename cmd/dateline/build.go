package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// mark is the file by which build knows a folder that it made.
const mark = ".dateline"

const buildManual = `build STORY -o DIR

Writes the story's page as a folder of static files for any web server.

  dateline build talks -o out
  dateline build talks -o out -url https://news.example/talks -lang fr`

func build(args []string, out, trouble io.Writer) error {
	set := flag.NewFlagSet("build", flag.ContinueOnError)
	dir := set.String("o", "", "the `folder` to write; it is replaced as a whole")
	lang := set.String("lang", "", "further `languages` to write pages in, with commas between")
	address := set.String("url", "", "the `address` at which the folder will be published, for cards, oEmbed and snippets")
	demo := set.Bool("demo", false, "write an article around the story as well: demo/index.html")
	rest, done, err := arguments(set, args, buildManual, out, trouble)
	if done || err != nil {
		return err
	}
	path, err := oneStory(rest, "")
	if err == nil && *dir == "" {
		err = errors.New("name a folder with -o")
	}
	var also []string
	if err == nil {
		also, err = languages(*lang)
	}
	var at published
	if err == nil {
		at, err = parsePublished(*address)
	}
	if err != nil {
		return wrong(set, buildManual, trouble, err)
	}
	s, err := makeSite(path, options{also, at, *demo}, trouble)
	if err != nil {
		return err
	}
	if at == "" {
		fmt.Fprintln(trouble, "warning: without -url the page has no canonical link, no cards, no oEmbed and no snippets to copy")
	}
	if err := s.write(*dir); err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: %d files\n", *dir, len(s))
	return nil
}

// write puts the site into a folder: the whole of it or nothing. A folder that
// holds anything else is left alone.
func (s site) write(dir string) error {
	dir = filepath.Clean(dir)
	switch entries, err := os.ReadDir(dir); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case len(entries) > 0:
		if _, err := os.Stat(filepath.Join(dir, mark)); err != nil {
			return fmt.Errorf("%s is not empty and was not made by dateline build", dir)
		}
	}
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, "."+filepath.Base(dir)+"-new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	if err := os.Chmod(fresh, 0o755); err != nil {
		return err
	}
	for name, data := range s {
		if err := put(filepath.Join(fresh, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	if err := put(filepath.Join(fresh, mark), []byte("made by dateline build\n")); err != nil {
		return err
	}
	return swap(fresh, dir)
}

func put(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// swap puts the folder fresh in the place of dir, which comes back when that
// fails.
func swap(fresh, dir string) error {
	old := fresh + "-old"
	err := os.Rename(dir, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return os.RemoveAll(old)
}

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
	"runtime/debug"
)

const buildManual = `build STORY… -o DIR

Writes the story's page as a folder of static files for any web server, with a
compressed twin (.br, .gz) of each that gains by it. The folder is replaced as
a whole or not at all. Several stories each get a folder in it and share the
rest; the page above them lists them all, the first one large.

  dateline build talks -o out
  dateline build talks -o out -url https://news.example/talks -lang fr
  dateline build talks floods -o out        out/talks/, out/floods/, out/index.html
  dateline build talks floods -o out -title "Maps of the week"`

func build(args []string, out, trouble io.Writer) error {
	set := flag.NewFlagSet("build", flag.ContinueOnError)
	dir := set.String("o", "", "the `folder` to write; it is replaced as a whole")
	lang := set.String("lang", "", "further `languages` to write pages in, with commas between")
	address := set.String("url", "", "the `address` at which the folder will be published, for cards, oEmbed and snippets")
	title := set.String("title", "", "the `title` of the page that lists several stories")
	demo := set.Bool("demo", false, "write an article around the story as well: demo/index.html")
	style := set.String("house", "", "the `file` of a house style: colours, lines, fonts")
	keep := set.Int("keep", 1, "of how many `builds` before this one the files named by their content stay, for pages in caches")
	asJSON := set.Bool("json", false, "say on standard output, as JSON, what was written")
	rest, done, err := arguments(set, args, buildManual, out, trouble)
	if done || err != nil {
		return err
	}
	switch {
	case len(rest) == 0:
		err = errors.New("name a story")
	case *dir == "":
		err = errors.New("name a folder with -o")
	case *keep < 0:
		err = errors.New("-keep is a number of builds")
	case *demo && len(rest) > 1:
		err = errors.New("-demo is for one story")
	case *title != "" && len(rest) == 1:
		err = errors.New("-title is for the page that lists several stories")
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
	target, err := targetFolder(*dir)
	if err != nil {
		return err
	}
	if err := outside(target, append(rest, *style)); err != nil {
		return err
	}
	// A long story is built in little memory, at the cost of a little time.
	debug.SetMemoryLimit(memory)
	own, err := readHouse(*style, trouble)
	if err != nil {
		return err
	}
	s, err := makeSites(rest, options{also: also, at: at, demo: *demo, title: *title, house: own}, trouble)
	if err != nil {
		return err
	}
	if at == "" {
		fmt.Fprintln(trouble, "warning: without -url the page has no canonical link, no cards, no oEmbed and no snippets to copy")
	}
	if err := s.finish(trouble); err != nil {
		return err
	}
	if err := s.write(target, *keep); err != nil {
		return fmt.Errorf("%w; nothing has been changed", err)
	}
	if *asJSON {
		size := 0
		for _, data := range s {
			size += len(data)
		}
		return writeIndented(out, object{"folder": *dir, "files": len(s), "size": size, "manifest": manifestName})
	}
	fmt.Fprintf(out, "%s: %d files\n", *dir, len(s))
	return nil
}

// memory is what a build tries to keep to, in bytes.
const memory = 256 << 20

// targetFolder is the folder that a name leads to, if it may be replaced: one
// that is not there, is empty or was made by build.
func targetFolder(dir string) (string, error) {
	dir, err := filepath.Abs(dir) // "." has no name beside which another could stand
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	} else if _, there := os.Lstat(dir); there == nil {
		return "", fmt.Errorf("%s is a link that leads nowhere: %w", dir, err)
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return dir, nil
	case err != nil:
		return "", err
	case len(entries) > 0:
		if _, made := readHistory(dir); !made {
			return "", fmt.Errorf("%s is not empty and was not made by dateline build", dir)
		}
	}
	return dir, nil
}

// outside refuses a folder in which something lies that the build reads: it
// would be gone when the folder is replaced.
func outside(folder string, read []string) error {
	for _, name := range read {
		full, err := filepath.Abs(name)
		if name == "" || err != nil {
			continue
		}
		if full, err = filepath.EvalSymlinks(full); err != nil {
			continue // whoever reads it says so
		}
		if way, err := filepath.Rel(folder, full); err == nil && filepath.IsLocal(way) {
			return fmt.Errorf("%s lies in %s, which is replaced as a whole: name another folder with -o", name, folder)
		}
	}
	return nil
}

// finish adds what is made of the other files: twins and the manifest.
func (s site) finish(trouble io.Writer) error {
	bar := newProgress(trouble, "compressing", len(s))
	defer bar.end()
	for name, t := range s.twins(best, bar.done) {
		s[name+".br"], s[name+".gz"] = t.br, t.gz
	}
	var err error
	s[manifestName], err = s.manifest()
	return err
}

// write puts the site into a folder: the whole of it or nothing.
func (s site) write(dir string, keep int) error {
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return err
	}
	sweep(dir)
	fresh, done, err := newFresh(dir)
	if err != nil {
		return err
	}
	defer done()
	if err := os.Chmod(fresh, 0o755); err != nil {
		return err
	}
	for name, data := range s {
		if err := put(filepath.Join(fresh, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	before, _ := readHistory(dir)
	now := before.with(s, keep)
	if err := now.take(dir, fresh); err != nil {
		return err
	}
	text, err := json.Marshal(now)
	if err != nil {
		return err
	}
	if err := put(filepath.Join(fresh, mark), append(text, '\n')); err != nil {
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

// swap puts the folder fresh in the place of dir; what was there is then
// called fresh.
func swap(fresh, dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		err := os.Rename(fresh, dir)
		if !errors.Is(err, fs.ErrExist) {
			return err
		} // another build has been quicker
	}
	if trade(fresh, dir) == nil {
		return nil
	}
	old := fresh + "-old"
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return os.RemoveAll(old)
}

package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// peers are our sources of the peers' pages, and the list, by version and hash,
// of the packages that they are made of.
//
//go:embed peers
var peers embed.FS

const flagship = "examples/three-days-in-march/story.json"

// build makes everything that is measured, under the work folder: the peers'
// pages once, and for each scene its data and Dateline's page of it.
func build(work string, pages []page, scenes []sceneSpec) (*site, error) {
	kit := filepath.Join(work, "kit")
	if err := install(kit); err != nil {
		return nil, err
	}
	made := map[string]bool{}
	for _, p := range pages {
		if p.drive == "" && !made[p.Folder] {
			if err := bundle(kit, p.Folder, filepath.Join(work, "pages", p.Folder)); err != nil {
				return nil, err
			}
			made[p.Folder] = true
		}
	}
	tool := filepath.Join(work, "dateline")
	if err := run(".", "go", "build", "-o", tool, "./cmd/dateline"); err != nil {
		return nil, err
	}
	ours := slices.ContainsFunc(pages, func(p page) bool { return p.drive != "" })
	for _, s := range scenes {
		folder := filepath.Join(work, "scenes", s.Name)
		if err := buildScene(folder, s); err != nil {
			return nil, err
		}
		if ours {
			log.Printf("building Dateline's page of %q", s.Name)
			if err := run(".", tool, "build", filepath.Join(folder, "story.json"), "-o", filepath.Join(folder, "dateline")); err != nil {
				return nil, err
			}
		}
	}
	s, err := serve(work)
	if err != nil {
		return nil, err
	}
	log.Print("compressing")
	return s, s.warm()
}

// buildScene writes a scene's story and the peers' data of it.
func buildScene(folder string, s sceneSpec) error {
	text, err := os.ReadFile(flagship)
	if s.Flows > 0 {
		text, err = generate(s.Flows), nil
	}
	if err != nil {
		return err
	}
	name := filepath.Join(folder, "story.json")
	if err := write(name, text); err != nil {
		return err
	}
	out, err := export(name, text)
	if err != nil {
		return err
	}
	return write(filepath.Join(folder, "data.json"), out)
}

// install fetches the packages with npm, which holds them to their hashes. What
// is there already is not fetched again.
func install(kit string) error {
	lock, err := peers.ReadFile("peers/package-lock.json")
	if err != nil {
		return err
	}
	if have, err := os.ReadFile(filepath.Join(kit, "installed.json")); err != nil || !bytes.Equal(have, lock) {
		if _, err := exec.LookPath("npm"); err != nil {
			return errors.New("the pages of the peers need npm, which comes with Node.js")
		}
	}
	err = fs.WalkDir(peers, "peers", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := peers.ReadFile(name)
		if err != nil {
			return err
		}
		return write(filepath.Join(kit, filepath.FromSlash(name[len("peers/"):])), data)
	})
	if err != nil {
		return err
	}
	if have, err := os.ReadFile(filepath.Join(kit, "installed.json")); err == nil && bytes.Equal(have, lock) {
		return nil
	}
	log.Print("fetching the packages of the peers with npm")
	if err := run(kit, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"); err != nil {
		return err
	}
	return write(filepath.Join(kit, "installed.json"), lock)
}

// run runs a command in a folder; what it printed is told when it fails.
func run(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %v: %w\n%s", name, args, err, out)
	}
	return nil
}

// output is what a command prints.
func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	return string(out), err
}

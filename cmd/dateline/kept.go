package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// mark is the file by which build knows a folder that it made. It remembers
// which files named by their content the last builds had.
const mark = ".dateline"

// history is what stands in the mark.
type history struct {
	Made   string     `json:"made"`
	Builds [][]string `json:"builds"` // the newest first, each sorted
}

// readHistory reads the mark of a folder; what an older mark does not say is
// taken from the folder.
func readHistory(dir string) (h history, made bool) {
	text, err := os.ReadFile(filepath.Join(dir, mark))
	if err != nil {
		return h, false
	}
	if json.Unmarshal(text, &h) == nil {
		return h, true
	}
	var names []string
	filepath.WalkDir(filepath.Join(dir, assetFolder), func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			name, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return nil
	})
	return history{Builds: [][]string{names}}, true
}

// with is the history with one more build, of which keep older ones are
// remembered. A build like the last one is that one.
func (h history) with(s site, keep int) history {
	var now []string
	for name := range s {
		if strings.HasPrefix(name, assetFolder) {
			now = append(now, name)
		}
	}
	sort.Strings(now)
	builds := h.Builds
	if len(builds) == 0 || !slices.Equal(builds[0], now) {
		builds = append([][]string{now}, builds...)
	}
	return history{"by dateline build", builds[:min(len(builds), keep+1)]}
}

// take puts the files of older builds that are still kept from one folder into
// another, where they are not there already.
func (h history) take(from, to string) error {
	old, err := os.OpenRoot(from) // whose links lead nowhere else
	if err != nil {
		return nil // there is none
	}
	defer old.Close()
	for _, names := range h.Builds[1:] {
		for _, name := range names {
			if !filepath.IsLocal(filepath.FromSlash(name)) || !strings.HasPrefix(name, assetFolder) {
				continue // somebody else's words
			}
			fresh := filepath.Join(to, filepath.FromSlash(name))
			if _, err := os.Stat(fresh); err == nil {
				continue
			}
			data, err := old.ReadFile(filepath.FromSlash(name))
			if err != nil {
				continue // it is gone already
			}
			if err := put(fresh, data); err != nil {
				return err
			}
		}
	}
	return nil
}

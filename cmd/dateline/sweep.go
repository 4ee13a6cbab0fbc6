package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// freshName is how the names of folders begin that are on their way to become
// another, and stand beside it.
func freshName(dir string) string { return "." + filepath.Base(dir) + "-new-" }

// newFresh makes such a folder, and marks it as in use.
func newFresh(dir string) (fresh string, done func(), err error) {
	fresh, err = os.MkdirTemp(filepath.Dir(dir), freshName(dir))
	if err != nil {
		return "", nil, err
	}
	remove := tidy(fresh)
	held, err := lock(fresh)
	return fresh, func() {
		if err == nil {
			held.Close()
		}
		remove()
	}, nil
}

// sweep removes what a build left that was killed: old, and used by nobody.
func sweep(dir string) {
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !e.IsDir() || !strings.HasPrefix(e.Name(), freshName(dir)) || time.Since(info.ModTime()) < sweepAfter {
			continue
		}
		left := filepath.Join(filepath.Dir(dir), e.Name())
		if held, err := lock(left); err == nil {
			os.RemoveAll(left)
			held.Close()
		}
	}
}

// sweepAfter is how long a folder has been left before it is swept: longer than
// it takes from making one to marking it.
const sweepAfter = time.Minute

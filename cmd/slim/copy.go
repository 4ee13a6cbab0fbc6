package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// left lists folders of the module that no build of the engine needs.
var left = map[string]bool{".git": true, ".github": true, "examples": true, "cmd": true, "skills": true, "exp": true, "testdata": true, "mobile": true}

// copyModule copies what builds need of a module.
func copyModule(to, from string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if left[d.Name()] {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, rel), 0o777)
		}
		if strings.HasSuffix(rel, "_test.go") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), data, 0o666)
	})
}

//go:build reproduce

package dateline_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Two checkouts at two paths, built with caches of their own, give the same
// engine, the same tool and the same page, to the byte. It takes minutes: run
// it by make reproduce.
func TestReproducible(t *testing.T) {
	var made []map[string][]byte
	for _, name := range []string{"a", "another path/naïve ü"} {
		dir, cache := filepath.Join(t.TempDir(), name), t.TempDir()
		run := func(at, command string, args ...string) {
			t.Helper()
			cmd := exec.Command(command, args...)
			cmd.Dir = at
			cmd.Env = append(os.Environ(), "GOCACHE="+cache, "RELEASE=1")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%s %s: %v\n%s", command, strings.Join(args, " "), err, out)
			}
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		run(".", "git", "checkout-index", "-a", "--prefix="+dir+"/")
		run(dir, "make", "engine")
		run(dir, "go", "build", "-trimpath", "-buildvcs=false", "-o", "dateline", "./cmd/dateline")
		run(dir, filepath.Join(dir, "dateline"), "build", "examples/three-days-in-march", "-o", "site", "-url", "https://news.example/march")
		files := map[string][]byte{}
		for _, root := range []string{"dateline", "site", "assets/engine"} {
			err := filepath.WalkDir(filepath.Join(dir, root), func(path string, e fs.DirEntry, err error) error {
				if err != nil || e.IsDir() {
					return err
				}
				name, _ := filepath.Rel(dir, path)
				files[name], err = os.ReadFile(path)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		made = append(made, files)
	}
	if len(made[0]) != len(made[1]) || len(made[0]) < 30 {
		t.Errorf("%d files and %d", len(made[0]), len(made[1]))
	}
	for name, data := range made[0] {
		if !bytes.Equal(data, made[1][name]) {
			t.Errorf("%s is not the same", name)
		}
	}
	t.Logf("%d files are the same", len(made[0]))
}

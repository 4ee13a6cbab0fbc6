// Command slim makes a lighter copy of Ebitengine for the browser's engine, at
// build time. Some of its files link packages that only debugging and virtual
// machines need, and one of them, text/template, keeps the linker from dropping
// unused methods in the whole program. Its compiler of shaders, with Go's own
// parser and big numbers, is linked to compile at every start what is known at
// build time: here it is run once, and what it makes is linked. The copy lies in
// build/, with a mod file beside it that points there; the repository holds this
// rewriter and never a fork.
//
//	go run ./cmd/slim && go build -modfile=build/slim.mod ./cmd/wasm
//
// It knows one version of Ebitengine by the hashes of the files that it changes. When
// they differ it says so and exits 3: then the engine is built as it is.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const (
	module  = "github.com/hajimehoshi/ebiten/v2"
	copyDir = "build/ebiten"
	modFile = "build/slim.mod"
)

func main() {
	err := run()
	switch {
	case errors.Is(err, errUnknown):
		fmt.Fprintln(os.Stderr, "slim:", err)
		os.Exit(3)
	case err != nil:
		fmt.Fprintln(os.Stderr, "slim:", err)
		os.Exit(1)
	}
}

func run() error {
	from, err := moduleDir()
	if err != nil {
		return err
	}
	own, err := filepath.Glob(ownShaders)
	if err != nil {
		return err
	}
	fresh := copyDir + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if err := makeCopy(fresh, from, own); err != nil {
		return err
	}
	if err := os.RemoveAll(copyDir); err != nil {
		return err
	}
	if err := os.Rename(fresh, copyDir); err != nil {
		return err
	}
	return writeModFile()
}

// makeCopy makes the lighter copy, with the shaders of ours that are named.
func makeCopy(to, from string, own []string) error {
	rewritten, err := rewrite(from)
	if err != nil {
		return err
	}
	if err := copyModule(to, from); err != nil {
		return err
	}
	if rewritten["internal/legacyshader/prepared.go"], err = prepareShaders(to, own); err != nil {
		return err
	}
	for path, data := range rewritten {
		if err := os.WriteFile(filepath.Join(to, filepath.FromSlash(path)), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// moduleDir is where the go command keeps the module's source.
func moduleDir() (string, error) {
	if out, err := exec.Command("go", "mod", "download", module).CombinedOutput(); err != nil {
		return "", fmt.Errorf("go mod download: %w: %s", err, out)
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return "", fmt.Errorf("go list: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// writeModFile writes our own go.mod with the copy in place of the module, and
// its go.sum.
func writeModFile() error {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return err
	}
	sum, err := os.ReadFile("go.sum")
	if err != nil {
		return err
	}
	mod = append(mod, fmt.Sprintf("\nreplace %s => ./%s\n", module, filepath.ToSlash(copyDir))...)
	if err := os.WriteFile(modFile, mod, 0o666); err != nil {
		return err
	}
	return os.WriteFile(strings.TrimSuffix(modFile, ".mod")+".sum", sum, 0o666)
}

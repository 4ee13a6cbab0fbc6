package main

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// heavy are the packages that the changed files are there to lose.
var heavy = []string{
	"text/template", "go/build", "log/slog", "archive/zip", "encoding/gob", "net", "regexp", "go/constant", "go/token",
	ebiten + "internal/vmprotocol", ebiten + "internal/png", ebiten + "internal/shader", ebiten + "internal/shaderir/glsl",
}

const ebiten = "github.com/hajimehoshi/ebiten/v2/"

// Each of the changed files still parses, and links nothing heavy any more.
func TestRewrite(t *testing.T) {
	dir, err := moduleDir()
	if err != nil {
		t.Fatal(err)
	}
	files, err := rewrite(dir)
	if err != nil {
		t.Fatal(err)
	}
	for path, src := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, src, 0)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		for _, i := range file.Imports {
			if p, _ := strconv.Unquote(i.Path.Value); slices.Contains(heavy, p) {
				t.Errorf("%s still imports %s", path, p)
			}
		}
	}
	// The nine texts: the ones that repeat hold the function for it, the ones
	// that filter do filter, and no template is left in any.
	texts := shaderTexts(t, files["internal/builtinshader/shader.go"])
	for i, text := range texts {
		filter, address := i/3, i%3
		if strings.Contains(text, "{{") {
			t.Errorf("text %d has a template in it", i)
		}
		if got := strings.Contains(text, "func adjustSrcPosForAddressRepeat"); got != (address == 2) {
			t.Errorf("text %d repeats: %v", i, got)
		}
		if got := strings.Contains(text, "mix("); got != (filter > 0) {
			t.Errorf("text %d filters: %v", i, got)
		}
		if got := strings.Contains(text, "inversedScale"); got != (filter == 2) {
			t.Errorf("text %d is pixelated: %v", i, got)
		}
	}
}

func shaderTexts(t *testing.T, src []byte) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		ast.Inspect(g, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, s)
			}
			return true
		})
	}
	if len(out) != 9 {
		t.Fatalf("%d texts, want 9", len(out))
	}
	return out
}

// A file that is not the known one is not rewritten.
func TestUnknownVersion(t *testing.T) {
	dir := t.TempDir()
	for _, c := range changes() {
		path := filepath.Join(dir, filepath.FromSlash(c.path))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("package other\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := rewrite(dir); !errors.Is(err, errUnknown) {
		t.Errorf("got %v, want %v", err, errUnknown)
	}
	if _, err := rewrite(t.TempDir()); !errors.Is(err, errUnknown) {
		t.Errorf("an empty module: got %v, want %v", err, errUnknown)
	}
}

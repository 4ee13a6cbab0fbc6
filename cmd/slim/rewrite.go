package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// errUnknown is the error of a module whose files are not the known ones.
var errUnknown = errors.New("this version of Ebitengine is not the one that slim knows: the engine is built as it is, about 0.7 MB larger; look at the seven files, then change their hashes in cmd/slim/rewrite.go")

// change is one file of Ebitengine 2.10.4: what it must be, and what it
// becomes.
type change struct {
	path, hash string
	to         func(src []byte) ([]byte, error)
}

func changes() []change {
	return []change{
		{"internal/builtinshader/shader.go", "c37e473dfc068aa388ce180d730a56ba149aa1ae7ef1dab7939796a7a90e86a2", spellOutShaders},
		{"internal/colormshader/shader.go", "64d3e7652dfab658e1035362d64d814c747fef693ac66f32684bddba7bc0ae32", spellOutShaders},
		// Who called is of interest to debug logs alone; asking links go/build.
		{"internal/debug/caller.go", "3399bb9882b1954d1e94569392ab06d695427b85c84af0c567ca2ffe7f9ffb02", body("FirstCaller", `return "", 0, CallerTypeNone`)},
		// A browser's program is no guest of a virtual machine; being one links net and encoding/gob.
		{"internal/vmguest/vmguest.go", "7da531ef7c0bc7f81ac04333a3bbf013f707e47189cb06665d77d7bc32fc6abe", keep("MarkGuest", "IsGuest", "guestState")},
		{"internal/thread/thread.go", "c4c8cc267764546102576d48f75456da3e84f9c32fadfc1a2537cf8e3d83c555", body("logDiscardedCall", "")},
		{"internal/atlas/gpuresources.go", "3be72f1dddafff9a7454aef8e2dcfe7149f1f566618619976a57625cd94e8c10", silence},
		// Dumping images to a zip is for debugging by hand.
		{"internal/graphicscommand/image_js.go", "cc4b98f57f47ce6ae95cf42ee43337067834ce9f6810437b8a7af4ff69873359", body("DumpImages", `return "", nil`)},
	}
}

// rewrite returns the changed files by their paths in the module.
func rewrite(dir string) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, c := range changes() {
		src, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(c.path)))
		if errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("%s is gone: %w", c.path, errUnknown)
		}
		if err != nil {
			return nil, err
		}
		if sum := sha256.Sum256(src); hex.EncodeToString(sum[:]) != c.hash {
			return nil, fmt.Errorf("%s has changed: %w", c.path, errUnknown)
		}
		if out[c.path], err = c.to(src); err != nil {
			return nil, fmt.Errorf("%s: %w", c.path, err)
		}
	}
	return out, nil
}

// edit parses a file, lets f change it, drops imports that nothing uses any
// more, and prints it.
func edit(src []byte, f func(file *ast.File) error) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", src, 0)
	if err != nil {
		return nil, err
	}
	if err := f(file); err != nil {
		return nil, err
	}
	dropImports(file)
	var b bytes.Buffer
	b.WriteString("// Changed for Dateline by cmd/slim; the original is by the Ebitengine Authors, Apache License 2.0.\n\n")
	if err := format.Node(&b, fset, file); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// dropImports removes imports whose package is named nowhere in the file.
func dropImports(file *ast.File) {
	used := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok {
				used[x.Name] = true
			}
		}
		return true
	})
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.IMPORT {
			continue
		}
		specs := g.Specs[:0]
		for _, s := range g.Specs {
			path, _ := strconv.Unquote(s.(*ast.ImportSpec).Path.Value)
			if used[path[strings.LastIndexByte(path, '/')+1:]] {
				specs = append(specs, s)
			}
		}
		g.Specs = specs
	}
	file.Decls = compact(file.Decls)
}

// compact drops declarations that have nothing left in them.
func compact(decls []ast.Decl) []ast.Decl {
	var out []ast.Decl
	for _, d := range decls {
		if g, ok := d.(*ast.GenDecl); ok && len(g.Specs) == 0 {
			continue
		}
		out = append(out, d)
	}
	return out
}

// body gives a function another body.
func body(name, statement string) func([]byte) ([]byte, error) {
	return func(src []byte) ([]byte, error) {
		return edit(src, func(file *ast.File) error {
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || f.Name.Name != name {
					continue
				}
				with, err := parser.ParseFile(token.NewFileSet(), "", "package p; func f() {"+statement+"}", 0)
				if err != nil {
					return err
				}
				f.Body = with.Decls[0].(*ast.FuncDecl).Body
				clearPositions(f.Body)
				return nil
			}
			return fmt.Errorf("no function %s", name)
		})
	}
}

// clearPositions makes a body printable in another file: its brackets must not
// lie at positions of their own.
func clearPositions(b *ast.BlockStmt) {
	b.Lbrace, b.Rbrace = token.NoPos, token.NoPos
}

// keep drops every function that is not named, and every variable and type that
// is neither named nor a constant.
func keep(names ...string) func([]byte) ([]byte, error) {
	wanted := map[string]bool{}
	for _, n := range names {
		wanted[n] = true
	}
	return func(src []byte) ([]byte, error) {
		return edit(src, func(file *ast.File) error {
			var decls []ast.Decl
			for _, d := range file.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if d.Recv == nil && wanted[d.Name.Name] {
						decls = append(decls, d)
					}
				case *ast.GenDecl:
					specs := d.Specs[:0]
					for _, s := range d.Specs {
						if v, ok := s.(*ast.ValueSpec); d.Tok == token.IMPORT || d.Tok == token.CONST || ok && wanted[v.Names[0].Name] {
							specs = append(specs, s)
						}
					}
					d.Specs = specs
					decls = append(decls, d)
				}
			}
			file.Decls = compact(decls)
			return nil
		})
	}
}

// silence lets log lines go nowhere.
func silence(src []byte) ([]byte, error) {
	for _, level := range []string{"Debug", "Error", "Info", "Warn"} {
		src = bytes.ReplaceAll(src, []byte("slog."+level+"("), []byte("quiet("))
	}
	return edit(append(src, "\nfunc quiet(string, ...any) {}\n"...), func(*ast.File) error { return nil })
}

package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// Files that stand in the place of Ebitengine's. The go command takes no notice
// of folders whose name begins with an underscore, so here they are only read.
var (
	//go:embed _ebiten/internal/shaderir/program.go
	ownProgram []byte
	//go:embed _ebiten/internal/legacyshader/legacyshader.go
	ownLookup []byte
	//go:embed _ebiten/prepare/main.go
	compiler []byte
)

// ownShaders are the shaders of ours that the engine links.
const ownShaders = "render/*/*.kage"

// prepareShaders compiles in an unchanged copy of Ebitengine all shaders that
// the engine may ask for, and returns the file that holds them. Kage's
// compiler, a quarter of the engine's code, need not be linked then, and the
// browser need not compile at every start what is known now.
func prepareShaders(plain string, own []string) ([]byte, error) {
	folder := filepath.Join(plain, "prepare")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, "main.go"), compiler, 0o666); err != nil {
		return nil, err
	}
	args := []string{"run", "./prepare"}
	for _, name := range own {
		path, err := filepath.Abs(name)
		if err != nil {
			return nil, err
		}
		args = append(args, path)
	}
	var stdout, stderr bytes.Buffer
	run := exec.Command("go", args...)
	run.Dir, run.Stdout, run.Stderr = plain, &stdout, &stderr
	run.Env = append(os.Environ(), "GOOS=", "GOARCH=", "GOWORK=off")
	if err := run.Run(); err != nil {
		return nil, fmt.Errorf("preparing the shaders: %w: %s", err, stderr.Bytes())
	}
	if err := os.RemoveAll(folder); err != nil {
		return nil, err
	}
	return format.Source(stdout.Bytes())
}

// takePrepared lets the driver take a program's GLSL in the place of compiling
// it: the second and third statements of compile, after the version.
func takePrepared(src []byte) ([]byte, error) {
	return edit(src, func(file *ast.File) error {
		f := function(file, "compile")
		if f == nil || len(f.Body.List) < 3 {
			return errors.New("no function compile")
		}
		with, err := parser.ParseFile(token.NewFileSet(), "", "package p; func f() { vssrc, fssrc := s.ir.Vertex, s.ir.Fragment }", 0)
		if err != nil {
			return err
		}
		f.Body.List = slices.Concat(with.Decls[0].(*ast.FuncDecl).Body.List, f.Body.List[3:])
		return nil
	})
}

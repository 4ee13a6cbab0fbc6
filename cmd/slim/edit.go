package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// The rules: each takes a file of Ebitengine and returns what it becomes.

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

// body gives functions other bodies: each name is followed by the statement that
// is left of it.
func body(changes ...string) func([]byte) ([]byte, error) {
	return func(src []byte) ([]byte, error) {
		return edit(src, func(file *ast.File) error {
			for i := 0; i < len(changes); i += 2 {
				f := function(file, changes[i])
				if f == nil {
					return fmt.Errorf("no function %s", changes[i])
				}
				with, err := parser.ParseFile(token.NewFileSet(), "", "package p; func f() {"+changes[i+1]+"}", 0)
				if err != nil {
					return err
				}
				f.Body = with.Decls[0].(*ast.FuncDecl).Body
				clearPositions(f.Body)
			}
			return nil
		})
	}
}

// nameless lets every String method say nothing.
func nameless(src []byte) ([]byte, error) {
	return edit(src, func(file *ast.File) error {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "String" {
				f.Body = &ast.BlockStmt{List: []ast.Stmt{&ast.ReturnStmt{Results: []ast.Expr{&ast.BasicLit{Kind: token.STRING, Value: `""`}}}}}
			}
		}
		return nil
	})
}

// function finds a function or method.
func function(file *ast.File, name string) *ast.FuncDecl {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == name {
			return f
		}
	}
	return nil
}

// without drops functions or methods.
func without(names ...string) func([]byte) ([]byte, error) {
	return func(src []byte) ([]byte, error) {
		return edit(src, func(file *ast.File) error {
			for _, name := range names {
				f := function(file, name)
				if f == nil {
					return fmt.Errorf("no function %s", name)
				}
				file.Decls = slices.DeleteFunc(file.Decls, func(d ast.Decl) bool { return d == f })
			}
			return nil
		})
	}
}

// swap puts statements in the place of others, each of which must stand once in
// the file: each is followed by what is there then, which may be nothing.
func swap(changes ...string) func([]byte) ([]byte, error) {
	return func(src []byte) ([]byte, error) {
		for i := 0; i < len(changes); i += 2 {
			if n := bytes.Count(src, []byte(changes[i]+"\n")); n != 1 {
				return nil, fmt.Errorf("%q stands %d times", changes[i], n)
			}
			src = bytes.Replace(src, []byte(changes[i]), []byte(changes[i+1]), 1)
		}
		return edit(src, func(*ast.File) error { return nil })
	}
}

// chain makes one change after the other.
func chain(all ...func([]byte) ([]byte, error)) func([]byte) ([]byte, error) {
	return func(src []byte) ([]byte, error) {
		var err error
		for _, one := range all {
			if src, err = one(src); err != nil {
				return nil, err
			}
		}
		return src, nil
	}
}

// is puts a file of ours in the place of another.
func is(own []byte) func([]byte) ([]byte, error) {
	return func([]byte) ([]byte, error) { return own, nil }
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

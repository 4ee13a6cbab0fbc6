package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"text/template"
)

// spellOutShaders replaces a template by the nine texts that it makes. The
// order of both axes is that of the file's own constants: filters nearest,
// linear, pixelated; addresses unsafe, clamp to zero, repeat.
func spellOutShaders(src []byte) ([]byte, error) {
	text, err := templateText(src)
	if err != nil {
		return nil, err
	}
	tmpl, err := template.New("").Parse(text)
	if err != nil {
		return nil, err
	}
	var table bytes.Buffer
	table.WriteString("package p\nvar texts = [FilterCount][AddressCount]string{\n")
	for filter := range 3 {
		table.WriteString("{\n")
		for address := range 3 {
			var shader bytes.Buffer
			err := tmpl.Execute(&shader, map[string]int{
				"Filter": filter, "FilterNearest": 0, "FilterLinear": 1, "FilterPixelated": 2,
				"Address": address, "AddressUnsafe": 0, "AddressClampToZero": 1, "AddressRepeat": 2,
			})
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&table, "%s,\n", strconv.Quote(shader.String()))
		}
		table.WriteString("},\n")
	}
	table.WriteString("}\nfunc ShaderSource(filter Filter, address Address) []byte { return []byte(texts[filter][address]) }\n")
	fresh, err := parser.ParseFile(token.NewFileSet(), "", table.Bytes(), 0)
	if err != nil {
		return nil, err
	}
	return edit(src, func(file *ast.File) error {
		var decls []ast.Decl
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl: // ShaderSource, the only one
				continue
			case *ast.GenDecl:
				if d.Tok == token.VAR { // the template, and what it has made so far
					continue
				}
			}
			decls = append(decls, d)
		}
		file.Decls = append(decls, fresh.Decls...)
		return nil
	})
}

// templateText finds the argument of template.New("…").Parse.
func templateText(src []byte) (string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "", src, 0)
	if err != nil {
		return "", err
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return true
		}
		if s, ok := call.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Parse" {
			if lit, ok := call.Args[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				text, err = strconv.Unquote(lit.Value)
			}
		}
		return true
	})
	if text == "" && err == nil {
		err = errors.New("no template")
	}
	return text, err
}

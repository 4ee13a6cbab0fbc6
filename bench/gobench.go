package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io"
	"log"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// A gobench is what one of Go's own benchmarks has found.
type gobench struct {
	Package string             // its folder
	Name    string             // without "Benchmark"
	Values  map[string]float64 // by unit, as the go command writes it
}

// goBenchmarks runs the benchmarks that are written in Go and writes them as a
// table. What each is about it takes from the words above it in the source.
func goBenchmarks(ctx context.Context, o options) error {
	args := []string{"test", "-run", "^$", "-bench", ".", "-benchmem", "-timeout", "30m", "./..."}
	run := exec.CommandContext(ctx, "go", args...)
	var out bytes.Buffer
	run.Stdout, run.Stderr = io.MultiWriter(&out, log.Writer()), log.Writer()
	if err := run.Run(); err != nil {
		return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	words, err := benchmarkWords(".")
	if err != nil {
		return err
	}
	r := newResults(o)
	text := goTable(readGo(&out), words)
	head := fmt.Sprintf("# What Go itself can time\n\nWritten by `make bench-go`: %s, %s; load average %.1f. `go %s`\n\n", r.Date, r.Machine, load(), strings.Join(args, " "))
	return write(filepath.Join(o.out, "go.md"), []byte(head+text))
}

var benchLine = regexp.MustCompile(`^Benchmark(\S+?)(-\d+)?\s+\d+\s+(.*)$`)

// readGo reads what the go command prints.
func readGo(r io.Reader) (out []gobench) {
	folder := ""
	for lines := bufio.NewScanner(r); lines.Scan(); {
		line := lines.Text()
		if name, ok := strings.CutPrefix(line, "pkg: "); ok {
			_, folder, _ = strings.Cut(name, "/")
		}
		m := benchLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		b := gobench{Package: folder, Name: m[1], Values: map[string]float64{}}
		fields := strings.Fields(m[3])
		for i := 0; i+1 < len(fields); i += 2 {
			if x, err := strconv.ParseFloat(fields[i], 64); err == nil {
				b.Values[fields[i+1]] = x
			}
		}
		out = append(out, b)
	}
	return out
}

// benchmarkWords is what stands above each benchmark, by folder and name.
func benchmarkWords(root string) (map[string]string, error) {
	out := map[string]string{}
	err := filepath.WalkDir(root, func(name string, entry os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (name == "build" || strings.HasPrefix(entry.Name(), ".") && name != root):
			return filepath.SkipDir
		case !strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Benchmark") {
				text := new(doc.Package).Synopsis(f.Doc.Text())
				out[path.Join(filepath.ToSlash(filepath.Dir(name)), f.Name.Name[len("Benchmark"):])] = strings.TrimSuffix(text, ".")
			}
		}
		return nil
	})
	return out, err
}

// goTable is a row a benchmark.
func goTable(all []gobench, words map[string]string) string {
	var b strings.Builder
	b.WriteString("| package | benchmark | what | time | memory | allocations |\n|---|---|---|---|---|---|\n")
	for _, g := range all {
		name, _, _ := strings.Cut(g.Name, "/")
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %.0f |\n", g.Package, g.Name, words[path.Join(g.Package, name)],
			duration(g.Values["ns/op"]), kilobytes(g.Values["B/op"]), g.Values["allocs/op"])
	}
	return b.String()
}

// duration writes nanoseconds with three digits.
func duration(ns float64) string {
	for _, u := range []struct {
		size float64
		name string
	}{{1e9, "s"}, {1e6, "ms"}, {1e3, "µs"}} {
		if ns >= u.size {
			return fmt.Sprintf("%.3g %s", ns/u.size, u.name)
		}
	}
	return fmt.Sprintf("%.3g ns", ns)
}

func kilobytes(bytes float64) string {
	if bytes == 0 {
		return "0"
	}
	return fmt.Sprintf("%.1f kB", bytes/1000)
}

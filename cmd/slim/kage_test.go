package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The engine's shaders are to the letter what Ebitengine's compiler would make
// of them at the start of the engine, and one that was not prepared is an error.
func TestPreparedShaders(t *testing.T) {
	from, err := moduleDir()
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("../../" + ownShaders)
	if err != nil || len(own) == 0 {
		t.Fatalf("%d shaders of ours: %v", len(own), err)
	}
	for i := range own {
		if own[i], err = filepath.Abs(own[i]); err != nil {
			t.Fatal(err)
		}
	}
	plain, slim := t.TempDir(), t.TempDir()
	if err := copyModule(plain, from); err != nil {
		t.Fatal(err)
	}
	if err := makeCopy(slim, from, own); err != nil {
		t.Fatal(err)
	}
	want, says := runShaders(t, plain, "plain.go", own)
	if says != "" {
		t.Errorf("the compiler said %q", says)
	}
	if n := strings.Count(want, "\nfragment\n"); n != 19+len(own) {
		t.Errorf("%d shaders, want %d", n, 19+len(own))
	}
	got, says := runShaders(t, slim, "slim.go", own)
	if !strings.Contains(says, "has not prepared") || !strings.Contains(says, "vec4(0.25)") {
		t.Errorf("of a shader that was not prepared it is said %q", says)
	}
	if got == want {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d:\n got %s\nwant %s", i+1, a[i], b[i])
		}
	}
	t.Fatalf("%d lines, want %d", len(a), len(b))
}

// runShaders runs the program of testdata in a copy of Ebitengine.
func runShaders(t *testing.T, dir, variant string, own []string) (stdout, stderr string) {
	t.Helper()
	folder := filepath.Join(dir, "shaders")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"main.go", variant} {
		data, err := os.ReadFile("testdata/shaders/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out, errors bytes.Buffer
	run := exec.Command("go", append([]string{"run", "./shaders"}, own...)...)
	run.Dir, run.Stdout, run.Stderr = dir, &out, &errors
	if err := run.Run(); err != nil {
		t.Fatalf("%s: %v: %s", variant, err, errors.Bytes())
	}
	return out.String(), errors.String()
}

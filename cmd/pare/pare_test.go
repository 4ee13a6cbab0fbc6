package main

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// small builds the small program and returns the binary's name.
func small(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	source, err := os.ReadFile("testdata/small/main.go.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), source, 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", "small.wasm", "main.go")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "small.wasm")
}

func bytesOf(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func memoryOf(t *testing.T, data []byte) memory {
	t.Helper()
	p, err := read(data)
	if err != nil {
		t.Fatal(err)
	}
	return p.memory
}

// A pared program differs from the one before in zeros alone, has no names and
// lines left, and all that a running program reads.
func TestPare(t *testing.T) {
	name := small(t)
	whole := bytesOf(t, name)
	before := memoryOf(t, whole)
	if err := pareFile(name); err != nil {
		t.Fatal(err)
	}
	pared := bytesOf(t, name)
	after := memoryOf(t, pared)
	zeroed := 0
	for i := range before {
		now := byte(0) // the last bytes may have become zeros
		if i < len(after) {
			now = after[i]
		}
		if now != before[i] {
			if zeroed++; now != 0 {
				t.Fatalf("byte %d was %d and is %d", i, before[i], now)
			}
		}
	}
	if share := float64(zeroed) / float64(len(before)); share < 0.1 || share > 0.5 {
		t.Errorf("%.2f of the data are made zeros", share)
	}
	for _, gone := range []string{"main.deep", "runtime.mallocgc\x00", "main.go\x00"} {
		if !bytes.Contains(before, []byte(gone)) || bytes.Contains(after, []byte(gone)) {
			t.Errorf("%q was not there, or still is", gone)
		}
	}
	old, err := find(before)
	if err != nil {
		t.Fatal(err)
	}
	now, err := find(after)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range old.all {
		for n := range old.u32(f + funcPCData) {
			a, _ := old.pcTable(f, n)
			b, _ := now.pcTable(f, n)
			if n == unsafePoints {
				a = 0
			}
			if a != b || a != 0 && !bytes.Equal(before[old.byPC+a:][:old.size(a)], after[now.byPC+b:][:old.size(a)]) {
				t.Fatalf("table %d of function %d has changed", n, i)
			}
		}
		if a, b := old.calls(f), now.calls(f); len(a) != len(b) {
			t.Fatalf("function %d has %d calls in it, and had %d", i, len(b), len(a))
		}
	}
	if len(pared) > len(whole)*5/4 {
		t.Errorf("%d bytes have become %d", len(whole), len(pared))
	}
	if err := pareFile(name); err != nil || !bytes.Equal(bytesOf(t, name), pared) {
		t.Errorf("pared again it is another: %v", err)
	}
}

// It does what it did: collects, grows stacks, recovers from panics.
func TestParedRuns(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: whether a pared program runs is left to the browser tests")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	name := small(t)
	run := func() string {
		// It ends in a panic that nobody recovers from.
		out, err := exec.Command(node, filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), name).CombinedOutput()
		said, _, ok := strings.Cut(string(out), "goroutine 1 ")
		if err == nil || !ok {
			t.Fatalf("%v\n%s", err, out)
		}
		return said
	}
	before := run()
	if err := pareFile(name); err != nil {
		t.Fatal(err)
	}
	if after := run(); after != before || !strings.Contains(after, "index out of range") {
		t.Errorf("it said\n%s\nand says\n%s", before, after)
	}
}

// Tables that are not as expected are left as they are.
func TestUnknownTables(t *testing.T) {
	name := small(t)
	p, err := read(bytesOf(t, name))
	if err != nil {
		t.Fatal(err)
	}
	good, err := find(p.memory)
	if err != nil {
		t.Fatal(err)
	}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	some := func() int { return good.all[random.IntN(len(good.all))] }
	for what, at := range map[string]int{
		"another magic": good.header, "tables in another order": good.header + 42, "a table far off": good.header + 63,
		"a name in a name": some() + funcName, "a function elsewhere": some(), "no record": good.module(),
	} {
		m := memory(bytes.Clone(p.memory))
		m[at]++
		if m[at] == 0 {
			m[at]++
		}
		before := bytes.Clone(m)
		if err := forget(m); !errors.Is(err, errUnknown) || !bytes.Equal(m, before) {
			t.Errorf("%s: %v; changed: %v", what, err, !bytes.Equal(m, before))
		}
	}
	data := bytesOf(t, name)
	for range 50 {
		n := random.IntN(len(data))
		if _, err := read(data[:n]); err == nil {
			t.Fatalf("the first %d bytes of %d are read", n, len(data))
		}
	}
}

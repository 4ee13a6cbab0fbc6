package main

import (
	"encoding/binary"
	"maps"
	"os"
	"slices"
	"testing"
)

// lump puts the length of pieces before them.
func lump(pieces ...[]byte) []byte {
	all := slices.Concat(pieces...)
	return append(binary.AppendUvarint(nil, uint64(len(all))), all...)
}

// module is a program with one imported function and as many of its own as
// there are names, the nth of n × 100 bytes.
func module(names ...string) []byte {
	out := []byte("\x00asm\x01\x00\x00\x00")
	section := func(id byte, pieces ...[]byte) { out = append(append(out, id), lump(pieces...)...) }
	section(2, []byte{1}, lump([]byte("gojs")), lump([]byte("runtime.wasmExit")), []byte{0, 0})
	code, table := []byte{byte(len(names))}, []byte{byte(len(names) + 1), 0}
	table = append(table, lump([]byte("runtime.wasmExit"))...)
	for i, name := range names {
		code = append(code, lump(make([]byte, 100*(i+1)))...)
		table = append(append(table, byte(i+1)), lump([]byte(name))...)
	}
	section(10, code)
	if len(names) > 0 {
		section(0, lump([]byte("name")), []byte{0}, lump(lump([]byte("engine"))), []byte{1}, lump(table))
	}
	return out
}

func TestPackages(t *testing.T) {
	got, err := packages(module("main.main", "dateline_scene.__Scene_.Build", "github.com_hajimehoshi_ebiten_v2_internal_ui.init",
		"golang.org_x_image_font.f", "slices.insertionSort[go.shape.struct_ dateline/geo.x int _]", "memcmp", "dateline_scene.f"))
	want := map[string]int{"main": 100, "dateline_scene": 900, "github.com_hajimehoshi_ebiten_v2_internal_ui": 300,
		"golang.org_x_image_font": 400, "slices": 500, "(the linker's own)": 600}
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

// Whatever is wrong with a program is an error.
func TestDamaged(t *testing.T) {
	good := module("main.main", "main.f")
	if _, err := packages(module()); err == nil {
		t.Error("a program without names is weighed")
	}
	for n := range len(good) {
		if got, err := packages(good[:n]); err == nil {
			t.Errorf("the first %d bytes of %d are weighed: %v", n, len(good), got)
		}
	}
}

func TestChanges(t *testing.T) {
	before := map[string]int{"scene": 50_000, "geo": 20_000, "regexp": 90_000, "fmt": 1000}
	now := map[string]int{"scene": 52_000, "geo": 20_999, "math/big": 5000, "fmt": 0}
	const want = `code:     5000 B     +5000  math/big  new
code:    52000 B     +2000  scene
code:        0 B     -1000  fmt  gone
code:        0 B    -90000  regexp  gone
code:    77999 B    -83001  all packages, against cmd/weigh/packages.txt
`
	if got := changes(before, now); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// The committed table is one that the command wrote.
func TestTable(t *testing.T) {
	text, err := os.ReadFile("packages.txt")
	if err != nil {
		t.Fatal(err)
	}
	sizes, err := read(string(text))
	if err != nil {
		t.Fatal(err)
	}
	if print(sizes) != string(text) {
		t.Error("it is not in order: write it with -update")
	}
	if _, err := read("12 geo\nscene\n"); err == nil {
		t.Error("a line without a size is read")
	}
}

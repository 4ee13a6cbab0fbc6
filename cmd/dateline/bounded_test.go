package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file without an end is a problem like any other.
func TestEndless(t *testing.T) {
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip("this system has no /dev/zero")
	}
	if _, out := tool(t, exitProblems, "check", "/dev/zero"); !strings.Contains(out, "16 MB") {
		t.Error(out)
	}
	if _, out := tool(t, exitTrouble, "import", "/dev/zero"); !strings.Contains(out, "64 MB") {
		t.Error(out)
	}
	if _, out := tool(t, exitTrouble, "build", flagship, "-o", t.TempDir()+"/out", "-house", "/dev/zero"); !strings.Contains(out, "/dev/zero is longer than 32 MB") {
		t.Error(out)
	}
	endless := written(t, "endless.json", `{"fonts": {"bold": "zero.ttf"}}`)
	if err := os.Symlink("/dev/zero", filepath.Join(filepath.Dir(endless), "zero.ttf")); err != nil {
		t.Fatal(err)
	}
	if _, out := tool(t, exitTrouble, "build", flagship, "-o", t.TempDir()+"/out", "-house", endless); !strings.Contains(out, "zero.ttf is longer than 32 MB") {
		t.Error(out)
	}
}

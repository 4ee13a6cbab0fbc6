package main

import (
	"os"
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
}

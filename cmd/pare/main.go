// Command pare takes from the built engine what nothing in a browser reads, in
// place:
//
//	go run ./cmd/pare ENGINE.wasm
//
// Go links into every program what its tracebacks say: of each function, and of
// each call that was compiled into another, the name, and for each instruction
// the file and the line. That is a seventh of the engine after brotli. Here
// these bytes become zeros; what collecting and panics need stays. The
// linker's data lie in tens of thousands of segments, to leave out short runs
// of zeros, which brotli does better itself: here they become a few.
//
// It knows the tables of Go 1.26 and checks all that it reads of them. When they
// differ it says so, exits 3 and leaves the engine as it is.
// An engine that was pared says in a traceback where it was, but not what that
// is called.
package main

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pare ENGINE.wasm")
		os.Exit(2)
	}
	err := pareFile(os.Args[1])
	switch {
	case errors.Is(err, errUnknown):
		fmt.Fprintln(os.Stderr, "pare:", err)
		os.Exit(3)
	case err != nil:
		fmt.Fprintln(os.Stderr, "pare:", err)
		os.Exit(1)
	}
}

// pareFile pares a program where it lies.
func pareFile(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	p, err := read(data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := forget(p.memory); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.WriteFile(name, p.bytes(), 0o755)
}

//go:build !js

// Command wasm is the browser program: it draws a story's map and timeline on
// a canvas, as it is told over a message port.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "This program runs in a browser; build it with: make engine")
	os.Exit(2)
}

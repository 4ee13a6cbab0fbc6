// Command weigh says what the engine's code consists of, package by package,
// and which packages have grown since the table beside it was written:
//
//	go run ./cmd/weigh [-update] ENGINE.wasm
//
// The program must have been linked with its names (-ldflags=-w, without -s).
// Only code is counted: most of the engine after brotli. What is said of it grows
// with it.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
)

// table is what the packages weighed when it was last agreed to.
const table = "cmd/weigh/packages.txt"

func main() {
	log.SetFlags(0)
	log.SetPrefix("weigh: ")
	update := flag.Bool("update", false, "write the table anew")
	flag.Parse()
	program, err := os.ReadFile(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	now, err := packages(program)
	if err != nil {
		log.Fatalf("%s: %v", flag.Arg(0), err)
	}
	if *update {
		if err := os.WriteFile(table, []byte(print(now)), 0o666); err != nil {
			log.Fatal(err)
		}
		return
	}
	text, err := os.ReadFile(table)
	if err != nil {
		log.Fatal(err)
	}
	before, err := read(string(text))
	if err != nil {
		log.Fatalf("%s: %v", table, err)
	}
	fmt.Print(changes(before, now))
}

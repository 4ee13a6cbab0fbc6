// Command assets makes the files in assets/ that are made from other people's
// work: the basemap and the fonts. It is run when a source is renewed, never in
// a build: its outputs are committed.
//
//	go run ./cmd/assets [-root DIR] [basemap | fonts]
//
// It needs npm for the basemap; apt-get or the installed package
// fonts-noto-core, and pyftsubset from fontTools, for the fonts. Every source
// is pinned by version and by SHA-256, and the same sources give the same
// bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	root := flag.String("root", ".", "the repository's root")
	flag.Parse()
	jobs := map[string]func(string) error{"basemap": basemap, "fonts": fonts}
	names := []string{"basemap", "fonts"}
	if flag.NArg() > 0 {
		names = flag.Args()
	}
	for _, name := range names {
		job, ok := jobs[name]
		if !ok {
			fail(fmt.Errorf("nothing is called %q here: basemap or fonts", name))
		}
		if err := job(filepath.Join(*root, "assets")); err != nil {
			fail(fmt.Errorf("%s: %w", name, err))
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "assets:", err)
	os.Exit(1)
}

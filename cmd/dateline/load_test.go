package main

import (
	"io"
	"regexp"
	"strings"
	"testing"
)

// load is what a reader's browser may have to load, beside the page, before the
// engine draws the flagship story: bytes after brotli at quality 11. Cuts lower
// it; cmd/weigh says which package of the engine has grown.
const load = 1_270_000

// The engine and all that it draws from keep to their budget. The sizes are
// printed by make size.
func TestLoad(t *testing.T) {
	s, err := makeSite(flagship, options{}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	stage := string(regexp.MustCompile(`assets/stage\.[0-9a-f]+\.html`).Find(s["index.html"]))
	all := brotlied(s[stage])
	t.Logf("size: %-26s raw %7d B  brotli 11 %7d B", "stage", len(s[stage]), all)
	names := append(regexp.MustCompile(`src="([^"]+)"`).FindAllSubmatch(s[stage], -1),
		regexp.MustCompile(`data-(?:engine|story|basemap|regular|bold)="assets/([^"]+)"`).FindAllSubmatch(s["index.html"], -1)...)
	if len(names) != 7 {
		t.Fatalf("the stage %s and its page name %d files, want 7", stage, len(names))
	}
	for _, m := range names {
		name := string(m[1])
		data, ok := s["assets/"+name]
		if !ok {
			t.Fatalf("there is no %s", name)
		}
		size := 0
		if br, ok := engineTwin(data); ok { // made with the engine, for it takes long
			size = len(br.br)
		} else {
			size = brotlied(data)
		}
		t.Logf("size: %-26s raw %7d B  brotli 11 %7d B", strings.SplitN(name, ".", 2)[0], len(data), size)
		all += size
	}
	t.Logf("size: %-26s              brotli 11 %7d B of %d", "all of the stage", all, load)
	if all > load {
		t.Errorf("the stage takes %d bytes, and may take %d: run make size to see what has grown", all, load)
	}
}

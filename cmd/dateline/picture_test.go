package main

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// budget is what a reader's browser may have to load for the complete page of
// the flagship story, with both compositions of its picture: bytes after
// brotli at quality 11.
const budget = 45_000

func brotlied(data []byte) int {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	return b.Len()
}

// The page with its style sheet and its script keeps to its budget. The sizes
// are printed by make size.
func TestBudget(t *testing.T) {
	s, err := makeSite(flagship, options{}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	page := s["index.html"]
	part := func(attribute, name string) []byte {
		m := regexp.MustCompile(attribute + `="(assets/` + name + `\.[0-9a-f]+\.[a-z]+)"`).FindSubmatch(page)
		if m == nil {
			t.Fatalf("the page loads no %s", name)
		}
		return s[string(m[1])]
	}
	picture := regexp.MustCompile(`(?s)<div class="picture".*?\n?</svg>\n</div>`).Find(page)
	if len(picture) == 0 {
		t.Fatal("the page has no picture")
	}
	style, script, more := part("href", "dateline"), []byte(nil), part("data-more", "pictures")
	script = s[string(regexp.MustCompile(`src="(assets/dateline\.[0-9a-f]+\.js)"`).FindSubmatch(page)[1])]
	all := brotlied(page) + brotlied(style) + brotlied(script)
	for _, p := range []struct {
		what string
		data []byte
	}{{"page", page}, {"  of it picture", picture}, {"style", style}, {"script", script}, {"pictures of other cameras", more}} {
		t.Logf("size: %-26s raw %7d B  brotli 11 %6d B", p.what, len(p.data), brotlied(p.data))
	}
	t.Logf("size: %-26s                brotli 11 %6d B of %d", "page + style + script", all, budget)
	if all > budget {
		t.Errorf("the complete page takes %d bytes, and may take %d", all, budget)
	}
}

// The page carries both compositions of the opening's camera and those alone,
// and colours by role.
func TestPicture(t *testing.T) {
	s, err := makeSite(flagship, options{}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	page := string(s["index.html"])
	for _, want := range []string{`class="map wide c0"`, `class="map narrow c0"`, `class="strip wide"`, `class="strip narrow"`, `var(--dl-land,`} {
		if strings.Count(page, want) == 0 {
			t.Errorf("the page has no %s", want)
		}
	}
	if strings.Contains(page, ` c1"`) {
		t.Error("the page carries another camera's picture")
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("two elements are called %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, name := range []string{"--dl-land: #f8f5ee", "--dl-land: #232a2f"} {
		found := false
		for file, data := range s {
			found = found || strings.HasSuffix(file, ".css") && strings.Contains(string(data), name)
		}
		if !found {
			t.Errorf("no style sheet says %s", name)
		}
	}
}

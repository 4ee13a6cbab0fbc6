package main

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"testing"

	"github.com/andybalholm/brotli"
)

// What the document of a story may be that has thousands of everything: in
// elements, which does not grow with it, and in bytes after brotli for each of
// its events, of which the script must know where they stand.
const (
	hugeElements = 3_000
	hugeDocument = 40_000
	hugeEvent    = 30
)

var element = regexp.MustCompile(`<[a-z]`)

// The page of a huge story is hardly more than that of a large one: what grows
// stands beside it.
func TestHugePage(t *testing.T) {
	for _, n := range []int{1000, 4000} {
		file := written(t, fmt.Sprintf("large-%d.json", n), largeStory(n, 200))
		s, err := makeSite(file, options{}, io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		page := s["index.html"]
		elements, size := len(element.FindAll(page, -1)), quickly(page)
		t.Logf("size: %d events and flows: the document has %d elements and %d bytes, %d after brotli 5", n, elements, len(page), size)
		if elements > hugeElements {
			t.Errorf("the document of %d events and flows has %d elements, and may have %d", n, elements, hugeElements)
		}
		if most := hugeDocument + n*hugeEvent; size > most {
			t.Errorf("the document of %d events and flows takes %d bytes, and may take %d", n, size, most)
		}
		// The script moves the playhead from the opening, at which it must stand.
		if n := len(regexp.MustCompile(`class="(?:playhead|ring)"[^>]*>\n<svg overflow="visible" x="0%"`).FindAll(page, -1)); n != 4 {
			t.Errorf("%d of 4 playheads and rings stand at the opening", n)
		}
		for _, list := range []string{"events", "flows"} {
			for k := 1; k <= n/250; k++ {
				if s[fmt.Sprintf("%s/%d.html", list, k)] == nil {
					t.Errorf("there is no page %d of the %s", k, list)
				}
			}
		}
	}
}

// quickly is how long something is after brotli as the build has it for what is
// long.
func quickly(data []byte) int {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, largeEffort)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	return b.Len()
}

// A crowd's threads are no part of the document: they are images, of which those
// that come later show later.
func TestCrowdPicture(t *testing.T) {
	file := written(t, "large.json", largeStory(600, 50))
	s, err := makeSite(file, options{}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	picture := regexp.MustCompile(`(?s)<div class="picture".*?<div class="frame"`).Find(s["index.html"])
	images := regexp.MustCompile(`<div class="map (wide|narrow) c0">(<img[^>]*>)+</div>`).FindAllSubmatch(picture, -1)
	if len(images) != 2 {
		t.Fatalf("the picture has threads in %d compositions, want 2", len(images))
	}
	for _, m := range regexp.MustCompile(`<img[^>]* src="(assets/threads\.[0-9a-f]+\.svg)"`).FindAllSubmatch(picture, -1) {
		threads := s[string(m[1])]
		if n := bytes.Count(threads, []byte("m")); n < 300 { // a movement to the start of each, but for what lies on the map's edge
			t.Errorf("%s has %d threads of 600", m[1], n)
		}
		if !bytes.Contains(threads, []byte("prefers-color-scheme: dark")) {
			t.Errorf("%s has no colours for the dark", m[1])
		}
	}
	if bytes.Contains(picture, []byte("--dl-flow")) && bytes.Contains(picture, []byte(`class="settled"`)) {
		t.Error("the document has threads of its own")
	}
}

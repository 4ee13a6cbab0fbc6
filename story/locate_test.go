package story

import (
	"fmt"
	"testing"
)

func TestLocate(t *testing.T) {
	const text = `{
  // a comment
  "events": [
    {"id": "ä", "image": {"src": "a.png"}}
  ]
}`
	for path, want := range map[string]string{
		"events[0].image.src":  "4:34",
		"events[0].image.alt":  "4:26", // which is not there
		"events[0]":            "4:5",
		"events[3].image":      "3:13",
		"":                     "1:1",
		"events.image[0].what": "3:13",
	} {
		p := Locate([]byte(text), Problem{File: "x", Path: path, Message: "is wrong", Severity: Warning})
		if got := p.String(); got != (Problem{File: "x", Line: p.Line, Col: p.Col, Path: path, Message: "is wrong", Severity: Warning}).String() {
			t.Errorf("%s: %s", path, got)
		}
		if got := fmt.Sprintf("%d:%d", p.Line, p.Col); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

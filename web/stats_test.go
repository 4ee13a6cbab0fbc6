package web_test

import (
	"os"
	"strings"
	"testing"
)

// The phases of loading stand in the browser's User Timing and in the document
// on embedding.
func TestMarks(t *testing.T) {
	doc, err := os.ReadFile("../docs/embedding.md")
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, served, phone)
	b.live()
	got := b.text(`performance.getEntriesByType("mark").filter(m => m.name.startsWith("dateline:")).map(m => m.name.slice(9)).join(" ")`)
	// The first paint may come before the script or after it.
	if want := "page scrub-ready engine-asked engine-bytes compiled assets engine-ready"; strings.Join(strings.Fields(strings.Replace(" "+got+" ", " picture ", " ", 1)), " ") != want || !strings.Contains(got, "picture") {
		t.Errorf("the marks are %s, not picture and %s", got, want)
	}
	for _, name := range strings.Fields(got) {
		if !strings.Contains(string(doc), "| `dateline:"+name+"` |") {
			t.Errorf("docs/embedding.md says nothing of %s", name)
		}
	}
	for _, address := range b.requests() {
		if strings.Contains(address, "/stats.") {
			t.Errorf("%s is fetched although nobody asks for it", address)
		}
	}
}

// ?stats shows what the drawing takes, from the stage.
func TestStats(t *testing.T) {
	b := open(t, served+"?stats", desktop)
	b.live()
	b.js(`document.querySelector("#slider").focus()`)
	b.key("End")
	b.arrives(11)
	plate := b.text(`document.querySelector(".stats").textContent`)
	t.Logf("\n%s", plate)
	number := func(name string) float64 {
		t.Helper()
		return b.number(`(document.querySelector(".stats").textContent.match(/^` + name + ` +([\d.]+)/m) || [])[1]`)
	}
	for _, c := range []struct {
		name        string
		least, most float64
	}{
		{"frame", 1, 1000}, {"wait", 0.1, 5000}, {"build", 0.01, 1000}, {"draw", 0.01, 5000},
		{"batches", 2, 50}, {"triangles", 500, 100_000}, {"uploads", 0, 200}, {"memory", 8, 64}, {"engine-ready", 100, 60_000},
	} {
		if n := number(c.name); !(n >= c.least && n <= c.most) {
			t.Errorf("%s is %v, not from %v to %v", c.name, n, c.least, c.most)
		}
	}
	if !b.holds(`document.querySelector(".stats").matches("[aria-hidden=true]")`) {
		t.Error("it is read aloud")
	}
}

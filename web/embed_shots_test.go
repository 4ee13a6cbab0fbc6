//go:build shots

package web_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestEmbedShots takes pictures of the frame at the heights at which hosts that
// do not listen hold it, and of the demo article.
//
//	SHOTS=/tmp/shots go test -tags shots -run EmbedShots ./web
func TestEmbedShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	save := func(b *tab, name string) {
		f, err := os.Create(filepath.Join(dir, name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, b.shot()); err != nil {
			t.Fatal(err)
		}
	}
	for _, width := range []int64{320, 360, 720, 1000} {
		for _, height := range []int64{400, 575, 650} {
			b := open(t, served, screen{width: width, height: height, ratio: 1, touch: width < 500})
			b.live()
			save(b, fmt.Sprintf("frame-%d-%d", width, height))
		}
	}
	for _, s := range []screen{{width: 360, height: 740, ratio: 1, touch: true}, desktop} {
		b := open(t, served+"demo/", s, "web-share")
		time.Sleep(6 * time.Second)
		save(b, fmt.Sprintf("demo-%d-top", s.width))
		for _, id := range []string{"first", "after", "later", "steps"} {
			b.js(`document.getElementById("` + id + `").scrollIntoView()`)
			time.Sleep(3 * time.Second)
			save(b, fmt.Sprintf("demo-%d-%s", s.width, id))
		}
		for _, n := range []string{"1", "6", "9"} {
			b.js(`document.querySelectorAll("#passing li")[` + n + `].scrollIntoView({block: "center"})`)
			time.Sleep(3 * time.Second)
			save(b, fmt.Sprintf("demo-%d-step%s", s.width, n))
		}
	}
}

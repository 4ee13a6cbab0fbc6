//go:build shots

package web_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
)

// TestShots takes pictures of the page to look at: at the opening, on each of
// the days and at the end, in the window and as a whole.
//
//	SHOTS=/tmp/shots go test -tags shots -run Shots ./web
func TestShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	save := func(t *testing.T, name string, m image.Image) {
		f, err := os.Create(filepath.Join(dir, name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, m); err != nil {
			t.Fatal(err)
		}
	}
	moments := []string{"", "uk-loan", "eu-support", "coalition-plan", "washington-review"}
	for _, s := range []screen{
		{width: 320, height: 568, ratio: 2, touch: true},
		phone,
		{width: 360, height: 740, ratio: 2, touch: true, dark: true},
		{width: 800, height: 900, ratio: 1},
		desktop,
		{width: 1440, height: 900, ratio: 1, dark: true},
	} {
		name := fmt.Sprintf("%d-%s", s.width, map[bool]string{false: "light", true: "dark"}[s.dark])
		t.Run(name, func(t *testing.T) {
			b := open(t, served, s)
			b.live()
			for _, moment := range moments {
				if moment != "" {
					b.js(`document.querySelector("#` + moment + ` h3 a").click()`)
					time.Sleep(2500 * time.Millisecond)
				}
				b.rest()
				save(t, name+"-"+moment, b.shot())
			}
			save(t, name+"-whole", wholePage(b))
		})
	}
	t.Run("other", func(t *testing.T) {
		b := open(t, served, screen{width: 1440, height: 900, ratio: 1, noScript: true})
		save(t, "noscript", wholePage(b))
		b = open(t, host(t, ".wasm")+"/interactive/march/index.html", desktop, "404", "engine.")
		b.until(`!document.querySelector("#fault").hidden`)
		b.js(`document.querySelector("#next").click()`)
		b.arrives(1)
		save(t, "fault", b.shot())
		b = open(t, served, desktop)
		b.live()
		b.js(`document.querySelector("#slider").focus()`)
		b.key("ArrowRight")
		b.arrives(1)
		save(t, "focus", b.shot())
		b = open(t, host(t)+"/article.html", desktop, "web-share")
		time.Sleep(4 * time.Second)
		save(t, "article", b.shot())
	})
}

func wholePage(b *tab) image.Image {
	beyond := true
	box := value[[]float64](b, `[document.documentElement.clientWidth, document.documentElement.scrollHeight]`)
	result := call(b, page.CaptureScreenshot, page.CaptureScreenshotParams{CaptureBeyondViewport: &beyond, Clip: &page.Viewport{Width: box[0], Height: box[1], Scale: 1}})
	picture, err := png.Decode(bytes.NewReader(result.Data))
	if err != nil {
		b.Fatal(err)
	}
	return picture
}

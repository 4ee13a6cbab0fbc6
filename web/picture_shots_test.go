//go:build shots

package web_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/page"
)

// TestPictureShots takes pictures of the page without its engine: as it opens,
// stepped, without script, and on paper.
//
//	SHOTS=/tmp/shots go test -tags shots -run PictureShots ./web
func TestPictureShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	save := func(t *testing.T, name string, m image.Image) {
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".png"), b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range []screen{
		{width: 320, height: 568, ratio: 2, touch: true},
		phone,
		{width: 360, height: 740, ratio: 2, touch: true, dark: true},
		{width: 600, height: 900, ratio: 1},
		{width: 800, height: 900, ratio: 1},
		desktop,
		{width: 1440, height: 900, ratio: 1, dark: true},
	} {
		name := fmt.Sprintf("%d-%s", s.width, map[bool]string{false: "light", true: "dark"}[s.dark])
		t.Run(name, func(t *testing.T) {
			b := open(t, host(t, ".wasm")+"/interactive/march/index.html", s, "404", "engine.")
			b.until(`!document.querySelector("#fault").hidden`)
			save(t, name+"-open", b.shot())
			for _, stop := range []int{1, 6, 8, 11} {
				b.js(`document.querySelector("#slider").focus()`)
				if stop == 11 {
					b.key("End")
				} else {
					b.js(`document.querySelector("#` + events[stop-1] + ` h3 a").click()`)
				}
				b.arrives(stop)
				b.js(`document.activeElement.blur()`)
				save(t, fmt.Sprintf("%s-%d", name, stop), b.shot())
			}
			s.noScript = true
			b = open(t, served, s)
			save(t, name+"-noscript", b.shot())
			result := call(b, page.PrintToPDF, page.PrintToPDFParams{})
			pdf := filepath.Join(dir, name+".pdf")
			if err := os.WriteFile(pdf, result.Data, 0o666); err != nil {
				t.Fatal(err)
			}
			exec.Command("pdftoppm", "-r", "70", "-png", pdf, filepath.Join(dir, name+"-print")).Run()
		})
	}
}

package web_test

import (
	"strings"
	"testing"
)

// illustrated is a story one of whose events has an image.
const illustrated = "../story/testdata/every-kind.json"

const imageAlt = "A ship with two masts on a calm sea, a low sun behind her"

// An image stands in the list and on the card, with its caption and credit; its
// room is kept before it is there, and assistive technology hears its text once.
func TestImage(t *testing.T) {
	address := servedStory(t, illustrated)
	for name, s := range map[string]screen{"phone": phone, "desktop": desktop, "dark": {width: 800, height: 900, ratio: 1, dark: true}} {
		t.Run(name, func(t *testing.T) {
			b := open(t, "about:blank", s)
			b.chromium("reads layout shifts, which Chromium alone tells of")
			b.before(watch)
			b.visit(address + "#calls-at-brest")
			b.live()
			for _, at := range []string{"#calls-at-brest", "#card"} {
				img := `document.querySelector("` + at + ` figure img")`
				b.js(img + `.scrollIntoView()`)
				b.until(img + `.complete && ` + img + `.naturalWidth === 480`)
				if got := b.text(`document.querySelector("` + at + ` figcaption").textContent`); got != "The Aurora off Brest · Drawn for tests" {
					t.Errorf("%s: the caption is %q", at, got)
				}
				if ratio := b.number(img + `.offsetWidth / ` + img + `.offsetHeight`); ratio < 1.58 || ratio > 1.62 {
					t.Errorf("%s: the image is %.3f times as wide as high", at, ratio)
				}
				if b.holds(img + `.getBoundingClientRect().right > document.querySelector("` + at + `").getBoundingClientRect().right + 0.5`) {
					t.Errorf("%s: the image is wider than what it stands in", at)
				}
			}
			if n := strings.Count(b.tree(), `image "`+imageAlt+`"`); n != 1 {
				t.Errorf("the image is heard %d times", n)
			}
			if n := b.number(`vitals.shift`); n > 0 {
				t.Errorf("the layout shifts by %.4f: %s", n, b.text(`vitals.moved`))
			}
			b.axe("an event with an image")
		})
	}
}

// Without script an image is there as well.
func TestImageWithoutScript(t *testing.T) {
	b := open(t, servedStory(t, illustrated), screen{width: 800, height: 900, ratio: 1, noScript: true})
	if n := strings.Count(b.tree(), `image "`+imageAlt+`"`); n != 1 {
		t.Errorf("the image is there %d times", n)
	}
	asked := 0
	for _, url := range b.requests() {
		if strings.Contains(url, "/assets/image.") {
			asked++
		}
	}
	if asked != 1 {
		t.Errorf("the image is asked for %d times", asked)
	}
}

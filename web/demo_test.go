package web_test

import (
	"strings"
	"testing"
)

// The article that shows how it is done, under the policy of every page.
func TestDemo(t *testing.T) {
	for name, s := range map[string]screen{"desktop": desktop, "phone": phone} {
		t.Run(name, func(t *testing.T) {
			b := open(t, served+"demo/", s, noShare)
			b.js(`await first.ready`)
			if n := b.number(`document.documentElement.scrollWidth - innerWidth`); n > 0 {
				t.Errorf("it is %v px too wide", n)
			}
			if got := b.text(`said.textContent`); !strings.Contains(got, "before the first of 11 events") {
				t.Errorf("the article says %q", got)
			}
			b.js(`await first.seek("eu-support")`)
			if got := b.text(`said.textContent`); got != "It shows event 6 of 11: about 2025-03-02, as fine as the day." {
				t.Errorf("the article says %q", got)
			}
			b.js(`later.scrollIntoView(); await later.ready; document.querySelector("#play").click()`)
			b.until(`document.querySelector("#play").textContent.startsWith("Pause")`)
			b.js(`document.querySelector("#play").click()`)
			b.until(`document.querySelector("#play").textContent.startsWith("Play")`)

			// The pinned map stands where the text does.
			b.js(`document.querySelector("#steps").scrollIntoView(); await pinned.ready`)
			for _, n := range []int{2, 9, 4} {
				b.js(`document.querySelectorAll("#passing li")[` + itoa(n) + `].scrollIntoView({ block: "center" }); await new Promise(done => setTimeout(done, 300))`)
				b.until(`pinned.time && pinned.shadowRoot.querySelector("iframe").contentDocument.querySelector("#events .current").id === document.querySelectorAll("#passing li")[` + itoa(n) + `].dataset.event`)
			}
			if h := b.number(`pinned.offsetHeight - innerHeight`); h != 0 {
				t.Errorf("the pinned map is %v px off the window's height", h)
			}
		})
	}
}

// Without scripts the article's own words stand in for the story.
func TestDemoWithoutScript(t *testing.T) {
	s := desktop
	s.noScript = true
	b := open(t, served+"demo/", s)
	if colours(b.shot()) < 3 {
		t.Error("it is blank")
	}
}

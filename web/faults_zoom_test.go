//go:build faults

package web_test

import (
	"fmt"
	"testing"
)

// overlapping lists controls that lie on each other: none does but on the map,
// where those of the timeline do so by design.
const overlapping = `(() => {
	const all = [...document.querySelectorAll("#controls > *, .foot button, .foot summary, .zoom button, #count, #now, .pager a")].filter(el => el.checkVisibility({ visibilityProperty: true }));
	const boxes = all.map(el => el.getBoundingClientRect()), out = [];
	boxes.forEach((a, i) => boxes.forEach((b, k) => {
		if (k <= i || all[i].contains(all[k])) return;
		if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) out.push((all[i].id || all[i].className) + "/" + (all[k].id || all[k].className));
	}));
	return out.join(" ");
})()`

// A reader's text twice as large, or none below a size of the reader's, is not
// cut off, and no control lies on another.
func TestLargeTextFault(t *testing.T) {
	for name, js := range map[string]string{
		"200 %": `const sheet = new CSSStyleSheet(); sheet.replaceSync("html { font-size: 200% !important }"); document.adoptedStyleSheets = [sheet]`,
		"24 px": `for (const el of document.querySelectorAll("body *")) if (!el.closest("svg") && parseFloat(getComputedStyle(el).fontSize) < 24) el.style.fontSize = "24px"`,
	} {
		for _, s := range []screen{{width: 360, height: 740, ratio: 1}, {width: 800, height: 900, ratio: 1}, desktop} {
			for _, path := range []string{"", "fr/", "ar/"} {
				if path != "" && s.width != 360 {
					continue
				}
				b := open(t, served+path+"?t=2025-03-02", s)
				b.live()
				b.js(js + `; document.querySelector(".boundaries").open = true`)
				b.rest()
				what := fmt.Sprintf("%s, %s%d px", name, path, s.width)
				b.fits(what)
				if got := b.text(overlapping); got != "" {
					t.Errorf("%s: on each other: %s", what, got)
				}
			}
		}
	}
}

package web_test

import (
	"fmt"
	"strings"
	"testing"
)

// tooSmall lists what can be pressed and is smaller than the least, in CSS
// pixels. The marks on the canvas are doubled by the list and the slider.
func (b *tab) tooSmall(least float64) string {
	b.Helper()
	return b.text(fmt.Sprintf(`[...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")].flatMap(el => {
		if (!el.checkVisibility({ visibilityProperty: true })) return [];
		return [...el.getClientRects()].slice(0, 1).filter(r => r.width < %[1]v - 0.5 || r.height < %[1]v - 0.5)
			.map(r => (el.id || el.className || el.localName) + " “" + el.textContent.trim().slice(0, 20) + "” " + r.width.toFixed(1) + "×" + r.height.toFixed(1));
	}).join("; ")`, least))
}

func TestTargetsAreLarge(t *testing.T) {
	for _, s := range []screen{{width: 320, height: 568, ratio: 2, touch: true}, phone, {width: 360, height: 740, ratio: 1}, desktop} {
		b := open(t, served, s)
		b.live()
		b.js(`document.querySelector(".boundaries").open = true; document.querySelector("#share-field").hidden = false`)
		least := 24.0
		if s.touch {
			least = 44
		}
		if small := b.tooSmall(least); small != "" {
			t.Errorf("at %d px (touch: %v) smaller than %v px: %s", s.width, s.touch, least, small)
		}
	}
	b := open(t, host(t, ".wasm")+"/interactive/march/index.html", phone, "404", "engine.")
	b.until(`!document.querySelector("#fault").hidden`)
	if small := b.tooSmall(44); small != "" {
		t.Errorf("without the engine: %s", small)
	}
}

// cut lists elements whose text does not fit them, or that reach out of the page.
const cut = `[...document.querySelectorAll("main *")].filter(el => {
	if (!el.checkVisibility({ visibilityProperty: true }) || el.closest(".unseen, .picture, .box svg, thead, tr.off .doubt, .status ul, [aria-hidden=true]")) return false;
	const style = getComputedStyle(el), r = el.getBoundingClientRect();
	if (r.right > innerWidth + 0.5 || r.left < -0.5) return true;
	return el !== document.querySelector("#box") && (style.overflowX !== "visible" || el.localName === "button")
		&& (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1);
}).map(el => el.id || el.className || el.localName).join(" ")`

// fits checks that nothing scrolls sideways and that nothing is cut off.
func (b *tab) fits(what string) {
	b.Helper()
	if wide := b.text(`document.documentElement.scrollWidth > innerWidth ? document.documentElement.scrollWidth : ""`); wide != "" {
		b.Errorf("%s: the page is %s px wide", what, wide)
	}
	if got := b.text(cut); got != "" {
		b.Errorf("%s: cut off: %s", what, got)
	}
}

// A narrow phone, and a desk at 400 %, which is as narrow; in the longest
// language, and from right to left.
func TestReflow(t *testing.T) {
	for _, path := range []string{"", "fr/", "uk/", "ar/"} {
		for name, s := range map[string]screen{"phone": {width: 320, height: 568, ratio: 2, touch: true}, "400 %": {width: 320, height: 256, ratio: 4}} {
			if path != "" && name != "phone" {
				continue
			}
			b := open(t, served+path+"?t=2025-03-02", s)
			b.live()
			b.js(`document.querySelector(".boundaries").open = true`)
			b.fits(name + " " + path)
			if name == "400 %" && !b.holds(`document.querySelector("#play").checkVisibility()`) {
				t.Error("at 400 % there is no play button")
			}
		}
	}
}

// The spacing that WCAG 1.4.12 lets a reader set breaks nothing.
func TestTextSpacing(t *testing.T) {
	for _, s := range []screen{{width: 320, height: 568, ratio: 1}, desktop} {
		b := open(t, served+"?t=2025-03-02", s)
		b.live()
		b.js(`const sheet = new CSSStyleSheet();
			sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
			document.adoptedStyleSheets = [sheet]; document.querySelector(".boundaries").open = true`)
		b.rest()
		b.fits(fmt.Sprintf("spaced, %d px", s.width))
	}
}

// Where the system sets the colours, text and controls keep theirs, and a stated
// date is still told from one that is not.
func TestForcedColors(t *testing.T) {
	b := open(t, served+"?t=2025-03-02", desktop)
	b.emulate("forced-colors", "active")
	b.emulate("prefers-color-scheme", "dark")
	b.live()
	mark := func(id string) string {
		return b.text(`getComputedStyle(document.querySelector("#` + id + ` .when"), "::before").backgroundColor`)
	}
	if stated, about := mark("uk-loan"), mark("eu-support"); stated == about || strings.Contains(stated, ", 0)") {
		t.Errorf("a stated date is marked %s, one that is not %s", stated, about)
	}
	for _, selector := range []string{"#play", "#motion", "#zoom-in", "h1", "#eu-support .summary"} {
		if got := b.text(`(s => s.color === s.backgroundColor)(getComputedStyle(document.querySelector("` + selector + `")))`); got == "true" {
			t.Errorf("%s cannot be seen", selector)
		}
	}
	if got := b.text(`getComputedStyle(document.querySelector("#uk-loan"), "::after").backgroundColor`); got == "" {
		t.Error("nothing marks the current event")
	}
}

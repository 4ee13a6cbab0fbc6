package web_test

import (
	"strings"
	"testing"
)

const sliderValue = `Number(document.querySelector("#slider").value)`

func TestListLeadsTheMap(t *testing.T) {
	b := open(t, served, desktop)
	b.live()
	if n := b.number(`document.querySelectorAll("#events > li[id]").length`); n != 11 {
		t.Fatalf("%v events are listed", n)
	}
	before := b.shotOf("#box")
	b.js(`document.querySelector("#eu-support h3 a").click()`)
	b.arrives(6)
	if d := differing(t, before, b.shotOf("#box")); d < 0.002 {
		t.Errorf("the map did not follow: %.3f %% differ", 100*d)
	}
	if got := b.text(`document.querySelector(".event[aria-current]").id`); got != "eu-support" {
		t.Errorf("the current entry is %s", got)
	}
	if got := b.text(`document.querySelector("#card .card-head").textContent`); got != b.text(`document.querySelector("#eu-support h3").textContent`) {
		t.Errorf("the card says %q", got)
	}
	if got := b.text(`document.querySelector("#slider").getAttribute("aria-valuetext")`); !strings.Contains(got, "6 of 11") {
		t.Errorf("the slider says %q", got)
	}
	if !b.holds(`document.querySelector("#live").textContent`) {
		t.Error("the live region is silent")
	}
	if !b.holds(`document.querySelector("#flow-eu-aid").classList.contains("on") && document.querySelector("#flow-plan").classList.contains("off")`) {
		t.Error("the ledger does not stand where the story does")
	}
	b.until(`location.hash === "#eu-support"`)
}

func TestDeepLinks(t *testing.T) {
	for link, want := range map[string]string{"#macron-truce": "macron-truce", "?t=2025-03-01": "uk-loan", "?t=2025-03-02": "starmer-cbs", "?t=2025-03-02#uk-loan": "uk-loan", "?t=2025-03-09": "washington-review"} {
		b := open(t, served+link, desktop)
		b.until(`document.querySelector(".event[aria-current]")`)
		if got := b.text(`document.querySelector(".event[aria-current]").id`); got != want {
			t.Errorf("%s leads to %s", link, got)
		}
		if y := b.number("scrollY"); y != 0 {
			t.Errorf("%s scrolls the map away: %v", link, y)
		}
	}
}

func TestPlayAndPause(t *testing.T) {
	b := open(t, served, desktop)
	b.live()
	name := b.text(`document.querySelector("#play").innerText`)
	b.js(`document.querySelector("#play").click()`)
	b.until(sliderValue + ` > 0.2`)
	if playing := b.text(`document.querySelector("#play").innerText`); playing == name {
		t.Errorf("while it plays the button still says %q", name)
	}
	b.js(`document.querySelector("#play").click()`)
	b.rest()
	at := b.number(sliderValue)
	b.rest()
	if now := b.number(sliderValue); now != at || now <= 0.2 {
		t.Errorf("paused at %v, now at %v", at, now)
	}
	b.js(`document.querySelector("#play").click(); scrollTo(0, document.body.scrollHeight)`)
	b.until(`!document.querySelector("#play").classList.contains("playing")`)
	if b.js(`scrollTo(0, 0)`); b.number(sliderValue) > 2 {
		t.Error("it played on where nobody saw it")
	}
}

func TestKeys(t *testing.T) {
	b := open(t, served, desktop)
	b.live()
	b.js(`document.querySelector("#slider").focus()`)
	for _, step := range []struct {
		key  string
		stop int
	}{
		{"ArrowRight", 1}, // right: the next event
		{"ArrowUp", 2},    // up
		{"ArrowLeft", 1},  // left
		{"PageUp", 2},     // to the end of 1 March
		{"PageUp", 10},
		{"PageDown", 2},
		{"End", 11}, // end
		{"Home", 0}, // home
	} {
		b.key(step.key)
		b.arrives(step.stop)
	}
	b.key(" ")
	b.until(sliderValue + ` > 0.1`)
	b.key(" ")
	b.rest()
	before := b.shotOf("#box")
	b.key("+")
	b.rest()
	if d := differing(t, before, b.shotOf("#box")); d < 0.01 {
		t.Error("+ does not zoom")
	}
	b.key("0")
	b.until(`document.querySelector("#follow").hidden`)
	b.rest()
	if d := differing(t, before, b.shotOf("#box")); d > 0.001 {
		t.Errorf("0 does not give the story's view back: %.3f %% differ", 100*d)
	}
	// Other keys are not taken, and Tab leaves.
	b.js(`addEventListener("keydown", e => { window.taken = e.defaultPrevented })`)
	b.key("x")
	if b.holds("window.taken") {
		t.Error("x is taken")
	}
	b.key("Tab")
	if b.holds(`document.activeElement === document.querySelector("#slider")`) {
		t.Error("Tab does not leave the slider")
	}
}

// A screen reader moves a slider without a pointer: by events, not by pixels.
func TestIncrementWithoutPointer(t *testing.T) {
	b := open(t, served, desktop)
	b.live()
	b.js(`const s = document.querySelector("#slider"); s.value = 0.01; s.dispatchEvent(new Event("input", {bubbles: true}))`)
	b.arrives(1)
}

func TestReducedMotion(t *testing.T) {
	s := desktop
	s.still = true
	b := open(t, served, s)
	b.live()
	b.js(`document.querySelector("#next").click()`)
	if v := b.number(sliderValue); v != 1 {
		t.Errorf("with reduced motion the story is at %v right after a step", v)
	}
}

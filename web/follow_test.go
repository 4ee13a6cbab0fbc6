package web_test

import (
	"testing"
)

// A reader who takes the map keeps it while the story goes on, across a flight;
// one button, reached by keyboard, gives it back, and says so.
func TestReaderKeepsTheMap(t *testing.T) {
	b := watched(t, served, desktop)
	if !b.holds(`document.querySelector("#follow").hidden`) {
		t.Fatal("the button shows before the reader has moved anything")
	}
	b.js(`document.querySelector("#zoom-in").click()`)
	b.rest()
	if b.holds(`document.querySelector("#follow").hidden`) || b.text(`document.querySelector("#live").textContent`) == "" {
		t.Fatal("who has taken the map is shown no way back, or told nothing")
	}
	if name := b.text(`document.querySelector("#follow").textContent`); name != "Follow the story" {
		t.Errorf("the button says %q", name)
	}
	x, y := b.seen("london")
	b.js(`document.querySelector("#uk-loan h3 a").click()`)
	b.arrives(2)
	b.rest()
	if nx, ny := b.seen("london"); !near(nx, x, 0.1) || !near(ny, y, 0.1) {
		t.Errorf("the story's flight takes the reader's London from %.0f, %.0f to %.0f, %.0f", x, y, nx, ny)
	}
	b.js(`document.querySelector("#zoom-out").focus()`)
	b.key("Tab")
	if !b.holds(`document.activeElement.id === "follow"`) {
		t.Error("Tab does not lead to the button")
	}
	b.key("Enter")
	// On the way back the reader's own move wins at once.
	b.js(`await new Promise(done => setTimeout(done, 250)); document.querySelector("#zoom-out").click()`)
	b.rest()
	if b.holds(`document.querySelector("#follow").hidden`) {
		t.Fatal("the flight back goes on under the reader's hands")
	}
	x, y = b.seen("london")
	b.js(`await new Promise(done => setTimeout(done, 1200))`)
	if nx, ny := b.seen("london"); !near(nx, x, 0.1) || !near(ny, y, 0.1) {
		t.Error("the map moves on after the reader has stopped its flight")
	}
	b.follow()
	if !b.holds(`document.activeElement.id === "surface"`) {
		t.Error("the focus is lost with the button")
	}
	x, y = b.seen("london")
	c := watched(t, served+"#uk-loan", desktop)
	c.rest()
	if wx, wy := c.seen("london"); !near(x, wx, 0.1) || !near(y, wy, 0.1) {
		t.Errorf("after the flight back London stands at %.1f, %.1f; the story has it at %.1f, %.1f", x, y, wx, wy)
	}
}

// Without motion the map is given back at once.
func TestFollowWithoutMotion(t *testing.T) {
	s := desktop
	s.still = true
	b := watched(t, served, s)
	b.js(`document.querySelector("#zoom-in").click(); document.querySelector("#follow").click()`)
	if !b.holds(`document.querySelector("#follow").hidden`) {
		t.Error("the map flies back for a reader who wants no motion")
	}
}

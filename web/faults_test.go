package web_test

import (
	"fmt"
	"image"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

// A fault is something that goes wrong with the page, and what is to come of it.
// Whatever it is, the page goes on telling the story: see tells.
type fault struct {
	name string

	parts   string           // of the names of the files that ail, one word each…
	answer  http.HandlerFunc // …and what the server says instead of them
	headers http.Header      // that come with every file besides

	before string // JavaScript that runs first in every document
	hurry  bool   // the page's long waits take a tenth of their time
	act    string // JavaScript that brings it about once the engine draws; the story is at its second event

	why    string // the reason for which the page falls to its own picture; "" when the engine draws all the same
	either bool   // it may do either: fall, for whatever reason, or draw
	always bool   // it stays, so that no retry helps
	heal   string // JavaScript that has the page try again once the fault is gone; a press of its button, unless said
	rung   string // whose picture it then shows; the page's, unless said; "words" when none

	allowed []string // parts of what the console says of it
}

// still is a reader's desktop without motion, where a step takes no time.
var still = screen{width: 1440, height: 900, ratio: 1, still: true}

// hurried makes the waits of the page ten times shorter, but not those of its
// stage.
const hurried = `if (top === window) {
	const real = setTimeout;
	window.setTimeout = (act, wait, ...more) => real(act, wait > 2000 ? wait / 10 : wait, ...more);
}`

// helpers are what the JavaScript of a fault may use.
const helpers = `
	const settled = async () => { // what has moved until now was the reader's doing
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		await new Promise(done => setTimeout(done, 50));
		Object.assign(vitals, { shift: 0, moved: "" });
	};
	const until = async held => { while (!held()) await new Promise(done => setTimeout(done, 20)); };
	const live = () => !!document.querySelector("#box.live[data-picture=drawn]");
	const to = stop => { const s = document.querySelector("#slider"); s.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
		s.value = stop; s.dispatchEvent(new Event("input", { bubbles: true })); s.dispatchEvent(new Event("change", { bubbles: true })); dispatchEvent(new PointerEvent("pointerup")); };
`

// suffers brings a fault about and looks at what the page makes of it, and
// whether it is well again once the fault is gone.
func suffers(t *testing.T, f fault) {
	var well atomic.Bool
	files := http.FileServer(http.Dir(built))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !well.Load() {
			for name, values := range f.headers {
				w.Header()[name] = values
			}
			for _, part := range strings.Fields(f.parts) {
				if strings.Contains(r.URL.Path, part) {
					f.answer(w, r)
					return
				}
			}
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })

	b := open(t, "about:blank", still, append(f.allowed, "ERR_CONNECTION_REFUSED")...)
	b.chromium("is looked at with what Chromium says of it in its console")
	b.before(watch + ";" + f.before)
	if f.hurry {
		b.before(hurried)
	}
	b.visit(server.URL + "/index.html#" + events[1])
	b.js(helpers + `await settled()`) // the script has gone to the event, where all begins
	if f.act != "" {
		b.live()
		b.js(helpers + f.act)
	}
	why := f.why
	if f.either {
		b.until(`!document.querySelector("#fault").hidden || document.querySelector("#box.live[data-picture=drawn]")`)
		why, _, _ = strings.Cut(b.text(`document.querySelector("#fault").hidden ? "" : document.querySelector("#fault").dataset.reason`), ":")
	}
	if why == "" {
		b.live()
		b.unmoved()
		b.tells("engine", 2)
	} else {
		b.fallen(why)
		rung := f.rung
		if rung == "" {
			rung = "page"
		}
		if rung != "words" {
			b.unmoved()
		}
		b.tells(rung, 2)
		if !b.holds(`!document.querySelector("#fault").hidden && !document.querySelector("#frame iframe")`) {
			b.Error("it has tried again without being asked")
		}
		well.Store(!f.always)
		if f.heal == "" {
			f.heal = `document.querySelector("#retry").click()`
		}
		b.js(f.heal)
		if f.always {
			b.fallen(why)
		} else {
			b.live()
			b.tells("engine", 2)
		}
	}
}

// unmoved holds the layout to where it was, until somebody acts.
func (b *tab) unmoved() {
	b.Helper()
	if n := b.number(`vitals.shift`); n > 0 {
		b.Errorf("the layout shifts by %.4f: %s", n, b.text(`vitals.moved`))
	}
}

// fallen waits until the page has given the engine up, and hears why. It may have
// drawn before: what has no room shows at rest.
func (b *tab) fallen(why string) {
	b.Helper()
	b.until(`!document.querySelector("#fault").hidden`)
	if got := b.text(`document.querySelector("#fault").dataset.reason`); got != why && !strings.HasPrefix(got, why+":") {
		b.Errorf("it fell for %q, not for %s", got, why)
	}
	if got, want := b.text(`document.querySelector("#fault-words").innerText`), b.text(`(({ why, still }) => why[`+fmt.Sprintf("%q", why)+`] || still)(JSON.parse(document.querySelector("script#script").textContent).words)`); got != want || len(got) < 20 {
		b.Errorf("it says %q, not %q", got, want)
	}
	if b.holds(`document.querySelector("#box.live") || document.querySelector("#frame iframe") || !document.querySelector("#loading").hidden`) {
		b.Error("the engine's frame still stands, or is waited for")
	}
}

// tells holds the page to its story: it is at a stop, in words and in the
// picture of a rung, goes a step on and back, plays and pauses.
func (b *tab) tells(rung string, stop int) {
	b.Helper()
	b.stands(rung, stop)
	b.js(`document.querySelector("#next").click()`)
	b.arrives(stop + 1)
	b.stands(rung, stop+1)
	b.js(`document.querySelector("#previous").click()`)
	b.arrives(stop)
	b.js(`document.querySelector("#play").click()`)
	name := b.text(`document.querySelector("#play-name").textContent`)
	b.js(`document.querySelector("#play").click()`)
	if after := b.text(`document.querySelector("#play-name").textContent`); name != "Pause" || after != "Play" {
		b.Errorf("pressed twice, the button to play says %q and %q", name, after)
	}
	b.stand(stop)
}

// stands holds the page to a stop, in words and in the picture of a rung.
func (b *tab) stands(rung string, stop int) {
	b.Helper()
	b.reads(stop)
	if rung == "words" {
		if b.holds(`document.querySelector("#picture").checkVisibility()`) {
			b.Error("a picture shows that has no styles")
		}
		return
	}
	if d := differing(b.T, portrait(b.T, rung, stop), b.picture()); d > 0.001 {
		b.Errorf("at stop %d the picture is not the one that the %s has: %.2f %% differ", stop, rung, 100*d)
	}
}

// reads holds the page's words to a stop.
func (b *tab) reads(stop int) {
	b.Helper()
	want := fmt.Sprintf("%d, %s, %d / %d, %d events, %d flows", stop, events[stop-1], stop, len(events), len(events), len(flows))
	got := b.text(`[document.querySelector("#slider").value, document.querySelector("#events > .current").id, document.querySelector("#count").textContent,
		[...document.querySelectorAll("#events > li")].filter(e => e.offsetHeight).length + " events", [...document.querySelectorAll("#ledger tbody tr")].filter(e => e.offsetHeight).length + " flows"].join(", ")`)
	if got != want {
		b.Errorf("it stands at %s, not at %s", got, want)
	}
	headline := b.text(`document.querySelector("#events > .current h3").innerText`)
	if card := b.text(`document.querySelector("#card").innerText`); !strings.Contains(card, headline) {
		b.Errorf("the card does not say %q: %q", headline, card)
	}
}

// picture is the map with its timeline, without what lies over it.
func (b *tab) picture() image.Image {
	b.Helper()
	const bare = `(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(".zoom, .hint, .loading, .follow { visibility: hidden !important }"); document.adoptedStyleSheets = [sheet]; return true })()`
	b.holds(bare)
	b.js(`await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`) // a picture of its own takes a while to be painted
	b.rest()
	shot := b.shotOf("#box")
	b.holds(`(document.adoptedStyleSheets = [], true)`)
	return shot
}

// portraits are the pictures of a page that nothing ails: "engine", its own
// ("page"), and its own without those of the other cameras ("opening"). That the
// first two are alike is held by TestHandOver.
var portraits = map[string]map[int]image.Image{}

// portrait is one of them, taken when first asked for, and of the two stops that
// tells looks at.
func portrait(t *testing.T, rung string, stop int) image.Image {
	t.Helper()
	if portraits[rung] == nil {
		missing, allowed := map[string][]string{"page": {".wasm"}, "opening": {".wasm", "pictures."}}[rung], []string{"404", "integrity"}
		b := open(t, host(t, missing...)+"/interactive/march/index.html#"+events[1], still, allowed...)
		if missing == nil {
			b.live()
		} else {
			b.fallen("download")
		}
		taken := map[int]image.Image{}
		for _, at := range []int{3, 2} {
			b.stand(at)
			taken[at] = b.picture()
		}
		portraits[rung] = taken
	}
	return portraits[rung][stop]
}

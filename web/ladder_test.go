package web_test

import "testing"

func TestEngineMissing(t *testing.T) {
	b := open(t, host(t, ".wasm")+"/interactive/march/index.html", desktop, "404", "engine.")
	b.until(`!document.querySelector("#fault").hidden`)
	if !b.holds(`document.querySelector("#fault").innerText.length > 20`) {
		t.Error("nothing says why the map is missing")
	}
	b.js(`document.querySelector("#next").click()`)
	b.arrives(1)
	if got := b.text(`document.querySelector(".event[aria-current]").id`); got != events[0] {
		t.Errorf("without the engine, the list stands at %s", got)
	}
	b.js(`document.querySelector("#retry").click()`)
	b.until(`document.querySelector("#fault").hidden`)
	b.until(`!document.querySelector("#fault").hidden`)
	if v := b.number(sliderValue); v != 1 {
		t.Errorf("after a retry, the story is at %v", v)
	}
}

// From a plain file server and below a path of its own, nothing is missing.
func TestPlainServer(t *testing.T) {
	b := open(t, host(t)+"/interactive/march/", desktop)
	b.live()
}

func TestLostContext(t *testing.T) {
	b := open(t, served, desktop, "CONTEXT_LOST", "webglcontextlost", "context lost")
	b.live()
	b.js(`document.querySelector("#next").click()`)
	b.arrives(1)
	before := b.shotOf("#box")
	b.js(`window.first = document.querySelector("#frame iframe").contentWindow.document;
		document.querySelector("#frame iframe").contentWindow.document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`)
	b.until(`document.querySelector("#frame iframe").contentWindow.document !== window.first`)
	b.live()
	if d := differing(t, before, b.shotOf("#box")); d > 0.001 {
		t.Errorf("after a lost context %.2f %% of the picture differ", 100*d)
	}
}

package web_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ailing is the built page on a server that answers for one kind of file in a
// way of its own.
func ailing(t *testing.T, part string, answer http.HandlerFunc) (address string) {
	t.Helper()
	files := http.FileServer(http.Dir(built))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if part != "" && strings.Contains(r.URL.Path, part) {
			answer(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/index.html"
}

// half sends half of a file, as if it were whole, and hangs up.
func half(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile(filepath.Join(built, filepath.FromSlash(r.URL.Path)))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Length", itoa(len(data)))
	w.Write(data[:len(data)/2])
	panic(http.ErrAbortHandler)
}

// Whatever goes wrong on the way to the engine, the page says why, steps
// through the story without it, keeps its place and offers another try.
func TestEveryFall(t *testing.T) {
	none := func(http.ResponseWriter, *http.Request) {}
	for _, c := range []struct {
		name, why string
		part      string // of the file that ails
		answer    http.HandlerFunc
		before    string // JavaScript that runs first in every document
		allowed   []string
	}{
		{name: "no WebAssembly", why: "wasm", before: `delete window.WebAssembly`},
		{name: "no WebGL 2", why: "webgl", before: `const real = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === "webgl2" ? null : real.call(this, kind, ...more); }`},
		{name: "not there", why: "download", part: ".wasm", answer: http.NotFound, allowed: []string{"404"}},
		{name: "cut", why: "download", part: ".wasm", answer: half, allowed: []string{"ERR_CONTENT_LENGTH_MISMATCH", "ERR_INCOMPLETE"}},
		{name: "blocked", why: "download", part: ".wasm", answer: func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, allowed: []string{"ERR_EMPTY_RESPONSE"}},
		{name: "something else", why: "download", part: ".wasm", answer: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte("<!doctype html><p>Please sign in."))
		}},
		{name: "no runtime", why: "download", part: "wasm_exec", answer: http.NotFound, allowed: []string{"404", "MIME type"}},
		{name: "broken story", why: "broke", part: "story.", answer: func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("no story")) }},
		{name: "broken engine", why: "broke", part: "wasm_exec", allowed: []string{"by and by", "unreachable"}, answer: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/javascript")
			w.Write([]byte(`globalThis.Go = class { importObject = {}; run() { throw new Error("by and by") } }; WebAssembly.instantiate = async () => ({})`))
		}},
		{name: "no answer", why: "silent", part: "stage.", answer: none},
		{name: "forbidden", why: "wasm", part: "/", answer: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Security-Policy", "default-src 'self'")
			http.FileServer(http.Dir(built)).ServeHTTP(w, r)
		}, allowed: []string{"Content Security Policy", "'unsafe-eval'", "data:,"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t, "about:blank", desktop, append(c.allowed, "ERR_CONNECTION_REFUSED")...) // of a retry, when the server has gone
			if c.before != "" {
				b.before(c.before)
			}
			b.visit(ailing(t, c.part, c.answer))
			b.falls(c.why)
		})
	}
}

// falls waits for the page to give the engine up, and tries the rung below.
func (b *tab) falls(why string) {
	b.Helper()
	const fault = `document.querySelector("#fault")`
	b.until(`!` + fault + `.hidden`)
	if got := b.text(fault + `.dataset.reason`); got != why && !strings.HasPrefix(got, why+":") {
		b.Errorf("it fell for %q, not for %s", got, why)
	}
	if got := b.text(`document.querySelector("#fault-words").innerText`); len(got) < 20 || strings.Contains(got, "\n") {
		b.Errorf("it says %q", got)
	}
	if b.holds(`document.querySelector("#box.live") || document.querySelector("#frame iframe")`) {
		b.Error("the engine's frame still stands")
	}
	from := int(b.number(sliderValue))
	before := b.shotOf("#box")
	for range 2 {
		from++
		b.js(`document.querySelector("#next").click()`)
		b.arrives(from)
	}
	if got := b.text(`document.querySelector("#events [aria-current]").id`); got != events[from-1] {
		b.Errorf("the list stands at %s", got)
	}
	if d := differing(b.T, before, b.shotOf("#box")); d < 0.002 {
		b.Errorf("the picture has not followed: %.3f %% differ", 100*d)
	}
	if !b.holds(`!` + fault + `.hidden`) {
		b.Error("a step has started the engine again")
	}
	// It may fail again before anybody can look.
	b.js(`new MutationObserver(() => { window.retried = true; }).observe(` + fault + `, { attributeFilter: ["hidden"] }); document.querySelector("#retry").click()`)
	b.until(`window.retried`)
	if v := b.number(sliderValue); v != float64(from) {
		b.Errorf("after a retry, the story is at %v", v)
	}
}

// A file of the wrong type is still the engine.
func TestEngineOfAnotherType(t *testing.T) {
	b := open(t, ailing(t, ".wasm", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream")
		http.ServeFile(w, r, filepath.Join(built, filepath.FromSlash(r.URL.Path)))
	}), desktop)
	b.live()
}

// A context that is lost once comes back by itself, in the same place; lost
// twice, it does not come back until the reader asks.
func TestContextLostTwice(t *testing.T) {
	b := open(t, ailing(t, "", nil)+"#uk-loan", desktop, "CONTEXT_LOST", "webglcontextlost", "context lost")
	const lose = `window.first = document.querySelector("#frame iframe").contentWindow.document;
		document.querySelector("#frame iframe").contentWindow.document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`
	b.live()
	b.js(lose)
	b.until(`document.querySelector("#frame iframe").contentWindow.document !== window.first`)
	b.live()
	if v := b.number(sliderValue); v != 2 {
		t.Errorf("after the first loss, the story is at %v", v)
	}
	b.js(lose)
	b.falls("lost")
	b.live()
	if v := b.number(sliderValue); v != 4 {
		t.Errorf("back with the engine, the story is at %v", v)
	}
}

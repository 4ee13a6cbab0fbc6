package web_test

import (
	"net/http"
	"strings"
	"testing"
)

// What the console says of a file that does not come.
var unloaded = []string{"404", "500", "MIME type", "ERR_", "integrity"}

// What goes wrong on the way to the engine: of each kind one. The others are in
// the list that make faults goes through.
var loadFaults = []fault{
	{name: "no WebGL 2", why: "webgl", always: true, before: `const real = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === "webgl2" ? null : real.call(this, kind, ...more); }`},
	{name: "engine missing", parts: "engine.", answer: missing, why: "download", allowed: unloaded},
	{name: "engine cut", parts: "engine.", answer: broken(0.5), why: "download", allowed: unloaded},
	{name: "engine flipped", parts: "engine.", answer: flipped(1), why: "download"},
	{name: "runtime damaged and kept by caches", parts: "wasm_exec.", answer: kept(flipped(1)), why: "download", allowed: unloaded},
	{name: "engine of another type", parts: "engine.", answer: typed("text/plain")},
	{name: "stage stalled", parts: "stage.", answer: stalled, hurry: true, why: "silent", allowed: unloaded},
	{name: "offline", parts: "pictures. engine. stage. story.", answer: refused, why: "download", rung: "opening", heal: `dispatchEvent(new Event("online"))`, allowed: unloaded},
	{name: "style sheet missing", parts: ".css", answer: missing, why: "style", rung: "words", always: true, allowed: unloaded},
	{name: "WebAssembly forbidden", headers: policyOf("default-src 'self'; img-src 'self' data:"), why: "wasm", always: true, allowed: []string{"Content Security Policy"}},
	{name: "no connections", headers: policyOf("default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'"), why: "download", always: true, rung: "opening", allowed: []string{"Content Security Policy"}},
}

func policyOf(rules string) http.Header { return http.Header{"Content-Security-Policy": {rules}} }

// Whatever goes wrong on the way to the engine, the page says why, steps
// through the story without it, keeps its place and offers another try.
func TestLoadFaults(t *testing.T) {
	for _, f := range loadFaults {
		t.Run(f.name, func(t *testing.T) { suffers(t, f) })
	}
}

// Without the page's script the text is the story, its picture shows the
// opening, and nothing is offered that would not work.
func TestScriptFaults(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{"missing": missing, "blank": blank, "short": short(0.5), "a page": signIn, "refused": refused} {
		t.Run(name, func(t *testing.T) {
			b := open(t, ailing(t, "dateline.", func(w http.ResponseWriter, r *http.Request) {
				if strings.HasSuffix(r.URL.Path, ".js") {
					answer(w, r)
				} else {
					send(w, r, whole(r))
				}
			}), desktop, append([]string{"SyntaxError"}, unloaded...)...)
			b.chromium("is looked at with what Chromium says of it in its console")
			for _, js := range []string{
				`document.querySelectorAll("#events > li").length === ` + itoa(len(events)),
				`document.querySelector("#picture .map.wide.c0").checkVisibility()`,
				`[...document.querySelectorAll("#controls, #slider, #retry")].every(e => !e.checkVisibility({ visibilityProperty: true }))`,
				`document.querySelector("#fault").hidden`,
			} {
				if !b.holds(js) {
					t.Errorf("does not hold: %s", js)
				}
			}
		})
	}
}

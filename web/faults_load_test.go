package web_test

import (
	"net/http"
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
	{name: "engine of another type", parts: "engine.", answer: typed("text/plain")},
	{name: "story is a page", parts: "story.", answer: signIn, why: "download"},
	{name: "stage stalled", parts: "stage.", answer: stalled, hurry: true, why: "silent", allowed: unloaded},
	{name: "pictures and engine missing", parts: "pictures. engine.", answer: missing, why: "download", rung: "opening", allowed: unloaded},
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

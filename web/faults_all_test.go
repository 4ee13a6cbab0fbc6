//go:build faults

package web_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"time"
)

// The files that the engine needs, by the reasons for which the page falls
// without them.
var needed = []struct{ part, why string }{
	{"engine.", "download"}, {"wasm_exec.", "download"}, {"story.", "download"}, {"basemap.", "download"},
	{"regular.", "download"}, {"bold.", "download"}, {"stage.", "silent"},
}

// moreLoadFaults are the faults on the way to the engine that loadFaults has no
// room for: every file ailing in every way, the engine cut at every tenth of its
// bytes, and bits flipped where a seed says.
func moreLoadFaults(random *rand.Rand) []fault {
	var all []fault
	add := func(f fault) { all = append(all, f) }
	for _, n := range needed {
		for _, way := range []struct {
			name   string
			answer http.HandlerFunc
		}{{"missing", missing}, {"failing", failing}, {"blank", blank}, {"refused", refused}, {"is a page", signIn}, {"cut", broken(0.7)}, {"short", short(0.9)}} {
			// What a browser shows of a stage that breaks off is its own affair.
			either := n.part == "stage." && (way.name == "refused" || way.name == "cut")
			// A script that breaks off in the middle of a sentence, the console names.
			allowed := unloaded
			if n.part == "stage." && way.name == "short" {
				allowed = append([]string{"SyntaxError"}, unloaded...)
			}
			add(fault{name: n.part + " " + way.name, parts: n.part, answer: way.answer, hurry: n.why == "silent", why: n.why, either: either, allowed: allowed})
		}
		add(fault{name: n.part + " stalled", parts: n.part, answer: stalled, hurry: true, why: "silent", allowed: unloaded})
		add(fault{name: n.part + " halting", parts: n.part, answer: halting(0.7), hurry: true, why: "silent", allowed: unloaded})
		add(fault{name: n.part + " slow", parts: n.part, answer: slow(20, 100*time.Millisecond)})
	}
	for i := range 10 {
		share := float64(i) / 10
		add(fault{name: fmt.Sprintf("engine cut after %.1f", share), parts: "engine.", answer: broken(share), why: "download", allowed: unloaded})
		add(fault{name: fmt.Sprintf("engine short by %.1f", 1-share), parts: "engine.", answer: short(share), why: "download", allowed: unloaded})
	}
	for _, part := range []string{"engine.", "engine.", "engine.", "engine.", "engine.", "engine.", "engine.", "engine.", "wasm_exec.", "wasm_exec.", "story.", "story.", "basemap.", "basemap.", "regular.", "bold."} {
		seed := random.Uint64()
		add(fault{name: fmt.Sprintf("%s flipped by %d", part, seed), parts: part, answer: flipped(seed), why: "download", allowed: unloaded})
	}
	for name, answer := range map[string]http.HandlerFunc{"missing": missing, "stalled": stalled, "is a page": signIn, "flipped": flipped(random.Uint64()), "short": short(0.8), "halting": halting(0.5)} {
		add(fault{name: "pictures " + name, parts: "pictures.", answer: answer, allowed: unloaded})
	}
	for name, answer := range map[string]http.HandlerFunc{"is a page": signIn, "flipped": flipped(random.Uint64()), "short": short(0.8)} {
		add(fault{name: "without an engine, pictures " + name, parts: "pictures.", answer: answer, before: `delete window.WebAssembly`, why: "wasm", rung: "opening", always: true, allowed: unloaded})
	}
	for _, kind := range []string{"text/html", "text/plain", "image/png", ""} {
		add(fault{name: "engine as " + kind, parts: "engine.", answer: typed(kind)})
		add(fault{name: "basemap as " + kind, parts: "basemap.", answer: typed(kind)})
	}
	return append(all,
		fault{name: "no WebAssembly", why: "wasm", always: true, before: `delete window.WebAssembly`},
		fault{name: "runtime as a picture", parts: "wasm_exec.", answer: typed("image/png"), why: "download", allowed: unloaded},
		fault{name: "stage's script as a picture", parts: "stage.", answer: typed("image/png"), hurry: true, why: "silent", allowed: unloaded},
		fault{name: "damaged and kept by caches", parts: "engine. story. basemap. regular.", answer: kept(flipped(random.Uint64())), why: "download"},
		fault{name: "stage's script blank and kept by caches", parts: "stage.", answer: func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, ".js") {
				kept(blank)(w, r)
			} else {
				kept(func(w http.ResponseWriter, r *http.Request) { send(w, r, whole(r)) })(w, r)
			}
		}, hurry: true, why: "silent", allowed: unloaded},
		fault{name: "pictures damaged and kept by caches", parts: "pictures.", answer: kept(flipped(random.Uint64())), allowed: unloaded},
		fault{name: "storage blocked", before: blocked},
		fault{name: "no frames", headers: policyOf("default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; frame-src 'none'"), why: "download", always: true, allowed: []string{"Content Security Policy", "recipient window's origin"}},
		fault{name: "not to be framed", headers: http.Header{"X-Frame-Options": {"DENY"}}, why: "download", always: true, allowed: []string{"X-Frame-Options", "recipient window's origin"}},
		fault{name: "no styles of the script's own", headers: policyOf("default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'none'")},
		fault{name: "trusted types", headers: policyOf("default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'")},
		fault{name: "every feature forbidden", headers: http.Header{"Permissions-Policy": {"gamepad=(), fullscreen=(), clipboard-write=(), web-share=(), accelerometer=(), autoplay=(), camera=(), sync-xhr=(), unload=(), screen-wake-lock=()"}}, allowed: []string{"web-share", "Permissions policy"}},
		fault{name: "isolated", headers: http.Header{"Cross-Origin-Opener-Policy": {"same-origin"}, "Cross-Origin-Embedder-Policy": {"require-corp"}}},
	)
}

// imports are what wasm_exec.js offers to the engine.
var imports = []string{
	"runtime.wasmExit", "runtime.wasmWrite", "runtime.resetMemoryDataView", "runtime.nanotime1", "runtime.walltime",
	"runtime.scheduleTimeoutEvent", "runtime.clearTimeoutEvent", "runtime.getRandomData",
	"syscall/js.finalizeRef", "syscall/js.stringVal", "syscall/js.valueGet", "syscall/js.valueSet", "syscall/js.valueDelete",
	"syscall/js.valueIndex", "syscall/js.valueSetIndex", "syscall/js.valueCall", "syscall/js.valueInvoke", "syscall/js.valueNew",
	"syscall/js.valueLength", "syscall/js.valuePrepareString", "syscall/js.valueLoadString", "syscall/js.valueInstanceOf",
	"syscall/js.copyBytesToGo", "syscall/js.copyBytesToJS",
}

// What the console says of an engine that breaks.
var breaking = []string{"by and by", "exit code", "already exited", "panic", "goroutine", "unreachable", "fatal error"}

// moreLifeFaults are what lifeFaults has no room for.
func moreLifeFaults() []fault {
	all := []fault{
		{name: "context lost at rest", before: losable, act: `const first = ` + stageWindow + `; first.losing(); await until(() => ` + stageWindow + ` !== first)`, allowed: lost},
		{name: "context lost in a flight", before: losable, act: `document.querySelector("#motion").click(); document.querySelector("#events > li:nth-child(9)").click();
			const first = ` + stageWindow + `; first.losing(); await until(() => live() && ` + stageWindow + ` !== first); document.querySelector("#motion").click(); to(2); await settled()`, allowed: lost},
		{name: "frame emptied twice", act: `for (let i = 0; i < 2; i++) { await until(live); document.querySelector("#frame").innerHTML = ""; await 0; }`, why: "silent"},
		{name: "frame led away", hurry: true, act: `` + stageWindow + `.location = "about:blank"; await until(() => !live()); await until(live)`},
		{name: "memory full", before: `{
			const real = WebAssembly.instantiate;
			WebAssembly.instantiate = async (...of) => { throw new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance"); };
		}`, why: "broke", always: true},
		{name: "an engine that ends", before: `{
			const real = WebAssembly.instantiate;
			WebAssembly.instantiate = async (module, imports) => { imports.gojs["runtime.nanotime1"] = () => { throw new Error("by and by") }; return real(module, imports); };
		}`, why: "broke", always: true, allowed: []string{"by and by"}},
		{name: "clock set forward", before: clocks, act: `window.day = 1e12; window.since = 1e9`},
		{name: "time runs backwards", before: clocks, act: `window.since = -3600000; document.querySelector("#motion").click(); to(1);
			document.querySelector("#next").click(); await until(() => document.querySelector("#slider").value > 1.9999);
			document.querySelector("#motion").click(); document.querySelector("#next").click(); await until(() => !document.querySelector("#fault").hidden); to(2); await settled()`,
			why: "broke", allowed: []string{"exit code", "already exited"}},
		{name: "resized every frame", act: `const box = document.querySelector(".stage");
			for (const width of [0, 1, 8000, 17, 0, 300, 5000]) { box.style.width = width + "px"; await new Promise(requestAnimationFrame); }
			box.style.width = ""; await settled()`},
		{name: "clock set back", before: clocks, act: `window.day = -3600000`},
		{name: "context lost ten times", before: losable, act: `for (let i = 0; i < 10; i++) {
			const first = ` + stageWindow + `; first.losing();
			await until(() => !document.querySelector("#fault").hidden || live() && ` + stageWindow + ` !== first);
			if (!document.querySelector("#fault").hidden) { document.querySelector("#retry").click(); await until(live); }
		} await settled()`, allowed: lost},
		{name: "context lost asleep", before: losable, act: `await new Promise(done => setTimeout(done, 3000)); const first = ` + stageWindow + `; first.losing(); await until(() => live() && ` + stageWindow + ` !== first)`, allowed: lost},
		{name: "context lost while playing", before: losable, act: `document.querySelector("#motion").click(); document.querySelector("#play").click(); await new Promise(done => setTimeout(done, 700));
			const first = ` + stageWindow + `; first.losing(); await until(() => document.querySelector("#frame iframe") && ` + stageWindow + ` !== first && live());
			document.querySelector("#play").click(); document.querySelector("#motion").click(); to(2); await settled()`, allowed: lost},
		{name: "context lost while hidden", before: losable, act: hiding + `await seen(true); ` + stageWindow + `.losing(); await new Promise(done => setTimeout(done, 500)); await seen(false); await until(live)`, allowed: lost},
		{name: "hidden for an hour, and the clock set back", before: clocks, act: hiding + `document.querySelector("#play").click(); await seen(true); window.day = -7200e3; window.since = 3600e3; await seen(false); to(2)`},
		{name: "hidden for an hour while the map flies", before: clocks, act: hiding + `document.querySelector("#motion").click(); document.querySelector("#events > li:nth-child(9)").click();
			await new Promise(done => setTimeout(done, 200)); await seen(true); window.day = window.since = 3600e3; await seen(false);
			await until(() => document.querySelector("#slider").value > 8.9999); document.querySelector("#motion").click(); to(2); await settled()`},
		{name: "resized every frame to nothing and back", act: `const box = document.querySelector(".stage");
			for (let i = 0; i < 40; i++) { box.style.width = [0, 8000, 1, 4000][i % 4] + "px"; await new Promise(requestAnimationFrame); }
			box.style.width = ""; await settled()`},
		{name: "memory that can grow a little", parts: "engine. index.html", answer: fixed(100), either: true, always: true, allowed: append(breaking, "out of memory")},
		{name: "a message that is none", act: `` + stageWindow + `.postMessage({ dateline: "files" }, "*"); ` + stageWindow + `.postMessage({ dateline: "stage" }, "*")`},
	}
	for _, name := range imports {
		fail := `throw new Error("by and by")`
		wrap := func(when string) string {
			return `{ const real = WebAssembly.instantiate; WebAssembly.instantiate = async (module, imports) => {
				const was = imports.gojs["` + name + `"];
				imports.gojs["` + name + `"] = (...of) => { if (` + when + `) ` + fail + `; return was(...of); };
				return real(module, imports);
			}; }`
		}
		all = append(all,
			fault{name: name + " throws from the start", before: wrap("true"), hurry: true, either: true, always: true, allowed: breaking},
			fault{name: name + " throws once it draws", before: wrap("top.broken"), hurry: true, either: true, act: `window.broken = true; to(3); await new Promise(done => setTimeout(done, 2500)); window.broken = false; to(2)`, allowed: breaking})
	}
	return all
}

// blocked has every store throw, as browsers do where a reader forbids them.
const blocked = `for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, { get() { throw new DOMException("by and by", "SecurityError"); } });
	Object.defineProperty(document, "cookie", { get() { throw new DOMException("by and by", "SecurityError"); }, set() { throw new DOMException("by and by", "SecurityError"); } });
	Object.defineProperty(navigator, "serviceWorker", { get() { throw new DOMException("by and by", "SecurityError"); } });`

// hiding hides the page from its reader, and shows it again, by seen.
const hiding = `let hidden = false;
	Object.defineProperty(document, "hidden", { get: () => hidden });
	const seen = async gone => { hidden = gone; document.dispatchEvent(new Event("visibilitychange")); await new Promise(done => setTimeout(done, 400)); };
`

// The names that pages take for globals are those of elements, too.
const named = `<form id=top name=parent><input name=length><input name=postMessage></form><img id=document name=frames alt="">`

// moreHostFaults are what hostFaults has no room for.
var moreHostFaults = []hostFault{
	{name: "in a grid, floating", before: `<style>body { display: grid; justify-items: center; } dateline-story { float: left; margin: 0 20px; }</style>`},
	{name: "another way to write", before: `<style>body { writing-mode: vertical-rl; direction: rtl; zoom: 1.25; font: 40px/3 serif; text-transform: uppercase; white-space: pre; }</style>`},
	{name: "in a column that is centred", before: `<style>body { display: flex; flex-direction: column; align-items: center; }</style>`},
	{name: "a transformed and filtered article", before: `<style>html { transform: translateZ(0) scale(0.9); filter: sepia(0.1); perspective: 100px; } body { contain: layout; will-change: transform; }</style>`},
	{name: "elements named as globals", before: named},
	{name: "the shadow emptied", act: `story.shadowRoot.innerHTML = ""; await until(() => story.shadowRoot.querySelector("iframe.shown"))`},
	{name: "moved about", act: `for (let i = 0; i < 5; i++) { document.body.append(story); await 0; document.body.prepend(story); await new Promise(done => setTimeout(done, i * 40)); } await story.ready`},
	{name: "resized from nothing to huge", act: `for (const width of [0, 1, 8000, 3, 320, 0, 5000, 900]) { story.style.width = width + "px"; await new Promise(done => setTimeout(done, 30)); } story.style.width = ""`},
	{name: "out of sight in many ways", act: `for (const rule of ["visibility: hidden", "content-visibility: hidden", "transform: scale(0)", "zoom: 0.01", "opacity: 0", "clip-path: inset(50%)", "height: 0; min-height: 0", "position: fixed; left: -9999px", "transform: scale(30)", "zoom: 5"]) {
		story.style.cssText = rule; await new Promise(done => setTimeout(done, 150)); story.style.cssText = ""; await new Promise(done => setTimeout(done, 50)); }`},
	{name: "zoomed for good", before: `<style>dateline-story { zoom: 0.8; }</style>`},
	{name: "taken out at every stage of its life", act: `for (const wait of [0, 5, 20, 50, 100, 200, 400, 800, 1600]) { const it = story; it.remove(); await new Promise(done => setTimeout(done, 10)); under.before(it); await new Promise(done => setTimeout(done, wait)); } await story.ready`},
	{name: "adopted by another document and back", act: `const it = story, other = document.createElement("iframe"); document.body.append(other); other.contentDocument.body.append(it); await new Promise(done => setTimeout(done, 300)); under.before(it); it.scrollIntoView(); other.remove(); await story.ready`},
	{name: "cloned", act: `const copy = story.cloneNode(true); copy.removeAttribute("id"); under.before(copy); copy.scrollIntoView(); await copy.ready; if ((await copy.seek("eu-support")).superseded) throw new Error("overtaken"); copy.remove(); story.scrollIntoView()`},
	{name: "the document opened anew", act: `const page = '<p>Over it</p><dateline-story id=story src="march/index.html" time="uk-loan"><p id=fallback>The story, in short.</p></dateline-story><p id=under>Under it</p>';
		document.open(); document.write(page); document.close(); window.story = document.querySelector("dateline-story"); await story.ready`},
	{name: "a flood of wishes", act: `const all = []; for (let i = 0; i < 2000; i++) { all.push(story.seek({ progress: i % 7 / 7 })); story.theme = ["light", "dark", "auto"][i % 3]; story.speed = i; } await Promise.all(all); story.theme = "auto"`},
}

// TestEveryFault goes through all of them.
//
//	make faults
func TestEveryFault(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	all := append(moreLoadFaults(rand.New(rand.NewPCG(seed, 0))), moreLifeFaults()...)
	for _, f := range all {
		t.Run(f.name, func(t *testing.T) { suffers(t, f) })
	}
	for _, f := range moreHostFaults {
		t.Run(f.name, func(t *testing.T) { bears(t, f) })
	}
	t.Logf("%d faults, and %d of every day", len(all)+len(moreHostFaults), len(loadFaults)+len(lifeFaults)+len(hostFaults))
}

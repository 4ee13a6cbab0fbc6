package web_test

import "testing"

const stageWindow = `document.querySelector("#frame iframe").contentWindow`

// losable lets a stage lose its context by losing().
const losable = `if (top !== window) {
	const real = HTMLCanvasElement.prototype.getContext;
	HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
		const context = real.call(this, kind, ...more);
		if (kind === "webgl2") window.losing = () => context.getExtension("WEBGL_lose_context").loseContext();
		return context;
	};
}`

// What the console says of a context that is lost.
var lost = []string{"CONTEXT_LOST", "webglcontextlost", "context lost", "Context Lost"}

// clocks lets a test shift what a document takes for the time of day, by top.day
// milliseconds, and what it takes for the time since it began, which by rights
// nothing can set back, by top.since.
const clocks = `{
	const skew = () => top.day || 0, since = () => top.since || 0;
	const now = performance.now.bind(performance), frame = requestAnimationFrame.bind(window), RealDate = Date;
	performance.now = () => now() + since();
	window.requestAnimationFrame = act => frame(t => act(t + since()));
	window.Date = class extends RealDate {
		constructor(...of) { if (of.length) super(...of); else super(RealDate.now() + skew()); }
		static now() { return RealDate.now() + skew(); }
	};
}`

// full lets a test make the memory of the graphics processor full: what is to be
// kept there has no room while top.noTextures holds.
const full = `{
	const texture = WebGL2RenderingContext.prototype.texImage2D, error = WebGL2RenderingContext.prototype.getError;
	let refused = false;
	WebGL2RenderingContext.prototype.texImage2D = function (...of) { if (top.noTextures) refused = true; else texture.apply(this, of); };
	WebGL2RenderingContext.prototype.getError = function () {
		const code = refused ? this.OUT_OF_MEMORY : error.call(this);
		refused = false;
		return code;
	};
}`

// What befalls an engine that draws, or is about to: of each kind one.
var lifeFaults = []fault{
	{name: "context lost twice", before: losable, act: `const first = ` + stageWindow + `; first.losing(); await until(() => live() && ` + stageWindow + ` !== first); ` + stageWindow + `.losing()`, why: "lost", allowed: lost},
	{name: "context lost before the first frame", allowed: lost, before: losable + `
		if (top !== window && !top.once) { const real = WebAssembly.instantiate; WebAssembly.instantiate = async (...of) => {
			if (!top.once) { top.once = true; losing(); await new Promise(done => setTimeout(done, 300)); }
			return real(...of);
		}; }`},
	{name: "frame removed", act: `document.querySelector("#frame iframe").remove(); await until(() => document.querySelector("#frame iframe") && live())`},
	{name: "no room for textures", before: full + `top.noTextures = true`, why: "broke", always: true, allowed: []string{"GL_INVALID"}},
	{name: "a throw in WebGL", before: `if (top !== window) WebGL2RenderingContext.prototype.drawElements = () => { throw new Error("by and by") }`, why: "broke", always: true, allowed: []string{"by and by", "goroutine", "panic", "exit code", "already exited"}},
	{name: "memory that cannot grow", parts: "engine. index.html", answer: fixed(8), why: "broke", always: true, allowed: []string{"exit code", "already exited", "out of memory"}},
	{name: "hidden for an hour", before: clocks, act: `let hidden = true;
		Object.defineProperty(document, "hidden", { get: () => hidden });
		const seen = async () => { document.dispatchEvent(new Event("visibilitychange")); await new Promise(done => setTimeout(done, 400)); };
		document.querySelector("#play").click();
		await seen();
		if (document.querySelector("#play-name").textContent !== "Play") throw new Error("it plays on, unseen");
		window.day = window.since = 3600e3;
		hidden = false;
		await seen();
		to(2)`},
}

// Whatever befalls the engine, the story goes on.
func TestLifeFaults(t *testing.T) {
	for _, f := range lifeFaults {
		t.Run(f.name, func(t *testing.T) { suffers(t, f) })
	}
}

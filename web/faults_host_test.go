package web_test

import "testing"

// A hostFault is a host's page that makes it hard for the story in it.
type hostFault struct {
	name    string
	before  string // markup of the article, before the element's script is there
	act     string // JavaScript, once the story stands
	allowed []string
}

// What a page may have done to the globals of its window before the element's
// script runs: enumerable methods on prototypes, a JSON and a Promise of its own.
const patched = `<script>
	Object.prototype.extra = function () { return this; };
	Array.prototype.last = function () { return this[this.length - 1]; };
	Array.prototype.toJSON = Object.prototype.toJSON = String.prototype.toJSON = function () { return "toJSON"; };
	const parse = JSON.parse;
	JSON.parse = (...of) => { throw new Error("not this one"); };
	window.Promise = class Other extends Promise { static all() { throw new Error("not this one"); } static race() { throw new Error("not this one"); } };
	window.fetch = () => { throw new Error("not this one"); };
	window.requestAnimationFrame = () => 0;
	window.structuredClone = () => { throw new Error("not this one"); };
	window.matchMedia = undefined;
	window.name = "[object Object]";
</script>`

// Of each kind one: the others are in the list of make faults.
var hostFaults = []hostFault{
	{name: "a style sheet that fights", before: `<style>
		* { all: revert !important; transition: all 2s !important; box-sizing: content-box !important; }
		iframe { display: none !important; width: 1px !important; height: 1px !important; position: fixed !important; }
		body * { animation: none 1s infinite !important; letter-spacing: 3px !important; zoom: 1.1 !important; }
	</style>`},
	{name: "in a row that is centred", before: `<style>body { display: flex; flex-wrap: wrap; justify-content: center; } dateline-story { margin: 0 20px; }</style>`},
	{name: "patched globals", before: patched},
	{name: "the frame taken out", act: `const was = story.shadowRoot.querySelector("iframe"); was.remove(); await until(() => { const f = story.shadowRoot.querySelector("iframe.shown"); return f && f !== was; })`},
	{name: "hidden and shown", act: `for (const shown of ["none", "", "none", "contents", "none", ""]) { story.style.display = shown; await new Promise(done => setTimeout(done, 120)); }`},
}

// Whatever the host's page does, the story in it stands, is where it was and
// does what it is asked to.
func TestHostFaults(t *testing.T) {
	for _, f := range hostFaults {
		t.Run(f.name, func(t *testing.T) { bears(t, f) })
	}
}

func bears(t *testing.T, f hostFault) {
	site := newsSite(t, map[string]string{"/article": f.before + `<script src="march/dateline-embed.js" defer></script>
		<p>Over it</p><dateline-story id=story src="march/index.html" time="uk-loan"><p id=fallback>The story, in short.</p></dateline-story><p id=under>Under it</p>`}, nil)
	b := open(t, site+"/article", screen{width: 1200, height: 900, ratio: 1, still: true}, append(f.allowed, noShare)...)
	b.chromium("is looked at with what Chromium says of it in its console")
	b.js(`await story.ready`)
	if f.act != "" {
		b.js(`await story.seek("uk-loan");` + helpers + f.act + `; if (story.time !== "2025-03-01") await story.seek("uk-loan")`)
	}
	if got := b.text(`story.time + " " + ` + elementDocument + `.querySelector("#events > .current").id`); got != "2025-03-01 uk-loan" {
		t.Errorf("it stands at %s", got)
	}
	b.until(elementDocument + `.querySelector("#box.live[data-picture=drawn]")`)
	if !b.holds(`(r => r.width >= 320 && r.height >= 400)(` + elementFrame + `.getBoundingClientRect())`) {
		t.Errorf("its frame has %s px", b.text(`(r => r.width + " by " + r.height)(`+elementFrame+`.getBoundingClientRect())`))
	}
	if b.holds(`document.documentElement.scrollWidth > innerWidth`) {
		t.Error("the article is wider than its window")
	}
	if b.holds(`document.querySelector("#fallback").checkVisibility({ visibilityProperty: true })`) {
		t.Error("the fallback stands beside it")
	}
	b.js(`window.rung = (await story.seek("eu-support")).rung; await story.play(); await story.pause()`)
	if got := b.text(`rung + " " + ` + elementDocument + `.querySelector("#fault").hidden`); got != "engine true" {
		t.Errorf("asked for an event, it answers from %s", got)
	}
	if !b.holds(`document.querySelector("#under").offsetHeight && document.querySelector("#under").innerText.trim().length > 7`) {
		t.Error("what stood under it is gone")
	}
}

package web_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/render/golden"
)

// An engine that nobody has seen for half a minute is put away. Meanwhile the
// page's picture stands at the same stop and view; seen again, the engine comes
// back from the cache and shows what it showed, and nothing has moved.
func TestEngineIsPutAway(t *testing.T) {
	b := open(t, "about:blank", desktop)
	b.chromium("reads layout shifts, which Chromium alone tells of")
	b.before(watch)
	b.visit(served + "#eu-support")
	b.live()
	b.js(`document.querySelector("#zoom-in").click(); document.querySelector("#zoom-in").click(); document.activeElement.blur()`)
	b.rest()
	before := b.shotOf("#box")
	const stage = `document.querySelector("#frame iframe")`
	b.js(`scrollTo(0, document.body.scrollHeight)`)
	time.Sleep(25 * time.Second)
	if !b.holds(stage) {
		t.Error("it is put away before half a minute is over")
	}
	b.until(`!` + stage)
	if !b.holds(`document.querySelector("#loading").hidden && document.querySelector("#fault").hidden && !document.querySelector("#box.live")`) {
		t.Error("the page says that something is the matter")
	}
	// The picture has the stop and the view.
	if got := b.text(`getComputedStyle(document.querySelector("#picture .map:not(.away)")).transform`); !strings.HasPrefix(got, "matrix(2.56, 0, 0, 2.56,") {
		t.Errorf("the picture's view is %s", got)
	}
	b.js(`performance.clearResourceTimings(); scrollTo(0, 0)`)
	b.until(stage)
	if !b.holds(`document.querySelector("#loading").hidden`) {
		t.Error("it is waited for in sight")
	}
	b.live()
	golden.Compare(t, "back", before, b.shotOf("#box"), golden.Tolerance{Mean: 0.1, Off: 24, Share: 0.001})
	const fetched = `performance.getEntriesByType("resource").filter(r => r.transferSize > 0).map(r => r.name)`
	if fetched := b.text(stage+`.contentWindow.`+fetched) + b.text(fetched); fetched != "" {
		t.Errorf("it is fetched again: %s", fetched)
	}
	if n := b.number(`vitals.shift`); n > 0 {
		t.Errorf("the layout shifts by %.4f: %s", n, b.text(`vitals.moved`))
	}
}

// At most two stories of a page draw by their engine, those nearest the middle
// of the window; the others do all they do without one. So with the element, and
// with frames that nobody coordinates.
func TestTwoEngines(t *testing.T) {
	for name, frame := range map[string]string{
		"element": `<dateline-story src="march/index.html"></dateline-story>`,
		"frame":   `<iframe src="march/index.html" style="width:100%;height:650px"></iframe>`,
	} {
		t.Run(name, func(t *testing.T) {
			article := `<script src="march/dateline-embed.js" defer></script>`
			for range 5 {
				article += `<div style="margin:0 auto 40px;max-width:600px;height:700px;overflow:clip">` + frame + `</div>`
			}
			site := newsSite(t, map[string]string{"/article": article}, nil)
			b := open(t, site+"/article", screen{width: 1000, height: 1500, ratio: 1}, noShare)
			b.js(`window.frameOf = i => { const f = document.querySelectorAll("div")[i].firstElementChild; return (f.shadowRoot ? f.shadowRoot.querySelector("iframe") : f).contentDocument; };
				window.at = i => frameOf(i).querySelector("#frame");
				window.most = 0;
				window.engines = () => { const on = [0, 1, 2, 3, 4].filter(i => at(i) && at(i).firstElementChild); most = Math.max(most, on.length); return on.join(); };
				setInterval(engines, 20)`)
			b.until(`engines() === "0,1" && [0, 1].every(i => frameOf(i).querySelector("#box.live"))`)
			for _, step := range []struct{ first, second int }{{3, 4}, {1, 2}} {
				b.js(fmt.Sprintf(`scrollTo(0, document.querySelectorAll("div")[%d].offsetTop - 20)`, step.first))
				b.until(fmt.Sprintf(`engines() === "%d,%d" && frameOf(%[2]d).querySelector("#box.live")`, step.first, step.second))
			}
			if n := b.number(`most`); n > 2 {
				t.Errorf("%v engines ran at once", n)
			}
			// One without an engine steps on.
			b.js(`frameOf(4).querySelector("#next").click(); await new Promise(done => setTimeout(done, 1500))`)
			if got := b.text(`frameOf(4).querySelector("#count").textContent + !!frameOf(4).querySelector("#picture .on") + frameOf(4).querySelector("#fault").hidden + engines()`); got != "1 / 11truetrue1,2" {
				t.Errorf("without an engine: %s", got)
			}
		})
	}
}

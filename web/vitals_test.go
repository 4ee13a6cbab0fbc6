package web_test

import (
	"fmt"
	"strings"
	"testing"
)

// watch notes what a browser counts as a page's vitals.
const watch = `window.vitals = { shift: 0, moved: "", largest: "", at: 0 };
new PerformanceObserver(list => { for (const e of list.getEntries()) { vitals.shift += e.value; vitals.moved += e.sources.map(s => s.node && (s.node.id || s.node.className || s.node.localName)) + " "; } }).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver(list => { for (const e of list.getEntries()) { vitals.largest = e.element ? e.element.localName + "." + e.element.className : ""; vitals.at = e.startTime; } }).observe({ type: "largest-contentful-paint", buffered: true });`

// The headline or the standfirst is the largest paint; the layout never moves,
// not even when the engine takes over and the story is stepped.
func TestVitals(t *testing.T) {
	for _, s := range []screen{phone, {width: 320, height: 568, ratio: 2, touch: true}, {width: 800, height: 900, ratio: 1}, desktop} {
		t.Run(fmt.Sprint(s.width), func(t *testing.T) {
			b := open(t, "about:blank", s)
			b.chromium("reads layout shifts, which Chromium alone tells of")
			b.before(watch)
			b.visit(served)
			b.live()
			if got := b.text(`vitals.largest`); !strings.HasPrefix(got, "h1") && got != "p.standfirst" {
				t.Errorf("the largest paint is %s", got)
			}
			if n := b.number(`vitals.shift`); n > 0 {
				t.Errorf("the layout shifts by %.4f: %s", n, b.text(`vitals.moved`))
			}
			// Nothing that paints waits for more than the style sheet, and the
			// engine comes after all of it.
			blocking := value[[]string](b, `performance.getEntriesByType("resource").filter(r => r.renderBlockingStatus === "blocking").map(r => r.name)`)
			if len(blocking) != 1 || !strings.HasSuffix(blocking[0], ".css") {
				t.Errorf("the first paint waits for %v", blocking)
			}
			if !b.holds(`performance.getEntriesByType("resource").find(r => r.name.includes("stage.")).startTime > performance.getEntriesByName("first-contentful-paint")[0].startTime`) {
				t.Error("the stage is asked for before the first paint")
			}
		})
	}
}

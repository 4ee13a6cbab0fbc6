//go:build bench

package web_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
)

// paints notes when a page first painted, when its largest text did, when a
// scrub was first answered by list, date and picture, and when the engine drew.
// The scrub is tried as soon as the page can take it.
const paints = `window.paints = { first: 0, largest: 0, scrub: 0, engine: 0, shift: 0 };
const note = (type, act) => new PerformanceObserver(list => list.getEntries().forEach(act)).observe({ type, buffered: true });
note("paint", e => { if (e.name === "first-contentful-paint") paints.first = e.startTime; });
note("largest-contentful-paint", e => { paints.largest = e.startTime; });
note("layout-shift", e => { paints.shift += e.value; });
(function look() {
  const find = s => document.querySelector(s), slider = find("#slider");
  if (window === top && !paints.scrub && slider && document.documentElement.classList.contains("js") && paints.first) {
    slider.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    slider.value = 6;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    dispatchEvent(new PointerEvent("pointerup"));
    const answered = find("#eu-support").classList.contains("current") && /2 March/.test(find("#now").textContent) && find("#picture [data-s].on");
    if (answered) requestAnimationFrame(() => setTimeout(() => { paints.scrub = performance.now(); }));
  }
  if (!paints.engine && find("#box.live")) paints.engine = performance.now();
  if (!paints.engine) setTimeout(look, 20);
})();`

// TestPaint measures the page on a phone: a processor four times slower than
// this one, 9 Mbit/s, 170 ms there and back.
//
//	make bench-go, or go test -tags bench -run Paint -v ./web
func TestPaint(t *testing.T) {
	const rounds = 5
	names := []string{"first paint", "largest paint", "first scrub answered", "engine ready"}
	for _, phase := range phases {
		names = append(names, "  "+phase)
	}
	times := make([][]float64, len(names))
	for range rounds {
		t.Run("round", func(t *testing.T) {
			b := open(t, "about:blank", phone)
			call(b, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
			call(b, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{
				{Latency: 170, DownloadThroughput: 9e6 / 8, UploadThroughput: 3e6 / 8}}})
			call(b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
			b.before(paints)
			b.visit(served)
			b.until(`paints.engine && paints.scrub`)
			got := value[[]float64](b, `[paints.first, paints.largest, paints.scrub, paints.engine]`)
			got = append(got, stagePhases(b)...)
			for i := range times {
				times[i] = append(times[i], got[i])
			}
			if shift := value[float64](b, `paints.shift`); shift > 0 {
				t.Errorf("the layout shifts by %.4f", shift)
			}
		})
	}
	table := "\n"
	for i, name := range names {
		slices.Sort(times[i])
		n := len(times[i])
		table += fmt.Sprintf("%-22s median %6.0f ms  (%.0f–%.0f)\n", name, times[i][n/2], times[i][0], times[i][n-1])
	}
	t.Log(table + time.Now().Format("measured 2 January 2006"))
}

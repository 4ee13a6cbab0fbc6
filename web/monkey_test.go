package web_test

import (
	"fmt"
	"image"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/cdproto/runtime"

	"dateline/render/golden"
)

// How long the monkey is at it, and what of the page may grow by it.
const (
	monkeyActs   = 120  // unless ACTS says otherwise
	monkeyLook   = 40   // acts from one look at everything to the next
	monkeyGrowth = 1.25 // of nodes, listeners and heap, from the first look to the last
)

// TestMonkey does to an article with two stories what readers, hosts, screens
// and networks do, in an order of chance. Now and then all is given back as it
// was, and then everything works, looks as at the start, and nothing has piled up.
//
//	SEED=7 ACTS=1800 go test -run TestMonkey -v ./web
func TestMonkey(t *testing.T) {
	acts, seed := number(t, "ACTS", monkeyActs), number(t, "SEED", int(rand.Uint32()))
	m := newMonkey(t, time.Duration(acts)*2*time.Second+5*time.Minute)
	defer func() {
		if t.Failed() {
			t.Logf("SEED=%d ACTS=%d repeats this. The last acts:\n%s", seed, acts, strings.Join(m.did[max(0, len(m.did)-40):], "\n"))
			if stand, err := m.page.Eval(`JSON.stringify([0, 1].map(stand), null, " ")`); err == nil {
				t.Logf("how the stories stand: %s", stand)
			}
		}
	}()
	t.Logf("seed %d, %d acts", seed, acts)
	m.looks(true)
	first := m.weight()
	start := time.Now()
	for i := range acts {
		m.random = rand.New(rand.NewPCG(uint64(seed), uint64(i))) // an act does not depend on how far others came
		m.act()
		m.holdsTogether()
		if (i+1)%monkeyLook == 0 || i == acts-1 {
			m.mend()
			m.looks(false)
			if last := m.weight(); i == acts-1 {
				t.Logf("%d acts in %.0f s; nodes, listeners, heap: %v at first, %v at the end", acts, time.Since(start).Seconds(), first, last)
				for k, what := range []string{"nodes", "listeners", "heap"} {
					if last[k] > first[k]*monkeyGrowth {
						t.Errorf("%s have grown from %.0f to %.0f", what, first[k], last[k])
					}
				}
			}
		}
	}
	counts := map[string]int{}
	for _, line := range m.did {
		name, _, _ := strings.Cut(strings.TrimLeft(line, "0123456789 "), ":")
		counts[name]++
	}
	t.Log(counts)
}

func number(t *testing.T, name string, otherwise int) int {
	t.Helper()
	said := os.Getenv(name)
	if said == "" {
		return otherwise
	}
	n, err := strconv.Atoi(said)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// monkey is a tab with an article that holds two stories, and a server whose
// network it can spoil.
type monkey struct {
	*tab
	random *rand.Rand
	did    []string
	net    atomic.Value           // string: a name of ills
	origin map[string]image.Image // how each story looked at first, by its title
}

// article holds the helpers that look into the stories; both are of its origin.
const monkeyArticle = `<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Host</title><link rel=icon href=data:,>
<style>body { margin: 0 auto; max-width: 1000px } p { height: 60vh }</style>
<script src="dateline-embed.js" defer></script>
<body><h1>An article</h1>
<div id=rooms></div><p>After</p>
<script>
window.wanted = [{ src: "index.html", title: "One" }, { src: "index.html", title: "Two", lang: "fr" }];
window.make = i => {
	const story = document.createElement("dateline-story");
	for (const [name, value] of Object.entries(wanted[i])) story.setAttribute(name, value);
	story.append("in short");
	return story;
};
rooms.innerHTML = "<div></div><div></div>";
[0, 1].forEach(i => rooms.children[i].append(make(i)));
window.story = i => rooms.children[i].firstElementChild;
window.frameOf = i => story(i)?.shadowRoot.querySelector("iframe");
window.doc = i => { const d = frameOf(i)?.contentDocument; return d && d.querySelector("#slider") && d.documentElement.classList.contains("js") ? d : null };
window.one = (i, selector) => doc(i)?.querySelector(selector);
// come says whether a story's page has come, and goes there: frames are lazy,
// and what stands above grows.
window.come = i => {
	rooms.children[i].scrollIntoView({ behavior: "instant" });
	const d = frameOf(i)?.contentDocument;
	return d && d.URL !== "about:blank" && d.readyState === "complete";
};
// spot is where an element of a story is on the screen, after it has been
// scrolled there, or null; (x, y) are shares of it.
window.spot = (i, selector, x = 0.5, y = 0.5, nth = 0) => {
	const e = doc(i)?.querySelectorAll(selector)[nth];
	if (!e || !e.checkVisibility({ visibilityProperty: true })) return null;
	e.scrollIntoView({ block: "center", behavior: "instant" });
	const r = e.getBoundingClientRect(), f = frameOf(i).getBoundingClientRect();
	if (!r.width || !r.height) return null;
	return [f.left + r.left + r.width * x, f.top + r.top + r.height * y];
};
// stand says how a story stands, for those who look into a failure.
window.stand = i => {
	const d = doc(i), f = frameOf(i), inner = d?.querySelector("#frame iframe");
	return { there: !!story(i), frame: f?.src, document: f?.contentDocument?.readyState, lang: d?.documentElement.lang, width: f?.clientWidth, hidden: document.hidden,
		box: d?.querySelector("#box").className, picture: d?.querySelector("#box").dataset.picture, loading: d && !d.querySelector("#loading").hidden,
		fault: d && !d.querySelector("#fault").hidden && d.querySelector("#fault").dataset.reason, stage: inner && (inner.contentDocument?.readyState || "not ours"),
		canvas: !!inner?.contentDocument?.querySelector("canvas"), marks: inner?.contentWindow?.performance?.getEntriesByType("mark").map(m => m.name.slice(9)).join(" "), top: f?.getBoundingClientRect().top, time: story(i)?.time };
};
// wrong is what does not fit together in what the stories show now.
window.wrong = () => [0, 1].flatMap(i => {
	const d = doc(i), out = [];
	if (!d) return out;
	const box = d.querySelector("#box"), fault = d.querySelector("#fault"), slider = d.querySelector("#slider");
	if (!d.querySelector("#now").textContent.trim()) out.push("no words for now");
	if (box.classList.contains("live") && !fault.hidden) out.push("a fault over a live map");
	if (!fault.hidden && !d.querySelector("#fault-words").textContent.trim()) out.push("a fault without words");
	if (!Number.isFinite(Number(slider.value)) || +slider.value < +slider.min || +slider.value > +slider.max) out.push("the slider is at " + slider.value);
	if (frameOf(i).clientWidth >= 320 && d.documentElement.scrollWidth > frameOf(i).clientWidth + 1) out.push("it is " + d.documentElement.scrollWidth + " px wide in " + frameOf(i).clientWidth);
	if (d.querySelectorAll("li.event").length !== 11) out.push("events are gone");
	if (d.querySelectorAll("#frame iframe").length > 1) out.push("two stages");
	return out.map(o => (i ? "second: " : "first: ") + o);
});
</script>`

func newMonkey(t *testing.T, patience time.Duration) *monkey {
	m := &monkey{origin: map[string]image.Image{}}
	m.net.Store("")
	files := http.FileServer(http.Dir(built))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/article.html" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, monkeyArticle)
			return
		}
		switch m.net.Load() {
		case "gone":
			http.NotFound(w, r)
			return
		case "cut":
			broken(0.5)(w, r)
			return
		case "slow":
			time.Sleep(700 * time.Millisecond)
		case "refused":
			panic(http.ErrAbortHandler)
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	s := monkeyScreen
	s.patience = patience
	m.tab = open(t, "about:blank", s, noShare, "Failed to load resource", "net::ERR_", "CONTEXT_LOST", "preload", "aborted", "exit code:")
	// No link leads out of the test.
	m.before(`addEventListener("click", e => { const a = e.composedPath().find(x => x.href); if (a && new URL(a.href).origin !== location.origin) e.preventDefault(); }, true)`)
	m.visit(server.URL + "/article.html")
	return m
}

var monkeyScreen = screen{width: 1100, height: 900, ratio: 1}

func (m *monkey) holdsTogether() {
	m.Helper()
	if wrong := value[[]string](m.tab, `wrong()`); len(wrong) > 0 {
		m.Fatal(strings.Join(wrong, "\n"))
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.faults) > 0 {
		m.FailNow() // the tab says which
	}
}

// mend gives everything back as it was, as a reader and a host can: nothing is
// loaded anew but what had been taken out.
func (m *monkey) mend() {
	m.Helper()
	m.net.Store("")
	m.wears(monkeyScreen, false)
	m.js(`document.documentElement.style.zoom = "";
		for (const i of [0, 1]) {
			const room = rooms.children[i];
			room.style.cssText = "";
			if (!story(i)) room.append(make(i));
			const s = story(i);
			s.style.cssText = "";
			for (const name of s.getAttributeNames()) if (!wanted[i][name]) s.removeAttribute(name);
			for (const [name, value] of Object.entries(wanted[i])) if (s.getAttribute(name) !== value) s.setAttribute(name, value);
		}`)
	for i := range 2 {
		// A page that the network spoiled is loaded again, as a host would, and so
		// is one that the reader has left for another language.
		m.until(fmt.Sprintf(`come(%d)`, i))
		time.Sleep(500 * time.Millisecond) // it may lead on to a language's
		m.until(fmt.Sprintf(`come(%d)`, i))
		if !m.holds(fmt.Sprintf(`doc(%d) && getComputedStyle(one(%[1]d, "#slider")).position === "absolute" && doc(%[1]d).documentElement.lang === (wanted[%[1]d].lang || "en")`, i)) {
			m.js(fmt.Sprintf(`story(%d).replaceWith(make(%[1]d))`, i))
			m.until(fmt.Sprintf(`come(%d) && doc(%[1]d)`, i))
		}
	}
}

// looks puts each story at the same place and holds it to how it looked there
// at first, after trying its controls.
func (m *monkey) looks(first bool) {
	m.Helper()
	for i := range 2 {
		in := func(js string) string { return strings.ReplaceAll(js, "$", strconv.Itoa(i)) }
		click := func(selector string) {
			m.Helper()
			at := m.spot(i, selector, 0.5, 0.5, 0)
			for before := []float64(nil); !slices.Equal(before, at); time.Sleep(100 * time.Millisecond) {
				before, at = at, m.spot(i, selector, 0.5, 0.5, 0) // once nothing moves there any more
			}
			if at == nil {
				m.Fatalf("story %d has no %s to click on", i, selector)
			}
			m.clickAt(at[0], at[1])
		}
		m.until(in(`come($)`))
		m.js(in(`await Promise.race([story($).ready, new Promise((_, no) => setTimeout(() => no(new Error("it is never ready")), 30000))]);
			spot($, "#box"); window.getSelection().removeAllRanges()`))
		for end := time.Now().Add(time.Minute); !m.holds(in(`one($, "#box.live")`)); time.Sleep(100 * time.Millisecond) {
			if m.holds(in(`!one($, "#fault").hidden`)) {
				click("#retry")
			}
			if time.Now().After(end) {
				m.Fatalf("story %d does not come to life", i)
			}
		}
		tried.drew(m.T)
		if m.holds(in(`one($, "#motion").getAttribute("aria-checked") === "false"`)) {
			click("#motion")
		}
		// Controls work.
		m.js(in(`await story($).pause(); const a = await story($).seek("uk-loan"); if (a.superseded) throw new Error("overtaken by nothing")`))
		before := m.text(in(`one($, "#count").textContent`))
		click("#next")
		m.until(in(`one($, "#count").textContent !== `) + strconv.Quote(before))
		m.js(in(`one($, "#slider").focus()`))
		m.key("Home")
		m.until(in(`one($, "#count").textContent.startsWith("0")`))
		click("#play")
		m.until(in(`story($).playing && one($, "#play").classList.contains("playing")`))
		m.until(in(`+one($, "#slider").value > +one($, "#slider").min`))
		click("#play")
		m.until(in(`!story($).playing && !one($, "#play").classList.contains("playing")`))
		if !m.holds(in(`one($, "#follow").hidden`)) {
			click("#follow")
			m.until(in(`one($, "#follow").hidden`))
		}
		if m.holds(in(`one($, "#span") && !one($, "#span").hidden`)) {
			m.js(in(`one($, "#slider").focus()`))
			m.key("0")
		}
		m.js(in(`const a = await story($).seek("eu-support"); if (a.rung !== "engine") throw new Error("it is drawn by " + a.rung)`))
		m.js(in(`one($, "#slider").blur(); spot($, "#box")`))
		m.point(input.DispatchMouseEventTypeMouseMoved, 2, 2, false)
		m.until(in(`one($, "#box").dataset.picture === "drawn" && !one($, "#hint").classList.contains("shown") && one($, "#tip").hidden`))
		time.Sleep(300 * time.Millisecond)
		corner := value[[]int](m.tab, in(`(() => { const r = one($, "#box").getBoundingClientRect(), f = frameOf($).getBoundingClientRect(); return [f.left + r.left, f.top + r.top, r.width, r.height].map(Math.round) })()`))
		window := image.Rect(0, 0, int(monkeyScreen.width), int(monkeyScreen.height))
		box := image.Rect(corner[0], corner[1], corner[0]+corner[2], corner[1]+corner[3]).Intersect(window)
		shot := m.shot().(interface {
			image.Image
			SubImage(image.Rectangle) image.Image
		}).SubImage(box)
		title := m.text(in(`wanted[$].title`)) // they may have changed places
		if first {
			m.origin[title] = shot
			continue
		}
		golden.Compare(m.T, "monkey-"+title, m.origin[title], shot, golden.Tolerance{Mean: 0.1, Off: 24, Share: 0.001})
		if m.Failed() {
			m.Fatalf("story %d does not look as it did", i)
		}
	}
}

// weight is what the page holds in memory, once garbage is gone: nodes,
// listeners, and the heap's bytes.
func (m *monkey) weight() [3]float64 {
	m.Helper()
	for range 3 {
		call(m.tab, heapprofiler.CollectGarbage, cdp.Empty{})
	}
	counters := call(m.tab, memory.GetDOMCounters, cdp.Empty{})
	heap := call(m.tab, runtime.GetHeapUsage, cdp.Empty{})
	return [3]float64{float64(counters.Nodes), float64(counters.JsEventListeners), heap.UsedSize}
}

func (m *monkey) wears(s screen, still bool) {
	m.Helper()
	scheme, motion := "light", "no-preference"
	if s.dark {
		scheme = "dark"
	}
	if still {
		motion = "reduce"
	}
	call(m.tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: s.width, Height: s.height, DeviceScaleFactor: s.ratio})
	call(m.tab, emulation.SetPageScaleFactor, emulation.SetPageScaleFactorParams{PageScaleFactor: 1}) // fingers may have pinched the article
	call(m.tab, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: s.touch, MaxTouchPoints: 5})
	call(m.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion}}})
}

package web_test

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"dateline/scene"

	"dateline/web/drive"
)

// seen is where the map's mark of a place stands, in CSS pixels of the window:
// a move of the map moves it.
func (b *tab) seen(place string) (x, y float64) {
	b.Helper()
	b.rest()
	at := value[[]float64](b, fmt.Sprintf(`(() => {
		const box = document.querySelector("#surface").getBoundingClientRect();
		const mark = window.targets.find(t => t.kind === "place" && t.id === %q);
		return [box.left + mark.x + mark.w / 2, box.top + mark.y + mark.h / 2];
	})()`, place))
	return at[0], at[1]
}

// watched opens the story and keeps the targets that the engine tells.
func watched(t *testing.T, address string, s screen) *tab {
	t.Helper()
	b := open(t, "about:blank", s)
	b.before(`
		const MessageChannelHere = MessageChannel;
		window.MessageChannel = class extends MessageChannelHere {
			constructor() {
				super();
				this.port1.addEventListener("message", ({ data }) => { if (data && data.type === "drawn") window.targets = JSON.parse(data.targets); });
			}
		};`)
	b.visit(address)
	b.live()
	return b
}

// follow gives the map back to the story and waits until it has flown there.
func (b *tab) follow() {
	b.Helper()
	b.click("#follow")
	b.until(`document.querySelector("#follow").hidden`)
	b.rest()
}

func (b *tab) wheel(x, y, turn float64, ctrl bool) {
	b.Helper()
	b.did("turning the wheel", b.page.Wheel(x, y, turn, ctrl))
	time.Sleep(300 * time.Millisecond) // a page scrolls smoothly
}

// fingers puts fingers on the glass, takes them along in ten steps, and lifts
// them. Each is {from x, from y, to x, to y}.
func (b *tab) fingers(paths ...[4]float64) {
	b.Helper()
	b.did("using fingers", b.page.Drag(drive.Touch, paths...))
	time.Sleep(300 * time.Millisecond)
}

const hinted = `document.querySelector("#hint").classList.contains("shown")`

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

func TestOneFingerMovesThePage(t *testing.T) {
	b := watched(t, served, phone)
	b.chromium("scrolls the page by a finger, which reaches scripts alone in other drivers")
	x, y := b.seen("london")
	b.fingers([4]float64{180, 420, 182, 220})
	scrolled := b.number("scrollY")
	if scrolled < 100 {
		t.Fatalf("a finger on the map scrolls the page by %v px", scrolled)
	}
	if nx, ny := b.seen("london"); !near(nx, x, 0.5) || !near(ny+scrolled, y, 1) {
		t.Errorf("a finger that scrolls moved the map: London from %v, %v to %v, %v", x, y, nx, ny+scrolled)
	}
	if b.holds(hinted) {
		t.Error("a reader who scrolls the page is told how to move the map")
	}
	b.fingers([4]float64{100, 250, 240, 258})
	if !b.holds(hinted) || b.text(`document.querySelector("#hint").textContent`) != "Use two fingers to move the map" {
		t.Errorf("a finger that goes sideways is told %q", b.text(`document.querySelector("#hint").textContent`))
	}
	if got := b.text(`getComputedStyle(document.querySelector("#hint")).pointerEvents`); got != "none" {
		t.Errorf("the hint is in the way: pointer-events %s", got)
	}
	b.until("!" + hinted)
	if nx, _ := b.seen("london"); !near(nx, x, 0.5) {
		t.Error("one finger moves the map")
	}
}

func TestTwoFingersMoveTheMap(t *testing.T) {
	// A place that no inset magnifies: that draws back when the map is moved.
	b := watched(t, served, phone)
	x, y := b.seen("washington")
	b.fingers([4]float64{120, 300, 120, 360}, [4]float64{240, 300, 240, 360})
	nx, ny := b.seen("washington")
	if b.number("scrollY") != 0 || b.number("visualViewport.scale") != 1 {
		t.Errorf("two fingers on the map move the page to %v, at %v", b.number("scrollY"), b.number("visualViewport.scale"))
	}
	if !near(nx, x, 2) || !near(ny, y+60, 8) {
		t.Errorf("two fingers go down 60 px, and Washington from %.0f, %.0f to %.0f, %.0f", x, y, nx, ny)
	}
	// What is between the fingers stays between them.
	b.follow()
	b.fingers([4]float64{x - 12, y, x - 36, y}, [4]float64{x + 12, y, x + 36, y})
	if nx, ny := b.seen("washington"); !near(nx, x, 4) || !near(ny, y, 4) {
		t.Errorf("a pinch about Washington takes it from %.0f, %.0f to %.0f, %.0f", x, y, nx, ny)
	}
	if b.number("visualViewport.scale") != 1 || b.number("scrollY") != 0 {
		t.Error("a pinch on the map zooms the page")
	}
	if b.holds(`document.querySelector("#follow").hidden`) {
		t.Error("after a pinch there is no way back to the story's view")
	}
	if b.holds(hinted) {
		t.Error("who uses two fingers is told to")
	}
}

func TestWheelMovesThePage(t *testing.T) {
	b := watched(t, served, desktop)
	x, y := b.seen("kyiv")
	b.wheel(x, y+10, 100, false)
	b.until("scrollY >= 99")
	if !b.holds(hinted) || b.text(`document.querySelector("#hint").textContent`) != "Use Ctrl + scroll to zoom the map" {
		t.Errorf("the wheel over the map is told %q", b.text(`document.querySelector("#hint").textContent`))
	}
	if nx, ny := b.seen("kyiv"); !near(nx, x, 0.5) || !near(ny, y-b.number("scrollY"), 1) {
		t.Error("the wheel moves the map")
	}
	b.until("!" + hinted)
	time.Sleep(500 * time.Millisecond)
	b.wheel(x, y-60, -100, false)
	b.until("scrollY === 0")
	if b.holds(hinted) {
		t.Error("a reader who scrolls on is told again")
	}

	lx, _ := b.seen("london")
	b.wheel(x, y, -100, true)
	if nx, ny := b.seen("kyiv"); !near(nx, x, 1) || !near(ny, y, 1) {
		t.Errorf("zooming about Kyiv moves it by %.1f, %.1f", nx-x, ny-y)
	}
	if nx, _ := b.seen("london"); x-nx < 1.3*(x-lx) {
		t.Errorf("Ctrl and the wheel do not zoom: London at %.0f, then at %.0f", lx, nx)
	}
	if b.number("scrollY") != 0 || b.number("devicePixelRatio") != 1 {
		t.Error("Ctrl and the wheel over the map move or zoom the page")
	}
}

func TestMouseAndButtonsMoveTheMap(t *testing.T) {
	b := watched(t, served, desktop)
	x, y := b.seen("kyiv")
	from := [2]float64{x - 60, y + 90} // where nothing is to be pointed at
	b.mouse(drive.Push, from[0], from[1])
	for i := 1.0; i <= 5; i++ {
		b.mouse(drive.Move, from[0]-12*i, from[1]-6*i)
	}
	b.mouse(drive.Release, from[0]-60, from[1]-30)
	if nx, ny := b.seen("kyiv"); !near(nx, x-60, 1) || !near(ny, y-30, 1) {
		t.Errorf("a drag by −60, −30 moves Kyiv by %.1f, %.1f", nx-x, ny-y)
	}
	if v := b.number(sliderValue); v != 0 {
		t.Errorf("a drag went to an event: %v", v)
	}
	b.follow()
	if nx, ny := b.seen("kyiv"); !near(nx, x, 0.1) || !near(ny, y, 0.1) {
		t.Error("fit does not give the story's view back")
	}
	// Without dragging: a double click brings a point to the middle.
	b.mouse(drive.Double, from[0], from[1])
	middle := value[[]float64](b, `(r => [r.left + r.width / 2, r.top + r.height / 2])(document.querySelector("#surface").getBoundingClientRect())`)
	if nx, ny := b.seen("kyiv"); !near(nx-middle[0], 1.6*60, 2) || !near(ny-middle[1], -1.6*90, 2) {
		t.Errorf("after a double click beside Kyiv it stands at %.0f, %.0f from the middle", nx-middle[0], ny-middle[1])
	}
	lx, _ := b.seen("kyiv")
	b.js(`document.querySelector("#zoom-out").click()`)
	if nx, _ := b.seen("kyiv"); !near(nx-middle[0], (lx-middle[0])/1.6, 2) {
		t.Error("− does not zoom out")
	}
}

// The buttons stand in the corner that the scene leaves free for them.
func TestButtonsKeepTheirCorner(t *testing.T) {
	small := screen{width: 320, height: 568, ratio: 2, touch: true}
	for name, s := range map[string]screen{"": desktop, "?phone": phone, "?small": small, "ar/": phone} {
		b := watched(t, served+name, s)
		got := value[[]float64](b, `(() => {
			const map = document.querySelector("#surface").getBoundingClientRect(), zoom = document.querySelector("#zoom").getBoundingClientRect();
			const [from, to] = document.dir === "rtl" ? [map.left - zoom.right, map.left - zoom.left].map(Math.abs) : [map.right - zoom.left, map.right - zoom.right];
			return [from, map.bottom - zoom.top, to, map.bottom - zoom.bottom];
		})()`)
		if got[0] > scene.ButtonsWidth || got[1] > scene.ButtonsHeight || got[2] < 0 || got[3] < 0 {
			t.Errorf("%s: the buttons reach %.0f × %.0f px from the corner; %d × %d are free", name, got[0], got[1], scene.ButtonsWidth, scene.ButtonsHeight)
		}
	}
}

// hostPage is a page with two stories between controls of its own, which has
// keys of its own.
const hostPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A host's page</title><link rel="icon" href="data:,">
<script src="interactive/march/dateline-embed.js" defer></script>
<script>
window.shortcuts = []; window.taken = [];
addEventListener("keydown", e => { window.shortcuts.push(e.key); if (e.defaultPrevented) window.taken.push(e.key); });
</script></head><body>
<p><input id="before" aria-label="Search"> <button id="first">First</button></p>
<dateline-story id="one" src="interactive/march/index.html" title="One"></dateline-story>
<p><a id="between" href="#between">Between</a></p>
<dateline-story id="two" src="interactive/march/index.html" title="Two"></dateline-story>
<p><textarea id="after" aria-label="Comment"></textarea></p>
</body></html>`

// where says what has the focus, through shadows and frames: "#before",
// "one/#slider".
const where = `(() => {
	let way = "", doc = document, el = doc.activeElement;
	for (;;) {
		if (el && el.shadowRoot && el.shadowRoot.activeElement) { way += el.id + "/"; el = el.shadowRoot.activeElement; }
		else if (el && el.localName === "iframe" && el.contentDocument) { doc = el.contentDocument; el = doc.activeElement; }
		else break;
	}
	return way + (!el || el === doc.body ? "body" : el.id ? "#" + el.id : el.localName + ":" + el.textContent.trim().slice(0, 24));
})()`

func TestKeysLeaveTheHostAlone(t *testing.T) {
	site := http.NewServeMux()
	site.Handle("/interactive/march/", http.StripPrefix("/interactive/march", http.FileServer(http.Dir(built))))
	site.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, hostPage)
	})
	server := httptest.NewServer(site)
	t.Cleanup(server.Close)
	b := open(t, "about:blank", desktop, "feature: 'web-share'") // a Chromium without sharing says so
	b.before(`if (parent !== window) addEventListener("keydown", e => { top.within = [e.key, e.defaultPrevented]; });`)
	b.visit(server.URL + "/")
	b.js(`await Promise.all([...document.querySelectorAll("dateline-story")].map(s => s.ready))`)
	// An engine starts when its map comes near.
	for i := range 2 {
		story := fmt.Sprintf(`document.querySelectorAll("dateline-story")[%d]`, i)
		b.js(story + `.scrollIntoView()`)
		b.until(`!!` + story + `.shadowRoot.querySelector("iframe").contentDocument.querySelector("#box.live")`)
	}
	b.js(`scrollTo(0, 0)`)

	// Tab goes through everything and comes out at the end; Shift and Tab go back.
	b.js(`document.querySelector("#before").focus()`)
	walk := func(held ...string) (way []string) {
		for range 160 {
			way = append(way, b.text(where))
			b.key("Tab", held...)
			last := way[len(way)-1]
			if len(way) > 1 && (last == "#after" || last == "#before") {
				return way
			}
		}
		t.Fatalf("Tab goes round and round: %q", way)
		return nil
	}
	there := walk()
	b.js(`document.querySelector("#after").focus()`)
	back := walk("Shift")
	slices.Reverse(back)
	if !slices.Equal(there, back) {
		t.Errorf("there:\n%q\nand back:\n%q", there, back)
	}
	at := 0
	for _, stop := range []string{"#before", "#first", "one/#surface", "one/#zoom-in", "one/#slider", "one/#previous", "one/#play", "one/#next", "one/#speed", "one/#motion", "one/#share",
		"#between", "two/#surface", "two/#slider", "two/#play", "two/#share", "#after"} {
		i := slices.Index(there[at:], stop)
		if i < 0 {
			t.Fatalf("Tab does not come to %s in its turn: %q", stop, there)
		}
		at += i
	}

	// Keys on the host's own controls are the host's.
	keys := []string{"j", "k", "/", "?", "0", "+", "-", " ", "ArrowRight", "ArrowDown", "Home", "End", "PageDown", "Escape", "m"}
	for _, id := range []string{"first", "between", "after"} {
		b.js(`document.querySelector("#` + id + `").focus(); window.shortcuts = []`)
		for _, key := range keys {
			b.key(key)
		}
		if n := b.number(`window.shortcuts.length`); n != float64(len(keys)) || b.holds(`window.taken.length`) {
			t.Errorf("of %d keys on #%s the host got %v; taken: %s", len(keys), id, n, b.text(`window.taken`))
		}
	}
	if got := b.text(`[...document.querySelectorAll("dateline-story")].map(s => s.time)`); got != "," {
		t.Errorf("the host's keys moved the stories to %s", got)
	}

	// In a story, its own keys are taken where they are said to be, and no others.
	arrows := []string{"ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"}
	both := []string{"+", "-", "0", " "}
	all := append(append(slices.Clone(arrows), both...), "j", "k", "/", "x", "5", "Escape", "Delete", "F2")
	for _, id := range []string{"surface", "slider", "zoom-in", "speed", "motion", "uk-loan"} {
		b.js(`const doc = document.querySelector("#one").shadowRoot.querySelector("iframe").contentDocument;
			(doc.querySelector("#` + id + ` h3 a") || doc.querySelector("#` + id + `")).focus()`)
		for _, key := range all {
			mine := id == "slider" && slices.Contains(arrows, key) || (id == "slider" || id == "surface") && slices.Contains(both, key)
			b.js(`window.within = null`)
			b.key(key)
			if taken := b.text(`window.within && window.within[1]`); taken != fmt.Sprint(mine) {
				t.Errorf("%q on #%s: taken is %s, want %v", key, id, taken, mine)
			}
		}
		for _, held := range []string{"Control", "Alt", "Meta"} {
			b.js(`window.within = null`)
			b.key("ArrowUp", held)
			if taken := b.text(`window.within && window.within[1]`); taken == "true" {
				t.Errorf("an arrow with %s held on #%s is taken", held, id)
			}
		}
	}
}

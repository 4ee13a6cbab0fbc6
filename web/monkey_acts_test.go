package web_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// acts are what the monkey can do, each as often as its weight says. An
// act returns what exactly it did.
var acts = []struct {
	name   string
	weight int
	do     func(m *monkey) string
}{
	{"keys", 14, (*monkey).keys},
	{"click", 16, (*monkey).clicks},
	{"drag", 8, (*monkey).drags},
	{"wheel", 6, (*monkey).wheels},
	{"fingers", 5, (*monkey).pinches},
	{"ask", 14, (*monkey).asks},
	{"attribute", 8, (*monkey).attributes},
	{"move", 3, (*monkey).moves},
	{"width", 6, (*monkey).widths},
	{"screen", 5, (*monkey).screens},
	{"scroll", 6, (*monkey).scrolls},
	{"network", 6, (*monkey).networks},
	{"context", 3, (*monkey).loses},
	{"hidden", 2, (*monkey).hides},
	{"storm", 2, (*monkey).storms},
	{"wait", 6, (*monkey).waits},
}

// act does one of them.
func (m *monkey) act() {
	m.Helper()
	all := 0
	for _, a := range acts {
		all += a.weight
	}
	n := m.random.IntN(all)
	for _, a := range acts {
		if n -= a.weight; n < 0 {
			m.did = append(m.did, "")
			last := &m.did[len(m.did)-1]
			*last = fmt.Sprintf("%4d %s: …", len(m.did), a.name)
			*last = fmt.Sprintf("%4d %s: %s", len(m.did), a.name, a.do(m))
			return
		}
	}
}

func pick[T any](m *monkey, of ...T) T { return of[m.random.IntN(len(of))] }

// within is a number between two.
func (m *monkey) within(from, to float64) float64 { return from + (to-from)*m.random.Float64() }

// which is one of the two stories.
func (m *monkey) which() int { return m.random.IntN(2) }

func (m *monkey) keys() string {
	i, where := m.which(), pick(m, "#slider", "#surface", "#play", "#events a", "")
	if where != "" {
		m.js(fmt.Sprintf(`const e = one(%d, %q); if (e) e.focus()`, i, where))
	}
	var pressed []string
	for range 1 + m.random.IntN(6) {
		name := pick(m, "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "Tab", "Tab", "Enter", "Escape", " ", "+", "-", "0", "x", "ж")
		m.key(name)
		pressed = append(pressed, fmt.Sprintf("%q", name))
	}
	return fmt.Sprintf("story %d, %s: %s", i, where, strings.Join(pressed, " "))
}

// pointer sends one event of a mouse. Chromium does not always say that it is
// through with one, if what lay under it has gone; then it is the page that has
// to answer.
func (m *monkey) pointer(p input.DispatchMouseEventParams) {
	m.Helper()
	browser := m.chromium("sends more than other drivers can").Context
	ctx, end := context.WithTimeout(browser, 10*time.Second)
	defer end()
	if _, err := chromedp.Call(ctx, input.DispatchMouseEvent, p); err == nil {
		return
	}
	ctx, end = context.WithTimeout(browser, 30*time.Second)
	defer end()
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("true")); err != nil {
		m.Fatalf("after %+v the page does not answer: %v", p, err)
	}
}

func (m *monkey) point(kind input.DispatchMouseEventType, x, y float64, down bool) {
	m.Helper()
	p := input.DispatchMouseEventParams{Type: kind, X: x, Y: y}
	if down {
		p.Button, p.Buttons, p.ClickCount = input.MouseButtonLeft, 1, 1
	}
	m.pointer(p)
}

func (m *monkey) clickAt(x, y float64) {
	m.Helper()
	m.point(input.DispatchMouseEventTypeMouseMoved, x, y, false)
	m.point(input.DispatchMouseEventTypeMousePressed, x, y, true)
	m.point(input.DispatchMouseEventTypeMouseReleased, x, y, true)
}

// spot is where an element of a story is, or nil; x and y are shares of it.
func (m *monkey) spot(i int, selector string, x, y float64, nth int) []float64 {
	return value[[]float64](m.tab, fmt.Sprintf(`spot(%d, %q, %v, %v, %d)`, i, selector, x, y, nth))
}

func (m *monkey) clicks() string {
	i, nth := m.which(), 0
	what := pick(m, "#previous", "#next", "#next", "#play", "#play", "#speed", "#zoom-in", "#zoom-out", "#follow", "#motion", "#share", "#retry",
		"#span-in", "#span-out", "#events h3 a", "#events li", ".cite", ".languages a", ".boundaries summary", "#surface", "#surface", "#slider", "#ledger a")
	if strings.HasPrefix(what, "#events") || what == ".cite" || what == ".languages a" {
		nth = m.random.IntN(11)
	}
	at := m.spot(i, what, m.within(0.05, 0.95), m.within(0.1, 0.9), nth)
	if at == nil {
		return fmt.Sprintf("story %d: there is no %s", i, what)
	}
	for range pick(m, 1, 1, 1, 2, 5) {
		m.clickAt(at[0], at[1])
	}
	return fmt.Sprintf("story %d, %s %d at %.0f, %.0f", i, what, nth, at[0], at[1])
}

func (m *monkey) drags() string {
	i, what := m.which(), pick(m, "#surface", "#slider", "#slider")
	at := m.spot(i, what, m.within(0, 1), m.within(0, 1), 0)
	if at == nil {
		return "nothing to drag"
	}
	x, y := at[0], at[1]
	m.point(input.DispatchMouseEventTypeMouseMoved, x, y, false)
	m.point(input.DispatchMouseEventTypeMousePressed, x, y, true)
	for range 2 + m.random.IntN(12) {
		x, y = x+m.within(-150, 150), y+m.within(-60, 60)
		m.pointer(input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1})
	}
	m.point(input.DispatchMouseEventTypeMouseReleased, x, y, true)
	return fmt.Sprintf("story %d, %s from %.0f, %.0f to %.0f, %.0f", i, what, at[0], at[1], x, y)
}

func (m *monkey) wheels() string {
	i := m.which()
	at := m.spot(i, pick(m, "#surface", "#slider"), m.within(0, 1), m.within(0, 1), 0)
	if at == nil {
		return "nothing to turn on"
	}
	ctrl, turn := m.random.IntN(2) == 0, m.within(-400, 400)
	for range 1 + m.random.IntN(4) {
		p := input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: at[0], Y: at[1], DeltaY: turn, DeltaX: 1e-9}
		if ctrl {
			p.Modifiers = 2
		}
		m.pointer(p)
	}
	return fmt.Sprintf("story %d by %.0f, ctrl %v", i, turn, ctrl)
}

func (m *monkey) pinches() string {
	i := m.which()
	at := m.spot(i, pick(m, "#surface", "#slider"), m.within(0.1, 0.9), m.within(0.1, 0.9), 0)
	if at == nil {
		return "nothing to touch"
	}
	var paths [][4]float64
	for range 1 + m.random.IntN(2) {
		x, y := at[0]+m.within(-80, 80), at[1]+m.within(-40, 40)
		paths = append(paths, [4]float64{x, y, x + m.within(-100, 100), y + m.within(-100, 100)})
	}
	m.fingers(paths...)
	return fmt.Sprintf("story %d, %.0f", i, paths)
}

func (m *monkey) asks() string {
	i := m.which()
	what := pick(m, `seek("eu-support")`, `seek("uk-loan")`, `seek("2025-03-03")`, `seek("london-summit")`, `seek({ progress: 1 })`, `seek({ progress: 0 })`,
		fmt.Sprintf(`seek({ progress: %.3f })`, m.random.Float64()), `play()`, `pause()`, `seek("never")`, `seek("-44-03-15")`, `seek(null)`, `seek({ progress: NaN })`)
	m.js(fmt.Sprintf(`if (story(%d)) story(%d).%s.catch(() => {})`, i, i, what))
	return fmt.Sprintf("story %d: %s", i, what)
}

func (m *monkey) attributes() string {
	i := m.which()
	what := pick(m, `theme = "dark"`, `theme = "light"`, `theme = "auto"`, `theme = "pink"`, `speed = 4`, `speed = "fast"`, `layout = "map"`, `layout = "page"`,
		`lang = "uk"`, `lang = "ar"`, `lang = "en"`, `lang = "xx"`, `title = "Another"`, `share = "https://news.example/a"`, `time = "uk-loan"`, `time = "2025-03-02"`, `time = "never"`,
		`style.setProperty("--dateline-accent", "teal")`, `style.setProperty("--dateline-ink", "url(x)")`, `style.height = "300px"`, `hidden = true`, `hidden = false`)
	m.js(fmt.Sprintf(`if (story(%d)) story(%d).%s`, i, i, what))
	return fmt.Sprintf("story %d: %s", i, what)
}

func (m *monkey) moves() string {
	i, what := m.which(), pick(m, "taken out", "put back", "moved", "taken out and put back")
	m.js(fmt.Sprintf(`const i = %d, room = rooms.children[i]; window.kept ||= [];
		switch (%q) {
			case "taken out": if (story(i)) { kept[i] = story(i); story(i).remove(); } break;
			case "put back": if (!story(i)) room.append(kept[i] || make(i)); break;
			case "moved": rooms.append(room.parentElement.children[0]); wanted.reverse(); if (window.kept) kept.reverse(); break;
			default: if (story(i)) { const s = story(i); s.remove(); await 0; room.append(s); }
		}`, i, what))
	return fmt.Sprintf("story %d %s", i, what)
}

func (m *monkey) widths() string {
	i, px := m.which(), pick(m, 0.0, 1, 200, 320, 360, 500, 640, 760, 1000, m.within(0, 1400))
	m.js(fmt.Sprintf(`rooms.children[%d].style.width = "%.1fpx"`, i, px))
	return fmt.Sprintf("story %d: %.1f px", i, px)
}

func (m *monkey) screens() string {
	s := screen{width: pick(m, int64(320), 360, 800, 1100, 1440), height: pick(m, int64(300), 740, 900), ratio: pick(m, 1, 1, 1.25, 2), dark: m.random.IntN(2) == 0, touch: m.random.IntN(3) == 0}
	still := m.random.IntN(4) == 0
	m.wears(s, still)
	return fmt.Sprintf("%d × %d, ratio %v, dark %v, touch %v, still %v", s.width, s.height, s.ratio, s.dark, s.touch, still)
}

func (m *monkey) scrolls() string {
	share := m.random.Float64()
	m.js(fmt.Sprintf(`scrollTo(0, document.documentElement.scrollHeight * %.3f)`, share))
	return fmt.Sprintf("to %.3f", share)
}

func (m *monkey) networks() string {
	ill := pick(m, "", "", "gone", "cut", "slow", "refused")
	m.net.Store(ill)
	return fmt.Sprintf("%q", ill)
}

// loses takes a stage's graphics context away, as a driver does.
func (m *monkey) loses() string {
	i := m.which()
	had := m.holds(fmt.Sprintf(`(() => {
		const canvas = one(%d, "#frame iframe")?.contentDocument?.querySelector("canvas");
		const lose = canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
		if (lose) lose.loseContext();
		return !!lose;
	})()`, i))
	return fmt.Sprintf("story %d: there was one: %v", i, had)
}

// hides has the stories believe for a while that nobody sees the tab. (Chromium's
// own frozen state cannot be left again through the protocol.)
func (m *monkey) hides() string {
	tell := func(hidden bool) {
		m.js(fmt.Sprintf(`for (const d of [doc(0), doc(1)]) if (d) {
			if (%v) Object.defineProperty(d, "hidden", { get: () => true, configurable: true }); else delete d.hidden;
			d.dispatchEvent(new Event("visibilitychange"));
		}`, hidden))
	}
	d := time.Duration(m.within(0, 3000)) * time.Millisecond
	tell(true)
	time.Sleep(d)
	tell(false)
	return fmt.Sprintf("for %v", d)
}

// storms sends in one go what comes one by one as a rule.
func (m *monkey) storms() string {
	i := m.which()
	m.js(fmt.Sprintf(`const s = story(%d);
		for (let n = 0; s && n < 200; n++) {
			s.seek({ progress: (n * 37 %% 101) / 100 }).catch(() => {});
			if (n %% 20 === 0) s.play().catch(() => {});
			if (n %% 20 === 10) s.pause().catch(() => {});
			rooms.children[%d].style.width = 300 + n * 3 + "px";
			frameOf(%d)?.contentWindow.postMessage({ dateline: 1, n, ask: ["constructor", "hello", "seek", null][n %% 4], what: { progress: "x" } }, "*");
		}`, i, i, i))
	return fmt.Sprintf("story %d", i)
}

func (m *monkey) waits() string {
	d := time.Duration(m.within(0, 1500)) * time.Millisecond
	time.Sleep(d)
	return d.String()
}

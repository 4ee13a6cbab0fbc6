package web_test

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// elementFrame is the frame in an element, from which a page of the same origin
// can look into the story.
const elementFrame = `story.shadowRoot.querySelector("iframe")`
const elementDocument = elementFrame + `.contentDocument`

func TestElement(t *testing.T) {
	site := host(t)
	for name, address := range map[string]string{
		"same origin":  site + "/article.html",
		"other origin": site + "/article.html?from=" + served,
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, address, desktop, "request to another origin: "+served, noShare)
			got := value[struct {
				Ready, First, Changed, Time string
				Count, Index                int
				Superseded, Unknown         bool
				Overtaken                   []bool
				Rung                        string
			}](b, `(async () => {
				const out = {}, story = document.querySelector("#story");
				let last = null;
				story.addEventListener("timechange", e => { last = e.detail; });
				out.Ready = (await story.ready).localName;
				const first = await story.seek("eu-support");
				out.First = last.event; out.Index = last.index; out.Count = last.count;
				out.Superseded = first.superseded; out.Rung = first.rung;
				await story.seek("eu-support"); // where it is already
				await story.seek("2025-03-01");
				out.Changed = last.event; out.Time = story.time;
				out.Unknown = await story.seek("no-such-thing").then(() => false, () => true);
				const many = await Promise.all([0.1, 0.5, 0.9].map(progress => story.seek({ progress })));
				out.Overtaken = many.map(m => m.superseded);
				return out;
			})()`)
			if got.Ready != "dateline-story" || got.First != "eu-support" || got.Index != 6 || got.Count != 11 {
				t.Errorf("seek to an event: %+v", got)
			}
			if got.Changed != "uk-loan" || got.Time != "2025-03-01" || !got.Unknown || got.Superseded {
				t.Errorf("seek to a day: %+v", got)
			}
			if !slices.Equal(got.Overtaken, []bool{true, true, false}) {
				t.Errorf("of three seeks at once, overtaken were %v", got.Overtaken)
			}
			b.js(`await document.querySelector("#story").play()`)
			b.js(`await document.querySelector("#story").pause()`)
			if b.holds(`document.querySelector("#fallback").offsetHeight`) {
				t.Error("the fallback still stands beside the story")
			}
			if h := b.number(`document.querySelector("#story").offsetHeight`); h < 900 {
				t.Errorf("the frame is %v px high: its height message did not come", h)
			}
		})
	}
}

// story opens a host's page with one element on it.
func storyPage(t *testing.T, attributes, more string, allowed ...string) *tab {
	t.Helper()
	site := newsSite(t, map[string]string{"/article": more + `<script src="march/dateline-embed.js" defer></script>
		<script>window.log = []; for (const type of ["ready", "timechange", "eventchange", "play", "pause", "error"])
			document.addEventListener(type, e => { log.push([type, e.detail && e.detail.event, e.detail && e.detail.message]) }, true);
			window.types = () => log.map(l => l[0]).filter((type, i, all) => type !== all[i - 1])</script>
		<dateline-story id=story ` + attributes + `><p id=fallback>The story, in short.</p></dateline-story>`}, nil)
	return open(t, site+"/article", desktop, append(allowed, noShare)...)
}

func TestElementEvents(t *testing.T) {
	b := storyPage(t, `src="march/index.html" time="uk-loan" speed="4"`, "")
	b.js(`await story.ready`)
	if got := b.text(`JSON.stringify([story.time, story.playing, story.speed, story.theme])`); got != `["2025-03-01",false,4,"auto"]` {
		t.Errorf("as the attributes say: %s", got)
	}
	if got := b.text(`log.filter(l => l[0] === "ready" || l[0] === "eventchange").map(l => [l[0], l[1]].join(" ")).join(", ")`); got != "eventchange uk-loan, ready " {
		t.Errorf("on the way to its time: %q", got)
	}
	b.js(`log.length = 0; await story.play()`)
	b.until(`log.some(l => l[0] === "eventchange" && l[1] === "london-summit")`)
	if !b.holds(`story.playing`) {
		t.Error("it does not say that it plays")
	}
	b.js(`await story.pause(); await new Promise(done => setTimeout(done, 100))`)
	types := b.text(`types().join(" ")`)
	if !strings.Contains(types, "play") || !strings.HasSuffix(types, "pause") || b.holds(`story.playing`) {
		t.Errorf("while it played: %s", types)
	}
	// What is known of the time, and no more.
	b.js(`await story.seek("eu-support"); log.length = 0; window.fact = null;
		story.addEventListener("timechange", e => { fact = e.detail }); await story.seek("uk-loan"); await story.seek("eu-support")`)
	if got := b.text(`JSON.stringify(fact)`); got != `{"date":"2025-03-02","precision":"day","about":true,"event":"eu-support","index":6,"count":11,"progress":0.5454545454545454}` {
		t.Errorf("timechange says %s", got)
	}
	b.js(`await story.seek({ progress: 0 })`)
	if got := b.text(`JSON.stringify(fact)`); got != `{"date":null,"precision":null,"about":false,"event":null,"index":0,"count":11,"progress":0}` {
		t.Errorf("at the opening timechange says %s", got)
	}
	// An attribute with an unknown time is an error, and changes nothing.
	b.js(`log.length = 0; story.time = "never"; await new Promise(done => setTimeout(done, 200))`)
	if got := b.text(`JSON.stringify(log.map(l => l[0]))`); got != `["error"]` {
		t.Errorf("with an unknown time: %s", got)
	}
	if got := b.text(`Promise.allSettled([{ progress: 7 }, { progress: -1 }, {}, null, "2025-13-77", undefined].map(what => story.seek(what)))
		.then(all => window.settled = all.map(s => s.status[0]).join(""))`); got == "" || func() string { b.rest(); return b.text("settled") }() != "ffrrrr" {
		t.Errorf("odd wishes: %s", b.text("settled"))
	}
}

func TestElementLooks(t *testing.T) {
	b := storyPage(t, `src="march/index.html" theme="dark" lang="fr" share="https://news.example/a?b=c"
		style="--dateline-ink: rgb(1, 2, 3); --dateline-accent: teal; --dateline-font: Georgia, serif; --dateline-paper: url(https://elsewhere.example/x); --dateline-font-head: x; color-scheme: dark"`, "")
	b.js(`await story.ready`)
	look := func(property string) string {
		return b.text(`getComputedStyle(` + elementDocument + `.documentElement).getPropertyValue("` + property + `").trim()`)
	}
	for property, want := range map[string]string{"--ink": "rgb(1, 2, 3)", "--accent": "teal", "--dl-sans": "Georgia, serif", "--dl-serif": "x", "--paper": "#14181b", "color-scheme": "dark", "background-color": "rgba(0, 0, 0, 0)"} {
		if got := look(property); got != want {
			t.Errorf("%s is %q, not %q", property, got, want)
		}
	}
	if got := b.text(elementDocument + `.documentElement.lang`); got != "fr" {
		t.Errorf("the page is in %q", got)
	}
	b.js(`story.theme = "light"; story.style.setProperty("--dateline-accent", "navy"); await story.pause()`)
	if got := look("--accent") + " " + look("color-scheme"); got != "navy light" {
		t.Errorf("after a change: %s", got)
	}
	// Another language is another page, at the same time.
	b.js(`await story.seek("eu-support"); story.lang = "uk"; await story.ready`)
	if got := b.text(elementDocument + `.documentElement.lang + " " + story.time`); got != "uk 2025-03-02" {
		t.Errorf("in another language: %s", got)
	}
	if got := b.text(elementDocument + `.querySelector("#events .current").id`); got != "eu-support" {
		t.Errorf("in another language it stands at %s", got)
	}
}

// Moved about in the page, an element loads anew and goes on where it was; taken
// out, it leaves nothing waiting.
func TestElementMoves(t *testing.T) {
	b := storyPage(t, `src="march/index.html"`, `<div id=elsewhere></div>`)
	b.js(`await story.ready; await story.seek("eu-support"); window.first = story.ready`)
	b.js(`window.left = [story.seek("uk-loan"), story.pause()]; elsewhere.append(story); await Promise.all(left); await story.ready`)
	if got := b.text(`[story.ready === first, story.time, log.filter(l => l[0] === "ready").length].join(" ")`); got != "false 2025-03-02 2" {
		t.Errorf("after a move: %s", got)
	}
}

// Until the story is there, seeks wait; then the newest counts.
func TestSeekBeforeReady(t *testing.T) {
	b := storyPage(t, `src="march/index.html"`, "")
	got := value[[]bool](b, `Promise.all(["uk-loan", "no-such-thing", "eu-support"].map(what => story.seek(what))).then(all => all.map(s => s.superseded))`)
	if !slices.Equal(got, []bool{true, true, false}) || b.text("story.time") != "2025-03-02" {
		t.Errorf("overtaken: %v; it is %s", got, b.text("story.time"))
	}
}

// Nobody sees it, nobody waits: a seek off-screen or in a hidden tab resolves.
func TestSeekUnseen(t *testing.T) {
	b := storyPage(t, `src="march/index.html"`, "")
	b.js(`await story.ready; document.body.style.paddingBottom = "9000px"; scrollTo(0, 8000); await new Promise(done => setTimeout(done, 300))`)
	start := time.Now()
	b.js(`await story.seek("eu-support"); await story.seek({ progress: 0.3 })`)
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("off-screen it took %v", d)
	}
}

// Where the story cannot be, its fallback stays.
func TestElementFails(t *testing.T) {
	for name, c := range map[string]struct{ src, message string }{
		"no address":   {`javascript:alert(1)`, "address"},
		"not there":    {`march/none.html`, "does not answer"},
		"not a story":  {`march/embed.html`, "does not answer"},
		"broken words": {`http://[`, "address"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := storyPage(t, `src="`+c.src+`"`, "", "404")
			b.until(`log.some(l => l[0] === "error")`)
			if got := b.text(`log[0][2]`); !strings.Contains(got, c.message) {
				t.Errorf("it says %q", got)
			}
			if !b.holds(`fallback.offsetHeight && fallback.checkVisibility({ visibilityProperty: true })`) {
				t.Error("the fallback is gone")
			}
			if got := b.text(`story.seek("eu-support").then(s => window.end = s.rung)`); got == "" || b.text("window.end") != "fallback" {
				t.Errorf("a seek ends on %s", b.text("window.end"))
			}
			if got := value[string](b, `story.ready.then(() => "kept", e => e.rung)`); got != "fallback" {
				t.Errorf("ready is %s", got)
			}
			// A better address mends it.
			b.js(`story.src = "march/index.html"; await story.ready; await story.seek("eu-support")`)
			if b.text("story.time") != "2025-03-02" || b.holds(`fallback.offsetHeight`) {
				t.Error("a new src does not mend it")
			}
		})
	}
}

// A map that fills its frame, led by the scroll of its host at frame rate: what
// comes too fast is left out, and the last wish stands.
func TestScrollytelling(t *testing.T) {
	b := storyPage(t, `src="march/index.html" layout="map" style="height: 500px"`, "")
	b.js(`await story.ready`)
	b.until(elementDocument + `.querySelector("#box.live")`)
	if got := b.text(`[story.offsetHeight, ` + elementDocument + `.documentElement.scrollHeight, ` + elementDocument + `.querySelector(".events").offsetHeight].join(" ")`); got != "500 500 0" {
		t.Errorf("element, page, list: %s", got)
	}
	got := value[struct {
		Drawn, Overtaken, Total int
		Last, Longest, Frame    float64
	}](b, `(async () => {
		const out = { Drawn: 0, Overtaken: 0, Total: 0, Last: 0, Longest: 0, Frame: 0 }, all = [];
		for (let i = 0, before = performance.now(); i <= 60; i++) {
			await new Promise(requestAnimationFrame);
			const start = performance.now();
			out.Frame = Math.max(out.Frame, start - before);
			before = start;
			for (const part of [0, 0.4]) all.push(story.seek({ progress: (i + part) / 60.4 }).then(s => {
				out.Longest = Math.max(out.Longest, performance.now() - start);
				if (s.superseded) out.Overtaken++; else out.Drawn++;
			}));
		}
		await Promise.all(all);
		out.Total = all.length;
		await new Promise(done => setTimeout(done, 300));
		out.Last = Number(`+elementDocument+`.querySelector("#slider").value);
		return out;
	})()`)
	t.Logf("%+v", got)
	if got.Drawn+got.Overtaken != got.Total || got.Drawn < 1 || got.Last < 10.99 {
		t.Errorf("%+v", got)
	}
	if got.Longest > 3*got.Frame+500 {
		t.Errorf("a wish was kept for %.0f ms, where the longest frame took %.0f: they queue", got.Longest, got.Frame)
	}
	b.until(elementDocument + `.querySelector("#box").dataset.picture === "drawn"`)
}

func TestDeepLinkInFrame(t *testing.T) {
	for src, want := range map[string]string{"march/index.html#eu-support": "eu-support", "march/index.html?t=2025-03-01": "uk-loan", "march/index.html?t=2025-03-01#eu-support": "eu-support", "march/index.html#%E0%A4%A": ""} {
		site := newsSite(t, map[string]string{"/article": `<iframe id=frame src="` + src + `" width=700 height=650 title=Story></iframe>`}, nil)
		b := open(t, site+"/article", desktop)
		b.until(`frame.contentDocument && frame.contentDocument.querySelector("html.js")`)
		if got := b.text(`(frame.contentDocument.querySelector("#events .current") || {}).id || ""`); got != want {
			t.Errorf("%s leads to %q", src, got)
		}
		if y := b.number(`frame.contentWindow.scrollY`); y != 0 {
			t.Errorf("%s scrolls the map away: %v", src, y)
		}
	}
}

func TestManyOnAPage(t *testing.T) {
	story := func(id, time string) string {
		return `<dateline-story id=` + id + ` src="march/index.html" time="` + time + `"></dateline-story>`
	}
	site := newsSite(t, map[string]string{"/article": `<script src="march/dateline-embed.js" defer></script>` + story("one", "uk-loan") + story("two", "eu-support") + story("three", "macron-truce")}, nil)
	b := open(t, site+"/article", desktop, noShare)
	b.js(`await one.ready; await two.ready`)
	if got := b.text(`[one.time, two.time].join()`); got != "2025-03-01,2025-03-02" {
		t.Errorf("their times: %s", got)
	}
	b.js(`await one.seek("macron-truce")`)
	if got := b.text(`two.shadowRoot.querySelector("iframe").contentDocument.querySelector("#events .current").id`); got != "eu-support" {
		t.Errorf("one moved the other, to %s", got)
	}
	b.js(`three.scrollIntoView(); await three.ready`)
}

func TestShare(t *testing.T) {
	b := open(t, served+"?t=2025-03-01", desktop)
	b.until(`document.querySelector("html.js")`)
	granted := func(b *tab, address string) string {
		b.js(`window.copied = ""; Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async text => { copied = text } } });
			document.querySelector("#share").click(); await new Promise(done => setTimeout(done, 50))`)
		return b.text("copied")
	}
	if got := granted(b, ""); got != served+"#uk-loan" {
		t.Errorf("the clipboard has %q", got)
	}
	if got := b.text(`document.querySelector("#share").textContent + "|" + document.querySelector("#live").textContent`); got != "Link copied|Link copied" {
		t.Errorf("it says %q", got)
	}
	// Without a clipboard, a field to copy from.
	b.js(`Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => { throw new DOMException("", "NotAllowedError") } } });
		document.querySelector("#share").click(); await new Promise(done => setTimeout(done, 50))`)
	if got := b.text(`document.activeElement.id + " " + document.activeElement.value + " " + String(document.activeElement.selectionEnd)`); got != "share-address "+served+"#uk-loan "+itoa(len(served+"#uk-loan")) {
		t.Errorf("the field: %s", got)
	}
	// The system's own sheet comes first; one who closes it is left alone.
	b.js(`document.querySelector("#share-field").hidden = true; window.shared = null;
		navigator.share = async data => { shared = data; throw new DOMException("", "AbortError") };
		document.querySelector("#share").click(); await new Promise(done => setTimeout(done, 50))`)
	if got := b.text(`shared.title + " " + shared.url + " " + document.querySelector("#share-field").hidden`); got != "Three days in March "+served+"#uk-loan true" {
		t.Errorf("the sheet: %s", got)
	}
	// In a host, the host's address.
	b = storyPage(t, `src="march/index.html" share="https://news.example/a?b=c"`, "")
	b.js(`await story.ready; window.copied = "";
		Object.defineProperty(` + elementFrame + `.contentWindow.navigator, "clipboard", { value: { writeText: async text => { copied = text } } });
		` + elementDocument + `.querySelector("#share").click(); await new Promise(done => setTimeout(done, 50))`)
	if got := b.text("copied"); got != "https://news.example/a?b=c" {
		t.Errorf("in a host: %q", got)
	}
}

// A page that says that it is there and gives way to another before it has
// answered (that of a language does so) takes nothing with it: the story is
// ready once the other is, and goes where it was told to go.
func TestElementOfAPageThatGivesWay(t *testing.T) {
	site := newsSite(t, map[string]string{
		"/gives-way": `<script>parent.postMessage({ dateline: 1, type: "ready" }, "*"); setTimeout(() => location.replace("march/index.html"), 300)</script>`,
		"/article":   `<script src="march/dateline-embed.js" defer></script><dateline-story id=story src="gives-way"></dateline-story>`,
	}, nil)
	b := open(t, site+"/article", desktop, noShare)
	b.until(`story.shadowRoot && story.shadowRoot.querySelector("iframe").contentDocument.readyState === "complete"`)
	if got := value[string](b, `(async () => { const first = story.seek("uk-loan"), second = story.seek("eu-support");
		const all = await Promise.race([Promise.all([first, second, story.ready]), new Promise((_, no) => setTimeout(() => no(new Error("never ready")), 20000))]);
		return [all[0].superseded, all[1].superseded, story.time].join(" ") })()`); got != "true false 2025-03-02" {
		t.Error(got)
	}
}

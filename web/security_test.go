package web_test

import (
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// In a sandbox a page has no origin. With the header that lets anyone read the
// engine everything works, and without it the page says why it has no engine.
func TestSandbox(t *testing.T) {
	framed := func(sandbox string) string {
		return listening + `<iframe id=frame src="march/index.html" sandbox="` + sandbox + `" width=900 height=650 title=Story></iframe>`
	}
	pages := map[string]string{"/opaque": framed("allow-scripts"), "/own": framed("allow-scripts allow-same-origin"), "/none": framed("")}
	closed := func(path string, h http.Header) { h.Del("Access-Control-Allow-Origin") }

	for _, page := range []string{"/opaque", "/own"} {
		t.Run(page, func(t *testing.T) {
			b := open(t, newsSite(t, pages, nil)+page, desktop, "can escape its sandboxing")
			b.until(`heard("ready").length`)
			if got, opaque := b.text(`said.find(s => s.data && s.data.type === "ready").origin`), page == "/opaque"; (got == "null") != opaque {
				t.Errorf("the frame's origin reads %q", got)
			}
			b.until(`(window.rung === "engine") || (ask(frame, "seek", { what: "eu-support" }).then(s => window.rung = s.rung), false)`)
			if got := b.text(`heard("timechange").pop().time.event`); got != "eu-support" {
				t.Errorf("it stands at %s", got)
			}
			if b.holds(`heard("fault").length`) {
				t.Error("it says that the engine failed")
			}
			b.until(`heard("height").length`)
		})
	}
	t.Run("without the header", func(t *testing.T) {
		b := open(t, newsSite(t, pages, closed)+"/opaque", desktop, "CORS", "net::ERR_FAILED")
		b.until(`heard("fault").length`)
		b.js(`window.rung = (await ask(frame, "seek", { what: "eu-support" })).rung`)
		if got := b.text(`window.rung + " " + heard("timechange").pop().time.event`); got != "html eu-support" && got != "svg eu-support" {
			t.Errorf("it stands at %s", got)
		}
	})
	// The same without a frame, to look inside: a server may sandbox a page itself.
	for name, c := range map[string]struct {
		allowed []string
		change  func(path string, h http.Header)
	}{
		"by the server":                     {nil, func(path string, h http.Header) {}},
		"by the server, without the header": {[]string{"CORS", "net::ERR_FAILED"}, closed},
	} {
		t.Run(name, func(t *testing.T) {
			site := newsSite(t, nil, func(path string, h http.Header) {
				c.change(path, h)
				h.Add("Content-Security-Policy", "sandbox allow-scripts")
			})
			b := open(t, site+"/march/index.html#eu-support", desktop, c.allowed...)
			if c.allowed == nil {
				b.live()
				return
			}
			b.until(`!document.querySelector("#fault").hidden`)
			if got := b.text(`document.querySelector("#fault").innerText`); len(got) < 30 {
				t.Errorf("it says %q", got)
			}
			if !b.holds(`document.querySelector("#picture").offsetHeight > 300 && document.querySelector("#eu-support.current")`) {
				t.Error("the picture or the place in the list is gone")
			}
		})
	}
	t.Run("without scripts", func(t *testing.T) {
		b := open(t, newsSite(t, pages, nil)+"/none", desktop, "Blocked script execution")
		b.rest()
		if colours(b.shot()) < 20 {
			t.Error("without scripts the frame is blank")
		}
	})
}

// The frame answers the window that holds it, and no other.
func TestFrameListensToItsHost(t *testing.T) {
	site := newsSite(t, map[string]string{
		"/article": listening + `<iframe id=frame src="march/index.html" width=900 height=650 title=Story></iframe><iframe id=other src="blank"></iframe>`,
		"/blank":   ``,
	}, nil)
	b := open(t, site+"/article", desktop)
	b.until(`heard("ready").length`)
	b.js(`other.contentWindow.eval('parent.frame.contentWindow.postMessage({ dateline: 1, n: 5, ask: "seek", what: "eu-support" }, "*")');
		postMessage({ dateline: 1, n: 6, ask: "seek", what: "eu-support" }, "*");
		await new Promise(done => setTimeout(done, 300))`)
	if b.holds(`heard("answer").length || heard("timechange").some(t => t.time.event)`) {
		t.Error("it listened to another window")
	}
	for _, ask := range []string{"constructor", "__proto__", "toString", "eval", ""} {
		if got := value[string](b, `ask(frame, "`+ask+`").then(() => "answered", e => e.message)`); !strings.Contains(got, "unknown request") {
			t.Errorf("asked for %q: %s", ask, got)
		}
	}
	b.js(`for (const odd of [null, 1, "x", [], { dateline: 1 }, { dateline: 2, ask: "seek" }, { dateline: 1, ask: {} }]) frame.contentWindow.postMessage(odd, "*");
		await ask(frame, "theme", { value: "\"><b>" }); await ask(frame, "speed", { value: {} }); await ask(frame, "share", { value: "javascript:1" }); await ask(frame, "style", { value: { ink: "red; x: y", font: "url(//x)" } });
		await ask(frame, "style", {})`)
	if got := b.text(`frame.contentDocument.documentElement.dataset.theme + frame.contentDocument.documentElement.style.cssText`); got != "auto" {
		t.Errorf("odd wishes changed the page: %s", got)
	}
}

// Nothing is stored, and nothing could be: no script names a store.
func TestNothingIsKept(t *testing.T) {
	answer, err := http.Get(served)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if c := answer.Header.Values("Set-Cookie"); len(c) > 0 {
		t.Errorf("cookies: %v", c)
	}
	b := open(t, served+"demo/", desktop, noShare)
	b.js(`await first.ready; await first.seek("eu-support"); await first.play(); await first.pause()`)
	look := func(where string) string {
		return value[string](b, `(async () => { const w = `+where+`; return JSON.stringify([w.document.cookie, w.localStorage.length, w.sessionStorage.length,
			(await w.indexedDB.databases()).length, await w.caches.keys(), (await w.navigator.serviceWorker.getRegistrations()).length]) })()`)
	}
	for _, where := range []string{"window", `first.shadowRoot.querySelector("iframe").contentWindow`} {
		if got := look(where); got != `["",0,0,0,[],0]` {
			t.Errorf("%s keeps %s", where, got)
		}
	}
	stores := regexp.MustCompile(`localStorage|sessionStorage|indexedDB|\.cookie|\bcaches\b|serviceWorker|sendBeacon|XMLHttpRequest|WebSocket|EventSource|\beval\(|new Function|document\.write`)
	scripts, _ := filepath.Glob("script/*.js")
	for _, name := range append(scripts, "stage.js", "stats.js", "dateline-turns.js", "dateline-embed.js", "demo/demo.js") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := stores.Find(data); found != nil {
			t.Errorf("%s names %s", name, found)
		}
	}
}

// A hostile story changes nothing but what it says.
func TestHostileStory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if out, err := exec.Command(tool, "build", "testdata/hostile", "-o", dir, "-demo", "-url", "https://news.example/").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files := http.FileServer(http.Dir(dir))
	site := serveFunc(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy(t, r.Host))
		files.ServeHTTP(w, r)
	})
	html, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(html), "</script>"); n != 3 {
		t.Errorf("the page has %d ends of scripts", n)
	}

	for _, s := range []screen{desktop, {width: 320, height: 568, ratio: 1, touch: true}} {
		b := open(t, site+"/index.html", s)
		b.live()
		for range 8 {
			b.js(`document.querySelector("#next").click()`)
			b.rest()
		}
		b.until(`Number(document.querySelector("#slider").value) > 6.9`)
		for _, js := range []string{
			`window.hacked === undefined`,
			`document.querySelectorAll("script").length === 3`,
			`!document.querySelector("img, style, base, object, embed, form, [onload], [onerror], [onclick], textarea, link[rel=import]")`,
			`document.querySelectorAll("iframe").length === 1`,
			`[...document.querySelectorAll("a")].every(a => ["http:", "https:", "mailto:"].includes(a.protocol))`,
			`document.title.startsWith("<script>window.hacked=1</script>")`,
			`document.querySelector("h1").textContent.includes("onerror=") && document.querySelector("h1").children.length === 0`,
			`[...document.querySelectorAll("#events > li h3")].some(h => h.textContent === "javascript:window.hacked=4")`,
			`document.documentElement.scrollWidth <= innerWidth`,
			`JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent).headline === document.querySelector("h1").textContent`,
			`document.querySelector("#events > li.current").id === "slider"`,
		} {
			if !b.holds(js) {
				t.Errorf("at %d px does not hold: %s", s.width, js)
			}
		}
		// Ids of events that the page has itself lead to the event all the same.
		b.visit(site + "/index.html#play")
		b.until(`document.querySelector("#events > li.current")`)
		if got := b.text(`document.querySelector("#events > li.current").id`); got != "play" {
			t.Errorf("#play leads to %s", got)
		}
	}
	for _, page := range []string{"/demo/index.html", "/embed.html"} {
		b := open(t, site+page, desktop, noShare)
		b.rest()
		if !b.holds(`window.hacked === undefined && !document.querySelector("img, style, [onerror], svg")`) {
			t.Errorf("%s is broken into", page)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "oembed.json"))
	if err != nil {
		t.Fatal(err)
	}
	var answer struct{ HTML string }
	if err := json.Unmarshal(data, &answer); err != nil || strings.Count(answer.HTML, "<") != 2 {
		t.Errorf("oEmbed: %v, %s", err, answer.HTML)
	}
}

// What would turn the words around it, or run, is no story at all.
func TestHostileWordsAreRefused(t *testing.T) {
	out, err := exec.Command(tool, "check", "testdata/hostile-words.json").CombinedOutput()
	if err == nil {
		t.Error("the story is taken")
	}
	for _, part := range []string{"overrides the direction", `scheme "javascript"`, "control character", `scheme "data"`} {
		if !strings.Contains(string(out), part) {
			t.Errorf("nothing says %q:\n%s", part, out)
		}
	}
}

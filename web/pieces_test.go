package web_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// shifts tells of everything that has moved on the page by itself since it was
// asked for, as Chromium saw it.
const shifts = `new Promise(done => {
	let moved = "";
	const name = node => node && (node.id || node.className || node.nodeName);
	new PerformanceObserver(list => { for (const e of list.getEntries()) moved += e.value.toFixed(4) + " " + e.sources.map(s => name(s.node) + " " + ["x", "y", "width", "height"].map(k => s.previousRect[k] + ">" + s.currentRect[k])) + "; "; })
		.observe({ type: "layout-shift", buffered: true });
	setTimeout(() => done(moved), 300);
})`

// A page that comes over a slow line is on the screen before its end has come:
// what is there stays in its place while the rest arrives.
func TestPageInPieces(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(built, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	beyond := bytes.Index(page, []byte(`id="events-title"`)) // no screen shows more at first
	files := http.FileServer(http.Dir(built))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		from := 0
		for _, at := range regexp.MustCompile(`\n<(/?div|/?section|details|button|span|p|h1|h2|output|table|tr|ol|li)\b`).FindAllIndex(page, -1) {
			if at[0] > beyond {
				break
			}
			w.Write(page[from:at[0]])
			w.(http.Flusher).Flush()
			time.Sleep(60 * time.Millisecond) // some frames
			from = at[0]
		}
		w.Write(page[from:])
	}))
	defer server.Close()
	for _, s := range []screen{desktop, phone, {width: 800, height: 900, ratio: 1}} {
		b := open(t, server.URL, s)
		b.chromium("reads layout shifts, which Chromium alone tells of")
		b.live()
		if moved := value[string](b, shifts); moved != "" {
			t.Errorf("at %d px the layout shifts: %s", s.width, moved)
		}
	}
}

// Nor does it move when its script comes late, where a link leads to a time at
// which something is under way: its entry in the ledger says so from then on.
func TestScriptComesLate(t *testing.T) {
	address, err := url.Parse(served)
	if err != nil {
		t.Fatal(err)
	}
	pass := httputil.NewSingleHostReverseProxy(address)
	pass.ModifyResponse = func(answer *http.Response) error {
		answer.Header.Set("Cache-Control", "no-store") // or it would come late once
		return nil
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(path.Base(r.URL.Path), "dateline.") && path.Ext(r.URL.Path) == ".js" {
			time.Sleep(900 * time.Millisecond)
		}
		pass.ServeHTTP(w, r)
	}))
	defer server.Close()
	for _, s := range []screen{desktop, phone, {width: 800, height: 900, ratio: 1}} {
		for _, link := range []string{"", "?t=2025-03-02", "#eu-support"} {
			b := open(t, server.URL+"/"+link, s)
			b.chromium("reads layout shifts, which Chromium alone tells of")
			b.live()
			if moved := value[string](b, shifts); moved != "" {
				t.Errorf("at %d px, %q, the layout shifts: %s", s.width, link, moved)
			}
		}
	}
}

// Before the script has come the ledger keeps its room; should it not come, it
// says all, as it does where there are no scripts.
func TestLedgerWithoutItsScript(t *testing.T) {
	scripts, err := filepath.Glob(filepath.Join(built, "assets", "dateline.*.js"))
	if err != nil || len(scripts) == 0 {
		t.Fatal("the page has no script: ", err)
	}
	b := open(t, host(t, filepath.Base(scripts[0]))+"/interactive/march/index.html", desktop, "404", "MIME")
	const hidden = `[...document.querySelectorAll("#ledger :is(.from, .status ul, .doubt)")].filter(e => getComputedStyle(e).position === "absolute" || getComputedStyle(e).visibility === "hidden").length`
	if b.number(hidden) == 0 {
		t.Error("the ledger says all at once, and will move when the script comes")
	}
	b.js(`document.getAnimations().forEach(some => some.finish())`) // some seconds later
	if n := b.number(hidden); n > 0 {
		t.Errorf("the script has not come, and %v cells of the ledger are still hidden", n)
	}
}

package drive

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// aPage notes what is done to it.
const aPage = `<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width"><title>A page</title><link rel=icon href=data:,>
<style>body { margin: 0; height: 3000px } div { height: 200px; background: #b3261e; touch-action: none }</style><div></div><input><button>B</button>
<script>
window.heard = [];
for (const type of ["pointerdown", "pointermove", "pointerup", "touchstart", "touchmove", "touchend", "click", "dblclick", "wheel", "keydown"]) {
	addEventListener(type, e => heard.push([type, e.pointerType, e.key, e.touches && e.touches.length, e.ctrlKey && "ctrl", e.shiftKey && "shift"].filter(x => x !== undefined && x !== false && x !== "").join(" ")), { passive: true });
}
addEventListener("wheel", e => e.preventDefault(), { passive: false });
console.warn("careful");
</script>`

// An ear keeps what a tab says.
type ear struct {
	mu    sync.Mutex
	heard []string
}

func (e *ear) Requested(address string) { e.Fault("request " + address) }

func (e *ear) Fault(what string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.heard = append(e.heard, what)
}

// Each browser does what a test asks of it, or says that it cannot. BROWSER
// names the one that is tried, Chromium unless it is said.
func TestDrive(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:")
		io.WriteString(w, aPage)
	}))
	defer server.Close()
	browser, err := Start(os.Getenv("BROWSER"))
	if err != nil {
		t.Fatal(err)
	}
	defer browser.Close()
	if browser.Version() == "" {
		t.Error("the browser does not say its version")
	}

	for _, s := range []Screen{{Width: 360, Height: 740, Ratio: 2, Touch: true, Dark: true, Still: true}, {Width: 1440, Height: 900, Ratio: 1}} {
		s.Patience = time.Minute
		var e ear
		tab, err := browser.Open(s, &e)
		if err != nil {
			t.Fatal(err)
		}
		defer tab.Close()
		did := func(err error) {
			t.Helper()
			if needs := (*Needs)(nil); errors.As(err, &needs) {
				t.Logf("%s: %v", browser.Name(), err)
			} else if err != nil {
				t.Fatal(err)
			}
		}
		is := func(js, want string) {
			t.Helper()
			if got, err := tab.Eval(js); err != nil || string(got) != want {
				t.Errorf("%d px: %s is %s, want %s (%v)", s.Width, js, got, want, err)
			}
		}
		hears := func(want ...string) { // in this order, now or soon
			t.Helper()
			var got []string
			for try, at := 0, 0; at < len(want); try++ {
				data, err := tab.Eval(`heard.splice(0)`)
				var more []string
				if err != nil || json.Unmarshal(data, &more) != nil {
					t.Fatal(err)
				}
				for _, one := range more {
					if got = append(got, one); at < len(want) && strings.HasPrefix(one, want[at]) {
						at++
					}
				}
				if try == 40 {
					t.Fatalf("%d px: no %q in its turn: %q", s.Width, want[at:], got)
				}
				time.Sleep(50 * time.Millisecond)
			}
		}
		did(tab.Before(`window.early = document.querySelector("div") === null`))
		did(tab.Visit(server.URL + "/page"))
		is(`[early, innerWidth, innerHeight, devicePixelRatio]`, fmt.Sprintf("[true,%d,%d,%g]", s.Width, s.Height, s.Ratio))
		is(`[matchMedia("(prefers-color-scheme: dark)").matches, matchMedia("(prefers-reduced-motion: reduce)").matches]`, fmt.Sprintf("[%v,%v]", s.Dark, s.Still))
		if coarse, err := tab.Eval(`matchMedia("(pointer: coarse)").matches`); browser.Name() != "WebKit" && string(coarse) != fmt.Sprint(s.Touch) {
			t.Errorf("%d px: the pointer is coarse: %s (%v)", s.Width, coarse, err)
		}
		is(`new Promise(done => setTimeout(done, 10))`, "null")
		if _, err := tab.Eval(`Promise.reject(new Error("for a test"))`); err == nil || !strings.Contains(err.Error(), "for a test") {
			t.Errorf("what is thrown is %v", err)
		}

		did(func() error { _, err := tab.Eval(`document.querySelector("input").focus()`); return err }())
		for _, key := range []string{"a", "b", "ArrowLeft", "c", "Tab"} {
			did(tab.Press(key))
		}
		is(`[document.querySelector("input").value, document.activeElement.localName]`, `["acb","button"]`)
		did(tab.Press("ArrowUp", "Shift"))
		hears("keydown a", "keydown ArrowLeft", "keydown Tab", "keydown ArrowUp shift")

		did(tab.Mouse(Push, 50, 50))
		did(tab.Mouse(Move, 60, 50))
		did(tab.Mouse(Release, 60, 50))
		hears("pointerdown mouse", "pointermove mouse", "pointerup mouse", "click")
		did(tab.Mouse(Double, 50, 50))
		hears("click", "dblclick")
		did(tab.Wheel(60, 50, 100, true))
		hears("wheel ctrl")
		did(tab.Drag(Pen, [4]float64{20, 20, 80, 20}))
		hears("pointerdown pen", "pointermove pen", "pointerup pen")
		did(tab.Drag(Touch, [4]float64{20, 20, 80, 20}, [4]float64{20, 120, 80, 120}))
		hears("pointerdown touch", "touchstart 2", "pointermove touch", "touchmove 2", "pointerup touch", "touchend")

		picture, err := tab.Picture()
		if err != nil {
			t.Fatal(err)
		}
		if size := picture.Bounds().Size(); size.X != int(float64(s.Width)*s.Ratio) || size.Y != int(float64(s.Height)*s.Ratio) {
			t.Errorf("the picture of %d × %d px at %g has %v", s.Width, s.Height, s.Ratio, size)
		}
		if r, g, b, _ := picture.At(10, 10).RGBA(); r>>8 != 0xb3 || g>>8 != 0x26 || b>>8 != 0x1e {
			t.Errorf("it has %x %x %x where the page has b3 26 1e", r>>8, g>>8, b>>8)
		}
		did(tab.Resize(s.Width+40, s.Height-40, s.Ratio))
		is(`[innerWidth, innerHeight]`, fmt.Sprintf("[%d,%d]", s.Width+40, s.Height-40))
		if err := tab.Emulate("media", "print"); err != nil {
			did(err)
		} else {
			is(`matchMedia("print").matches`, "true")
		}
		tab.Close()
		e.mu.Lock()
		all := strings.Join(e.heard, "\n")
		if !strings.Contains(all, "request "+server.URL+"/page") || !strings.Contains(all, "careful") {
			t.Errorf("of requests and the console this is heard:\n%s", all)
		}
		e.mu.Unlock()
	}
}

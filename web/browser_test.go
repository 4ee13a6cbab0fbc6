package web_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"

	"dateline/web/drive"
)

// browser is the one browser of all tests; each test has a tab in it. TestMain
// starts the one that BROWSER names, Chromium unless it is said, and ends it.
var browser drive.Browser

// tab is a page in the browser. It fails its test for every request to another
// origin and for every error or warning in the console, unless they are allowed.
type tab struct {
	*testing.T
	page    drive.Tab
	allowed []string // parts of console messages that a test brings about

	mu     sync.Mutex
	origin string
	faults []string
	asked  []string // addresses of all requests
}

// screen is what a tab looks like.
type screen struct {
	width, height int64
	ratio         float64
	dark, touch   bool
	still         bool // prefers-reduced-motion
	noScript      bool
	patience      time.Duration // how long a test may take; two minutes, unless said
}

var desktop = screen{width: 1440, height: 900, ratio: 1}
var phone = screen{width: 360, height: 740, ratio: 2, touch: true}

func open(t *testing.T, address string, s screen, allowed ...string) *tab {
	t.Helper()
	if s.patience == 0 {
		s.patience = 2 * time.Minute
	}
	b := &tab{T: t, allowed: allowed}
	page, err := browser.Open(drive.Screen{Width: int(s.width), Height: int(s.height), Ratio: s.ratio, Dark: s.dark, Still: s.still,
		Touch: s.touch, NoScript: s.noScript, Patience: s.patience}, b)
	b.did("opening a tab", err)
	b.page = page
	tried.ran(t)
	t.Cleanup(func() {
		page.Close()
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, fault := range b.faults {
			t.Error(fault)
		}
	})
	b.visit(address)
	return b
}

// visit goes to a page; from then on its origin is the only one allowed.
func (b *tab) visit(address string) {
	b.Helper()
	b.mu.Lock()
	b.origin = strings.Join(append(strings.SplitN(address, "/", 4), "", "")[:3], "/")
	b.mu.Unlock()
	b.did("going to "+address, b.page.Visit(address))
}

// did ends the test where something failed, and leaves it, with the reason,
// where this browser's driver cannot do it.
func (b *tab) did(what string, err error) {
	b.Helper()
	if needs := (*drive.Needs)(nil); errors.As(err, &needs) {
		tried.left(b.T, needs.Error())
	}
	if err != nil {
		b.Fatalf("%s: %v", what, err)
	}
}

// chromium leaves the test, with the reason, in any other browser.
func (b *tab) chromium(why string) *drive.ChromiumTab {
	b.Helper()
	page, is := b.page.(*drive.ChromiumTab)
	if !is {
		tried.left(b.T, "it "+why)
	}
	return page
}

// call sends one command of Chromium's own protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	result, err := chromedp.Call(b.chromium("needs the DevTools protocol's "+command.Method).Context, command, params)
	if err != nil {
		b.Fatalf("%s: %v", command.Method, err)
	}
	return result
}

// value runs JavaScript and returns what it gives; a promise is awaited.
func value[T any](b *tab, js string) T {
	b.Helper()
	result, err := decoded[T](b.page.Eval(js))
	if err != nil {
		b.Fatalf("%s: %v", js, err)
	}
	return result
}

// decoded is a JavaScript value in Go. Nothing is no value, where a value is
// asked for.
func decoded[T any](data []byte, err error) (result T, _ error) {
	if err != nil {
		return result, err
	}
	if string(data) == "null" {
		switch reflect.TypeFor[T]().Kind() {
		case reflect.Pointer, reflect.Map, reflect.Slice, reflect.Interface:
		default:
			return result, errors.New("it gives nothing")
		}
	}
	return result, json.Unmarshal(data, &result)
}

// Requested notes what the page asks for, and finds fault with other origins.
func (b *tab) Requested(address string) {
	b.mu.Lock()
	b.asked = append(b.asked, address)
	own := strings.HasPrefix(address, b.origin+"/")
	b.mu.Unlock()
	if !own && !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:") && address != "about:blank" {
		b.Fault("request to another origin: " + address)
	}
}

// Fault notes what goes wrong, unless the test brings it about.
func (b *tab) Fault(what string) {
	for _, part := range b.allowed {
		if strings.Contains(what, part) {
			return
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = append(b.faults, what)
}

// key presses a key by its name, with others held.
func (b *tab) key(name string, held ...string) {
	b.Helper()
	b.did("pressing "+name, b.page.Press(name, held...))
}

func (b *tab) mouse(act drive.MouseAct, x, y float64) {
	b.Helper()
	b.did("using the mouse", b.page.Mouse(act, x, y))
}

// click presses the mouse's button on the middle of an element, which is brought
// into sight.
func (b *tab) click(selector string) {
	b.Helper()
	at := value[[]float64](b, fmt.Sprintf(`(el => { el.scrollIntoView({ block: "nearest" }); const r = el.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })(document.querySelector(%q))`, selector))
	b.mouse(drive.Push, at[0], at[1])
	b.mouse(drive.Release, at[0], at[1])
}

// before has a script run in every document that the tab loads from now on.
func (b *tab) before(script string) {
	b.Helper()
	b.did("running a script before others", b.page.Before(script))
}

// emulate sets what a media query asks for.
func (b *tab) emulate(feature, value string) {
	b.Helper()
	b.did("emulating "+feature, b.page.Emulate(feature, value))
}

func (b *tab) js(js string) {
	b.Helper()
	value[bool](b, "(async () => { "+js+"; return true })()")
}
func (b *tab) text(js string) string    { b.Helper(); return value[string](b, "String("+js+")") }
func (b *tab) number(js string) float64 { b.Helper(); return value[float64](b, "Number("+js+")") }
func (b *tab) holds(js string) bool     { b.Helper(); return value[bool](b, "!!("+js+")") }

// requests are the addresses that the tab has asked for.
func (b *tab) requests() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.asked...)
}

// until waits for a JavaScript condition to hold. A page that loads itself again
// may be asked between two documents, which is no answer.
func (b *tab) until(js string) {
	b.Helper()
	end := time.Now().Add(60 * time.Second)
	for {
		held, err := decoded[bool](b.page.Eval("!!(" + js + ")"))
		if err != nil && !betweenDocuments(err) {
			b.Fatalf("%s: %v", js, err)
		}
		if held {
			return
		}
		if time.Now().After(end) {
			b.Fatalf("never came true: %s", js)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// betweenDocuments tells the protocols' errors about a document that has just
// gone from those of what was asked.
func betweenDocuments(err error) bool {
	for _, part := range []string{"context was destroyed", "navigated or closed", "Cannot find context", "Cannot find default execution context",
		"no such frame", "AbortError", "DiscardedBrowsingContextError", "navigated", "Unloaded"} {
		if strings.Contains(err.Error(), part) {
			return true
		}
	}
	return false
}

// live waits until the engine has drawn and the picture rests.
func (b *tab) live() {
	b.Helper()
	b.until(`document.querySelector("#box.live") || document.querySelector("#fault")?.hidden === false`)
	if b.text(`document.querySelector("#fault").hidden`) != "true" {
		b.Fatalf("the engine did not start: %s", b.text(`document.querySelector("#fault").dataset.reason`))
	}
	tried.drew(b.T)
	b.rest()
}

// rest waits until what was asked for is drawn and on the screen; without the
// engine, until the page has done what it does.
func (b *tab) rest() {
	b.Helper()
	if b.holds(`document.querySelector("#box.live")`) {
		b.until(`document.querySelector("#box").dataset.picture === "drawn"`)
		b.js(`await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`)
	}
	time.Sleep(200 * time.Millisecond)
}

func (b *tab) shot() image.Image {
	b.Helper()
	picture, err := b.page.Picture()
	b.did("taking a picture", err)
	return picture
}

// shotOf is a picture of one element that fits the window. It is cut out of a
// picture of the window: Chromium's own cut lays the page out
// anew.
func (b *tab) shotOf(selector string) image.Image {
	b.Helper()
	box := value[[]float64](b, fmt.Sprintf(`(r => [r.left, r.top, r.right, r.bottom].map(x => x * devicePixelRatio))(document.querySelector(%q).getBoundingClientRect())`, selector))
	whole := b.shot().(interface {
		image.Image
		SubImage(image.Rectangle) image.Image
	})
	return whole.SubImage(image.Rect(int(box[0]+0.5), int(box[1]+0.5), int(box[2]+0.5), int(box[3]+0.5)))
}

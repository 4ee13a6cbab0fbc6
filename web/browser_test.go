package web_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/domstorage"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browserContext is the one Chromium of all tests; each test has a tab in it.
// TestMain makes and ends it.
var browserContext context.Context

// startBrowser starts Chromium with WebGL in software, so that it needs no GPU.
func startBrowser() (end func(), err error) {
	path := ""
	for _, name := range []string{os.Getenv("CHROME"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if name == "" {
			continue
		}
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		return nil, errors.New("the browser tests need Chromium: install it (Debian: apt-get install chromium) or name it in CHROME")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.Flag("headless", "new"),
		chromedp.Flag("use-gl", "angle"),
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("ignore-gpu-blocklist", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.WSURLReadTimeout(60*time.Second),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, endBrowser := chromedp.NewContext(allocator)
	if err := chromedp.Do(ctx); err != nil {
		endAllocator()
		return nil, fmt.Errorf("Chromium did not start: %w", err)
	}
	browserContext = ctx
	return func() { endBrowser(); endAllocator() }, nil
}

// tab is a page in the browser. It fails its test for every request to another
// origin and for every error or warning in the console, unless they are allowed.
type tab struct {
	*testing.T
	ctx     context.Context
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
	ctx, end := chromedp.NewContext(browserContext)
	b := &tab{T: t, ctx: ctx, allowed: allowed}
	t.Cleanup(func() {
		end()
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, fault := range b.faults {
			t.Error(fault)
		}
	})
	if err := chromedp.Listen(ctx, b.heard); err != nil {
		t.Fatal(err)
	}
	if s.patience == 0 {
		s.patience = 2 * time.Minute
	}
	ctx, endTime := context.WithTimeout(ctx, s.patience)
	t.Cleanup(endTime)
	b.ctx = ctx

	scheme, motion := "light", "no-preference"
	if s.dark {
		scheme = "dark"
	}
	if s.still {
		motion = "reduce"
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, domstorage.Enable, cdp.Empty{})
	call(b, log.Enable, cdp.Empty{})
	call(b, runtime.Enable, cdp.Empty{})
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: s.width, Height: s.height, DeviceScaleFactor: s.ratio, Mobile: s.touch})
	call(b, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: s.touch, MaxTouchPoints: 5})
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion}}})
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: s.noScript})
	b.visit(address)
	return b
}

// visit goes to a page; from then on its origin is the only one allowed.
func (b *tab) visit(address string) {
	b.Helper()
	b.mu.Lock()
	b.origin = strings.Join(append(strings.SplitN(address, "/", 4), "", "")[:3], "/")
	b.mu.Unlock()
	b.do(chromedp.Navigate(address))
}

// call sends one command of the protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	result, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		b.Fatalf("%s: %v", command.Method, err)
	}
	return result
}

// value runs JavaScript and returns what it gives; a promise is awaited.
func value[T any](b *tab, js string) T {
	b.Helper()
	result, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", js, err)
	}
	return result
}

func (b *tab) heard(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	fault := func(format string, args ...any) {
		text := fmt.Sprintf(format, args...)
		for _, part := range b.allowed {
			if strings.Contains(text, part) {
				return
			}
		}
		b.faults = append(b.faults, text)
	}
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.asked = append(b.asked, e.Request.URL)
		if u := e.Request.URL; !strings.HasPrefix(u, b.origin+"/") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "blob:") && u != "about:blank" {
			fault("request to another origin: %s", u)
		}
	case *network.EventResponseReceivedExtraInfo:
		for name := range e.Headers {
			if strings.EqualFold(name, "Set-Cookie") {
				fault("a cookie is set")
			}
		}
	case *domstorage.EventDomStorageItemAdded:
		fault("something is stored: %s", e.Key)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			var words []string
			for _, arg := range e.Args {
				words = append(words, string(arg.Value)+arg.Description)
			}
			fault("console %s: %s", e.Type, strings.Join(words, " "))
		}
	case *runtime.EventExceptionThrown:
		fault("exception: %s", exceptionText(e.ExceptionDetails))
	case *log.EventEntryAdded:
		if l := e.Entry.Level; (l == log.EntryLevelError || l == log.EntryLevelWarning) && !ofTheGPU(e.Entry.Text) {
			fault("log %s: %s %s", l, e.Entry.Text, e.Entry.URL)
		}
	}
}

// ofTheGPU knows what Chromium itself says about GL in software.
func ofTheGPU(text string) bool {
	return strings.Contains(text, "GL Driver Message") || strings.Contains(text, "software WebGL")
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
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
		held, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+js+")", chromedp.EvalAwaitPromise))
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

// betweenDocuments tells the protocol's errors about a document that has just
// gone from those of what was asked.
func betweenDocuments(err error) bool {
	for _, part := range []string{"context was destroyed", "navigated or closed", "Cannot find context", "Cannot find default execution context"} {
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
	return b.capture(page.CaptureScreenshotParams{})
}

// shotOf is a picture of one element that fits the window. It is cut out of a
// picture of the window: Chromium's own cut lays the page out anew.
func (b *tab) shotOf(selector string) image.Image {
	b.Helper()
	box := value[[]float64](b, fmt.Sprintf(`(r => [r.left, r.top, r.right, r.bottom].map(x => x * devicePixelRatio))(document.querySelector(%q).getBoundingClientRect())`, selector))
	whole := b.shot().(interface {
		image.Image
		SubImage(image.Rectangle) image.Image
	})
	return whole.SubImage(image.Rect(int(box[0]+0.5), int(box[1]+0.5), int(box[2]+0.5), int(box[3]+0.5)))
}

func (b *tab) capture(params page.CaptureScreenshotParams) image.Image {
	b.Helper()
	result := call(b, page.CaptureScreenshot, params)
	picture, err := png.Decode(bytes.NewReader(result.Data))
	if err != nil {
		b.Fatal(err)
	}
	return picture
}

func exceptionText(d *runtime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return d.Text
}

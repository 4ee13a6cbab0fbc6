package drive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"strings"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/domstorage"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

type chromium struct {
	ctx     context.Context
	version string
	end     func()
}

func startChromium() (Browser, error) {
	options, err := ChromiumOptions(chromedp.Flag("disable-quic", true), chromedp.Flag("force-color-profile", "srgb"))
	if err != nil {
		return nil, err
	}
	allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, endBrowser := chromedp.NewContext(allocator)
	c := &chromium{ctx: ctx, end: func() { endBrowser(); endAllocator() }}
	if err := chromedp.Do(ctx); err != nil {
		endAllocator()
		return nil, fmt.Errorf("Chromium did not start: %w", err)
	}
	said, err := chromedp.Call(ctx, browser.GetVersion, cdp.Empty{})
	if err != nil {
		c.end()
		return nil, err
	}
	_, c.version, _ = strings.Cut(said.Product, "/")
	return c, nil
}

func (c *chromium) Name() string    { return "Chromium" }
func (c *chromium) Version() string { return c.version }
func (c *chromium) Close()          { c.end() }

// A ChromiumTab also takes commands of the DevTools protocol, through its
// context.
type ChromiumTab struct {
	Context context.Context
	end     func()
	media   map[string]string // what is emulated
}

func (c *chromium) Open(s Screen, heard Listener) (Tab, error) {
	ctx, end := chromedp.NewContext(c.ctx)
	t := &ChromiumTab{end: end, media: map[string]string{"prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference"}}
	if err := chromedp.Listen(ctx, func(event any) { tell(heard, event) }); err != nil {
		end()
		return nil, err
	}
	ctx, endTime := context.WithTimeout(ctx, s.Patience)
	t.Context, t.end = ctx, func() { endTime(); end() }
	if s.Dark {
		t.media["prefers-color-scheme"] = "dark"
	}
	if s.Still {
		t.media["prefers-reduced-motion"] = "reduce"
	}
	err := errors.Join(
		command(ctx, network.Enable, network.EnableParams{}),
		command(ctx, domstorage.Enable, cdp.Empty{}),
		command(ctx, log.Enable, cdp.Empty{}),
		command(ctx, runtime.Enable, cdp.Empty{}),
		command(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: int64(s.Width), Height: int64(s.Height), DeviceScaleFactor: s.Ratio, Mobile: s.Touch}),
		command(ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: s.Touch, MaxTouchPoints: 5}),
		t.emulate(),
		command(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: s.NoScript}))
	if err != nil {
		t.end()
		return nil, err
	}
	return t, nil
}

// command sends one command of the protocol.
func command[P, R any](ctx context.Context, c cdp.Command[P, R], params P) error {
	if _, err := chromedp.Call(ctx, c, params); err != nil {
		return fmt.Errorf("%s: %w", c.Method, err)
	}
	return nil
}

// tell says what an event of the protocol means.
func tell(heard Listener, event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		heard.Requested(e.Request.URL)
	case *network.EventResponseReceivedExtraInfo:
		for name := range e.Headers {
			if strings.EqualFold(name, "Set-Cookie") {
				heard.Fault("a cookie is set")
			}
		}
	case *domstorage.EventDomStorageItemAdded:
		heard.Fault("something is stored: " + e.Key)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			var words []string
			for _, arg := range e.Args {
				words = append(words, string(arg.Value)+arg.Description)
			}
			heard.Fault(fmt.Sprintf("console %s: %s", e.Type, strings.Join(words, " ")))
		}
	case *runtime.EventExceptionThrown:
		heard.Fault("exception: " + exceptionText(e.ExceptionDetails))
	case *log.EventEntryAdded:
		if l := e.Entry.Level; (l == log.EntryLevelError || l == log.EntryLevelWarning) && !ofTheGPU(e.Entry.Text) {
			heard.Fault(fmt.Sprintf("log %s: %s %s", l, e.Entry.Text, e.Entry.URL))
		}
	}
}

// ofTheGPU knows what Chromium itself says about GL in software.
func ofTheGPU(text string) bool {
	return strings.Contains(text, "GL Driver Message") || strings.Contains(text, "software WebGL")
}

func exceptionText(d *runtime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return d.Text
}

func (t *ChromiumTab) Close() { t.end() }

func (t *ChromiumTab) Visit(address string) error {
	return chromedp.Do(t.Context, chromedp.Navigate(address))
}

func (t *ChromiumTab) Before(script string) error {
	return command(t.Context, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

func (t *ChromiumTab) Eval(js string) ([]byte, error) {
	data, err := chromedp.Run(t.Context, chromedp.Evaluate[[]byte](js, chromedp.EvalAwaitPromise))
	if err == nil && data == nil {
		data = []byte("null")
	}
	return data, err
}

// chromiumKeys are chromedp's names of keys that write nothing.
var chromiumKeys = map[string]string{
	"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "Delete": kb.Delete, "F2": kb.F2,
	"PageUp": kb.PageUp, "PageDown": kb.PageDown, "End": kb.End, "Home": kb.Home,
	"ArrowLeft": kb.ArrowLeft, "ArrowUp": kb.ArrowUp, "ArrowRight": kb.ArrowRight, "ArrowDown": kb.ArrowDown,
}

var chromiumModifiers = map[string]kb.Modifier{"Shift": kb.ModifierShift, "Control": kb.ModifierCtrl, "Alt": kb.ModifierAlt, "Meta": kb.ModifierMeta}

func (t *ChromiumTab) Press(key string, held ...string) error {
	if named, ok := chromiumKeys[key]; ok {
		key = named
	} else if len([]rune(key)) != 1 {
		return fmt.Errorf("%q is not a key that Chromium's driver knows", key)
	}
	var modifiers []kb.Modifier
	for _, name := range held {
		modifiers = append(modifiers, chromiumModifiers[name])
	}
	return chromedp.Do(t.Context, chromedp.KeyEvent(key, chromedp.KeyModifiers(modifiers...)))
}

func (t *ChromiumTab) Mouse(act MouseAct, x, y float64) error {
	const press, move, release = input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMouseReleased
	send := func(kind input.DispatchMouseEventType, clicks int64) error {
		return command(t.Context, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: clicks})
	}
	switch act {
	case Push:
		return send(press, 1)
	case Move:
		return send(move, 1)
	case Release:
		return send(release, 1)
	case Double:
		return errors.Join(send(press, 1), send(release, 1), send(press, 2), send(release, 2))
	}
	return fmt.Errorf("a mouse does not do %d", act)
}

func (t *ChromiumTab) Wheel(x, y, down float64, ctrl bool) error {
	// A turn that is exactly upright is not sent at all.
	p := input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaY: down, DeltaX: 1e-9}
	if ctrl {
		p.Modifiers = kb.ModifierCtrl.Int64()
	}
	return command(t.Context, input.DispatchMouseEvent, p)
}

func (t *ChromiumTab) Drag(with Pointer, ways ...[4]float64) error {
	if with == Pen { // the protocol's loses all after its first move
		_, err := t.Eval(synthesised(with, ways))
		return err
	}
	points := func(share float64) (out []*input.TouchPoint) {
		for i, p := range ways {
			id := float64(i)
			out = append(out, &input.TouchPoint{ID: &id, X: p[0] + share*(p[2]-p[0]), Y: p[1] + share*(p[3]-p[1])})
		}
		return out
	}
	send := func(kind input.DispatchTouchEventType, at []*input.TouchPoint) error {
		return command(t.Context, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: at})
	}
	err := send(input.DispatchTouchEventTypeTouchStart, points(0))
	for i := 1; i <= dragSteps && err == nil; i++ {
		err = send(input.DispatchTouchEventTypeTouchMove, points(float64(i)/dragSteps))
		time.Sleep(dragStep)
	}
	return errors.Join(err, send(input.DispatchTouchEventTypeTouchEnd, []*input.TouchPoint{}))
}

func (t *ChromiumTab) Picture() (image.Image, error) {
	shot, err := chromedp.Call(t.Context, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(shot.Data))
}

func (t *ChromiumTab) Emulate(feature, value string) error {
	t.media[feature] = value
	return t.emulate()
}

func (t *ChromiumTab) emulate() error {
	p := emulation.SetEmulatedMediaParams{}
	for name, value := range t.media {
		if name == "media" {
			p.Media = value
		} else {
			p.Features = append(p.Features, &emulation.MediaFeature{Name: name, Value: value})
		}
	}
	return command(t.Context, emulation.SetEmulatedMedia, p)
}

func (t *ChromiumTab) Resize(width, height int, ratio float64) error {
	return command(t.Context, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: ratio})
}

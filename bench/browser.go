package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/chromedp"

	"dateline/web/drive"
)

// A device is what a page is opened on.
type device struct {
	width, height int64
	ratio         float64
	phone         bool // and slow: a quarter of this processor, 9 Mbit/s, 170 ms there and back
}

var (
	desktop = device{width: 1440, height: 900, ratio: 1}
	phone   = device{width: 360, height: 740, ratio: 2, phone: true}
)

// A tab is the one page of a Chromium of its own, so that nothing of another
// page's is warm, or counted.
type tab struct {
	ctx   context.Context
	close func()

	mu     sync.Mutex
	faults []string
}

// start starts Chromium with GL in software. After some time it is ended,
// whatever it does.
func start(ctx context.Context, flags []string, d device, probe string, most time.Duration) (*tab, error) {
	options, err := drive.ChromiumOptions(
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), // nothing comes from elsewhere
		chromedp.Flag("disable-features", "SpareRendererForSitePerProcess,Translate,MediaRouter"))
	if err != nil {
		return nil, err
	}
	for _, f := range flags {
		options = append(options, chromedp.Flag(f, true))
	}
	ctx, endTime := context.WithTimeout(ctx, most)
	ctx, endAllocator := chromedp.NewExecAllocator(ctx, options...)
	ctx, endBrowser := chromedp.NewContext(ctx)
	t := &tab{ctx: ctx, close: func() { endBrowser(); endAllocator(); endTime() }}
	if err := t.prepare(d, probe); err != nil {
		t.close()
		return nil, err
	}
	return t, nil
}

func (t *tab) prepare(d device, probe string) error {
	if err := chromedp.Do(t.ctx); err != nil {
		return fmt.Errorf("Chromium did not start: %w", err)
	}
	if err := chromedp.Listen(t.ctx, t.heard); err != nil {
		return err
	}
	return errors.Join(
		call(t, runtime.Enable, cdp.Empty{}),
		call(t, network.Enable, network.EnableParams{}),
		call(t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: d.width, Height: d.height, DeviceScaleFactor: d.ratio, Mobile: d.phone}),
		call(t, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: d.phone, MaxTouchPoints: 5}),
		call(t, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: probe}),
		t.slow(d.phone))
}

// slow makes the processor and the network those of a phone.
func (t *tab) slow(yes bool) error {
	if !yes {
		return nil
	}
	return errors.Join(
		call(t, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{
			{Latency: 170, DownloadThroughput: 9e6 / 8, UploadThroughput: 3e6 / 8}}}),
		call(t, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4}))
}

// heard keeps what goes wrong in the page.
func (t *tab) heard(event any) {
	e, ok := event.(*runtime.EventExceptionThrown)
	if !ok {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	text := e.ExceptionDetails.Text
	if x := e.ExceptionDetails.Exception; x != nil {
		text += " " + x.Description
	}
	t.faults = append(t.faults, text)
}

// fault is the first thing that went wrong in the page, or nothing.
func (t *tab) fault() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.faults) == 0 {
		return ""
	}
	first, _, _ := strings.Cut(t.faults[0], "\n")
	return first
}

// call sends one command of the protocol.
func call[P, R any](t *tab, command cdp.Command[P, R], params P) error {
	if _, err := chromedp.Call(t.ctx, command, params); err != nil {
		return fmt.Errorf("%s: %w", command.Method, err)
	}
	return nil
}

// value runs JavaScript and returns what it gives; a promise is awaited.
func value[T any](t *tab, js string) (T, error) {
	return chromedp.Run(t.ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
}

// until waits for a condition to hold, in JavaScript.
func (t *tab) until(js string) error {
	for {
		yes, err := value[bool](t, "!!("+js+")")
		if err != nil {
			return fmt.Errorf("waiting for %s: %w (%s)", js, err, t.fault())
		}
		if yes {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// processes are the ids of the page's renderer, which is the one that holds
// most memory, and of the GPU process.
func (t *tab) processes() (renderer, gpu int, err error) {
	got, err := chromedp.CallBrowser(t.ctx, systeminfo.GetProcessInfo, cdp.Empty{})
	if err != nil {
		return 0, 0, err
	}
	for _, p := range got.ProcessInfo {
		id := int(p.ID)
		switch p.Type {
		case "GPU":
			gpu = id
		case "renderer":
			if !ofTheWindow(id) && (renderer == 0 || resident(id) > resident(renderer)) {
				renderer = id
			}
		}
	}
	if renderer == 0 || gpu == 0 {
		return 0, 0, errors.New("Chromium names no renderer or no GPU process")
	}
	return renderer, gpu, nil
}

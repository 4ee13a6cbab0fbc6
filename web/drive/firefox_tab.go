package drive

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"strings"
)

type firefoxTab struct {
	of      *firefox
	context string // of its page
	id      int    // by which the browser's own window knows it
	heard   Listener
	ctx     context.Context
	end     context.CancelFunc
}

// What a screen can be pointed at with, as Firefox counts it: by a finger; by a
// mouse, which also hovers.
const (
	coarsePointer = 1
	finePointer   = 2 | 4
)

func (f *firefox) Open(s Screen, heard Listener) (Tab, error) {
	t := &firefoxTab{of: f, heard: heard}
	t.ctx, t.end = context.WithTimeout(context.Background(), s.Patience)
	var made struct{ Context string }
	if err := f.talk.ask(t.ctx, "browsingContext.create", map[string]any{"type": "tab"}, &made); err != nil {
		return nil, err
	}
	t.context = made.Context
	f.mu.Lock()
	f.tabs[t.context] = t
	f.mu.Unlock()
	id, err := f.inChrome(t.ctx, "gBrowser.selectedBrowser.browsingContext.id")
	if err == nil {
		err = json.Unmarshal(id, &t.id)
	}
	if err == nil {
		err = t.Resize(s.Width, s.Height, s.Ratio)
	}
	set := func(property, value string) {
		if err == nil {
			err = t.set(property, value)
		}
	}
	set("prefersColorSchemeOverride", map[bool]string{false: "light", true: "dark"}[s.Dark])
	set("prefersReducedMotionOverride", map[bool]string{false: "no-preference", true: "reduce"}[s.Still])
	if err == nil { // of all tabs, but a test looks at one
		_, err = f.inChrome(t.ctx, fmt.Sprintf("['primary', 'all'].forEach(which => Services.prefs.setIntPref(`ui.${which}PointerCapabilities`, %d))", map[bool]int{false: finePointer, true: coarsePointer}[s.Touch]))
	}
	if err == nil && s.NoScript {
		_, err = f.inChrome(t.ctx, fmt.Sprintf("(bc => { bc.allowJavascript = false; })(BrowsingContext.get(%d))", t.id))
	}
	if err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

func (t *firefoxTab) Close() {
	defer t.end()
	t.of.mu.Lock()
	for id, tab := range t.of.tabs {
		if tab == t {
			delete(t.of.tabs, id)
		}
	}
	t.of.mu.Unlock()
	t.of.talk.ask(context.Background(), "browsingContext.close", map[string]any{"context": t.context}, nil)
}

// heard gives an event to the tab that it comes from.
func (f *firefox) heard(method string, params json.RawMessage) {
	var e struct {
		Context, Parent   string
		Source            struct{ Context string }
		Level, Text, Type string
		Request           struct{ URL string }
		Response          struct{ Headers []struct{ Name string } }
	}
	if json.Unmarshal(params, &e) != nil {
		return
	}
	if e.Context == "" {
		e.Context = e.Source.Context
	}
	f.mu.Lock()
	if method == "browsingContext.contextCreated" && f.tabs[e.Parent] != nil {
		f.tabs[e.Context] = f.tabs[e.Parent]
	}
	tab := f.tabs[e.Context]
	f.mu.Unlock()
	if tab == nil {
		return
	}
	switch method {
	case "network.beforeRequestSent":
		tab.heard.Requested(e.Request.URL)
	case "network.responseCompleted":
		for _, h := range e.Response.Headers {
			if strings.EqualFold(h.Name, "Set-Cookie") {
				tab.heard.Fault("a cookie is set")
			}
		}
	case "log.entryAdded":
		if e.Level == "error" || e.Level == "warn" {
			tab.heard.Fault(fmt.Sprintf("%s %s: %s", e.Type, e.Level, e.Text))
		}
	}
}

// inChrome runs JavaScript in the browser's own window.
func (f *firefox) inChrome(ctx context.Context, js string) ([]byte, error) {
	return f.eval(ctx, f.chrome, js)
}

// set sets what Firefox lets its own windows set of a page.
func (t *firefoxTab) set(property, value string) error {
	_, err := t.of.inChrome(t.ctx, fmt.Sprintf("(bc => { bc.%s = %q; })(BrowsingContext.get(%d))", property, value, t.id))
	return err
}

func (f *firefox) eval(ctx context.Context, where, js string) ([]byte, error) {
	var said struct {
		Type      string
		Result    struct{ Type, Value string }
		Exception struct{ Text string } `json:"exceptionDetails"`
	}
	err := f.talk.ask(ctx, "script.evaluate", map[string]any{"expression": answering(js), "target": map[string]any{"context": where}, "awaitPromise": true}, &said)
	if err != nil {
		return nil, err
	}
	if said.Result.Value == "" {
		return nil, errors.New(said.Exception.Text)
	}
	return answer(said.Result.Value)
}

func (t *firefoxTab) ask(method string, params map[string]any, answer any) error {
	params["context"] = t.context
	return t.of.talk.ask(t.ctx, method, params, answer)
}

func (t *firefoxTab) Visit(address string) error {
	return t.ask("browsingContext.navigate", map[string]any{"url": address, "wait": "complete"}, nil)
}

func (t *firefoxTab) Before(script string) error {
	return t.of.talk.ask(t.ctx, "script.addPreloadScript", map[string]any{"functionDeclaration": "() => {" + script + "\n}", "contexts": []string{t.context}}, nil)
}

func (t *firefoxTab) Eval(js string) ([]byte, error) { return t.of.eval(t.ctx, t.context, js) }

func (t *firefoxTab) act(actions []any) error {
	return t.ask("input.performActions", map[string]any{"actions": actions}, nil)
}

func (t *firefoxTab) Press(key string, held ...string) error { return t.act(keyActions(key, held)) }

func (t *firefoxTab) Mouse(act MouseAct, x, y float64) error {
	return t.act(mouseActions(act, x, y))
}

func (t *firefoxTab) Wheel(x, y, down float64, ctrl bool) error {
	return t.act(wheelActions(x, y, down, ctrl))
}

func (t *firefoxTab) Drag(with Pointer, ways ...[4]float64) error {
	if with == Pen { // BiDi's is not there yet
		_, err := t.Eval(synthesised(with, ways))
		return err
	}
	return t.act(dragActions(with, ways))
}

func (t *firefoxTab) Picture() (image.Image, error) {
	var shot struct{ Data string }
	if err := t.ask("browsingContext.captureScreenshot", map[string]any{"origin": "viewport"}, &shot); err != nil {
		return nil, err
	}
	data, err := base64.StdEncoding.DecodeString(shot.Data)
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(data))
}

func (t *firefoxTab) Emulate(feature, value string) error {
	property := map[string]string{"media": "mediumOverride", "forced-colors": "forcedColorsOverride",
		"prefers-color-scheme": "prefersColorSchemeOverride", "prefers-reduced-motion": "prefersReducedMotionOverride"}[feature]
	if property == "" {
		return &Needs{"emulate " + feature}
	}
	return t.set(property, value)
}

func (t *firefoxTab) Resize(width, height int, ratio float64) error {
	return t.ask("browsingContext.setViewport", map[string]any{"viewport": map[string]any{"width": width, "height": height}, "devicePixelRatio": ratio}, nil)
}

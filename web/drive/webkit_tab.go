package drive

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"time"
)

type webkitTab struct {
	*webkitRun
	of   *webkit
	kind Screen
	ctx  context.Context
	end  context.CancelFunc
}

// Close leaves the browser to the next tab of its kind, unless it does not
// answer any more.
func (t *webkitTab) Close() {
	if t.ctx.Err() == context.Canceled {
		return // it is closed
	}
	defer t.end()
	t.Eval(heardAll)                                                         // what the page has still to say
	t.ctx, t.end = context.WithTimeout(context.Background(), 10*time.Second) // whatever the test's patience
	defer t.end()
	left := t.Visit("about:blank")
	t.proxy.listen(deaf{})
	t.of.mu.Lock()
	defer t.of.mu.Unlock()
	if left != nil || t.of.idle[t.kind] != nil {
		t.webkitRun.end()
		return
	}
	t.of.idle[t.kind] = t.webkitRun
}

func (t *webkitTab) post(path string, params map[string]any, answer any) error {
	return t.talk.ask(t.ctx, http.MethodPost, path, params, answer)
}

func (t *webkitTab) Visit(address string) error {
	return t.post("/url", map[string]any{"url": address}, nil)
}

func (t *webkitTab) Before(script string) error {
	t.proxy.add(script)
	return nil
}

func (t *webkitTab) Eval(js string) ([]byte, error) {
	var said string
	if err := t.post("/execute/async", map[string]any{"script": answering(js) + ".then(arguments[0])", "args": []any{}}, &said); err != nil {
		return nil, err
	}
	return answer(said)
}

func (t *webkitTab) act(actions []any) error {
	return t.post("/actions", map[string]any{"actions": actions}, nil)
}

func (t *webkitTab) Press(key string, held ...string) error {
	if key == "Tab" && len(held) > 0 {
		return &Needs{"press Tab with Shift: it comes as a key without a name"}
	}
	return t.act(keyActions(key, held))
}

func (t *webkitTab) Mouse(act MouseAct, x, y float64) error {
	return t.act(mouseActions(act, x, y))
}

func (t *webkitTab) Wheel(x, y, down float64, ctrl bool) error {
	if !ctrl {
		return &Needs{"turn the wheel: what it turns, it turns back at once"}
	}
	_, err := t.Eval(fmt.Sprintf(`document.elementFromPoint(%[1]g, %[2]g).dispatchEvent(new WheelEvent("wheel", { clientX: %[1]g, clientY: %[2]g, deltaY: %[3]g, ctrlKey: true, bubbles: true, cancelable: true, composed: true }))`, x, y, down))
	return err
}

func (t *webkitTab) Drag(with Pointer, ways ...[4]float64) error {
	if with == Touch { // the driver takes it for a mouse
		_, err := t.Eval(synthesised(with, ways))
		return err
	}
	return t.act(dragActions(with, ways))
}

func (t *webkitTab) Picture() (image.Image, error) {
	var shot string
	if err := t.talk.ask(t.ctx, http.MethodGet, "/screenshot", nil, &shot); err != nil {
		return nil, err
	}
	data, err := base64.StdEncoding.DecodeString(shot)
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(data))
}

func (t *webkitTab) Emulate(feature, value string) error {
	return &Needs{"emulate " + feature + " in a page that stands"}
}

// Resize makes the window as large as its content needs it to be.
func (t *webkitTab) Resize(width, height int, ratio float64) error {
	if ratio != t.kind.Ratio {
		return &Needs{"change the ratio of a screen"}
	}
	w, h := width, height
	for range 5 {
		if err := t.post("/window/rect", map[string]any{"x": 0, "y": 0, "width": w, "height": h}, nil); err != nil {
			return err
		}
		for range 10 { // it takes a moment
			picture, err := t.Picture()
			if err != nil {
				return err
			}
			size := picture.Bounds().Size().Div(int(ratio))
			if size == image.Pt(width, height) {
				return nil
			}
			if size.X-w != 0 || size.Y-h != 0 {
				w, h = w+width-size.X, h+height-size.Y
				break
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
	return fmt.Errorf("its window does not take %d × %d px", width, height)
}

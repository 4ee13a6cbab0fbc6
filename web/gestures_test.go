package web_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"

	"dateline/scene"
)

// seen is where the map's mark of a place stands, in CSS pixels of the window:
// a move of the map moves it.
func (b *tab) seen(place string) (x, y float64) {
	b.Helper()
	b.rest()
	at := value[[]float64](b, fmt.Sprintf(`(() => {
		const box = document.querySelector("#surface").getBoundingClientRect();
		const mark = window.targets.find(t => t.kind === "place" && t.id === %q);
		return [box.left + mark.x + mark.w / 2, box.top + mark.y + mark.h / 2];
	})()`, place))
	return at[0], at[1]
}

// watched opens the story and keeps the targets that the engine tells.
func watched(t *testing.T, address string, s screen) *tab {
	t.Helper()
	b := open(t, "about:blank", s)
	b.before(`
		const MessageChannelHere = MessageChannel;
		window.MessageChannel = class extends MessageChannelHere {
			constructor() {
				super();
				this.port1.addEventListener("message", ({ data }) => { if (data && data.type === "drawn") window.targets = data.targets; });
			}
		};`)
	b.visit(address)
	b.live()
	return b
}

func (b *tab) wheel(x, y, turn float64, ctrl bool) {
	b.Helper()
	p := input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaY: turn, DeltaX: 1e-9}
	if ctrl {
		p.Modifiers = 2 // Ctrl
	}
	call(b, input.DispatchMouseEvent, p)
	time.Sleep(300 * time.Millisecond) // a page scrolls smoothly
}

// before has a script run in every document that the tab loads from now on.
func (b *tab) before(script string) {
	b.Helper()
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// fingers puts fingers on the glass, takes them along in ten steps, and lifts
// them. Each is {from x, from y, to x, to y}.
func (b *tab) fingers(paths ...[4]float64) {
	b.Helper()
	points := func(share float64) (out []*input.TouchPoint) {
		for i, p := range paths {
			id := float64(i)
			out = append(out, &input.TouchPoint{ID: &id, X: p[0] + share*(p[2]-p[0]), Y: p[1] + share*(p[3]-p[1])})
		}
		return out
	}
	call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: points(0)})
	for i := 1; i <= 10; i++ {
		call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchMove, TouchPoints: points(float64(i) / 10)})
		time.Sleep(16 * time.Millisecond)
	}
	call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
	time.Sleep(300 * time.Millisecond)
}

func (b *tab) mouse(kind input.DispatchMouseEventType, x, y float64, clicks int64) {
	b.Helper()
	p := input.DispatchMouseEventParams{Type: kind, X: x, Y: y, ClickCount: clicks}
	if clicks > 0 {
		p.Button, p.Buttons = input.MouseButtonLeft, 1
	}
	call(b, input.DispatchMouseEvent, p)
}

const hinted = `document.querySelector("#hint").classList.contains("shown")`

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

func TestOneFingerMovesThePage(t *testing.T) {
	b := watched(t, served, phone)
	x, y := b.seen("london")
	b.fingers([4]float64{180, 420, 182, 220})
	scrolled := b.number("scrollY")
	if scrolled < 100 {
		t.Fatalf("a finger on the map scrolls the page by %v px", scrolled)
	}
	if nx, ny := b.seen("london"); !near(nx, x, 0.5) || !near(ny+scrolled, y, 1) {
		t.Errorf("a finger that scrolls moved the map: London from %v, %v to %v, %v", x, y, nx, ny+scrolled)
	}
	if b.holds(hinted) {
		t.Error("a reader who scrolls the page is told how to move the map")
	}
	b.fingers([4]float64{100, 250, 240, 258})
	if !b.holds(hinted) || b.text(`document.querySelector("#hint").textContent`) != "Use two fingers to move the map" {
		t.Errorf("a finger that goes sideways is told %q", b.text(`document.querySelector("#hint").textContent`))
	}
	if got := b.text(`getComputedStyle(document.querySelector("#hint")).pointerEvents`); got != "none" {
		t.Errorf("the hint is in the way: pointer-events %s", got)
	}
	b.until("!" + hinted)
	if nx, _ := b.seen("london"); !near(nx, x, 0.5) {
		t.Error("one finger moves the map")
	}
}

func TestTwoFingersMoveTheMap(t *testing.T) {
	b := watched(t, served, phone)
	x, y := b.seen("london")
	b.fingers([4]float64{120, 300, 120, 360}, [4]float64{240, 300, 240, 360})
	nx, ny := b.seen("london")
	if b.number("scrollY") != 0 || b.number("visualViewport.scale") != 1 {
		t.Errorf("two fingers on the map move the page to %v, at %v", b.number("scrollY"), b.number("visualViewport.scale"))
	}
	if !near(nx, x, 2) || !near(ny, y+60, 8) {
		t.Errorf("two fingers go down 60 px, and London from %.0f, %.0f to %.0f, %.0f", x, y, nx, ny)
	}
	// What is between the fingers stays between them.
	b.js(`document.querySelector("#zoom-fit").click()`)
	b.fingers([4]float64{x - 20, y, x - 60, y}, [4]float64{x + 20, y, x + 60, y})
	if nx, ny := b.seen("london"); !near(nx, x, 4) || !near(ny, y, 4) {
		t.Errorf("a pinch about London takes it from %.0f, %.0f to %.0f, %.0f", x, y, nx, ny)
	}
	if b.number("visualViewport.scale") != 1 || b.number("scrollY") != 0 {
		t.Error("a pinch on the map zooms the page")
	}
	if b.text(`document.querySelector("#zoom-fit").getAttribute("aria-disabled")`) != "false" {
		t.Error("after a pinch there is no way back to the story's view")
	}
	if b.holds(hinted) {
		t.Error("who uses two fingers is told to")
	}
}

func TestWheelMovesThePage(t *testing.T) {
	b := watched(t, served, desktop)
	x, y := b.seen("kyiv")
	b.wheel(x, y+10, 100, false)
	b.until("scrollY >= 99")
	if !b.holds(hinted) || b.text(`document.querySelector("#hint").textContent`) != "Use Ctrl + scroll to zoom the map" {
		t.Errorf("the wheel over the map is told %q", b.text(`document.querySelector("#hint").textContent`))
	}
	if nx, ny := b.seen("kyiv"); !near(nx, x, 0.5) || !near(ny, y-b.number("scrollY"), 1) {
		t.Error("the wheel moves the map")
	}
	b.until("!" + hinted)
	time.Sleep(500 * time.Millisecond)
	b.wheel(x, y-60, -100, false)
	b.until("scrollY === 0")
	if b.holds(hinted) {
		t.Error("a reader who scrolls on is told again")
	}

	lx, _ := b.seen("london")
	b.wheel(x, y, -100, true)
	if nx, ny := b.seen("kyiv"); !near(nx, x, 1) || !near(ny, y, 1) {
		t.Errorf("zooming about Kyiv moves it by %.1f, %.1f", nx-x, ny-y)
	}
	if nx, _ := b.seen("london"); x-nx < 1.3*(x-lx) {
		t.Errorf("Ctrl and the wheel do not zoom: London at %.0f, then at %.0f", lx, nx)
	}
	if b.number("scrollY") != 0 || b.number("devicePixelRatio") != 1 {
		t.Error("Ctrl and the wheel over the map move or zoom the page")
	}
}

func TestMouseAndButtonsMoveTheMap(t *testing.T) {
	b := watched(t, served, desktop)
	x, y := b.seen("kyiv")
	from := [2]float64{x - 60, y + 90} // where nothing is to be pointed at
	b.mouse(input.DispatchMouseEventTypeMousePressed, from[0], from[1], 1)
	for i := 1.0; i <= 5; i++ {
		b.mouse(input.DispatchMouseEventTypeMouseMoved, from[0]-12*i, from[1]-6*i, 1)
	}
	b.mouse(input.DispatchMouseEventTypeMouseReleased, from[0]-60, from[1]-30, 1)
	if nx, ny := b.seen("kyiv"); !near(nx, x-60, 1) || !near(ny, y-30, 1) {
		t.Errorf("a drag by −60, −30 moves Kyiv by %.1f, %.1f", nx-x, ny-y)
	}
	if v := b.number(sliderValue); v != 0 {
		t.Errorf("a drag went to an event: %v", v)
	}
	b.js(`document.querySelector("#zoom-fit").click()`)
	if nx, ny := b.seen("kyiv"); !near(nx, x, 0.1) || !near(ny, y, 0.1) {
		t.Error("fit does not give the story's view back")
	}
	// Without dragging: a double click brings a point to the middle.
	for clicks := int64(1); clicks <= 2; clicks++ {
		b.mouse(input.DispatchMouseEventTypeMousePressed, from[0], from[1], clicks)
		b.mouse(input.DispatchMouseEventTypeMouseReleased, from[0], from[1], clicks)
	}
	middle := value[[]float64](b, `(r => [r.left + r.width / 2, r.top + r.height / 2])(document.querySelector("#surface").getBoundingClientRect())`)
	if nx, ny := b.seen("kyiv"); !near(nx-middle[0], 1.6*60, 2) || !near(ny-middle[1], -1.6*90, 2) {
		t.Errorf("after a double click beside Kyiv it stands at %.0f, %.0f from the middle", nx-middle[0], ny-middle[1])
	}
	lx, _ := b.seen("kyiv")
	b.js(`document.querySelector("#zoom-out").click()`)
	if nx, _ := b.seen("kyiv"); !near(nx-middle[0], (lx-middle[0])/1.6, 2) {
		t.Error("− does not zoom out")
	}
}

// The buttons stand in the corner that the scene leaves free for them.
func TestButtonsKeepTheirCorner(t *testing.T) {
	for name, s := range map[string]screen{"desktop": desktop, "phone": phone, "small": {width: 320, height: 568, ratio: 2, touch: true}} {
		b := watched(t, served, s)
		got := value[[]float64](b, `(() => {
			const map = document.querySelector("#surface").getBoundingClientRect(), zoom = document.querySelector("#zoom").getBoundingClientRect();
			return [map.right - zoom.left, map.bottom - zoom.top, map.right - zoom.right, map.bottom - zoom.bottom];
		})()`)
		if got[0] > scene.ButtonsWidth || got[1] > scene.ButtonsHeight || got[2] < 0 || got[3] < 0 {
			t.Errorf("%s: the buttons reach %.0f × %.0f px from the corner; %d × %d are free", name, got[0], got[1], scene.ButtonsWidth, scene.ButtonsHeight)
		}
	}
}

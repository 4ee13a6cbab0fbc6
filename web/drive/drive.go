// Package drive drives a browser for the tests of the page: Chromium by the
// DevTools protocol, Firefox by WebDriver BiDi, WebKit by WebDriver. All of them
// draw WebGL in software, so no GPU is needed.
package drive

import (
	"fmt"
	"image"
	"time"
)

// A Browser is a browser that runs.
type Browser interface {
	Name() string // Chromium, Firefox or WebKit
	Version() string
	Open(Screen, Listener) (Tab, error)
	Close()
}

// A Screen is what a page is seen on.
type Screen struct {
	Width, Height int // of the window's content, CSS pixels
	Ratio         float64
	Dark          bool // prefers-color-scheme
	Still         bool // prefers-reduced-motion
	Touch         bool
	NoScript      bool
	Patience      time.Duration // after which whatever is asked of the tab fails
}

// A Listener hears what goes on in a tab, from another goroutine.
type Listener interface {
	Requested(address string)
	Fault(what string) // an error or warning in the console, an exception, something kept
}

// A Tab is a page in a browser of its own.
type Tab interface {
	// Visit goes to a page and waits until it has loaded.
	Visit(address string) error
	// Before has a script run in every document that is loaded from now on,
	// ahead of its own.
	Before(script string) error
	// Eval runs JavaScript, an expression, awaits what it gives and returns that
	// as JSON; what is undefined is null.
	Eval(js string) ([]byte, error)
	// Press presses a key by its name in KeyboardEvent.key, with others held:
	// Shift, Control, Alt or Meta.
	Press(key string, held ...string) error
	// Mouse goes to a place and does something there with its first button.
	Mouse(act MouseAct, x, y float64) error
	// Wheel turns the wheel by so many CSS pixels down, with Control held or not.
	Wheel(x, y, down float64, ctrl bool) error
	// Drag puts fingers or a pen down, takes them along in ten steps and lifts
	// them. Each way is {from x, from y, to x, to y}.
	Drag(with Pointer, ways ...[4]float64) error
	// Picture is what the window shows, in device pixels.
	Picture() (image.Image, error)
	// Emulate sets what a media query asks for: "media" (print or screen),
	// "forced-colors" (active or none), "prefers-color-scheme", ….
	Emulate(feature, value string) error
	// Resize changes the window's size and ratio.
	Resize(width, height int, ratio float64) error
	Close()
}

// A MouseAct is what a mouse does.
type MouseAct int

const (
	Push MouseAct = iota
	Move          // with the button down
	Release
	Double // click
)

// A Pointer is what points, by its name in PointerEvent.pointerType.
type Pointer string

const (
	Touch Pointer = "touch"
	Pen   Pointer = "pen"
)

// dragSteps is how many moves a drag has, dragStep the time between them.
const (
	dragSteps = 10
	dragStep  = 16 * time.Millisecond
)

// Needs says that a browser cannot do what is asked of it, whatever the page.
type Needs struct{ What string }

func (n *Needs) Error() string { return "this browser's driver cannot " + n.What }

// Start starts a browser by its name in lower case.
func Start(name string) (Browser, error) {
	switch name {
	case "", "chromium":
		return startChromium()
	case "firefox":
		return startFirefox()
	case "webkit":
		return startWebKit()
	}
	return nil, fmt.Errorf("%q is not a browser that the tests can drive; chromium, firefox and webkit are", name)
}

package web_test

import (
	"image"
	"math"
	"strconv"
	"testing"
	"time"

	"dateline/scene"
)

// differing is the share of pixels in which two pictures of one size differ
// visibly.
func differing(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	if a.Bounds() != b.Bounds() {
		t.Fatalf("pictures of different sizes: %v and %v", a.Bounds(), b.Bounds())
	}
	r, n := a.Bounds(), 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if far(rgb(a, x, y), rgb(b, x, y), 24) {
				n++
			}
		}
	}
	return float64(n) / float64(r.Dx()*r.Dy())
}

func rgb(m image.Image, x, y int) [3]int {
	r, g, b, _ := m.At(x, y).RGBA()
	return [3]int{int(r >> 8), int(g >> 8), int(b >> 8)}
}

func far(a, b [3]int, than int) bool {
	for i := range a {
		if a[i]-b[i] > than || b[i]-a[i] > than {
			return true
		}
	}
	return false
}

func colours(m image.Image) int {
	seen := map[[3]int]bool{}
	r := m.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y += 2 {
		for x := r.Min.X; x < r.Max.X; x += 2 {
			seen[rgb(m, x, y)] = true
		}
	}
	return len(seen)
}

func TestEngineDraws(t *testing.T) {
	for name, s := range map[string]screen{"desktop": desktop, "phone": phone} {
		t.Run(name, func(t *testing.T) {
			b := open(t, served, s)
			b.live()
			opening := b.shotOf("#box")
			if n := colours(opening); n < 20 {
				t.Errorf("the picture has %d colours: it is as good as blank", n)
			}
			b.js(`document.querySelector("#slider").focus()`)
			b.key("End")
			b.arrives(11)
			end := b.shotOf("#box")
			if d := differing(t, opening, end); d < 0.005 {
				t.Errorf("opening and end differ in %.2f %% of the picture", 100*d)
			}
			b.js(`document.querySelector("#slider").focus()`)
			b.key("Home")
			b.arrives(0)
			b.js(`document.activeElement.blur()`)
			b.rest()
			if d := differing(t, opening, b.shotOf("#box")); d > 0.0005 {
				t.Errorf("back at the opening, %.3f %% of the picture is not as it was", 100*d)
			}
		})
	}
}

// arrives waits until the story rests at a stop and the stop is drawn.
func (b *tab) arrives(stop int) {
	b.Helper()
	b.until(`Math.abs(document.querySelector("#slider").value - ` + itoa(stop) + `) < 1e-6`)
	b.rest()
}

// At rest the engine gets no frame and no timer; a step wakes it.
func TestStageSleeps(t *testing.T) {
	b := open(t, "about:blank", desktop)
	b.before(`
		window.ran = 0;
		for (const name of ["requestAnimationFrame", "setTimeout"]) {
			const real = window[name].bind(window);
			window[name] = (act, ...more) => real((...args) => { window.ran++; act(...args); }, ...more);
		}`)
	b.visit(served)
	b.live()
	time.Sleep(time.Second)
	const ran = `document.querySelector("#frame iframe").contentWindow.ran`
	before := b.number(ran)
	time.Sleep(time.Second)
	if n := b.number(ran) - before; n > 0 {
		t.Errorf("at rest the stage ran %v frames and timers in a second", n)
	}
	b.js(`document.querySelector("#next").click()`)
	b.arrives(1)
	if n := b.number(ran) - before; n < 5 {
		t.Errorf("a step ran %v frames and timers: the engine did not wake", n)
	}
}

// On a screen of another ratio the engine starts anew, as sharp as that screen.
func TestOtherScreen(t *testing.T) {
	b := open(t, served+"#eu-support", desktop)
	b.live()
	b.js(`window.before = document.querySelector("#frame iframe")`)
	b.did("changing the screen", b.page.Resize(1440, 900, 2))
	b.js(`document.querySelector("#next").click()`) // an emulated screen changes without an event
	b.until(`document.querySelector("#frame iframe") !== window.before`)
	b.live()
	if got := b.number(`document.querySelector("#frame iframe").contentDocument.querySelector("canvas").width / document.querySelector("#box").clientWidth`); math.Abs(got-2) > 0.01 {
		t.Errorf("the canvas has %.2f pixels for each of the page's", got)
	}
	b.until(sliderValue + ` == 7`) // it may still be on its way
}

// The native thumb is invisible; where it stands is where the playhead is drawn.
func TestThumbIsThePlayhead(t *testing.T) {
	for name, s := range map[string]screen{"desktop": desktop, "phone": phone} {
		t.Run(name, func(t *testing.T) {
			b := open(t, served, s)
			b.live()
			for _, stop := range []int{0, 5, 11} {
				b.js(`const s = document.querySelector("#slider"); s.focus(); s.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true}));
					s.value = ` + itoa(stop) + `; s.dispatchEvent(new Event("input", {bubbles: true})); dispatchEvent(new PointerEvent("pointerup")); s.blur()`)
				b.rest()
				drawn := playhead(t, b.shotOf("#box"), s.ratio)
				b.js(`const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet];
					sheet.replaceSync("#frame, #picture { opacity: 0 !important }" + ` + thumbRules("radial-gradient(circle, #b3261e 8.5px, transparent 9px)") + `)`)
				thumb := playhead(t, b.shotOf("#box"), s.ratio)
				b.js(`document.adoptedStyleSheets = []`)
				if math.Abs(drawn-thumb) > 1 {
					t.Errorf("stop %d: the playhead is drawn at %.2f px, the thumb stands at %.2f", stop, drawn, thumb)
				}
			}
		})
	}
}

// thumbRules are, as JavaScript, the style that shows the native thumb with a
// background, by each engine's name for it.
func thumbRules(background string) string {
	rules := ""
	for _, thumb := range []string{"::-webkit-slider-thumb", "::-moz-range-thumb"} {
		rules += ".slider" + thumb + " { background: " + background + " !important; border-radius: 50% !important } "
	}
	return strconv.Quote(rules)
}

// playhead finds the ring or disc of the accent colour under the track's line,
// where nothing else has that colour, and returns its middle in CSS pixels.
func playhead(t *testing.T, m image.Image, ratio float64) float64 {
	t.Helper()
	return playheadAbove(t, m, ratio, scene.TrackRise)
}

// playheadAbove is the same where the track stands elsewhere, CSS pixels from
// the picture's bottom edge.
func playheadAbove(t *testing.T, m image.Image, ratio, rise float64) float64 {
	t.Helper()
	accent := [3]int{0xb3, 0x26, 0x1e}
	r := m.Bounds()
	track := float64(r.Max.Y) - rise*ratio
	sum, n := 0.0, 0.0
	for y := int(track + 6.5*ratio); y < int(track+10*ratio); y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if !far(rgb(m, x, y), accent, 60) {
				sum += float64(x-r.Min.X) + 0.5
				n++
			}
		}
	}
	if n == 0 {
		t.Fatal("no playhead to be seen")
	}
	return sum / n / ratio
}

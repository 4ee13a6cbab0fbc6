package web_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"dateline/player"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"

	"dateline/web/drive"
)

// lasting is a story of things that last, which is worth looking at closely.
const lasting = "../scene/testdata/lasting"

// servedStory serves a story as it would be built and returns its address.
func servedStory(t *testing.T, path string, more ...string) string {
	t.Helper()
	return serving(t, append([]string{path, "-live=false"}, more...)...)
}

func lineOf(t *testing.T, folder string) *timeline.Line {
	t.Helper()
	data, err := os.ReadFile(folder + "/story.json")
	if err != nil {
		t.Fatal(err)
	}
	s, problems := story.Parse("story.json", data)
	if s == nil {
		t.Fatal(problems)
	}
	return timeline.New(s)
}

// span is the part of the slider's values that shows.
func (b *tab) span() (from, to float64) {
	b.Helper()
	return b.number(`document.querySelector("#slider").min`), b.number(`document.querySelector("#slider").max`)
}

// reaches waits until the slider stands at a value.
func (b *tab) reaches(x float64) {
	b.Helper()
	b.until(fmt.Sprintf("Math.abs(%s - %g) < 1e-6", sliderValue, x))
}

// Buttons, keys, wheel, brush and the thin line at the strip's foot choose what
// part of the timeline shows; the playhead never leaves it.
func TestLookingCloser(t *testing.T) {
	line := lineOf(t, lasting)
	extent, closest := line.Extent(), line.Closest()
	b := open(t, servedStory(t, lasting), desktop)
	b.live()
	expect := func(how string, from, to float64) {
		t.Helper()
		b.rest()
		if a, z := b.span(); math.Abs(a-from) > extent/200 || math.Abs(z-to) > extent/200 {
			t.Errorf("%s shows %.3f to %.3f, want %.3f to %.3f", how, a, z, from, to)
		}
		value, x := b.number(sliderValue), b.number(`document.querySelector("#box").clientWidth`)
		if a, z := b.span(); value < a-1e-6 || value > z+1e-6 || x == 0 {
			t.Errorf("%s leaves the playhead at %.3f, out of sight", how, value)
		}
	}
	expect("the opening", 0, extent)
	b.js(`document.querySelector("#france h3 a").click()`)
	here := line.Stops[line.StopOf(7)].X
	b.reaches(here)
	b.js(`document.querySelector("#slider").focus()`)
	b.key("+")
	expect("+", here/2, here/2+extent/2)
	if said := b.text(`document.querySelector("#live").textContent`); !strings.Contains(said, " – ") {
		t.Errorf("a listener is told %q", said)
	}
	b.key("0")
	expect("0", 0, extent)
	b.js(`document.querySelector("#span-in").click()`)
	b.js(`document.querySelector("#span-in").click()`)
	expect("the button, twice,", here*3/4, here*3/4+extent/4)
	b.js(`document.querySelector("#span-out").click()`)
	expect("the other button", here/2, here/2+extent/2)
	for range 12 {
		b.js(`document.querySelector("#span-in").click()`)
	}
	if a, z := b.span(); math.Abs(z-a-closest) > 1e-6 {
		t.Errorf("the closest look is %.4f wide, want %.4f", z-a, closest)
	}
	b.key("End")
	b.reaches(line.Length())
	if a, z := b.span(); line.Length() < a || line.Length() > z {
		t.Errorf("at the end %.3f to %.3f shows", a, z)
	}
	b.key("0")

	// The brush: over the upper part of the strip.
	left, top := b.number(`document.querySelector("#brush").getBoundingClientRect().left`), b.number(`document.querySelector("#brush").getBoundingClientRect().top`)
	track := b.number(`document.querySelector("#box").clientWidth`) - 2*scene.TrackInset
	at := func(x float64) float64 { return left + scene.TrackInset + x/extent*track }
	b.mouse(drive.Push, at(3), top+10)
	b.mouse(drive.Move, at(5), top+12)
	if !b.holds(`!document.querySelector("#brush i").hidden`) {
		t.Error("what is brushed does not show")
	}
	b.mouse(drive.Move, at(6), top+12)
	b.mouse(drive.Release, at(6), top+12)
	expect("the brush", 3, 6)
	if v := b.number(sliderValue); math.Abs(v-6) > 0.05 {
		t.Errorf("the playhead came along to %.3f, want the nearer end, 6", v)
	}
	foot := b.number(`document.querySelector("#sliver").getBoundingClientRect().bottom`) - 5
	b.mouse(drive.Push, at(4), foot)
	b.mouse(drive.Move, at(8), foot)
	b.mouse(drive.Release, at(8), foot)
	expect("the thin line", 6.5, 9.5)
	b.wheel(at(0)+track/2, top+10, 100, true)
	if a, z := b.span(); z-a < 3.2 {
		t.Errorf("the wheel with Ctrl shows %.3f to %.3f", a, z)
	}
	b.mouse(drive.Double, at(5), top+10)
	expect("a double click", 0, extent)
}

// While the story plays, the part that shows goes along.
func TestPlayingStaysInSight(t *testing.T) {
	b := open(t, servedStory(t, lasting), desktop)
	b.live()
	b.js(`document.querySelector("#span-in").click(); document.querySelector("#span-in").click(); document.querySelector("#speed").click(); document.querySelector("#play").click()`)
	_, end := b.span()
	b.js(`document.querySelector("#blitz h3 a").click()`)
	b.until(`Number(document.querySelector("#slider").max) > ` + fmt.Sprint(end+1))
	b.until(`(s => s.value > Number(s.min) && s.value < Number(s.max))(document.querySelector("#slider"))`)
}

// Looked at closely, too, the native thumb stands where the playhead is drawn;
// from right to left as well.
func TestThumbOfAPart(t *testing.T) {
	line := lineOf(t, lasting)
	rise := scene.StripOf(line).Rise
	address := servedStory(t, lasting, "-lang", "ar")
	for _, path := range []string{"", "ar/"} {
		b := open(t, address+path, desktop)
		b.live()
		b.js(`document.querySelector("#winter-war h3 a").click()`)
		b.reaches(line.Stops[line.StopOf(3)].X)
		b.js(`document.querySelector("#span-in").click()`)
		b.rest()
		b.js(`const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet]; sheet.replaceSync(` + thumbRules("#b3261e") + `)`)
		for _, share := range []float64{0, 0.3, 0.8} {
			from, to := b.span()
			x := from + share*(to-from)
			b.js(`const s = document.querySelector("#slider"); s.focus(); s.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true}));
				s.value = ` + fmt.Sprint(x) + `; s.dispatchEvent(new Event("input", {bubbles: true})); dispatchEvent(new PointerEvent("pointerup")); s.blur()`)
			b.rest()
			drawn := playheadAbove(t, b.shotOf("#box"), 1, rise)
			width := b.number(`document.querySelector("#box").clientWidth`)
			want := scene.TrackInset + share*(width-2*scene.TrackInset)
			if path != "" {
				want = width - want
			}
			if math.Abs(drawn-want) > 1 {
				t.Errorf("%s%.1f along: the playhead is drawn at %.2f px, not at %.2f", path, share, drawn, want)
			}
			b.js(`for (const id of ["frame", "picture"]) document.getElementById(id).style.opacity = 0`)
			thumb := playheadAbove(t, b.shotOf("#box"), 1, rise)
			b.js(`for (const id of ["frame", "picture"]) document.getElementById(id).style.opacity = ""`)
			if math.Abs(drawn-thumb) > 1 {
				t.Errorf("%s%.1f along: the playhead is drawn at %.2f px, the thumb stands at %.2f", path, share, drawn, thumb)
			}
		}
	}
}

// The page says of eras what the timeline shows of them.
func TestErasAreListed(t *testing.T) {
	line := lineOf(t, lasting)
	b := open(t, servedStory(t, lasting), desktop)
	page := player.NewPage(line, "en")
	for i, era := range page.Eras {
		got := b.text(fmt.Sprintf(`document.querySelectorAll(".eras li")[%d].textContent`, i))
		for _, want := range []string{era.Name, era.Date, era.DateNote, era.Caveat} {
			if !strings.Contains(got, want) {
				t.Errorf("of %s the page says %q, and not %q", era.Name, got, want)
			}
		}
	}
	if got := b.text(`document.querySelector("#winter-war .date").textContent`); got != "30 November 1939 – 13 March 1940" {
		t.Errorf("the Winter War is dated %q", got)
	}
}

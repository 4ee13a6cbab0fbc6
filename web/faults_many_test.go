//go:build faults

package web_test

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
)

// In twenty stories of one article every context that there is gets lost at
// once, ten times in a row. Each story stays where it was, and those in sight
// come to draw again, by their reader's press at the latest.
func TestTwentyLostFault(t *testing.T) {
	site := newsSite(t, map[string]string{"/article": `<script src="march/dateline-embed.js" defer></script>` +
		strings.Repeat(`<div style="margin:0 auto 40px;max-width:700px"><dateline-story src="march/index.html" layout="map" time="uk-loan"></dateline-story></div>`, 20)}, nil)
	b := open(t, "about:blank", screen{width: 1000, height: 900, ratio: 1, still: true, patience: 8 * time.Minute}, append(lost, noShare, "exit code", "already exited")...)
	b.chromium("is looked at with what Chromium says of it in its console")
	b.before(losable)
	b.visit(site + "/article")
	b.js(`window.stories = [...document.querySelectorAll("dateline-story")];
		window.page = story => story.shadowRoot.querySelector("iframe").contentDocument;
		window.stages = () => stories.map(s => page(s).querySelector("#frame iframe")).filter(Boolean);
		window.live = s => !!page(s).querySelector("#box.live[data-picture=drawn]");
		for (const s of stories) { s.scrollIntoView(); await s.ready; }`)
	for i, at := range []int{0, 3, 7, 19, 12, 12, 1, 0, 18, 5} {
		b.js(`stories[` + itoa(at) + `].scrollIntoView({ block: "center" })`)
		b.until(`live(stories[` + itoa(at) + `])`)
		if n := b.number(`stages().map(f => f.contentWindow).filter(w => w.losing).map(w => w.losing()).length`); n < 1 || n > 2 {
			t.Errorf("round %d: %v stages had a context to lose", i, n)
		}
		b.until(`!live(stories[` + itoa(at) + `])`)
		b.until(`live(stories[` + itoa(at) + `]) || !page(stories[` + itoa(at) + `]).querySelector("#fault").hidden`)
		b.js(`for (const s of stories) { const d = page(s); if (!d.querySelector("#fault").hidden) d.querySelector("#retry").click(); }`)
		b.until(`live(stories[` + itoa(at) + `])`)
		if got := b.text(`stories.filter(s => s.time !== "2025-03-01").length`); got != "0" {
			t.Errorf("round %d: %s stories are at another time", i, got)
		}
		if n := b.number(`stages().length`); n > 2 {
			t.Errorf("round %d: %v engines at once", i, n)
		}
	}
	t.Log("ten rounds in twenty stories")
}

// A ratio of device pixels that changes all the time, and what is printed while
// the map flies and while it plays, leave the story where it is.
func TestScreenFault(t *testing.T) {
	b := open(t, served+"#"+events[1], still)
	b.chromium("needs its protocol")
	b.live()
	for i := range 40 {
		call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1440, Height: 900, DeviceScaleFactor: []float64{1, 1.25, 2, 0.5, 3}[i%5]})
		time.Sleep(20 * time.Millisecond)
	}
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1440, Height: 900, DeviceScaleFactor: 1})
	b.live()
	b.tells("engine", 2)
	if b.number(`document.querySelectorAll("#frame iframe").length`) != 1 {
		t.Error("there is not one stage")
	}
	for _, begin := range []string{`document.querySelector("#next").click()`, `document.querySelector("#play").click()`} {
		b.stand(2)
		b.js(`document.querySelector("#motion").click(); ` + begin + `; await new Promise(done => setTimeout(done, 250))`)
		from := b.number(`document.querySelector("#slider").value`)
		if paper := call(b, page.PrintToPDF, page.PrintToPDFParams{}); len(paper.Data) < 10000 {
			t.Errorf("%d bytes are printed", len(paper.Data))
		}
		b.until(`document.querySelector("#slider").value > 2.99`)
		if from >= 2.99 {
			t.Error("it was there before it was printed")
		}
		b.js(`if (document.querySelector("#play-name").textContent === "Pause") document.querySelector("#play").click(); document.querySelector("#motion").click()`)
	}
	b.stand(2)
	b.live()
	b.tells("engine", 2)
}

// A map that fills a wall is drawn, or the page's own picture stands, and a
// window of every size is lived through.
func TestWallFault(t *testing.T) {
	b := open(t, served+"?layout=map#"+events[1], screen{width: 1440, height: 900, ratio: 1, still: true, patience: 5 * time.Minute}, append(breaking, "GL_INVALID")...)
	b.chromium("needs its protocol")
	b.live()
	size := func(w, h int64, ratio float64) {
		call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: w, Height: h, DeviceScaleFactor: ratio})
	}
	size(8000, 4500, 2)
	b.until(`innerWidth === 8000`)
	time.Sleep(3 * time.Second)
	b.until(`!document.querySelector("#fault").hidden || document.querySelector("#box.live[data-picture=drawn]")`)
	t.Logf("at 8000 px and ratio 2: %s", b.text(`document.querySelector("#fault").hidden ? "the engine" : document.querySelector("#fault").dataset.reason`))
	if got := b.text(`document.querySelector("#slider").value + " " + document.querySelector("#count").textContent`); got != "2 2 / 11" {
		t.Errorf("it stands at %s", got)
	}
	for i := range 40 {
		at := []int64{1, 8000, 300, 8000, 17, 5000}[i%6]
		size(at, at, 1)
		time.Sleep(16 * time.Millisecond)
	}
	size(1440, 900, 1)
	b.js(`if (!document.querySelector("#fault").hidden) document.querySelector("#retry").click()`)
	b.live()
	if got := b.text(`document.querySelector("#slider").value + " " + document.querySelector("#count").textContent`); got != "2 2 / 11" {
		t.Errorf("it stands at %s", got)
	}
}

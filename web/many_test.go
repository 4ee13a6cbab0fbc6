package web_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const many = 50 // stories in one article

// Fifty stories in one article, read from its first line to its last and back:
// each comes, never more than two draw by their engine, all answer when all are
// asked at once, the one in sight is drawn, and the last costs what the first did.
func TestFifty(t *testing.T) {
	article := `<script src="march/dateline-embed.js" defer></script>` +
		strings.Repeat(`<div style="margin:0 auto 40px;max-width:700px"><dateline-story src="march/index.html" layout="map"></dateline-story></div>`, many)
	site := newsSite(t, map[string]string{"/article": article}, nil)
	s := screen{width: 1000, height: 900, ratio: 1, patience: 8 * time.Minute}
	b := open(t, site+"/article", s, noShare)
	b.js(`window.stories = [...document.querySelectorAll("dateline-story")];
		window.page = story => story.shadowRoot.querySelector("iframe")?.contentDocument;
		window.engines = () => stories.filter(s => page(s)?.querySelector("#frame")?.firstElementChild).length;
		window.most = 0; window.errors = [];
		stories.forEach((s, i) => s.addEventListener("error", e => errors.push(i + ": " + e.detail.message)));
		(function watch() { most = Math.max(most, engines()); requestAnimationFrame(watch) })();
		window.open = i => { stories[i].scrollIntoView({ block: "center", behavior: "instant" }); return page(stories[i])?.readyState === "complete" && stories[i].time !== undefined && stories[i].time !== null || !!page(stories[i])?.querySelector("html.js"); }`)
	for i := range many {
		b.until(fmt.Sprintf(`open(%d)`, i))
	}
	b.js(`await Promise.race([Promise.all(stories.map(s => s.ready)), new Promise((_, no) => setTimeout(() => no(new Error("not all are ready")), 60000))])`)
	// All at once, each somewhere else; the newest wish of each holds.
	b.js(`const all = stories.flatMap((s, i) => [s.seek({ progress: 0.3 }), s.seek(i % 2 ? "uk-loan" : "eu-support")]);
		window.answers = await Promise.race([Promise.all(all), new Promise((_, no) => setTimeout(() => no(new Error("not all answer")), 60000))])`)
	if n := b.number(`answers.filter((a, i) => i % 2 && a.superseded).length`); n > 0 {
		t.Errorf("%v of the newest wishes were overtaken", n)
	}
	if got := b.text(`stories.map(s => s.time).filter((time, i) => time !== (i % 2 ? "2025-03-01" : "2025-03-02")).length`); got != "0" {
		t.Errorf("%s stories are at another time", got)
	}
	for _, i := range []int{many - 1, many / 2, 0} {
		b.until(fmt.Sprintf(`open(%d) && page(stories[%[1]d]).querySelector("#box.live")?.dataset.picture === "drawn"`, i))
	}
	tried.drew(t)
	if n := b.number(`most`); n > 2 {
		t.Errorf("%v engines ran at once", n)
	}
	if errors := b.text(`errors.join("\n")`); errors != "" {
		t.Error(errors)
	}
}

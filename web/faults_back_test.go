//go:build faults

package web_test

import "testing"

// A reader who goes to another page and back, whether the browser has kept the
// page as it was or loads it again, finds the story where it was left, drawn by
// one engine.
func TestBackFaults(t *testing.T) {
	site := newsSite(t, map[string]string{
		"/article": `<script src="march/dateline-embed.js" defer></script><dateline-story id=story src="march/index.html" time="uk-loan"></dateline-story>`,
		"/other":   `<p>Another page`,
	}, nil)
	for _, loads := range []bool{false, true} {
		for name, c := range map[string]struct{ address, document, seek string }{
			"page":    {"/march/index.html", `document`, `document.querySelector("#events > li:nth-child(2) h3 a").click()`},
			"article": {"/article", elementDocument, `await story.ready; await story.seek("uk-loan")`},
		} {
			t.Run(name+map[bool]string{true: ", loaded again", false: ", kept"}[loads], func(t *testing.T) {
				b := open(t, "about:blank", still, noShare)
				b.before(`addEventListener("pageshow", e => { window.persisted = e.persisted; })`)
				if loads {
					b.before(`if (top === window) addEventListener("unload", () => {})`)
				}
				b.visit(site + c.address)
				drawn := `(d => d && d.querySelector("#box.live[data-picture=drawn]"))(` + c.document + `)`
				for range 2 {
					b.until(drawn)
					b.js(c.seek + `; await new Promise(done => setTimeout(done, 1300))`)
					b.js(`location.href = "/other"`)
					b.until(`document.querySelector("p")?.innerText === "Another page"`)
					b.js(`history.back()`)
					b.until(`document.querySelector("main, dateline-story") && window.persisted !== undefined`)
					t.Logf("kept by the browser: %s", b.text(`window.persisted`))
					b.until(drawn)
					if got := b.text(c.document + `.querySelector("#events > .current")?.id`); got != events[1] {
						t.Errorf("it stands at %q", got)
					}
					if n := b.number(c.document + `.querySelectorAll("#frame iframe").length`); n != 1 {
						t.Errorf("there are %v stages", n)
					}
				}
				b.js(map[string]string{"page": `document.querySelector("#next").click()`, "article": `await story.seek("london-summit")`}[name])
				b.until(c.document + `.querySelector("#events > .current")?.id !== "` + events[1] + `"`)
				b.until(drawn)
			})
		}
	}
}

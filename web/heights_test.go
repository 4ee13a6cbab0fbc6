package web_test

import "testing"

// A host page for each dialect of height messages, written as that system's own
// script reads them: see Datawrapper's embed code, pym.js, amp-iframe.
func TestHeightDialects(t *testing.T) {
	for name, c := range map[string]struct{ src, script string }{
		"own": {"march/index.html", `
			addEventListener("message", e => {
				if (e.source !== frame.contentWindow || !e.data || e.data.dateline !== 1 || e.data.type !== "height") return;
				frame.style.height = e.data.height + "px";
			});`},
		"Datawrapper": {"march/index.html", `
			addEventListener("message", e => {
				if (e.data["datawrapper-height"] === undefined) return;
				for (const id in e.data["datawrapper-height"]) for (const f of document.querySelectorAll("iframe")) {
					if (f.contentWindow === e.source && id === "three-days-in-march") f.style.height = e.data["datawrapper-height"][id] + "px";
				}
			});`},
		"pym": {"march/index.html?initialWidth=700&childId=story-7&parentTitle=Host&parentUrl=x", `
			const reading = new RegExp("^pym" + ["", "story-7", "(\\S+)", "(.+)$"].join("xPYMx"));
			addEventListener("message", e => {
				if (typeof e.data !== "string") return;
				const [, type, value] = e.data.match(reading) || [];
				if (type === "height") frame.style.height = parseInt(value, 10) + "px";
			});`},
		"AMP": {"march/index.html#amp=1", `
			addEventListener("message", e => {
				if (e.source !== frame.contentWindow || e.data.sentinel !== "amp" || e.data.type !== "embed-size") return;
				frame.style.height = e.data.height + "px";
			});`},
	} {
		t.Run(name, func(t *testing.T) {
			site := newsSite(t, map[string]string{"/article": `<h1>An article</h1>
				<iframe id=frame src="` + c.src + `" width=900 height=650 title=Story></iframe>
				<script>const frame = document.getElementById("frame");` + c.script + `</script>`}, nil)
			b := open(t, site+"/article", desktop)
			b.until(`frame.offsetHeight > 1500`)
			inside := `frame.contentDocument.documentElement.scrollHeight`
			b.until(`Math.abs(frame.clientHeight - ` + inside + `) < 1.5`) // all of it, and it comes to rest
			before := b.number(`frame.clientHeight`)
			b.rest()
			if now := b.number(`frame.clientHeight`); now != before {
				t.Errorf("the height does not rest: %v, then %v", before, now)
			}
			b.js(`frame.width = 360`) // narrower is taller
			b.until(`frame.clientHeight > ` + itoa(int(before)+100))
		})
	}
}

// The element takes a height from its own frame alone, and a sensible one.
func TestHeightsAreChecked(t *testing.T) {
	site := newsSite(t, map[string]string{
		"/article": `<script src="march/dateline-embed.js"></script><dateline-story id=story src="fake"></dateline-story><iframe id=other src="fake"></iframe>`,
		"/fake":    `<script>parent.postMessage({ dateline: 1, type: "ready" }, "*"); addEventListener("message", e => e.data.n && parent.postMessage({ dateline: 1, type: "answer", n: e.data.n }, "*"))</script>`,
	}, nil)
	b := open(t, site+"/article", desktop, noShare)
	b.js(`await story.ready`)
	height := `story.shadowRoot.querySelector("iframe").offsetHeight`
	tell := func(frame, value string) float64 {
		b.js(`(` + frame + `).contentWindow.eval(` + "`" + `parent.postMessage({ dateline: 1, type: "height", height: ` + value + ` }, "*")` + "`" + `);
			await new Promise(done => setTimeout(done, 60))`)
		return b.number(height)
	}
	own := `story.shadowRoot.querySelector("iframe")`
	if h := tell(own, "800"); h != 800 {
		t.Fatalf("told 800, the frame is %v px high", h)
	}
	for _, value := range []string{"-5", "0", `"tall"`, "NaN", "{}", "null"} {
		if h := tell(own, value); h != 800 {
			t.Errorf("told %s, the frame is %v px high", value, h)
		}
	}
	if h := tell(own, "1e9"); h != 20000 {
		t.Errorf("told a billion, the frame is %v px high", h)
	}
	if h := tell("other", "700"); h != 20000 {
		t.Errorf("another frame set the height to %v", h)
	}
	b.js(`postMessage({ dateline: 1, type: "height", height: 900 }, "*"); await new Promise(done => setTimeout(done, 60))`)
	if h := b.number(height); h != 20000 {
		t.Errorf("the page itself set the height to %v", h)
	}
	// A frame that has gone to another site speaks for itself.
	b.allowed = append(b.allowed, "request to another origin")
	other := newsSite(t, map[string]string{"/else": `<script>setInterval(() => parent.postMessage({ dateline: 1, type: "height", height: 600 }, "*"), 20)</script>`}, nil)
	b.js(own + `.src = "` + other + `/else"; await new Promise(done => setTimeout(done, 800))`)
	if h := b.number(height); h != 20000 {
		t.Errorf("a page of another site in the frame set the height to %v", h)
	}
}

// A host that never listens holds the frame at a height of its own: headline,
// map, timeline and controls are seen together, the rest can be scrolled to,
// and the map is no trap for the wheel.
func TestShortFrames(t *testing.T) {
	for _, width := range []string{"320", "360", "720", "1000", "1120"} {
		for _, height := range []string{"650", "575", "400"} {
			t.Run(width+"×"+height, func(t *testing.T) {
				site := newsSite(t, map[string]string{"/article": `<iframe id=frame src="march/index.html" width=` + width + ` height=` + height + ` style="border:0" title=Story></iframe>`}, nil)
				b := open(t, site+"/article", screen{width: 1200, height: 800, ratio: 1})
				b.until(`frame.contentDocument && frame.contentDocument.querySelector("html.js")`)
				b.rest()
				box := func(selector string) (top, bottom float64) {
					got := value[[]float64](b, `(r => [r.top, r.bottom])(frame.contentDocument.querySelector("`+selector+`").getBoundingClientRect())`)
					return got[0], got[1]
				}
				var h float64 = map[string]float64{"650": 650, "575": 575, "400": 400}[height]
				for _, selector := range []string{"h1", "#box", "#slider", "#play", "#now"} {
					if top, bottom := box(selector); top < 0 || bottom > h || bottom-top < 16 {
						t.Errorf("%s is seen from %.0f to %.0f of %s px", selector, top, bottom, height)
					}
				}
				if top, bottom := box("#box"); bottom-top < 220 {
					t.Errorf("map and timeline have %.0f px", bottom-top)
				}
				if w := b.number(`frame.contentDocument.documentElement.scrollWidth - frame.clientWidth`); w > 0 {
					t.Errorf("it is %v px too wide", w)
				}
				for _, selector := range []string{".standfirst", "#events li:last-child", ".sources"} {
					if top, bottom := box(selector); bottom-top < 10 || bottom > b.number(`frame.contentDocument.documentElement.scrollHeight`) {
						t.Errorf("%s cannot be reached: %.0f to %.0f", selector, top, bottom)
					}
				}
			})
		}
	}
}

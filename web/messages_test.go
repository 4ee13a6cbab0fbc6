package web_test

import (
	"fmt"
	"math/rand"
	"os"
	"testing"
)

// oddScript makes values and messages that nobody means, from a seed.
func oddScript(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("testdata/odd.js")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Thousands of messages of wrong types, sizes and shapes, to the page and to its
// stage from the host: nothing moves, nothing is said in the console, and all of
// it can be used as before.
func TestHostileMessages(t *testing.T) {
	seed := rand.Int31()
	t.Logf("seed %d", seed)
	odd := oddScript(t)
	site := newsSite(t, map[string]string{"/article": listening + `<script>` + odd + `</script><iframe id=frame src="march/index.html" width=900 height=700 title=Story></iframe>`}, nil)
	b := open(t, site+"/article", desktop)
	b.until(`heard("ready").length`)
	b.js(`await ask(frame, "seek", { what: "eu-support" })`)
	b.until(`(window.rung === "engine") || (ask(frame, "seek", { what: "eu-support" }).then(s => window.rung = s.rung), false)`)
	const inside = `frame.contentDocument`
	state := `JSON.stringify([` + inside + `.querySelector("#slider").value, ` + inside + `.querySelector("li.current").id, ` + inside + `.querySelector("#fault").hidden,
		` + inside + `.querySelector("#box").className, ` + inside + `.documentElement.style.cssText, ` + inside + `.documentElement.dataset.theme || "auto",
		` + inside + `.querySelectorAll("script, img, style").length, frame.contentWindow.hacked === undefined, ({}).polluted === undefined, frame.contentWindow.Object.prototype.polluted === undefined])`
	b.js(`await ask(frame, "theme", { value: "auto" })`)
	before := b.text(state)
	b.js(fmt.Sprintf(`await (async () => {
		const random = seeded(%d), stage = frame.contentDocument.querySelector("iframe").contentWindow;
		let sent = 0;
		const post = to => {
			const [message, over] = hostile(random);
			sent++;
			to.postMessage(message, { targetOrigin: "*", transfer: over });
		};
		for (let i = 0; i < 3000; i++) {
			post(frame.contentWindow);
			if (i %% 3 === 0) post(stage);
			if (i %% 200 === 199) await ask(frame, "pause");
		}
		await ask(frame, "style", {});
		await ask(frame, "theme", { value: "auto" });
		await new Promise(done => setTimeout(done, 300));
		window.sent = sent;
	})()`, seed))
	b.rest()
	if n := b.number(`window.sent`); n < 4000 {
		t.Errorf("only %v messages were sent", n)
	} else {
		t.Logf("%v messages", n)
	}
	if after := b.text(state); after != before {
		t.Errorf("the page was\n%s\nand is\n%s", before, after)
	}
	// Still usable: by its host, by hand, and drawn by the engine.
	b.js(`window.answer = await ask(frame, "seek", { what: "uk-loan" })`)
	if got := b.text(`answer.rung + " " + ` + inside + `.querySelector("li.current").id`); got != "engine uk-loan" {
		t.Errorf("after all that it stands at %s", got)
	}
	b.js(inside + `.querySelector("#next").click(); await new Promise(done => setTimeout(done, 1500))`)
	if got := b.text(inside + `.querySelector("li.current").id`); got == "uk-loan" {
		t.Error("the button for the next event does nothing")
	}
}

// What the stage says that is no word of its own changes nothing on the page,
// nor does what the page's own window posts to the stage.
func TestHostileStage(t *testing.T) {
	seed := rand.Int31()
	t.Logf("seed %d", seed)
	b := open(t, "about:blank", desktop)
	b.before(`
		window.ports = [];
		const Real = MessageChannel;
		window.MessageChannel = function () { const c = new Real(); ports.push(c.port1); return c; };` + oddScript(t))
	b.visit(served + "index.html#eu-support")
	b.live()
	b.rest()
	n := b.number(fmt.Sprintf(`(() => {
		const random = seeded(%d), port = ports.findLast(p => p.onmessage && !/act/.test(p.onmessage.name));
		const types = ["drawn", "kept", "progress", "constructor", "__proto__", "", null];
		for (let i = 0; i < 2000; i++) {
			const data = random() < 0.3 ? odd(random) : { type: random() < 0.8 ? oneOf(random, types) : odd(random), seq: odd(random), targets: odd(random), done: odd(random), total: odd(random), why: odd(random) };
			port.dispatchEvent(new MessageEvent("message", { data }));
		}
		const stage = document.querySelector("iframe").contentWindow;
		for (let i = 0; i < 1000; i++) {
			const [message, over] = hostile(random);
			stage.postMessage(message, { targetOrigin: "*", transfer: over });
		}
		return 3000;
	})()`, seed))
	t.Logf("%v messages", n)
	if !b.holds(`document.querySelector("li.current").id === "eu-support" && document.querySelector("#fault").hidden && ({}).polluted === undefined`) {
		t.Error("the page has moved or says that it failed")
	}
	b.js(`document.querySelector("#next").click()`)
	b.rest()
	b.until(`document.querySelector("li.current").id !== "eu-support"`)
	b.live()
}

// A page in the element's frame that says odd things troubles its host in
// nothing.
func TestHostileFrame(t *testing.T) {
	seed := rand.Int31()
	t.Logf("seed %d", seed)
	site := newsSite(t, map[string]string{
		"/liar/index.html": `<script>` + oddScript(t) + `
			const random = seeded(` + fmt.Sprint(seed) + `), say = m => parent.postMessage(m, "*");
			say({ dateline: 1, type: "ready" });
			addEventListener("message", e => say({ dateline: 1, type: "answer", n: e.data.n, answer: odd(random) }));
			for (let i = 0; i < 1500; i++) {
				say(random() < 0.3 ? odd(random) : { dateline: 1, type: oneOf(random, ["height", "timechange", "play", "pause", "fault", "answer", "x", odd(random)]),
					time: random() < 0.5 ? odd(random) : { index: odd(random), progress: odd(random), date: odd(random) }, height: odd(random), reason: odd(random), rung: odd(random), n: odd(random), error: odd(random) });
			}
			say({ dateline: 1, type: "height", height: 1e12 });
			say({ dateline: 1, type: "done" });
		</script>`,
		"/article": `<script>addEventListener("message", e => { if (e.data && e.data.type === "done") window.over = true })</script>
			<script src="march/dateline-embed.js" defer></script><dateline-story id=story src="/liar/index.html"><p>Fallback</p></dateline-story><p id=under>Under it</p>`,
	}, nil)
	b := open(t, site+"/article", desktop, noShare)
	b.until(`window.over`)
	b.rest()
	if h := b.number(`story.offsetHeight`); !(h > 0 && h <= 20000) {
		t.Errorf("the element is %v px high", h)
	}
	if !b.holds(`document.querySelector("#under").offsetHeight && ({}).polluted === undefined && window.hacked === undefined`) {
		t.Error("the article is damaged")
	}
	b.js(`story.src = "march/index.html"; await story.ready; await story.seek("eu-support")`)
	if got := b.text(`story.time`); got != "2025-03-02" {
		t.Errorf("with another page it stands at %s", got)
	}
}

package web_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"

	"dateline/render/golden"

	"dateline/web/drive"
)

// tree is the page as assistive technology has it, a node a line: role, name,
// value, description and state. Nodes that say nothing are left out, and a text
// that only repeats the name of its parent.
func (b *tab) tree() string {
	b.Helper()
	b.chromium("reads the accessibility tree, which Chromium's protocol alone gives")
	call(b, accessibility.Enable, cdp.Empty{})
	nodes := call(b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	var out strings.Builder
	var walk func(n *accessibility.Node, depth int, above string)
	walk = func(n *accessibility.Node, depth int, above string) {
		role, name := said(n.Role), said(n.Name)
		skip := n.Ignored || role == "InlineTextBox" || role == "none" || role == "generic" && name == "" ||
			role == "StaticText" && (above == name || strings.TrimSpace(name) == "") || role == "ListMarker" || role == "LineBreak"
		if !skip {
			fmt.Fprintf(&out, "%s%s", strings.Repeat("  ", depth), role)
			if name != "" {
				fmt.Fprintf(&out, " %q", name)
			}
			if v := said(n.Value); v != "" {
				fmt.Fprintf(&out, " value=%q", v)
			}
			if d := said(n.Description); d != "" {
				fmt.Fprintf(&out, " description=%q", d)
			}
			for _, p := range n.Properties {
				switch v := said(p.Value); {
				case p.Name == "level" && role == "heading", p.Name == "checked", p.Name == "expanded",
					p.Name == "disabled" && v == "true", p.Name == "live" && v != "off", p.Name == "keyshortcuts":
					fmt.Fprintf(&out, " %s=%s", p.Name, v)
				}
			}
			if role == "slider" { // the protocol repeats the value as its text
				fmt.Fprintf(&out, " valuetext=%q", b.text(`document.querySelector("#slider").getAttribute("aria-valuetext")`))
			}
			out.WriteByte('\n')
			depth++
			above = name
		}
		for _, id := range n.ChildIDs {
			if child := byID[id]; child != nil {
				walk(child, depth, above)
			}
		}
	}
	walk(nodes[0], 0, "")
	return out.String()
}

func said(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text any
	if json.Unmarshal([]byte(v.Value), &text) != nil || text == nil {
		return ""
	}
	return fmt.Sprint(text)
}

// What a listener meets at the opening, in the middle and at the end.
func TestAccessibilityTree(t *testing.T) {
	b := open(t, served, desktop)
	b.live()
	for _, stop := range []int{0, 6, 11} {
		if stop > 0 {
			b.js(`document.querySelector("#` + events[stop-1] + ` h3 a").click()`)
		}
		b.arrives(stop)
		golden.Text(t, fmt.Sprintf("testdata/tree-%02d.txt", stop), b.tree())
	}
}

// Every fact of the story reaches a listener: what the editorial reading lists,
// word by word, in the tree of a page where nothing has been pressed.
func TestFactsAreInTheTree(t *testing.T) {
	b := open(t, served, phone)
	b.until(`document.documentElement.classList.contains("js")`)
	tree := strings.ReplaceAll(b.tree(), `\u00a0`, " ")
	for _, fact := range []string{
		// the opening
		`"Three days in March" level=1`, "strained relationship between Ukraine and the US", "1–3 March 2025",
		// 1 to 11: dates, places, kinds, amounts, caveats
		"last week, day not stated", "Zelensky and Trump in heated debate at the White House",
		"After a private meeting with Zelensky", "loan of £2.26bn (about $2.8bn) to buy military equipment", "shown at London", "Place not stated",
		"pledge to increase their support", "Ukraine and the US will heal their rift",
		"Statement by Keir Starmer", "historic crossroads", "must carry a heavy share", "strong support from the US", "still wants a lasting peace",
		"£1.6bn (about $2bn) of UK export finance", "more than 5,000 advanced air-defence missiles", "plans to let Ukraine use",
		"About 2 March 2025", "day not stated", "Statement by Ursula von der Leyen", "economic and military aid", "The article gives neither a day nor an amount", "shown at Brussels",
		"Statement by Mark Rutte", "NATO Secretary General", "He does not say which",
		"coalition of the willing", "goodwill alliance", "worked with Zelensky and French President Emmanuel Macron on a plan to end the conflict", "discussed with the US next",
		"Proposal by Emmanuel Macron to Le Figaro", "one-month limited truce", "air, sea and energy infrastructure for a month", "ground troops, as the article reports it|as the article reports it, covers ground troops", "confirms it from no other capital", "shown at Paris",
		"Statement by Keir Starmer to CBS News", "intensive talks to secure security from the US", "European share in security", "US backing so that the deal is not broken",
		"3 March 2025", "Marco Rubio", "Pete Hegseth", "Suspending or cancelling US military aid", "does not say what was decided",
		// the analysis
		"Mujtaba Rahman", "Eurasia Group", "two goals", "worst case", "much more responsibility for Europe's defence",
		// the flows: from, to, what, amount, status, kind, start
		"Loan for military equipment", "£2.26bn (≈ $2.8bn)", "A loan, not a gift", `"Provided"`, "£1.6bn (≈ $2bn)", "Announced (plans)", `"Pledged"`, "Amount not stated",
		"Existing (implied", "Under review from 3 March 2025", "no decision is reported", "neither how much aid there is nor when it began",
		"Paris and Kyiv", "No amount: talks", "Reported (by Keir Starmer)", "Towards Washington, still to come", `"Intended"`, `"Not stated"`,
		// the notes and sources
		"The year 2025", "as before 1 March", "Paris, Kyiv and Brussels are our choice", "not where a person was|not for where a person was", "are not added up", "never added up",
		"publisher, title and link not supplied", "¶1", "¶2", "¶3", "¶4", "¶5", "¶6", "¶7", "¶8",
	} {
		found := false
		for _, way := range strings.Split(fact, "|") {
			found = found || strings.Contains(tree, way)
		}
		if !found {
			t.Errorf("a listener does not learn %q", fact)
		}
	}
	// The note on boundaries is one press away.
	b.js(`document.querySelector(".boundaries summary").click()`)
	for _, fact := range []string{"68/262", "Crimea and Sevastopol included", "No line on the map implies an endorsement", "front line or occupied areas"} {
		if !strings.Contains(b.tree(), fact) {
			t.Errorf("the boundary note does not say %q", fact)
		}
	}
}

// heard keeps all that the live region says.
func (b *tab) listen() {
	b.Helper()
	b.js(`window.heard = []; new MutationObserver(() => { const text = document.querySelector("#live").textContent; if (text) window.heard.push(text); })
		.observe(document.querySelector("#live"), { childList: true, characterData: true, subtree: true })`)
}

// announced checks that each of the eleven events was said once, in order, and
// nothing else; and the one flow that changes its status with its event.
func (b *tab) announced() {
	b.Helper()
	heard := value[[]string](b, `window.heard`)
	if len(heard) != len(events) {
		b.Fatalf("%d announcements: %q", len(heard), heard)
	}
	for i, id := range events {
		if head := b.text(`document.querySelector("#` + id + ` h3").textContent`); !strings.Contains(heard[i], head) || !strings.Contains(heard[i], "March") {
			b.Errorf("announcement %d is %q; event %s is %q", i+1, heard[i], id, head)
		}
	}
	if all := strings.Join(heard, "\n"); strings.Count(all, "US military aid: now under review") != 1 || strings.Count(all, "Loan for military equipment") > 1 {
		b.Errorf("flows are not said once each:\n%s", all)
	}
}

func TestKeyboardAlone(t *testing.T) {
	b := open(t, served, desktop)
	b.live()
	b.listen()
	reached := false
	for range 30 { // Tab leads to the slider
		b.key("Tab")
		if reached = b.text(`document.activeElement.id`) == "slider"; reached {
			break
		}
	}
	if !reached {
		t.Fatal("Tab does not lead to the slider")
	}
	for i, id := range events {
		b.key("ArrowRight")
		b.arrives(i + 1)
		if got := b.text(`document.querySelector("[aria-current=true].event").id`); got != id {
			t.Errorf("stop %d is %s", i+1, got)
		}
	}
	b.announced()
	// On to the list of events: each entry's link leads the map there.
	b.js(`window.heard = []; document.querySelector("#uk-loan h3 a").focus()`)
	b.key("Enter")
	b.arrives(2)
	if !b.holds(`document.activeElement.closest("#uk-loan")`) {
		t.Error("the focus does not stay on the entry")
	}
	// And the switch of motion, by Space.
	b.js(`document.querySelector("#motion").focus()`)
	b.key(" ")
	if b.text(`document.querySelector("#motion").getAttribute("aria-checked")`) != "false" {
		t.Error("Space does not switch the motion off")
	}
	b.key("+")
	if b.text(`String(document.querySelector("#follow").hidden)`) != "true" {
		t.Error("+ on a switch zooms the map")
	}
}

// A reader who cannot drag presses buttons only: with a finger, where they are.
func TestClicksAlone(t *testing.T) {
	b := open(t, served, phone)
	b.live()
	b.listen()
	for i := range events {
		b.click("#next")
		b.arrives(i + 1)
	}
	b.announced()
	// A press on the track goes there; on the button it goes back.
	b.js(`document.querySelector("#slider").scrollIntoView({ block: "center" })`)
	at := value[[]float64](b, `(r => [r.left + r.width * 0.46, r.top + r.height / 2])(document.querySelector("#slider").getBoundingClientRect())`)
	b.mouse(drive.Push, at[0], at[1])
	b.mouse(drive.Release, at[0], at[1])
	b.rest()
	if v := b.number(sliderValue); v < 4 || v > 6 {
		t.Errorf("a press on the middle of the track leads to %v", v)
	}
	b.click("#previous")
	b.rest()
	for _, id := range []string{"#zoom-in", "#zoom-in", "#zoom-out", "#follow"} {
		b.click(id)
	}
	b.rest()
}

func TestReducedMotionIsAMode(t *testing.T) {
	for _, way := range []string{"system", "switch"} {
		s := desktop
		s.still = way == "system"
		b := open(t, served, s)
		b.live()
		if way == "switch" {
			b.js(`document.querySelector("#motion").click()`)
		}
		if b.text(`document.querySelector("#motion").getAttribute("aria-checked")`) != "false" {
			t.Errorf("%s: the switch says that there is motion", way)
		}
		// Playing goes from event to event, and is nowhere between.
		b.js(`window.stood = new Set(); const s = document.querySelector("#slider");
			(function look() { window.stood.add(Number(s.value)); requestAnimationFrame(look); })();
			document.querySelector("#speed").click(); document.querySelector("#play").click()`)
		b.until(sliderValue + ` >= 2`)
		b.js(`document.querySelector("#play").click()`)
		if between := b.text(`[...window.stood].filter(v => v % 1)`); between != "" {
			t.Errorf("%s: while it plays the story stands at %s", way, between)
		}
		// So does the slider under a pointer.
		b.js(`const s = document.querySelector("#slider"); s.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true})); s.value = 5.4; s.dispatchEvent(new Event("input", {bubbles: true}))`)
		if got := b.text(`document.querySelector("[aria-current=true].event").id`); got != events[4] {
			t.Errorf("%s: the slider at 5.4 shows %s", way, got)
		}
		b.js(`dispatchEvent(new PointerEvent("pointerup")); document.querySelector("#slider").dispatchEvent(new Event("change", {bubbles: true}))`)
		if v := b.number(sliderValue); v != 5 {
			t.Errorf("%s: let go at 5.4, the slider rests at %v", way, v)
		}
		if n := b.number(`document.getAnimations().length`); n > 0 {
			t.Errorf("%s: %v animations run", way, n)
		}
	}
}

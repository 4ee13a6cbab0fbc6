package drive

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// answering makes of an expression one that gives a string: the JSON of a list
// with its value, awaited, or with what it throws as the second.
func answering(js string) string {
	return "(async () => (" + strings.TrimRight(js, "; \n\t") + "\n))().then(v => JSON.stringify([v ?? null]), e => JSON.stringify([null, String(e)]))"
}

// answer reads what such an expression gives.
func answer(said string) ([]byte, error) {
	var parts []json.RawMessage
	if err := json.Unmarshal([]byte(said), &parts); err != nil {
		return nil, err
	}
	if len(parts) > 1 {
		return nil, errors.New(string(parts[1]))
	}
	return parts[0], nil
}

// synthesised is a drag by events that a script makes, for browsers whose driver
// has no such pointer: those of pointers, and of touch those of fingers too.
// They reach the page alone: they neither scroll nor zoom.
func synthesised(with Pointer, ways [][4]float64) string {
	data, _ := json.Marshal(ways)
	return fmt.Sprintf(`(async (kind, ways) => {
		const targets = ways.map(([x, y]) => document.elementFromPoint(x, y));
		const at = share => ways.map(([x, y, toX, toY], i) => ({ identifier: i, target: targets[i], clientX: x + share * (toX - x), clientY: y + share * (toY - y) }));
		const pointers = (type, share) => at(share).forEach((p, i) => targets[i].dispatchEvent(new PointerEvent(type, { pointerId: 40 + i, pointerType: kind, isPrimary: !i,
			clientX: p.clientX, clientY: p.clientY, buttons: type === "pointerup" ? 0 : 1, bubbles: true, cancelable: true, composed: true })));
		const fingers = (type, share) => {
			if (kind !== "touch") return;
			const event = new Event(type, { bubbles: true, cancelable: true, composed: true });
			for (const list of ["touches", "targetTouches", "changedTouches"]) {
				Object.defineProperty(event, list, { value: type === "touchend" && list !== "changedTouches" ? [] : at(share) });
			}
			targets[0].dispatchEvent(event);
		};
		pointers("pointerdown", 0); fingers("touchstart", 0);
		for (let step = 1; step <= %[3]d; step++) {
			pointers("pointermove", step / %[3]d); fingers("touchmove", step / %[3]d);
			await new Promise(done => setTimeout(done, %[4]d));
		}
		pointers("pointerup", 1); fingers("touchend", 1);
	})(%[1]q, %[2]s)`, with, data, dragSteps, dragStep.Milliseconds())
}

// overhearing tells the proxy what WebKit would write to the console: its
// driver tells of none.
const overhearing = `{
	const tell = what => navigator.sendBeacon("` + beforePath + `", what);
	for (const level of ["error", "warn"]) {
		const real = console[level];
		console[level] = function (...words) { tell("console " + level + ": " + words.map(String).join(" ")); return real.apply(this, words); };
	}
	addEventListener("error", e => { if (e.message) tell("exception: " + [e.message, e.filename, e.lineno, e.colno].join(" ")); });
	addEventListener("unhandledrejection", e => tell("exception: " + e.reason + " " + (e.reason && e.reason.stack)));
	addEventListener("securitypolicyviolation", e => tell("Content Security Policy: " + e.violatedDirective + " " + e.blockedURI));
}
`

// heardAll waits until what was told so far has come.
const heardAll = `fetch("` + beforePath + `", { cache: "no-store" }).then(() => 0)`

package web_test

import (
	"strings"
	"testing"
)

// phases are what the page, the stage and the engine mark of the start, in the
// order in which they come to pass.
var phases = []string{"engine-asked", "stage", "engine-bytes", "compiled", "assets", "running", "prepared", "ready", "first-frame"}

// stagePhases are the times of these marks, in milliseconds since the page was
// asked for.
func stagePhases(b *tab) []float64 {
	b.Helper()
	return value[[]float64](b, `["`+strings.Join(phases, `", "`)+`"].map(name => {
		const marks = [window, document.querySelector("#frame iframe").contentWindow].flatMap(there => there.performance.getEntriesByName("dateline:" + name, "mark")
			.map(mark => there.performance.timeOrigin - performance.timeOrigin + mark.startTime));
		return marks.length === 1 ? marks[0] : -marks.length;
	})`)
}

// A newsroom's tools see the phases of the start, each once and in order.
func TestPhases(t *testing.T) {
	b := open(t, served, desktop)
	b.until(`document.querySelector("#box.live")`)
	last := 0.0
	for i, at := range stagePhases(b) {
		if phases[i] == "stage" { // it may be there before or after what the page asks for
			continue
		}
		if at <= 0 {
			t.Fatalf("%.0f marks of %s, want 1", -at, phases[i])
		}
		if at < last {
			t.Errorf("%s at %.0f ms comes before %s at %.0f", phases[i], at, phases[i-1], last)
		}
		last = at
	}
}

// The stage makes the one canvas and the one context that the engine then
// draws with, as the engine wants it, and in the size that it stays in.
func TestOneContext(t *testing.T) {
	b := open(t, "about:blank", screen{width: 801, height: 700, ratio: 1.5})
	b.before(`
		const real = HTMLCanvasElement.prototype.getContext, size = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
		top.asked = top.asked || [], top.widths = top.widths || [];
		HTMLCanvasElement.prototype.getContext = function (kind, attributes) {
			if (kind === "webgl2") top.asked.push([this, JSON.stringify(attributes)]);
			return real.apply(this, arguments);
		};
		Object.defineProperty(HTMLCanvasElement.prototype, "width", { ...size, set(v) { top.widths.push(v); size.set.call(this, v); } });`)
	b.visit(served)
	b.until(`document.querySelector("#box.live")`)
	const canvas = `document.querySelector("#frame iframe").contentDocument.querySelector("canvas")`
	if got := value[int](b, `asked.filter(([c]) => c === `+canvas+`).length`); got != 2 {
		t.Errorf("the engine's canvas is asked for its context %d times, want 2: by the stage and by the engine", got)
	}
	if got := value[[]string](b, `[...new Set(asked.map(([_, attributes]) => attributes))]`); len(got) != 1 || value[int](b, `asked.length`) != 2 {
		t.Errorf("the contexts asked for: %q in %d calls", got, value[int](b, `asked.length`))
	}
	if got := value[[]int](b, `[...new Set(widths)]`); len(got) != 1 || got[0] != value[int](b, canvas+`.width`) {
		t.Errorf("the canvas was made %v wide, want the width it has: %d", got, value[int](b, canvas+`.width`))
	}
}

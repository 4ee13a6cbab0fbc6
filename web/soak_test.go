//go:build soak

package web_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// How long the soak is: so many seeks, and so many seconds of playing, over and
// over, of which every quarter of a second is drawn.
const (
	soakSeeks   = 10_000
	soakSeconds = 3_600
	soakSteps   = 4 // to a second
	soakGrowth  = 1 // MiB between the first tenth and the last
)

// TestSoak holds the engine's memory flat over ten thousand seeks and an hour of
// playing in loops, as fast as it draws.
//
//	make soak
func TestSoak(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	patient := sharp
	patient.patience = 2 * time.Hour
	b := open(t, served+"?stats", patient)
	b.js(asksMemory)
	b.live()
	flat := func(what string, memory []float64) {
		t.Logf("%s: %.1f MiB after a tenth, %.1f at the end", what, memory[0], memory[len(memory)-1])
		for _, m := range memory {
			if m > memoryMost {
				t.Errorf("%s: the engine takes %.1f MiB, and may take %d", what, m, memoryMost)
			}
		}
		if grown := memory[len(memory)-1] - memory[0]; grown > soakGrowth {
			t.Errorf("%s: its memory has grown by %.1f MiB: %.1f", what, grown, memory)
		}
	}
	var memory []float64
	const some = 20 // in one call
	for range soakSeeks / some {
		memory = append(memory, b.seeks(random, some))
	}
	flat("seeks", tenths(memory))
	// An hour of the story's own pace, from its start to its end and again.
	b.js(`const pace = JSON.parse(document.querySelector("#script").textContent).pace;
		window.paced = t => { // the place after t seconds, piecewise linear
			const i = pace.findIndex(([at]) => at > t);
			if (i < 0) return pace.at(-1)[1];
			const [[t0, p0], [t1, p1]] = [pace[Math.max(i - 1, 0)], pace[i]];
			return t1 === t0 ? p0 : p0 + (p1 - p0) * (t - t0) / (t1 - t0);
		};
		window.whole = pace.at(-1)[0];`)
	memory = nil
	const part = 5 // seconds in one call
	for from := 0; from < soakSeconds; from += part {
		memory = append(memory, value[float64](b, fmt.Sprintf(`seekTo(Array.from({ length: %d }, (_, i) => paced((%d + i / %d) %% whole)))`, part*soakSteps, from, soakSteps)))
	}
	flat("playing", tenths(memory))
}

// tenths are the most of each tenth of some figures.
func tenths(all []float64) []float64 {
	out := make([]float64, 10)
	for i, v := range all {
		out[i*10/len(all)] = max(out[i*10/len(all)], v)
	}
	return out
}

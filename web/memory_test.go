package web_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// memoryMost is what the engine may take at most for the flagship story in a
// window of 1440 × 900 at ratio 2, in MiB.
const memoryMost = 64

var sharp = screen{width: 1440, height: 900, ratio: 2}

// asksMemory lets a page that shows what drawing takes seek and say what the
// engine's memory is, in MiB, once each place has been drawn.
const asksMemory = `
	window.drawn = 0;
	window.memory = 0;
	addEventListener("dateline:drawn", ({ detail }) => { drawn++; memory = detail.memory / (1 << 20); });
	window.seekTo = async (places) => {
		const slider = document.querySelector("#slider");
		slider.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
		for (const place of places) {
			if (+slider.value === place) continue; // where it stands nothing is drawn anew
			const before = drawn;
			slider.value = place;
			slider.dispatchEvent(new Event("input", { bubbles: true }));
			while (drawn === before) await new Promise(done => setTimeout(done, 1));
		}
		dispatchEvent(new PointerEvent("pointerup"));
		return memory;
	};`

// seeks goes to as many places at random and returns the engine's memory.
func (b *tab) seeks(random *rand.Rand, n int) float64 {
	b.Helper()
	last, places := b.number(`document.querySelector("#slider").max`), "["
	for range n {
		places += fmt.Sprintf("%.4f,", random.Float64()*last)
	}
	return value[float64](b, "seekTo("+places+"])")
}

// The engine's memory keeps to its bound, wherever the reader seeks.
func TestMemory(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	b := open(t, served+"?stats", sharp)
	b.js(asksMemory)
	b.live()
	first := b.seeks(random, 12)
	t.Logf("%.1f MiB", first)
	if first > memoryMost {
		t.Errorf("the engine takes %.1f MiB, and may take %d", first, memoryMost)
	}
	for range 2 {
		if now := b.seeks(random, 6); now > memoryMost {
			t.Errorf("its memory has grown to %.1f MiB", now)
		}
	}
}

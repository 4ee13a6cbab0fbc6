package main

import (
	"runtime"
	"runtime/debug"
)

// modest is how much memory the engine of a story that needs little may take
// before it collects what is not needed, in bytes.
const modest = 24 << 20

// small is how long the compiled story is, in bytes, of which it is known before
// anything is drawn that it needs little.
const small = 64 << 10

// boundStart keeps what a small story throws away before its first picture from
// being taken for good. Up to that bound nothing is collected: the first picture
// would wait for it.
func boundStart(story int) {
	if story <= small {
		debug.SetMemoryLimit(modest)
		debug.SetGCPercent(-1)
	}
}

// boundMemory is called when the first picture is drawn, and so all that a story
// needs is there. WebAssembly's memory never shrinks: what is not collected in
// time is taken for good. A story that needs much may take four times what was
// last found to be needed, twice what Go lets it without a bound, so that
// collecting costs no more.
func boundMemory() {
	var now runtime.MemStats
	debug.SetGCPercent(100)
	runtime.ReadMemStats(&now)
	debug.SetMemoryLimit(max(modest, 2*int64(now.NextGC)))
}

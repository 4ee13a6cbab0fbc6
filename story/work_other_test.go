//go:build !unix

package story

import "time"

// work is time on a clock, counted from the start of the program.
func work() time.Duration { return time.Since(started) }

var started = time.Now()

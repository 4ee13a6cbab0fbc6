//go:build unix

package story

import (
	"syscall"
	"time"
)

// work is how long this program has kept processors busy: unlike time on a
// clock, the same on a machine that has more to do.
func work() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		panic("story: no rusage")
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

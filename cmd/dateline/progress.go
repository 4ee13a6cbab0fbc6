package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// progress is a bar on a terminal; anywhere else it is silent.
type progress struct {
	to    io.Writer // nil: silent
	what  string
	total int
	shown time.Time
}

func newProgress(trouble io.Writer, what string, total int) *progress {
	p := &progress{what: what, total: max(total, 1), shown: time.Now()}
	if f, ok := trouble.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.to = f
		}
	}
	return p
}

const barWidth = 30

// done shows how much is done, a few times a second.
func (p *progress) done(n int) {
	if p.to == nil || time.Since(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = time.Now()
	full := min(n*barWidth/p.total, barWidth)
	fmt.Fprintf(p.to, "\r%s [%s%s] %3d %%", p.what, strings.Repeat("=", full), strings.Repeat(" ", barWidth-full), min(n*100/p.total, 100))
}

// end takes the bar away.
func (p *progress) end() {
	if p.to != nil {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

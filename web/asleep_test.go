package web_test

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"

	"dateline/render/golden"
)

// The picture stays while the stage sleeps, while the tab is frozen, and when
// the reader scrolls away and comes back.
func TestPictureStaysWhileAsleep(t *testing.T) {
	b := open(t, served+"#starmer-cbs", desktop)
	b.live()
	before := b.shot()
	same := func(after string) {
		t.Helper()
		golden.Compare(t, "asleep", before, b.shot(), golden.Tolerance{Mean: 0.1, Off: 24, Share: 0.001})
		if t.Failed() {
			t.Fatalf("after %s", after)
		}
	}
	time.Sleep(3 * time.Second)
	same("three seconds of sleep")
	b.js(`scrollTo(0, 5000); await new Promise(done => setTimeout(done, 1500)); scrollTo(0, 0); await new Promise(done => setTimeout(done, 300))`)
	same("scrolling away and back")
	for _, state := range []page.SetWebLifecycleStateState{page.SetWebLifecycleStateStateFrozen, page.SetWebLifecycleStateStateActive} {
		call(b, page.SetWebLifecycleState, page.SetWebLifecycleStateParams{State: state})
		time.Sleep(time.Second)
	}
	same("being frozen")
}

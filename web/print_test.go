package web_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/page"
)

// On paper stand the picture of the whole story, every event, every flow with
// all its statuses, the boundary note and the sources, wherever the reader was;
// what is to be pressed does not.
func TestPrint(t *testing.T) {
	for _, stop := range []int{0, 3} {
		b := open(t, served, desktop)
		b.live()
		if stop > 0 {
			b.js(`document.querySelector("#` + events[stop-1] + ` h3 a").click()`)
			b.arrives(stop)
		}
		b.emulate("media", "print")
		seen := func(selector string) bool {
			return b.holds(fmt.Sprintf(`(el => el && el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
				&& (r => r.width > 20 && r.height > 8)(el.getBoundingClientRect()))(document.querySelector(%q))`, selector))
		}
		for _, selector := range []string{"h1", ".standfirst", ".picture .map.wide.c0", ".picture .strip.wide", ".boundaries p", ".analysis p", ".notes p", ".sources li"} {
			if !seen(selector) {
				t.Errorf("at stop %d, %s is not on paper", stop, selector)
			}
		}
		for _, id := range events {
			if !seen("#"+id+" .summary") || !seen("#"+id+" .cites") {
				t.Errorf("at stop %d, event %s is not on paper", stop, id)
			}
		}
		for _, id := range flows {
			for _, part := range []string{".from", ".to", ".what", ".amount", ".status li", ".start", ".source", ".doubt"} {
				if !seen("#flow-" + id + " " + part) {
					t.Errorf("at stop %d, the %s of %s is not on paper", stop, part, id)
				}
			}
		}
		for _, selector := range []string{"#controls", "#slider", "#zoom", "#frame", "#card", "#share", "#motion"} {
			if seen(selector) {
				t.Errorf("at stop %d, %s is on paper", stop, selector)
			}
		}
	}
}

// It takes no more paper than it needs.
func TestPaper(t *testing.T) {
	b := open(t, served, desktop)
	b.live()
	paper := call(b, page.PrintToPDF, page.PrintToPDFParams{})
	if n := bytes.Count(paper.Data, []byte("/Type /Page\n")); n < 2 || n > 8 {
		t.Errorf("the story takes %d pages", n)
	}
}

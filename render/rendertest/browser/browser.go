// Package browser opens pages in Chromium for the tests of what only a browser
// can draw. WebGL is drawn in software, so no GPU is needed.
package browser

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"dateline/web/drive"
)

// A Page is an open page.
type Page struct {
	Failed <-chan string // what goes wrong in it

	t   testing.TB
	ctx context.Context
}

// Open opens a URL in a window of that many CSS pixels. The browser ends with
// the test.
func Open(t testing.TB, url string, width, height int, ratio float64) *Page {
	t.Helper()
	failed := make(chan string, 16)
	opts, err := drive.ChromiumOptions(chromedp.Flag("force-color-profile", "srgb"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	err = chromedp.Listen(ctx, func(event any) {
		if text := trouble(event); text != "" {
			select {
			case failed <- text:
			default:
			}
		}
	})
	if err == nil {
		_, err = chromedp.Run(ctx, chromedp.EmulateViewport(int64(width), int64(height), chromedp.EmulateScale(ratio)))
	}
	if err == nil {
		_, err = chromedp.Run(ctx, chromedp.Navigate(url))
	}
	if err != nil {
		t.Fatalf("opening %s: %v", url, err)
	}
	return &Page{Failed: failed, t: t, ctx: ctx}
}

// trouble is what an event says went wrong, or nothing.
func trouble(event any) string {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		return fmt.Sprint(e.ExceptionDetails.Text, " ", e.ExceptionDetails.Exception)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && !strings.HasSuffix(e.Entry.URL, "favicon.ico") {
			return fmt.Sprint(e.Entry.Text, " ", e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		for _, a := range e.Args {
			// A Go program's last words.
			if s := string(a.Value); strings.Contains(s, "panic:") || strings.Contains(s, "fatal error:") || strings.Contains(s, "exit code") {
				return s
			}
		}
	}
	return ""
}

// Picture is what the window shows.
func (p *Page) Picture() image.Image {
	p.t.Helper()
	data, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		p.t.Fatal(err)
	}
	return m
}

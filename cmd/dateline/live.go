package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"dateline/story"
)

// liveScript is the script that a preview adds to its pages. Built pages have none.
//
//go:embed live/live.js
var liveScript []byte

// livePages serve a story as it now is. While the story has problems, or is
// gone, the last good page stays, and says so.
type livePages struct {
	path    string // of the story
	opt     options
	trouble io.Writer

	mu      sync.Mutex
	pages   http.Handler
	news    news
	changed chan struct{} // closed when news change
}

// news are what pages are told: another version is another page to load.
type news struct {
	Version int64  `json:"version"`
	Text    string `json:"text"` // problems, a line each
	Errors  bool   `json:"errors"`
}

// noPage is shown before there has been a good one.
var noPage = site{"index.html": []byte(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The story has problems</title></head><body></body></html>`)}

// newLive makes the story's pages for the first time. A story with problems
// is one that will be mended; what cannot be read at all is an error.
func newLive(path string, opt options, trouble io.Writer) (*livePages, error) {
	p := &livePages{path: path, opt: opt, trouble: trouble, changed: make(chan struct{})}
	p.pages = noPage.live()
	if err := p.make(); err != nil && !errors.Is(err, errProblems) {
		return nil, err
	}
	return p, nil
}

// live is a site with the script of the preview in its pages.
func (s site) live() http.Handler {
	with := site{"~dateline/live.js": liveScript}
	for name, data := range s {
		if strings.HasSuffix(name, "index.html") {
			data = bytes.Replace(data, []byte("</head>"), []byte(`<script src="/~dateline/live.js"></script></head>`), 1)
		}
		with[name] = data
	}
	return with.handler()
}

// make makes the pages anew and tells the news.
func (p *livePages) make() error {
	var said bytes.Buffer
	s, err := makeSite(p.path, p.opt, io.MultiWriter(&said, p.trouble))
	switch {
	case err == nil:
		p.tell(s.live(), said.String(), false)
	case errors.Is(err, errProblems):
		p.tell(nil, said.String(), true)
	default:
		p.tell(nil, err.Error(), true)
	}
	return err
}

// tell tells news, and serves other pages if there are any.
func (p *livePages) tell(pages http.Handler, text string, errors bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if pages != nil {
		p.pages = pages
		// A page that was loaded from an earlier run of serve is another one.
		p.news.Version = max(p.news.Version+1, time.Now().UnixNano()/1e6)
	}
	p.news.Text, p.news.Errors = strings.TrimSpace(text), errors
	close(p.changed)
	p.changed = make(chan struct{})
}

func (p *livePages) now() (http.Handler, news, chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.pages, p.news, p.changed
}

func (p *livePages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	pages, _, _ := p.now()
	if r.URL.Path != "/~dateline/news" {
		pages.ServeHTTP(w, r)
		return
	}
	// Server-sent events, for as long as the page is open.
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	for {
		_, now, changed := p.now()
		data, _ := json.Marshal(now) // plain values
		fmt.Fprintf(w, "data: %s\n\n", data)
		http.NewResponseController(w).Flush()
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}

// lookEvery is how often the story is looked after.
const lookEvery = 200 * time.Millisecond

// watch makes the pages anew whenever the story has been saved: when its file
// is another than before, and has been at rest for a moment.
func (p *livePages) watch(stop <-chan struct{}) {
	made, _ := p.stamp()
	last := made
	for tick := time.NewTicker(lookEvery); ; {
		select {
		case <-stop:
			tick.Stop()
			return
		case <-tick.C:
		}
		now, err := p.stamp()
		if now != last || now == made {
			last = now
			continue
		}
		made = now
		if err != nil {
			fmt.Fprintf(p.trouble, "%v; the last good page stays\n", err)
			p.tell(nil, err.Error(), true)
			continue
		}
		if err := p.make(); err != nil && !errors.Is(err, errProblems) {
			fmt.Fprintf(p.trouble, "%v; the last good page stays\n", err)
		}
	}
}

// stamp tells versions of the story's file apart, and of the images beside it.
func (p *livePages) stamp() (string, error) {
	file, err := storyFile(p.path)
	if err != nil {
		return "gone", err
	}
	info, err := os.Stat(file)
	if err != nil {
		return "gone", err
	}
	stamp := fmt.Sprint(info.ModTime().UnixNano(), info.Size())
	entries, err := os.ReadDir(filepath.Dir(file))
	for _, e := range entries {
		if image, err := e.Info(); err == nil && story.IsImageName(e.Name()) {
			stamp += fmt.Sprint(" ", e.Name(), image.ModTime().UnixNano(), image.Size())
		}
	}
	return stamp, err
}

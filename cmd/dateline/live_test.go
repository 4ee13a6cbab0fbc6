package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// words is a writer that may be read while it is written.
type words struct {
	mu   sync.Mutex
	text strings.Builder
}

func (w *words) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.Write(b)
}

func (w *words) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}

// A preview tells its pages when the story has been saved, what is wrong with
// it and that it is gone; the last good page stays.
func TestPreview(t *testing.T) {
	file := written(t, "story.json", corrected)
	var said words
	p, err := newLive(file, options{}, &said)
	if err != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	defer close(stop)
	go p.watch(stop)
	server := httptest.NewServer(p)
	defer server.Close()
	page := func() string {
		t.Helper()
		answer, err := http.Get(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		text, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if text := page(); !strings.Contains(text, "Talks &amp; more") || !strings.Contains(text, `<script src="/~dateline/live.js"></script></head>`) {
		t.Error("the page is not the story's, or has no script of the preview")
	}
	answer, err := http.Get(server.URL + "/~dateline/news")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := make(chan string)
	go func() {
		for s := bufio.NewScanner(answer.Body); s.Scan(); {
			if text, ok := strings.CutPrefix(s.Text(), "data: "); ok {
				lines <- text
			}
		}
	}()
	heard := func(what string) (n news) {
		t.Helper()
		select {
		case text := <-lines:
			if err := json.Unmarshal([]byte(text), &n); err != nil {
				t.Fatal(err)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("no news of %s", what)
		}
		return n
	}
	first := heard("the beginning")
	save := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	save(strings.Replace(corrected, "Talks & more", "Other talks", 1))
	second := heard("a save")
	if second.Version <= first.Version || second.Errors || !strings.Contains(page(), "Other talks") {
		t.Errorf("after a save: %+v", second)
	}
	save(`{"id": "talks", "titel": "Talks"}`)
	if bad := heard("a mistake"); bad.Version != second.Version || !bad.Errors || !strings.Contains(bad.Text, "titel") || !strings.Contains(page(), "Other talks") {
		t.Errorf("after a mistake: %+v", bad)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if gone := heard("its end"); gone.Version != second.Version || !gone.Errors || !strings.Contains(gone.Text, "no such file") || !strings.Contains(page(), "Other talks") {
		t.Errorf("when it is gone: %+v", gone)
	}
	save(corrected)
	if back := heard("its return"); back.Version <= second.Version || back.Errors || !strings.Contains(page(), "Talks &amp; more") {
		t.Errorf("when it is back: %+v", back)
	}
	if text := said.String(); !strings.Contains(text, "titel") || !strings.Contains(text, "the last good page stays") {
		t.Errorf("the terminal says %s", text)
	}
}

// A story with problems is served from the start, and its problems with it.
func TestPreviewOfProblems(t *testing.T) {
	p, err := newLive(written(t, "story.json", `{}`), options{}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	p.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if _, n, _ := p.now(); w.Code != 200 || !strings.Contains(w.Body.String(), "live.js") || !n.Errors {
		t.Errorf("%d, %+v", w.Code, n)
	}
	if _, err := newLive(t.TempDir(), options{}, io.Discard); err == nil {
		t.Error("a folder without a story is served")
	}
}

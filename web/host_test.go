package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newsSite is a host of its own: its pages, and below /march the built story
// with the headers of the tool's own server, but for those that a test changes.
func newsSite(t *testing.T, pages map[string]string, change func(path string, h http.Header)) (address string) {
	t.Helper()
	files := http.StripPrefix("/march", http.FileServer(http.Dir(built)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if page, ok := pages[r.URL.Path]; ok {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><link rel=icon href=data:,><body>"+page)
			return
		}
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Content-Security-Policy", policy(t, r.Host))
		if change != nil {
			change(r.URL.Path, w.Header())
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// policy is what the tool's server sends where it is found at a host.
func policy(t *testing.T, host string) string {
	t.Helper()
	request, err := http.NewRequest("GET", served, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = host
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	return answer.Header.Get("Content-Security-Policy")
}

// listening is a script of a host that keeps every message that frames send.
const listening = `<script>window.said = []; addEventListener("message", e => said.push({ data: e.data, origin: e.origin }));
window.heard = type => said.filter(s => s.data && s.data.dateline === 1 && s.data.type === type).map(s => s.data);
window.ask = (frame, ask, more) => new Promise((done, fail) => {
	const n = Math.random();
	addEventListener("message", function one(e) {
		if (!e.data || e.data.n !== n) return;
		removeEventListener("message", one);
		if (e.data.error) fail(new Error(e.data.error)); else done(e.data.answer);
	});
	frame.contentWindow.postMessage({ dateline: 1, n, ask, ...more }, "*");
});</script>`

// noShare is what a Chromium without a sheet for sharing says of allow.
const noShare = "'web-share'"

// readBuilt is a built file.
func readBuilt(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(built, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func serveFunc(t *testing.T, answer http.HandlerFunc) (address string) {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	return server.URL
}

// ailing is the built page on a server that answers for one kind of file in a
// way of its own.
func ailing(t *testing.T, part string, answer http.HandlerFunc) (address string) {
	t.Helper()
	files := http.FileServer(http.Dir(built))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if part != "" && strings.Contains(r.URL.Path, part) {
			answer(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/index.html"
}

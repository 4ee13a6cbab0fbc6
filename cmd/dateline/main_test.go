package main

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const flagship = "../../" + standing

func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.json")
	if err := os.WriteFile(bad, []byte(`{"id": "bad", "titel": "Bad"}`), 0o666); err != nil {
		t.Fatal(err)
	}
	full := filepath.Join(dir, "full")
	if err := put(filepath.Join(full, "thesis.txt"), []byte("all my work")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		says string // on standard error
	}{
		{[]string{"check", flagship}, 0, ""},
		{[]string{"check", bad}, exitProblems, "titel"},
		{[]string{"build", bad, "-o", filepath.Join(dir, "out")}, exitProblems, "bad.json:1:"},
		{[]string{"check", filepath.Join(dir, "none")}, exitTrouble, "no such file"},
		{[]string{"build", flagship}, exitTrouble, "-o"},
		{[]string{"build", flagship, "-o", full}, exitTrouble, "not empty"},
		{[]string{"build", "-x"}, exitTrouble, "usage:"},
		{[]string{"bake"}, exitTrouble, "no command"},
		{nil, exitTrouble, "usage:"},
		{[]string{"help"}, 0, ""},
	} {
		var out, trouble bytes.Buffer
		if code := run(c.args, &out, &trouble); code != c.code {
			t.Errorf("dateline %s: exit %d, not %d\n%s", strings.Join(c.args, " "), code, c.code, trouble.String())
		}
		if !strings.Contains(trouble.String(), c.says) || c.says == "" && trouble.Len() > 0 {
			t.Errorf("dateline %s says %q", strings.Join(c.args, " "), trouble.String())
		}
	}
	if _, err := os.Stat(filepath.Join(full, "thesis.txt")); err != nil {
		t.Error("a folder that build did not make has been touched")
	}
}

// A build is the same to the byte, wherever the story lies.
func TestBuildIsTheSameTwice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	data, err := os.ReadFile(filepath.Join(flagship, "story.json"))
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "another place", "Київ")
	if err := put(filepath.Join(elsewhere, "story.json"), data); err != nil {
		t.Fatal(err)
	}
	var trouble bytes.Buffer
	build := func(from string) map[string]string {
		if code := run([]string{"build", from, "-o", dir}, &bytes.Buffer{}, &trouble); code != 0 {
			t.Fatalf("exit %d: %s", code, trouble.String())
		}
		files := map[string]string{}
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			files[strings.TrimPrefix(name, dir)] = string(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	first := build(flagship)
	if err := put(filepath.Join(dir, "left-over.txt"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	second := build(elsewhere) // in the place of the first
	if len(first) != len(second) {
		t.Errorf("%d files, then %d", len(first), len(second))
	}
	for name, data := range first {
		if second[name] != data {
			t.Errorf("%s is not the same", name)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestServeHeaders(t *testing.T) {
	s, err := makeSite(flagship, options{}, &bytes.Buffer{})
	if err != nil {
		t.Fatal(err)
	}
	h := s.handler()
	var engine string
	for name := range s {
		if strings.HasSuffix(name, ".wasm") {
			engine = "/" + name
		}
	}
	for _, c := range []struct{ path, mime, cache, packed string }{
		{"/", "text/html; charset=utf-8", "no-cache", "br"},
		{"/dateline-embed.js", "text/javascript; charset=utf-8", "no-cache", "br"},
		{engine, "application/wasm", "public, max-age=31536000, immutable", "br"},
		{engine, "application/wasm", "public, max-age=31536000, immutable", "gzip"},
		{engine, "application/wasm", "public, max-age=31536000, immutable", ""},
	} {
		r := httptest.NewRequest("GET", c.path, nil)
		r.Header.Set("Accept-Encoding", map[string]string{"br": "gzip, br", "gzip": "br;q=0, gzip;q=0.5", "": "identity"}[c.packed])
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		got := w.Result().Header
		for key, want := range map[string]string{"Content-Type": c.mime, "Cache-Control": c.cache, "Content-Encoding": c.packed,
			"Access-Control-Allow-Origin": "*", "Content-Security-Policy": policy(r)} {
			if got.Get(key) != want {
				t.Errorf("%s: %s is %q, not %q", c.path, key, got.Get(key), want)
			}
		}
	}
	for host, own := range map[string]string{"127.0.0.1:8080": "'self' http://127.0.0.1:8080;", "[::1]:8080": "'self' http://[::1]:8080;", "x; script-src *": "'self';", "": "'self';"} {
		if got := policy(&http.Request{Host: host}); !strings.Contains(got, "connect-src "+own) || strings.Contains(got, "*") {
			t.Errorf("at %q the policy is %s", host, got)
		}
	}
	for _, path := range []string{"/none", "/../main.go", "/assets/"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "http://x"+path, nil))
		if w.Code != 404 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

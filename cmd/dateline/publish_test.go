package main

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestPublished(t *testing.T) {
	for address, want := range map[string]published{
		"":                                  "",
		"https://news.example":              "https://news.example/",
		"https://news.example/march":        "https://news.example/march/",
		"https://news.example/march/":       "https://news.example/march/",
		"https://news.example/a/index.html": "https://news.example/a/",
		"http://localhost:8080/x y":         "http://localhost:8080/x%20y/",
		"news.example":                      "-",
		"ftp://news.example":                "-",
		"javascript:alert(1)":               "-",
		"https://user:secret@news.example":  "-",
		"https://news.example/?a=b":         "-",
		"https://news.example/#a":           "-",
		"https://":                          "-",
	} {
		got, err := parsePublished(address)
		if err != nil {
			got = "-"
		}
		if got != want {
			t.Errorf("%q is %q, not %q", address, got, want)
		}
	}
}

// corrected is a story with all that a page tells of itself.
const corrected = `{
	"id": "talks", "lang": "en", "title": {"en": "Talks & more", "fr": "Pourparlers"}, "standfirst": "Short <and> clear.",
	"byline": "Ada Byron and the data desk", "published": "2025-03-04", "updated": "2025-03-06", "url": "https://news.example/world/talks",
	"places": [{"id": "geneva", "name": "Geneva", "at": {"lat": 46.2, "lon": 6.1}}],
	"events": [{"id": "begin", "date": "2024-05-06", "place": "geneva", "headline": "Talks begin"}, {"id": "end", "date": "2024-05", "place": "geneva", "headline": "Talks end"}],
	"corrections": [{"date": "2025-03-05", "text": "An earlier version said \"six\"."}]
}`

func TestBuildTellsOthers(t *testing.T) {
	dir := t.TempDir()
	src, out := filepath.Join(dir, "talks.json"), filepath.Join(dir, "out")
	if err := os.WriteFile(src, []byte(corrected), 0o666); err != nil {
		t.Fatal(err)
	}
	build := func(args ...string) (said string) {
		t.Helper()
		var trouble bytes.Buffer
		if code := run(append([]string{"build", src, "-o", out}, args...), &bytes.Buffer{}, &trouble); code != 0 {
			t.Fatalf("exit %d: %s", code, trouble.String())
		}
		return trouble.String()
	}
	file := func(name string) string {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	type ld struct {
		Type, Headline, Description, InLanguage, URL, Image, Author, DatePublished, DateModified, TemporalCoverage string
		Correction                                                                                                 []struct{ DatePublished, Text string }
	}
	facts := func(page string) (found ld) {
		t.Helper()
		script := regexp.MustCompile(`<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(page)
		if script == nil {
			t.Fatal("no JSON-LD")
		}
		if err := json.Unmarshal([]byte(script[1]), &found); err != nil {
			t.Fatal(err)
		}
		return found
	}

	// Without an address.
	if said := build(); !strings.Contains(said, "-url") {
		t.Errorf("without an address it says %q", said)
	}
	page := file("index.html")
	for _, part := range []string{"canonical", "og:", "twitter:", "oembed"} {
		if strings.Contains(page, part) {
			t.Errorf("without an address the page has %q", part)
		}
	}
	for _, name := range []string{"oembed.json", "embed.html", "demo"} {
		if _, err := os.Stat(filepath.Join(out, name)); err == nil {
			t.Errorf("without being asked, it wrote %s", name)
		}
	}
	if f := facts(page); f.URL != "https://news.example/world/talks" || f.Image != "" || len(f.Correction) != 1 {
		t.Errorf("without an address: %+v", f)
	}

	// With one.
	if said := build("-url", "https://cdn.example/talks", "-demo"); strings.Contains(said, "-url") {
		t.Errorf("it says %q", said)
	}
	file("demo/index.html")
	for folder, title := range map[string]string{"": "Talks &amp; more", "fr/": "Pourparlers"} {
		page := file(folder + "index.html")
		for _, part := range []string{
			`<link rel="canonical" href="https://cdn.example/talks/` + folder + `">`,
			`<link rel="alternate" type="application/json+oembed" href="https://cdn.example/talks/` + folder + `oembed.json"`,
			`<meta property="og:url" content="https://cdn.example/talks/` + folder + `">`,
			`<meta property="og:title" content="` + title + `">`,
			`<meta name="twitter:card" content="summary_large_image">`,
			`<meta property="article:published_time" content="2025-03-04">`,
			`<meta property="article:modified_time" content="2025-03-06">`,
			`data-url="https://news.example/world/talks"`,
		} {
			if !strings.Contains(page, part) {
				t.Errorf("%sindex.html has no %s", folder, part)
			}
		}
		for _, mark := range []string{"\u2068", "\u2069"} {
			if head, _, _ := strings.Cut(page, "<body"); strings.Contains(head, mark) {
				t.Errorf("%sindex.html: marks of direction in the head", folder)
			}
		}
		f := facts(page)
		want := ld{Type: "", Headline: strings.ReplaceAll(title, "&amp;", "&"), Description: "Short <and> clear.", InLanguage: map[string]string{"": "en", "fr/": "fr"}[folder],
			URL: "https://cdn.example/talks/" + folder, Author: "Ada Byron and the data desk", DatePublished: "2025-03-04", DateModified: "2025-03-06", TemporalCoverage: "2024-05/2024-05-06"}
		if f.Headline != want.Headline || f.Description != want.Description || f.InLanguage != want.InLanguage || f.URL != want.URL ||
			f.Author != want.Author || f.DatePublished != want.DatePublished || f.DateModified != want.DateModified {
			t.Errorf("%sindex.html says %+v", folder, f)
		}
		if len(f.Correction) != 1 || f.Correction[0].DatePublished != "2025-03-05" || f.Correction[0].Text != `An earlier version said "six".` {
			t.Errorf("%sindex.html: corrections %+v", folder, f.Correction)
		}

		var answer struct {
			Type, Version, Title, HTML string
			AuthorName                 string `json:"author_name"`
			Width, Height              int
			Picture                    string `json:"thumbnail_url"`
			PictureWidth               int    `json:"thumbnail_width"`
			PictureHeight              int    `json:"thumbnail_height"`
		}
		if err := json.Unmarshal([]byte(file(folder+"oembed.json")), &answer); err != nil {
			t.Fatal(err)
		}
		if answer.Type != "rich" || answer.Version != "1.0" || answer.Width <= 0 || answer.Height != 650 || answer.Title != want.Headline ||
			!strings.HasPrefix(answer.HTML, `<iframe src="https://cdn.example/talks/`+folder+`" title="`+title+`"`) || !strings.Contains(answer.HTML, `loading="lazy"`) {
			t.Errorf("oEmbed: %+v", answer)
		}
		if f.Image != answer.Picture || !strings.Contains(page, `<meta property="og:image" content="`+answer.Picture+`">`) || !strings.Contains(page, `<meta name="twitter:image" content="`+answer.Picture+`">`) {
			t.Errorf("the picture is %q, %q", f.Image, answer.Picture)
		}
		picture, err := png.DecodeConfig(strings.NewReader(file(strings.TrimPrefix(answer.Picture, "https://cdn.example/talks/"))))
		if err != nil || picture.Width != 1200 || picture.Height != 630 || answer.PictureWidth != 1200 || answer.PictureHeight != 630 {
			t.Errorf("the picture: %v, %d × %d", err, picture.Width, picture.Height)
		}
		snippets := file(folder + "embed.html")
		for _, part := range []string{"&lt;iframe src=", "&lt;dateline-story src=", "https://cdn.example/talks/dateline-embed.js"} {
			if !strings.Contains(snippets, part) {
				t.Errorf("%sembed.html has no %s", folder, part)
			}
		}
	}
}

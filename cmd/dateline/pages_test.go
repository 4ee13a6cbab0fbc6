package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A site has a page for every language of the story and every one asked for;
// each says its language, leads to all others, and finds its files.
func TestOnePageALanguage(t *testing.T) {
	var trouble bytes.Buffer
	s, err := makeSite(flagship, options{also: []string{"ar", "fr"}}, &trouble)
	if err != nil {
		t.Fatal(err)
	}
	if trouble.Len() > 0 {
		t.Errorf("there is trouble: %s", trouble.String())
	}
	pages := map[string]string{"index.html": `<html lang="en" dir="ltr"`, "fr/index.html": `<html lang="fr" dir="ltr"`,
		"uk/index.html": `<html lang="uk" dir="ltr"`, "ar/index.html": `<html lang="ar" dir="rtl"`}
	packs := 0
	for name := range s {
		if strings.HasSuffix(name, "index.html") && pages[name] == "" {
			t.Errorf("there is a page %s", name)
		}
		if strings.HasPrefix(name, "assets/story.") {
			packs++
		}
	}
	if packs != len(pages) {
		t.Errorf("%d packs for %d pages", packs, len(pages))
	}
	for name, says := range pages {
		page := string(s[name])
		if !strings.Contains(page, says) {
			t.Errorf("%s does not say %s", name, says)
		}
		for _, address := range addresses(page) {
			if file := filepath.ToSlash(filepath.Join(filepath.Dir(name), address)); s[file] == nil {
				t.Errorf("%s leads to %s, which is not there", name, address)
			}
		}
		for other := range pages {
			if up := strings.Repeat("../", strings.Count(name, "/")); other != name && !strings.Contains(page, `href="`+up+other+`"`) {
				t.Errorf("%s has no link to %s", name, other)
			}
		}
	}
}

// addresses are the files that a page names.
func addresses(page string) []string {
	var out []string
	for _, key := range []string{`href="`, `src="`, `data-stage="`, `data-more="`, `data-engine="`, `data-story="`, `data-basemap="`, `data-regular="`, `data-bold="`} {
		for _, rest := range strings.Split(page, key)[1:] {
			address, _, _ := strings.Cut(rest, `"`)
			if !strings.Contains(address, ":") && !strings.HasPrefix(address, "#") && address != "" {
				out = append(out, address)
			}
		}
	}
	return out
}

// What a language lacks is said, by check and by build.
func TestLanguageWarnings(t *testing.T) {
	name := filepath.Join(t.TempDir(), "story.json")
	story := `{"id": "a", "lang": "ja", "title": {"ja": "会談", "fr": "Pourparlers"},
		"places": [{"id": "x", "name": {"ja": "東京", "fr": "Tokyo"}, "at": {"lat": 35.7, "lon": 139.7}}],
		"events": [{"id": "e", "date": "2025-03-01", "place": "x", "headline": "会談", "sources": [{"source": "s"}]}],
		"sources": [{"id": "s", "title": "A"}]}`
	if err := os.WriteFile(name, []byte(story), 0o666); err != nil {
		t.Fatal(err)
	}
	var trouble bytes.Buffer
	if code := run([]string{"check", name}, &bytes.Buffer{}, &trouble); code != 0 {
		t.Fatalf("exit %d: %s", code, trouble.String())
	}
	for _, want := range []string{"ja: Dateline has no words", `ja: no font here has '東' (U+6771), which the map needs for "東京"`, `fr: 2 texts of the story have no translation, the first "会談"`} {
		if !strings.Contains(trouble.String(), want) {
			t.Errorf("check does not say %q:\n%s", want, trouble.String())
		}
	}
}

func TestLanguagesFlag(t *testing.T) {
	got, err := languages("ar, pt-br,fr")
	if want := []string{"ar", "pt-BR", "fr"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"../x", "a/b", "not a tag!"} {
		if got, err := languages(bad); err == nil {
			t.Errorf("%q is read as %v", bad, got)
		}
	}
}

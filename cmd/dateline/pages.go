package main

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dateline/player"
	"dateline/story"
	"dateline/web"
)

// edition is the page of a site in one language.
type edition struct {
	lang   string
	folder string // "" for the story's own language, otherwise "fr/"
}

// editions are the pages that a story has: in its own language first, then in
// every language that its title has been translated into, then in those that
// were asked for besides.
func editions(st *story.Story, also []string) []edition {
	out := []edition{{st.Lang, ""}}
	var langs []string
	for lang := range st.Title {
		langs = append(langs, lang)
	}
	sort.Strings(langs)
	for _, lang := range append(langs, also...) {
		known := false
		for _, e := range out {
			known = known || strings.EqualFold(e.lang, lang)
		}
		if !known {
			out = append(out, edition{lang, lang + "/"})
		}
	}
	return out
}

// up leads from a page to the site's folder.
func (e edition) up() string { return strings.Repeat("../", strings.Count(e.folder, "/")) }

// links are the ways from a page to itself and to the others.
func (e edition) links(all []edition) []web.Language {
	out := make([]web.Language, len(all))
	for i, other := range all {
		name := []rune(display.Self.Name(language.Make(other.lang)))
		if len(name) == 0 {
			name = []rune(other.lang)
		}
		name[0] = unicode.ToUpper(name[0])
		out[i] = web.Language{
			Lang: other.lang, Dir: player.Direction(other.lang), Name: string(name),
			Folder: other.folder, Path: e.up() + other.folder + "index.html", Here: other == e,
		}
	}
	return out
}

// warn says what a language lacks: words of Dateline's own, and translations.
func (e edition) warn(st *story.Story, trouble io.Writer) {
	if !player.Has(e.lang) {
		fmt.Fprintf(trouble, "warning: %s: Dateline has no words in this language; what is not the story's stands in English\n", e.lang)
	}
	if missing := st.Untranslated(e.lang); len(missing) > 0 && st.Title[e.lang] != "" {
		fmt.Fprintf(trouble, "warning: %s: %d texts of the story have no translation, the first %q\n", e.lang, len(missing), missing[0])
	}
}

// languages reads the value of -lang: tags with commas between.
func languages(list string) ([]string, error) {
	var out []string
	for _, s := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		tag, err := language.Parse(s)
		if err != nil {
			return nil, fmt.Errorf("-lang: %q is no language tag, such as fr or ar", s)
		}
		out = append(out, tag.String())
	}
	return out, nil
}

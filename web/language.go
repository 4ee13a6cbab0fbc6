package web

import (
	"html/template"
	"strings"

	"dateline/player"
)

// Language is a page in one language, as the others link to it.
type Language struct {
	Lang, Dir string
	Name      string // in itself: "Français"
	Folder    string // where it lies within the site: "", "fr/"
	Path      string // to it from the page that links
	Here      bool   // it is that page
}

// Alternate is where a page in a language is found: by its address where that is
// known, otherwise by the way from here.
func (p Page) Alternate(l Language) string {
	if p.Head.Public == nil {
		return l.Path
	}
	for _, here := range p.Languages {
		if here.Here {
			return strings.TrimSuffix(p.Head.URL, here.Folder) + l.Folder
		}
	}
	return l.Path
}

// words turns a phrase of the page into markup: what stands in the story's own
// language is set apart with its language.
func words(p *player.Page) func(string) template.HTML {
	return func(phrase string) template.HTML {
		var b strings.Builder
		for _, s := range player.Spans(phrase) {
			text := template.HTMLEscapeString(s.Text)
			if s.Own {
				text = `<span lang="` + template.HTMLEscapeString(p.TextLang) + `" dir="` + p.TextDir + `">` + text + `</span>`
			}
			b.WriteString(text)
		}
		return template.HTML(b.String())
	}
}

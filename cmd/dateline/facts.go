package main

import (
	"dateline/player"
	"dateline/story"
	"dateline/web"
)

// article is a story as schema.org has articles, in JSON-LD. What is not known
// is left out: a byline stays the words that it is, for it may name a person, a
// desk or an agency.
type article struct {
	Context   string       `json:"@context"`
	Type      string       `json:"@type"`
	Headline  string       `json:"headline"`
	About     string       `json:"description,omitempty"`
	Lang      string       `json:"inLanguage"`
	URL       string       `json:"url,omitempty"`
	Image     string       `json:"image,omitempty"`
	Author    string       `json:"author,omitempty"`
	Published string       `json:"datePublished,omitempty"`
	Updated   string       `json:"dateModified,omitempty"`
	Covers    string       `json:"temporalCoverage,omitempty"`
	Places    []ldPlace    `json:"contentLocation,omitempty"`
	Corrected []correction `json:"correction,omitempty"`
}

type ldPlace struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type correction struct {
	Type      string `json:"@type"`
	Published string `json:"datePublished"`
	Text      string `json:"text"`
}

// facts are the JSON-LD of a page; public may be nil.
func facts(page *player.Page, st *story.Story, public *web.Public) *article {
	a := &article{
		Context: "https://schema.org", Type: "NewsArticle", Headline: player.Plain(page.Title), About: player.Plain(page.Standfirst),
		Lang: page.Lang, Author: player.Plain(page.Byline), URL: st.URL,
	}
	if public != nil {
		a.URL, a.Image = public.URL, public.Card.URL
	}
	if st.Published != nil {
		a.Published = st.Published.ISO()
	}
	if st.Updated != nil {
		a.Updated = st.Updated.ISO()
	}
	if w := st.Window; w.From.Year != 0 {
		a.Covers = w.From.ISO() + "/" + w.To.ISO()
	}
	for _, p := range page.Places {
		a.Places = append(a.Places, ldPlace{"Place", player.Plain(p.Name)})
	}
	for i, c := range page.Corrections {
		a.Corrected = append(a.Corrected, correction{"CorrectionComment", st.Corrections[i].Date.ISO(), player.Plain(c.Text)})
	}
	return a
}

package main

import (
	"bytes"
	"encoding/json"

	"dateline/player"
	"dateline/web"
)

// oembed is the answer of an oEmbed provider, as a file: systems that are given
// the page's address find it by the link in the page's head. See oembed.com.
func oembed(page *player.Page, public *web.Public) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(struct {
		Type      string `json:"type"`
		Version   string `json:"version"`
		Title     string `json:"title"`
		Author    string `json:"author_name,omitempty"`
		HTML      string `json:"html"`
		Width     int    `json:"width"`
		Height    int    `json:"height"`
		Thumbnail string `json:"thumbnail_url"`
		ThumbW    int    `json:"thumbnail_width"`
		ThumbH    int    `json:"thumbnail_height"`
	}{"rich", "1.0", player.Plain(page.Title), public.Author, web.FrameSnippet(public.URL, player.Plain(page.Title)), web.FrameWidth, web.FrameHeight,
		public.Card.URL, public.Card.Width, public.Card.Height})
	return b.Bytes(), err
}

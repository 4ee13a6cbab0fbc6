package web

import (
	"fmt"
	"html"
	"io"

	"dateline/player"
)

// The size that a frame starts with, CSS pixels. It is as wide as its column;
// the width is for systems that must be told one.
const (
	FrameWidth  = 720
	FrameHeight = 650
)

// FrameSnippet is the iframe by which a host embeds the page at an address.
func FrameSnippet(address, title string) string {
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%d" loading="lazy" frameborder="0" allow="fullscreen; clipboard-write; web-share"></iframe>`,
		html.EscapeString(address), html.EscapeString(title), FrameHeight)
}

// Snippets is the page of snippets to copy.
type Snippets struct {
	Page *player.Page
	Base string // address of the site's folder
	URL  string // of the story's page
}

// Title and Standfirst are the story's, as plain text.
func (s Snippets) Title() string      { return player.Plain(s.Page.Title) }
func (s Snippets) Standfirst() string { return player.Plain(s.Page.Standfirst) }

// Frame is the snippet of an iframe.
func (s Snippets) Frame() string { return FrameSnippet(s.URL, s.Title()) }

// Element is the snippet of the element, with a fallback of the story's own words.
func (s Snippets) Element() string {
	inside := fmt.Sprintf("  <h2>%s</h2>\n", html.EscapeString(s.Title()))
	if s.Standfirst() != "" {
		inside += fmt.Sprintf("  <p>%s</p>\n", html.EscapeString(s.Standfirst()))
	}
	return fmt.Sprintf("<script src=\"%sdateline-embed.js\" defer></script>\n<dateline-story src=\"%s\" title=\"%s\" lang=\"%s\">\n%s  <p><a href=\"%s\">%s</a></p>\n</dateline-story>",
		html.EscapeString(s.Base), html.EscapeString(s.URL), html.EscapeString(s.Title()), html.EscapeString(s.Page.Lang),
		inside, html.EscapeString(s.URL), html.EscapeString(s.URL))
}

// Write writes the page.
func (s Snippets) Write(w io.Writer) error { return execute(w, "embed.html", s) }

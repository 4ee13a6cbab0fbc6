package web

import (
	"html/template"
	"io"

	"dateline/player"
)

// Gallery is the page that lists several stories, a picture and a link of each.
type Gallery struct {
	Lang, Dir  string
	Title      string // of the page
	URL        string // where it is published; may be empty
	Style, Own string // addresses of the stories' style sheet and of its own, relative to the page
	UI         player.UI
	Stories    []GalleryStory // the first leads
}

// GalleryStory is a story in its own language. Addresses are relative to the
// page that lists it.
type GalleryStory struct {
	Page          *player.Page
	Path          string
	Light, Dark   string // its pictures
	Width, Height int    // of the pictures, CSS pixels
	Languages     []Language
}

// Words turns a phrase of the story into markup.
func (s GalleryStory) Words(phrase string) template.HTML { return words(s.Page)(phrase) }

// Others are its pages in languages that are not its own.
func (s GalleryStory) Others() []Language {
	if len(s.Languages) < 2 {
		return nil
	}
	return s.Languages[1:]
}

// Write writes the page.
func (g Gallery) Write(w io.Writer) error { return execute(w, "gallery.html", g) }

// GalleryStyle is what its style sheet adds to Style.
func GalleryStyle() []byte { return leanStyle(read("gallery.css")) }

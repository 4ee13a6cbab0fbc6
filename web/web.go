// Package web is the page: its markup, its styles and its scripts, and the
// templates that a story's words are poured into. The page is complete as
// HTML; the scripts bring the timeline to life, and the stage, a document of
// its own in an inner frame, holds the engine that draws.
package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"path"

	"dateline/player"
)

//go:embed index.html list.html rows.html stage.html dateline.css stage.js stats.js dateline-turns.js dateline-embed.js dateline-embed.d.ts embed.html gallery.html gallery.css script demo
var files embed.FS

// scripts are the parts of the page's script, in the order in which they are
// joined. Each is one idea; together they share one function's scope.
var scripts = []string{"language", "mark", "markup", "axis", "player", "list", "longlist", "reader", "picture", "map", "hint", "gestures", "span", "motion", "files", "stage", "sight", "turn", "rest", "host", "dress", "share", "answer", "main"}

// Page is everything that the page's template shows.
type Page struct {
	Page    *player.Page
	Picture Picture
	Files   PageFiles
	Head    Head
	Images  map[string]Image // of events, by their names in the story's folder

	Languages []Language // the same page in every language, this one among them; the first is the story's own
}

// Picture is the map with its timeline before the engine, as SVG.
type Picture struct {
	Here    template.HTML // in the page: from the opening's camera, all stops
	More    []byte        // a file of its own: the maps of the other cameras
	Cameras []int         // by stop: which of the story's cameras shows it
}

// PageFiles are the addresses of what the page loads, relative to the page, and
// how large the engine is, in bytes as unpacked, for the progress line.
type PageFiles struct {
	Style, Script, Stage, Stats, Pictures string
	Engine, Story, Basemap, Regular, Bold string // which the page hands to the stage
	EngineSize                            int
	Sums                                  Sums
}

// Sums are the check sums by which the page sees whether a file came as it was
// built: Adler-32, but for the pictures, which the browser itself holds to
// theirs (see [Integrity]).
type Sums struct {
	Engine, Story, Basemap, Regular, Bold uint32
	Pictures                              string
}

// Integrity is what a browser is given to hold a file to.
func Integrity(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// In is the same for a page that finds the files in a folder; its name ends in a
// slash.
func (f PageFiles) In(folder string) PageFiles {
	for _, name := range []*string{&f.Style, &f.Script, &f.Stage, &f.Stats, &f.Pictures, &f.Engine, &f.Story, &f.Basemap, &f.Regular, &f.Bold} {
		*name = folder + *name
	}
	return f
}

// Image is the file of an image as the page loads it, and its size in pixels.
type Image struct {
	Path          string
	Width, Height int
}

// image finds an image that an event names.
func (p Page) image(src string) (Image, error) {
	i, ok := p.Images[src]
	if !ok {
		return i, fmt.Errorf("page %q has no image %q", p.Page.ID, src)
	}
	return i, nil
}

// Opening is the stop at which the page stands before anything is scripted.
func (p Page) Opening() player.Stop { return p.Page.Script.Stops[0] }

// Last is the greatest value of the slider.
func (p Page) Last() float64 { return p.Page.Script.Extent }

// Stage is the document of the inner frame: addresses of its scripts, relative
// to it, and what the browser holds the engine's to.
type Stage struct{ Script, Runtime, RuntimeSum string }

// Block is a day block in the overview that opens a story: for each of its
// events, whether a source states its date.
type Block struct {
	Label  string
	Stated []bool
}

// Blocks is that overview.
func (p Page) Blocks() []Block {
	if len(p.Page.Events) > mostWhole {
		return nil // nobody counts them
	}
	out := make([]Block, len(p.Page.Blocks))
	for i, b := range p.Page.Blocks {
		out[i].Label = b.Label
	}
	for _, stop := range p.Page.Script.Stops {
		if stop.Block < 0 || stop.Block >= len(out) || stop.Date == nil {
			continue
		}
		for range len(stop.Also) + 1 {
			out[stop.Block].Stated = append(out[stop.Block].Stated, !stop.Date.About && !stop.Date.Before && !stop.Date.After)
		}
	}
	return out
}

// Longest is the event with the longest entry. The page holds its place on the
// card, so that nothing below moves when the script has measured them all.
func (p Page) Longest() *player.PageEvent {
	var longest *player.PageEvent
	most := -1
	for i := range p.Page.Events {
		e := &p.Page.Events[i]
		if n := length(e); n > most {
			longest, most = e, n
		}
	}
	return longest
}

// length is about how many letters wide an entry is, if it were one line of the
// summary's.
func length(e *player.PageEvent) int {
	const figures = 80 // a row of figures is as tall as that many letters
	const image = 600  // and an image at most as that many
	n := len([]rune(e.Summary)) + len([]rune(e.Headline))*3/2 + len([]rune(e.Caveat))*3/4
	if len(e.Figures) > 0 {
		n += figures
	}
	if e.Image != nil {
		n += image + len([]rune(e.Image.Caption+e.Image.Credit))
	}
	return n
}

// Write writes the page.
func (p Page) Write(w io.Writer) error {
	if p.Page.Script == nil || len(p.Page.Script.Stops) == 0 {
		return fmt.Errorf("page %q has no stops", p.Page.ID)
	}
	t, err := parsed(p.funcs(""), "index.html", "rows.html")
	if err != nil {
		return err
	}
	return t.Execute(w, p)
}

// Write writes the document of the inner frame.
func (s Stage) Write(w io.Writer) error { return execute(w, "stage.html", s) }

func execute(w io.Writer, name string, data any) error {
	t, err := parsed(nil, name)
	if err != nil {
		return err
	}
	return t.Execute(w, data)
}

// parsed reads a template and those that it calls.
func parsed(funcs template.FuncMap, names ...string) (*template.Template, error) {
	return template.New(path.Base(names[0])).Funcs(funcs).ParseFS(files, names...)
}

// Style is the page's style sheet.
func Style() []byte { return leanStyle(read("dateline.css")) }

// Script is the page's script: its parts, joined into one classic script. What
// only lists need that are too long for the page is in no other's.
func Script(long bool) []byte {
	var parts []string
	for _, name := range scripts {
		if name != "longlist" || long {
			parts = append(parts, "script/"+name+".js")
		}
	}
	return leanScript(joined(parts...))
}

// joined puts scripts into the scope of one function.
func joined(names ...string) []byte {
	var b bytes.Buffer
	b.WriteString("(() => {\n\"use strict\";\n")
	for _, name := range names {
		b.Write(read(name))
	}
	b.WriteString("})();\n")
	return b.Bytes()
}

// StageScript is the script of the inner frame.
func StageScript() []byte { return leanScript(read("stage.js")) }

// StatsScript shows what drawing takes, in a page that is asked for it.
func StatsScript() []byte { return leanScript(read("stats.js")) }

// EmbedScript defines <dateline-story> on a host's page.
func EmbedScript() []byte { return joined("dateline-turns.js", "dateline-embed.js") }

// EmbedTypes are the TypeScript types of EmbedScript.
func EmbedTypes() []byte { return read("dateline-embed.d.ts") }

func read(name string) []byte {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // embedded above
	}
	return data
}

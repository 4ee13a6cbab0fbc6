package web

import (
	"io"

	"dateline/player"
)

// Demo is an article with a story in it: what a host's page looks like.
type Demo struct {
	Title, Standfirst string
	Later, LaterWords string // an event in the story's second half: id, headline
	Steps             []DemoStep
}

// DemoStep is a step of the part that is led by the scroll: a stop.
type DemoStep struct{ Event, Date, Headline, Summary string }

// NewDemo makes the article for a page.
func NewDemo(p *player.Page) Demo {
	d := Demo{Title: player.Plain(p.Title), Standfirst: player.Plain(p.Standfirst)}
	for _, stop := range p.Script.Stops[1:] {
		for _, e := range p.Events {
			if e.ID != stop.Event {
				continue
			}
			d.Steps = append(d.Steps, DemoStep{e.ID, player.Plain(stop.Words), player.Plain(e.Headline), player.Plain(e.Summary)})
		}
	}
	if n := len(d.Steps); n > 0 {
		step := d.Steps[n/2]
		d.Later, d.LaterWords = step.Event, step.Headline
	}
	return d
}

// Write writes the article.
func (d Demo) Write(w io.Writer) error { return execute(w, "demo/index.html", d) }

// DemoStyle is its style sheet, DemoScript its script.
func DemoStyle() []byte  { return read("demo/demo.css") }
func DemoScript() []byte { return read("demo/demo.js") }

package player

import (
	"dateline/story"
	"dateline/timeline"
)

// NewPage writes every word of a story's page in a language. What the story
// does not have in that language stands in its own.
func NewPage(line *timeline.Line, lang string) *Page {
	w, s := newWording(line, lang), line.Story
	p := &Page{
		ID: s.ID, Lang: lang, Dir: w.dir, TextLang: s.Lang, TextDir: w.textDir,
		Title: w.text(s.Title), Standfirst: w.text(s.Standfirst), Byline: w.text(s.Byline),
		Window: w.window(s.Window), Published: w.day(s.Published), Updated: w.day(s.Updated),
		UI: w.ui, BoundaryNote: w.boundary,
		Script: NewScript(line, lang),
	}
	p.UI.WidthNote = w.width()
	if len(s.Flows) == 0 {
		p.UI.LedgerNote = ""
	}
	for i := range line.Blocks {
		p.Blocks = append(p.Blocks, PageBlock{w.blockLabel(i), w.blockNote(i)})
	}
	for i := range s.Places {
		p.Places = append(p.Places, PagePlace{s.Places[i].ID, w.text(s.Places[i].Name), w.text(s.Places[i].Stand)})
	}
	p.Events = w.events()
	for i := range s.Flows {
		flow := w.flow(&s.Flows[i])
		flow.Stands = p.Script.ByFlow[i]
		p.Flows = append(p.Flows, flow)
	}
	for _, e := range s.Eras {
		p.Eras = append(p.Eras, PageEra{w.text(e.Name), w.lasting(e.From, e.To, ""), w.lastingNote(e.From, e.To), w.text(e.Caveat), w.citations(e.Sources)})
	}
	p.Kinds = w.kindSections()
	for _, a := range s.Analysis {
		p.Analysis = append(p.Analysis, PageAnalysis{w.text(a.By), w.text(a.Role), w.text(a.Text), w.citations(a.Sources)})
	}
	for _, n := range s.Notes {
		p.Notes = append(p.Notes, w.text(n.Text))
	}
	for _, c := range s.Corrections {
		p.Corrections = append(p.Corrections, PageCorrection{w.day(&c.Date), w.text(c.Text)})
	}
	for _, source := range s.Sources {
		p.Sources = append(p.Sources, w.source(&source))
	}
	return p
}

// events are the entries of the list, in the order of the axis.
func (w *wording) events() []PageEvent {
	var out []PageEvent
	for b, block := range w.line.Blocks {
		for _, part := range block.Parts {
			heading := w.partLabel(b, part)
			for i := part.From; i < part.To; i++ {
				for _, e := range w.line.Stops[i].Events {
					entry := w.event(&w.story.Events[e])
					entry.Block, heading = heading, ""
					out = append(out, entry)
				}
			}
		}
	}
	return out
}

func (w *wording) event(e *story.Event) PageEvent {
	p := PageEvent{
		ID: e.ID, Date: w.eventDate(e), DateNote: w.eventNote(e),
		About: e.Date.Certainty == story.About, Kind: w.kind(e),
		Headline: w.text(e.Headline), Summary: w.text(e.Summary),
		Status: w.status(e.Status, ""), Caveat: w.text(e.Caveat), Sources: w.citations(e.Sources),
	}
	p.Place, p.PlaceNote = w.place(e)
	if i := e.Image; i != nil {
		p.Image = &PageImage{i.Src, w.text(i.Alt), w.text(i.Caption), w.text(i.Credit)}
	}
	for _, f := range e.Figures {
		p.Figures = append(p.Figures, w.figure(f))
	}
	return p
}

func (w *wording) flow(f *story.Flow) PageFlow {
	p := PageFlow{
		ID: f.ID, From: w.origin(f), To: w.goal(f), What: w.text(f.What), Who: w.text(f.Who),
		Amount: w.howMuch(f), Kind: capital(w.flowKinds[f.Kind]), Start: w.start(f),
		Caveat: w.text(f.Caveat), Sources: w.citations(f.Sources),
	}
	for _, c := range f.Status {
		p.Status = append(p.Status, w.change(f, c))
	}
	return p
}

func (w *wording) source(s *story.Source) PageSource {
	text := w.joined(w.text(s.Title), w.text(s.Publisher), w.within(s.Date))
	note := w.text(s.Note)
	if s.URL == "" && note != "" {
		text, note = w.annotated.with("text", text, "note", note), ""
	}
	return PageSource{s.ID, text, s.URL, note}
}

// day writes a date that is stated, or nothing.
func (w *wording) day(d *story.Date) string {
	if d == nil {
		return ""
	}
	return w.date(*d, "")
}

// within writes such a date inside a phrase.
func (w *wording) within(d *story.Date) string {
	if d == nil {
		return ""
	}
	return w.around(*d, w.calendar(*d))
}

// width says what the width of the timeline means.
func (w *wording) width() string {
	if w.line.Scale() == story.Calendar {
		return w.widthTime
	}
	return w.widthEvents
}

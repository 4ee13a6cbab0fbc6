// Package exchange holds what other programs say: spreadsheets, TimelineJS,
// StoryMapJS, TimeMapper, GeoJSON and GPX, read into a story and, where that
// makes sense, written from one.
//
// Import never guesses a place or a date in silence. What it cannot say in a
// story, and what needs an editor's eye, stands in its report with its place in
// the file. One format has one file.
package exchange

import (
	"bytes"
	"fmt"
	"strings"

	"dateline/story"
)

// File is a file to import, in memory.
type File struct {
	Name string // what remarks call it
	Data []byte
}

// Options are what an editor says beside the files. The zero value asks for
// nothing: formats are recognised, hours without a zone are left out.
type Options struct {
	ID      string // of the story; else what the files say, else from Called
	Called  string // what the story is called where the files do not say; else the first file's name
	Lang    string // of its texts; "en" where empty
	Zone    string // IANA name: where hours are meant that have no offset
	Format  string // one of Formats; else recognised by content
	Order   string // "dmy" or "mdy": how 03/04/2001 is meant
	Undated string // the date near which events without one are shown
}

// Result is what came of an import. Story and JSON are nil when the report
// holds an error.
type Result struct {
	Story  *story.Story
	JSON   []byte
	Report Report
}

// format is a way in which other programs write.
type format struct {
	name  string
	knows func(*document) bool
	read  func(*draft, *document)
}

// formats are tried in this order.
func formats() []format {
	return []format{
		{"gpx", isGPX, readGPX},
		{"geojson", isGeoJSON, readGeoJSON},
		{"storymapjs", isStoryMap, readStoryMap},
		{"timelinejs", isTimelineJSON, readTimelineJSON},
		{"csv", isOwnSheet, nil}, // several sheets make one story: see readOwnSheets
		{"timemapper", isTimeMapper, readTimeMapper},
		{"timelinejs-csv", isTimelineSheet, readTimelineSheet},
	}
}

// Formats lists the names that Options.Format may have.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// Import makes a story of files.
func Import(files []File, opt Options) Result {
	d := newDraft(opt)
	var sheets []*document
	for _, f := range files {
		doc := open(f, d)
		if doc == nil {
			continue
		}
		switch how := d.recognise(doc); {
		case how == nil:
		case how.read == nil:
			sheets = append(sheets, doc)
		default:
			d.report.Formats = append(d.report.Formats, f.Name+": "+how.name)
			how.read(d, doc)
		}
	}
	if len(sheets) > 0 {
		readOwnSheets(d, sheets)
	}
	if len(files) > 0 {
		d.settle(first(opt.Called, files[0].Name))
	}
	return d.result()
}

// recognise finds the format of a document, or says that there is none.
func (d *draft) recognise(doc *document) *format {
	for _, f := range formats() {
		forced := d.opt.Format == f.name
		if (forced || d.opt.Format == "") && f.knows(doc) {
			return &f
		}
		if forced {
			d.fail(place{file: doc.name, line: 1, col: 1}, "this is not %s", f.name)
			return nil
		}
	}
	hint := "known are " + strings.Join(Formats(), ", ")
	if doc.sheet != nil {
		hint = fmt.Sprintf("its columns are %s; see docs/newsroom.md for those that are known", listed(doc.sheet.header()))
	}
	d.fail(place{file: doc.name, line: 1, col: 1}, "the format is not known; %s", hint)
	return nil
}

// result writes the draft and reads it again: what comes out is a story or
// nothing.
func (d *draft) result() Result {
	if d.report.Errors() == 0 && len(d.Events) == 0 {
		d.fail(place{}, "nothing was found that has a date and can be an event; -undated DATE shows what has no date near one")
	}
	most := max(len(d.Places), len(d.Sources))
	for _, kind := range story.Kinds {
		most = max(most, len(d.IDs(kind)))
	}
	if most > story.MostThings {
		d.fail(place{}, "these files hold more than one story can: %d things of a kind, where %d are the most; import them in parts", most, story.MostThings)
	}
	r := &d.report
	r.Events, r.Flows, r.Routes, r.Areas, r.Magnitudes, r.Eras = len(d.Events), len(d.Flows), len(d.Routes), len(d.Areas), len(d.Magnitudes), len(d.Eras)
	r.Places, r.Sources = len(d.Places), len(d.Sources)
	if d.report.Errors() > 0 {
		return Result{Report: d.report}
	}
	data := Write(&d.Story)
	s, problems := story.Parse("story.json", data)
	for _, p := range problems {
		kind := Question
		if p.Severity == story.Error {
			kind = Failure
		}
		message := p.Message
		if p.Hint != "" {
			message += "; " + p.Hint
		}
		d.report.add(kind, place{p.File, p.Line, p.Col, p.Path}, message)
	}
	if s == nil {
		return Result{Report: d.report}
	}
	return Result{s, data, d.report}
}

// document is a file, opened: one of its three forms is set.
type document struct {
	name  string
	sheet *sheet // rows and columns
	json  *node  // a tree with places
	xml   []byte
}

// open finds out whether a file is a table, JSON or XML.
func open(f File, d *draft) *document {
	data, ok := d.decode(f)
	if !ok {
		return nil
	}
	doc := &document{name: f.Name}
	switch start := bytes.TrimSpace(data); {
	case len(start) == 0:
		d.fail(place{file: f.Name, line: 1, col: 1}, "the file is empty")
		return nil
	case start[0] == '{' || start[0] == '[':
		doc.json = d.readJSON(f.Name, data)
		if doc.json == nil {
			return nil
		}
	case start[0] == '<':
		doc.xml = data
	default:
		doc.sheet = d.readSheet(f.Name, data)
		if doc.sheet == nil {
			return nil
		}
	}
	return doc
}

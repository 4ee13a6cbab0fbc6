package exchange

import (
	"sort"
	"strings"

	"dateline/story"
)

// Dateline's own sheets are tables of columns that read and write the same
// field, so that an export can be imported again. docs/newsroom.md explains
// them. Lists stand in a cell with " | " between.

// column is one column of a sheet of Ts. One that holds a text in several
// languages is written once a language: headline, headline.fr.
type column[T any] struct {
	name string
	text func(*T) *story.Text // the field, of a column with a text; else nil
	get  func(*T) string
	set  func(d *draft, c cell, v *T)
}

// texts is a column with a text.
func texts[T any](name string, of func(*T) *story.Text) column[T] {
	return column[T]{name: name, text: of}
}

// plainColumn is a column with a string as it is.
func plainColumn[T any](name string, of func(*T) *string) column[T] {
	return column[T]{name: name,
		get: func(v *T) string { return *of(v) },
		set: func(d *draft, c cell, v *T) { *of(v) = d.clean(c.text, c.at) }}
}

// read reads a row into v.
func readRow[T any](d *draft, r row, columns []column[T], v *T) {
	for _, col := range columns {
		if col.text == nil {
			if c := r.get(col.name); c.text != "" {
				col.set(d, c, v)
			}
			continue
		}
		for _, name := range r.of.names {
			base, lang, _ := strings.Cut(plainName(name), ".")
			if base != col.name {
				continue
			}
			_, tag, found := strings.Cut(strings.TrimSpace(name), ".")
			c := r.get(plainName(name))
			words := d.clean(c.text, c.at)
			if words == "" {
				continue
			}
			if tag = d.tag(tag); !found || lang == "" {
				tag = d.Lang
			}
			if tag == "" {
				d.drop(c.at, "the name of the column ends in no language tag")
				continue
			}
			x := col.text(v)
			if *x == nil {
				*x = story.Text{}
			}
			(*x)[tag] = words
		}
		if x := *col.text(v); x != nil && x[d.Lang] == "" {
			d.ask(r.get(col.name).at, "has no text in the story's own language, %q; left out", d.Lang)
			*col.text(v) = nil
		}
	}
}

// header is the first line of a sheet; further languages follow their column.
func header[T any](columns []column[T], langs []string) []string {
	var out []string
	for _, col := range columns {
		out = append(out, col.name)
		if col.text != nil {
			for _, lang := range langs {
				out = append(out, col.name+"."+lang)
			}
		}
	}
	return out
}

// line is a thing as a row of a sheet.
func line[T any](columns []column[T], own string, langs []string, v *T) []string {
	var out []string
	for _, col := range columns {
		if col.text == nil {
			out = append(out, escaped(col.get(v)))
			continue
		}
		x := *col.text(v)
		out = append(out, escaped(x[own]))
		for _, lang := range langs {
			out = append(out, escaped(x[lang]))
		}
	}
	return out
}

// columnNames lists the columns of a sheet by their plain names.
func columnNames[T any](columns []column[T]) string {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	return strings.Join(names, " ")
}

// strange reports the columns of a sheet that are none of ours.
func (d *draft) strange(s *sheet, known string) {
	for i, name := range s.names {
		base, _, _ := strings.Cut(plainName(name), ".")
		if base != "" && !word(known, base) && len(s.rows) > 0 {
			p := place{file: s.rows[0].at.file, line: 1, col: i + 1, where: name}
			d.drop(p, "the column is not known")
		}
	}
}

// pieces takes a list out of a cell.
func pieces(s string) []string {
	if s == "" {
		return nil
	}
	parts := strings.Split(s, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

const between = " | "

// kindOfSheet says which of our sheets this is, or "".
func kindOfSheet(s *sheet) string {
	switch {
	case s == nil:
		return ""
	case s.has("headline", "date") && !s.has("text"): // which is TimelineJS's
		return "events"
	case s.has("route", "kind"):
		return "routes"
	case s.has("kind", "countries"), s.has("kind", "shape"):
		return "areas"
	case s.has("magnitude", "value"):
		return "magnitudes"
	case s.has("from", "to", "what"):
		return "flows"
	case s.has("name", "from", "to"):
		return "eras"
	case s.has("key", "value"):
		return "story"
	case s.has("flow", "is"):
		return "statuses"
	case s.has("event", "label"):
		return "figures"
	case s.has("remark", "text"):
		return "remarks"
	case s.has("name", "lat", "lon"):
		return "places"
	case s.has("title", "publisher"):
		return "sources"
	}
	return ""
}

func isOwnSheet(doc *document) bool { return kindOfSheet(doc.sheet) != "" }

// Sheets are read in an order in which each knows what it refers to.
const sheetOrder = "story places sources events flows routes areas magnitudes eras statuses figures remarks"

func readOwnSheets(d *draft, docs []*document) {
	sort.SliceStable(docs, func(i, j int) bool {
		return strings.Index(sheetOrder, kindOfSheet(docs[i].sheet)) < strings.Index(sheetOrder, kindOfSheet(docs[j].sheet))
	})
	for _, doc := range docs {
		kind := kindOfSheet(doc.sheet)
		d.report.Formats = append(d.report.Formats, doc.name+": csv, "+kind)
		switch s := doc.sheet; kind {
		case "story":
			readStorySheet(d, s)
		case "places":
			readPlaces(d, s)
		case "sources":
			readSources(d, s)
		case "events":
			readEvents(d, s)
		case "flows":
			readFlows(d, s)
		case "routes":
			readRoutes(d, s)
		case "areas":
			readAreas(d, s)
		case "magnitudes":
			readMagnitudes(d, s)
		case "eras":
			readEras(d, s)
		case "statuses":
			readStatuses(d, s)
		case "figures":
			readFigures(d, s)
		case "remarks":
			readRemarks(d, s)
		}
	}
}

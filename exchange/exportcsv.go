package exchange

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"dateline/story"
)

// sheetFile writes rows as CSV, as RFC 4180 has it but for the ends of lines.
func sheetFile(name string, rows [][]string) File {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.WriteAll(rows) // a buffer takes all
	return File{name + ".csv", b.Bytes()}
}

// table writes things as a sheet; without any there is none.
func table[T any](name, own string, langs []string, columns []column[T], all []T) []File {
	if len(all) == 0 {
		return nil
	}
	rows := [][]string{header(columns, langs)}
	for i := range all {
		rows = append(rows, line(columns, own, langs, &all[i]))
	}
	return []File{sheetFile(name, rows)}
}

func writeSheets(s *story.Story) []File {
	var langs []string
	for _, lang := range languagesOf(s) {
		if lang != s.Lang {
			langs = append(langs, lang)
		}
	}
	var events []eventRow
	var figures []figureRow
	var changes []changeRow
	for _, e := range s.Events {
		row := eventRow{Event: e}
		if p := s.Place(e.Place); p != nil {
			row.lat.text = strconv.FormatFloat(p.At[1], 'f', -1, 64)
			row.lon.text = strconv.FormatFloat(p.At[0], 'f', -1, 64)
		}
		events = append(events, row)
		for _, f := range e.Figures {
			figures = append(figures, figureRow{f, e.ID})
		}
	}
	for _, f := range s.Flows {
		if !plain(f.Status) {
			for _, c := range f.Status {
				changes = append(changes, changeRow{c, f.ID})
			}
		}
	}
	var remarks []remarkRow
	for _, a := range s.Analysis {
		remarks = append(remarks, remarkRow{kind: "analysis", by: a.By, role: a.Role, text: a.Text, sources: a.Sources})
	}
	for _, n := range s.Notes {
		remarks = append(remarks, remarkRow{kind: "note", id: n.ID, text: n.Text})
	}
	for i, c := range s.Corrections {
		remarks = append(remarks, remarkRow{kind: "correction", date: &s.Corrections[i].Date, text: c.Text})
	}
	files := table("story", s.Lang, langs, storyColumns(), storyRows(s))
	files = append(files, table("events", s.Lang, langs, eventColumns(), events)...)
	files = append(files, table("flows", s.Lang, langs, flowColumns(), s.Flows)...)
	files = append(files, table("routes", s.Lang, langs, append(routeColumns(), waypointColumns()...), routeRows(s))...)
	files = append(files, table("areas", s.Lang, langs, areaColumns(), s.Areas)...)
	files = append(files, table("magnitudes", s.Lang, langs, append(magnitudeColumns(), measureColumns()...), measureRows(s))...)
	files = append(files, table("eras", s.Lang, langs, eraColumns(), s.Eras)...)
	files = append(files, table("places", s.Lang, langs, placeColumns(), s.Places)...)
	files = append(files, table("sources", s.Lang, langs, sourceColumns(), s.Sources)...)
	files = append(files, table("statuses", s.Lang, langs, changeColumns(), changes)...)
	files = append(files, table("figures", s.Lang, langs, figureColumns(), figures)...)
	return append(files, table("remarks", s.Lang, langs, remarkColumns(), remarks)...)
}

// languagesOf lists the languages of all of a story's texts, sorted.
func languagesOf(s *story.Story) []string {
	all := story.Text{}
	s.EachText(func(t story.Text) {
		for lang := range t {
			all[lang] = ""
		}
	})
	return languages(all)
}

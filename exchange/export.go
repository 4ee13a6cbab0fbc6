package exchange

import "dateline/story"

// Target is a format that a story can be written in.
type Target struct {
	Name  string
	Loses []string // what the format cannot say; docs/newsroom.md lists the same
	Write func(*story.Story) []File
}

// Targets lists the formats of export.
func Targets() []Target {
	return []Target{
		{"csv", []string{
			"comments in story.json",
			"a | in a locator, and white space at the ends of a text",
		}, writeSheets},
		{"geojson", []string{
			"comments in story.json",
		}, writeGeoJSON},
		{"timelinejs", []string{
			"places, and with them the map",
			"flows, routes, areas, magnitudes",
			"who says it and to whom, kind, status, caveat, figures, focus",
			"translations: one language is written",
			"sources without a link, and where in a source; publisher, date and note of a source",
			"words for an uncertain date",
			"images on their way back: they are written with address, alternative text, credit and caption, and import drops what it would have to fetch",
			"an end of an event, and an era, that is uncertain or has an hour; caveats and sources of eras",
			"byline, dates of publication, window, kind of timeline, address, analysis, notes, corrections",
		}, writeTimeline},
	}
}

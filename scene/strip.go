package scene

import "dateline/timeline"

// Strip is the timeline's place under the map: a figure of the story, at every
// width. The page lays its slider out by the same one.
type Strip struct {
	Height float64 // CSS pixels
	Rise   float64 // from its bottom edge to the middle of the track
}

// The least strip, as the style sheet has it, and what a story's may have more,
// CSS pixels.
const (
	StripHeight  = 104.0
	TrackRise    = 40.0
	eraHeight    = 17.0 // a row of eras, above all else
	barHeight    = 8.0  // a row of what lasts, under the track
	barRoom      = 24.0 // for rows of a calendar, which has no brackets under its track
	sliverHeight = 8.0  // the whole axis, while the reader looks at a part
)

// StripOf is the strip of a story.
func StripOf(line *timeline.Line) Strip {
	more := barHeight * float64(line.Rows)
	if len(line.Units()) > 0 {
		more = max(0, more-barRoom)
	}
	if line.Closest() > 0 {
		more += sliverHeight
	}
	return Strip{Height: StripHeight + eraHeight*float64(line.EraRows) + more, Rise: TrackRise + more}
}

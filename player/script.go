// Package player holds what the reader meets beside the picture: the script of
// a story, which tells the page's own script every word to show at every stop
// so that it computes none, and the text of the page. It knows no browser and
// no Ebitengine.
package player

import (
	"fmt"
	"strconv"
	"strings"
)

// Script is what the page's script looks things up in. It is written into the
// page as JSON.
type Script struct {
	Story   string  `json:"story"` // id
	Lang    string  `json:"lang"`
	Scale   string  `json:"scale"`             // "ordinal" or "calendar"
	Stops   []Stop  `json:"stops"`             // the first is the opening, where nothing has happened yet
	Extent  float64 `json:"extent"`            // the slider's greatest value: that of the last stop, or more where something lasts longer
	Closest float64 `json:"closest,omitempty"` // the least part of the slider's values that a reader may look at; 0: only the whole
	Pace    []Beat  `json:"pace"`              // seconds of playing against position, ascending, piecewise linear
	Stands  []Stand `json:"stands"`            // how the flows of the ledger may stand
	Words   Words   `json:"words"`

	ByFlow []string `json:"-"` // PageFlow.Stands, by flow
}

// Stop is a resting point of the timeline: an event, or the opening.
type Stop struct {
	X     float64   `json:"x"`               // the slider's value here: 0 … number of stops − 1, ascending
	Event string    `json:"event,omitempty"` // id of its last event; empty at the opening
	Also  []string  `json:"also,omitempty"`  // ids of the events that come in here before it, on a calendar axis
	Index int       `json:"index"`           // which event, counted along the axis: 1 … count; 0 at the opening
	Date  *DateFact `json:"date,omitempty"`  // for timechange; nil at the opening
	Flow  int       `json:"flow,omitempty"`  // the first flow of the ledger that begins or changes here, counted from 1
	Block int       `json:"block"`           // which day block; −1 at the opening
	Words string    `json:"words"`           // the date in words: "2 March 2025", "About 2 March 2025, day not stated"
	Value string    `json:"value,omitempty"` // aria-valuetext
	Live  string    `json:"live,omitempty"`  // what the live region says when the stop is entered
}

// DateFact is what is known of a date, and no more.
type DateFact struct {
	Date      string `json:"date"`      // "2025-03-02", as fine as it is known
	Precision string `json:"precision"` // "year" … "minute"
	About     bool   `json:"about"`
	Before    bool   `json:"before,omitempty"`
	After     bool   `json:"after,omitempty"`
}

// Beat ties a second of playing to a position.
type Beat struct {
	T   float64 // seconds from the start
	Pos float64 // position, in stops
}

// MarshalJSON writes the pair, to a millisecond and a thousandth of a pixel of
// the widest way from stop to stop: a long story has tens of thousands.
func (b Beat) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%s,%s]", short(b.T, 3), short(b.Pos, 6)), nil
}

func short(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// Words are the interface's own words that the script needs.
type Words struct {
	Play    string `json:"play"`
	Pause   string `json:"pause"`
	Replay  string `json:"replay"`
	Loading string `json:"loading"` // while the engine loads
	Still   string `json:"still"`   // the map could not start; the story below is complete
	Retry   string `json:"retry"`
	Missing string `json:"missing"` // a part of a list has not come
	Why     Why    `json:"why"`     // why the interactive map does not show, in one line
	Copied  string `json:"copied"`  // the address to share is in the clipboard
	Copy    string `json:"copy"`    // … or stands in a field, to be copied by hand
	Opening string `json:"opening"`
	Colon   string `json:"colon"` // between a label and what it labels, with its spaces

	// How the map is moved, for a reader who has tried otherwise.
	Fingers    string `json:"fingers"`
	Wheel      string `json:"wheel"`
	WheelApple string `json:"wheelApple"` // … where the key is ⌘

	// Who has the map: said to a listener when the reader takes it, and when
	// the story has it again.
	Taken string `json:"taken"`
	Given string `json:"given"`
}

// Why says why the picture moves from stop to stop instead of being drawn.
type Why struct {
	WebAssembly string `json:"wasm"`     // the browser lacks it, or may not run it
	WebGL       string `json:"webgl"`    // the browser lacks WebGL 2
	Download    string `json:"download"` // the engine did not come, or not whole
	Lost        string `json:"lost"`     // the graphics card took the picture away, twice
	Broke       string `json:"broke"`    // a fault of ours
	Silent      string `json:"silent"`   // no answer
}

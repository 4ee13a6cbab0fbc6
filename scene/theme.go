package scene

import (
	"image/color"

	"dateline/render"
)

// The inks of a scene. A theme gives each a colour; nothing else in the
// program does.
const (
	Sea render.Ink = iota
	Land
	StoryLand // the countries that the story's places lie in
	Lake
	River
	Coast
	Border
	Graticule
	Halo  // around words on the map
	Paper // plates, the strip under the timeline
	Band  // every second block of the timeline
	Ink
	Soft
	Rule // track and separators
	Accent
	Flow1 // flows, by the place they come from, in the order of the story
	Flow2
	Flow3
	Flow4
	Flow5
	Talks // diplomacy
	inks
)

var inkNames = [inks]string{"sea", "land", "story-land", "lake", "river", "coast", "border", "graticule", "halo", "paper", "band", "ink", "soft", "rule", "accent", "flow1", "flow2", "flow3", "flow4", "flow5", "talks"}

// flowInks is how many inks there are for flows.
const flowInks = int(Flow5-Flow1) + 1

// Light and Dark are the themes. Flows and marks keep 3 : 1 against land and
// sea, words 4.5 : 1 against their halo (a test holds both); the flows' hues
// stay apart for the colour-blind and differ in lightness as well.
func Light() *render.Palette {
	return palette([inks]uint32{
		Sea: 0xe3eaee, Land: 0xf8f5ee, StoryLand: 0xefe8d8, Lake: 0xe3eaee, River: 0xcbd9e0, Coast: 0x9fb0ba, Border: 0xcfc5b2, Graticule: 0xd3dde2,
		Halo: 0xfbf9f4, Paper: 0xffffff, Band: 0xf3f1ec, Ink: 0x1a1d21, Soft: 0x5a636b, Rule: 0xc3c8cc, Accent: 0xb3261e,
		Flow1: 0x0b5a8c, Flow2: 0x8a4b08, Flow3: 0x7a2f86, Flow4: 0x1f6f4a, Flow5: 0x97284f, Talks: 0x3c444b,
	})
}

// Dark is Light's counterpart for dark pages.
func Dark() *render.Palette {
	return palette([inks]uint32{
		Sea: 0x11181d, Land: 0x232a2f, StoryLand: 0x2f363a, Lake: 0x11181d, River: 0x35434d, Coast: 0x4c5a64, Border: 0x4a5054, Graticule: 0x1b242a,
		Halo: 0x171c20, Paper: 0x14181b, Band: 0x1c2226, Ink: 0xf1eee7, Soft: 0xa9b1b7, Rule: 0x454c52, Accent: 0xff7d6e,
		Flow1: 0x6cb8ea, Flow2: 0xf0a84e, Flow3: 0xcf96dd, Flow4: 0x74c9a0, Flow5: 0xf08db0, Talks: 0xc8cdd1,
	})
}

func palette(rgb [inks]uint32) *render.Palette {
	p := &render.Palette{Names: inkNames[:], Colors: make([]color.NRGBA, inks)}
	for i, c := range rgb {
		p.Colors[i] = color.NRGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255}
	}
	return p
}

// Measures of the picture, in CSS pixels. The page lays its controls out by
// the same ones.
const (
	StripHeight = 104 // the timeline, under the map
	TrackInset  = 24  // from the strip's left and right edge to the ends of the track
	TrackRise   = 40  // from the strip's bottom edge to the middle of the track

	// The page's zoom buttons stand in the map's lower right corner, or in its
	// lower left one where words run from right to left.
	ButtonsWidth  = 56
	ButtonsHeight = 150
)

package scene

import (
	"image/color"
	"slices"

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
	Country // the names of countries
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

var inkNames = [inks]string{"sea", "land", "story-land", "lake", "river", "coast", "border", "country", "graticule", "halo", "paper", "band", "ink", "soft", "rule", "accent", "flow1", "flow2", "flow3", "flow4", "flow5", "talks"}

// flowInks is how many inks there are for flows.
const flowInks = int(Flow5-Flow1) + 1

// Mode is under which of a theme's palettes a picture is shown.
type Mode uint8

const (
	LightMode        Mode = iota
	DarkMode              // on dark pages
	ContrastMode          // for readers who ask for more contrast, on light pages
	DarkContrastMode      // … and on dark ones
	PrintMode             // on paper: greys
	modes
)

var modeNames = [modes]string{"light", "dark", "contrast", "dark-contrast", "print"}

// Modes lists the names of the modes, in their order.
func Modes() []string { return slices.Clone(modeNames[:]) }

// ParseMode returns the mode of a name; what is no name is light.
func ParseMode(name string) Mode { return Mode(max(0, slices.Index(modeNames[:], name))) }

// Inks lists the names of the inks, in their order.
func Inks() []string { return slices.Clone(inkNames[:]) }

// Theme is how a picture looks: the colours of every ink under every mode, and
// the weight of lines. A newsroom's own is read from a file by the tool; the
// browser gets it with the story.
type Theme struct {
	Colors [modes][]color.NRGBA
	Lines  Lines
}

// Lines are factors of the widths of lines; 0 counts as 1.
type Lines struct{ Coast, Border, River, Trail float32 }

// scaled is a width under a factor.
func scaled(width, factor float32) float32 {
	if factor == 0 {
		return width
	}
	return width * factor
}

// Palette returns the colours of a mode.
func (t *Theme) Palette(m Mode) *render.Palette {
	return &render.Palette{Names: inkNames[:], Colors: t.Colors[m]}
}

// Own is Dateline's own theme.
func Own() *Theme {
	t := new(Theme)
	for m, rgb := range ownColors() {
		t.Colors[m] = make([]color.NRGBA, inks)
		for i, c := range rgb {
			t.Colors[m][i] = color.NRGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255}
		}
	}
	return t
}

// Light and Dark are palettes of Dateline's own theme.
func Light() *render.Palette { return Own().Palette(LightMode) }
func Dark() *render.Palette  { return Own().Palette(DarkMode) }

// Measures of the picture, in CSS pixels. The page lays its controls out by
// the same ones.
const (
	TrackInset = 24 // from the strip's left and right edge to the ends of the track

	// The page's zoom buttons stand in the map's lower right corner, or in its
	// lower left one where words run from right to left.
	ButtonsWidth  = 56
	ButtonsHeight = 108

	// Its button that gives the map back stands at the middle of the map's top.
	followWidth  = 230
	followHeight = 58
)

package scene

import (
	"fmt"
	"image/color"
	"math"

	"dateline/render"
)

// contrast is the ratio of WCAG 2.2, of two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	l := func(c color.NRGBA) float64 {
		part := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	x, y := l(a), l(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Faint lists what of a theme is hard to tell from what it lies on: words need
// 4.5 : 1 against their halo and paper, names of countries against land, marks and flows 3 : 1 against land and
// sea (WCAG 2.2, success criteria 1.4.3 and 1.4.11), and 7 and 4.5 under the
// modes of more contrast.
func (t *Theme) Faint() (out []string) {
	flows := []render.Ink{Flow1, Flow2, Flow3, Flow4, Flow5, Talks}
	for m, name := range modeNames {
		p := t.Palette(Mode(m))
		check := func(least float64, on []render.Ink, inks ...render.Ink) {
			for _, i := range inks {
				for _, o := range on {
					if got := contrast(p.Colors[i], p.Colors[o]); got < least {
						out = append(out, fmt.Sprintf("%s: %s on %s has a contrast of %.2f, less than %.1f", name, p.Names[i], p.Names[o], got, least))
					}
				}
			}
		}
		text, mark := 4.5, 3.0
		if Mode(m) == ContrastMode || Mode(m) == DarkContrastMode {
			text, mark = 7, 4.5
		}
		check(text, []render.Ink{Halo, Paper}, append(flows, Ink, Soft)...)
		check(text, []render.Ink{Band}, Ink, Soft)
		check(text, []render.Ink{Land}, Country)
		check(mark, []render.Ink{Sea, Land, StoryLand, Paper}, append(flows, Ink, Accent)...)
		check(mark, []render.Ink{Paper, Band}, Accent, Soft)
	}
	return out
}

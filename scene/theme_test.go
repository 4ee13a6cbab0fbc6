package scene

import (
	"image/color"
	"math"
	"testing"

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

func TestContrast(t *testing.T) {
	for name, p := range map[string]*render.Palette{"light": Light(), "dark": Dark()} {
		check := func(least float64, on []render.Ink, inks ...render.Ink) {
			for _, i := range inks {
				for _, o := range on {
					if got := contrast(p.Colors[i], p.Colors[o]); got < least {
						t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", name, p.Names[i], p.Names[o], got, least)
					}
				}
			}
		}
		flows := []render.Ink{Flow1, Flow2, Flow3, Flow4, Flow5, Talks}
		check(4.5, []render.Ink{Halo, Paper}, append(flows, Ink, Soft)...)
		check(4.5, []render.Ink{Band}, Ink, Soft)
		check(3, []render.Ink{Sea, Land, StoryLand, Paper}, append(flows, Ink, Accent)...)
		check(3, []render.Ink{Paper, Band}, Accent, Soft)
	}
}

// Every form of the flagship story can be told from every other without any
// colour.
func TestFormsDiffer(t *testing.T) {
	st := flagship(t)
	seen := map[form]FormKey{}
	for i := range st.Flows {
		for k := range st.Flows[i].Status {
			key := FormOf(&st.Flows[i], k)
			f := formOf(key)
			if other, ok := seen[f]; ok && other != key {
				t.Errorf("%+v and %+v look alike", key, other)
			}
			seen[f] = key
		}
	}
	if len(seen) != 7 {
		t.Errorf("%d forms, want 7", len(seen))
	}
}

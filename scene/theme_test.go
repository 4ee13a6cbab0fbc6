package scene

import (
	"image/color"
	"math"
	"testing"
)

// Dateline's own theme keeps the contrasts that a house's is held to.
func TestContrast(t *testing.T) {
	for _, w := range Own().Faint() {
		t.Error(w)
	}
	bad := Own()
	bad.Colors[DarkMode][Soft] = bad.Colors[DarkMode][Paper]
	if got := bad.Faint(); len(got) != 5 {
		t.Errorf("words in the colour of their paper: %q", got)
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

// blind are the colours that somebody without one kind of cone sees, by a
// linear map of linear light: G. M. Machado, M. M. Oliveira and L. A. F.
// Fernandes, A Physiologically-based Model for Simulation of Color Vision
// Deficiency, IEEE TVCG 15 (2009), table 1, severity 1.
var blind = map[string][3][3]float64{
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	"nobody":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
}

// lab is a colour in CIE L*a*b* (white D65), as somebody sees it.
func lab(c color.NRGBA, eye [3][3]float64) [3]float64 {
	light := func(v uint8) float64 {
		if x := float64(v) / 255; x > 0.04045 {
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	in := [3]float64{light(c.R), light(c.G), light(c.B)}
	var rgb [3]float64
	for i := range rgb {
		for k := range in {
			rgb[i] += eye[i][k] * in[k]
		}
		rgb[i] = min(max(rgb[i], 0), 1)
	}
	x := (0.4124*rgb[0] + 0.3576*rgb[1] + 0.1805*rgb[2]) / 0.9505
	y := 0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2]
	z := (0.0193*rgb[0] + 0.1192*rgb[1] + 0.9505*rgb[2]) / 1.089
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	return [3]float64{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}

// The flows' inks stay apart for readers without one kind of cone. The least
// difference is in the units of L*a*b*, of which one is barely seen side by
// side; on paper, in greys, forms and labels tell flows apart and no ink does.
func TestColorBlind(t *testing.T) {
	const least = 12
	own := Own()
	for m, name := range modeNames {
		if Mode(m) == PrintMode {
			continue
		}
		p := own.Palette(Mode(m))
		for who, eye := range blind {
			for a := Flow1; a <= Flow5; a++ {
				for b := Flow1; b < a; b++ {
					x, y := lab(p.Colors[a], eye), lab(p.Colors[b], eye)
					if d := math.Sqrt(math.Pow(x[0]-y[0], 2) + math.Pow(x[1]-y[1], 2) + math.Pow(x[2]-y[2], 2)); d < least {
						t.Errorf("%s: %s and %s are %.1f apart for %s, want %d", name, p.Names[a], p.Names[b], d, who, least)
					}
				}
			}
		}
	}
}

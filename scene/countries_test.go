package scene_test

import (
	"math"
	"testing"

	"dateline/render"
	"dateline/scene"
	"dateline/timeline"
)

// names are the texts of the layer of countries that can be seen, by what they
// say, with their middles and how well they are seen.
type seenName struct {
	at    render.Point
	alpha float32
	box   render.Rect
}

func countryNames(t *testing.T, s *scene.Scene, pos timeline.Pos, view scene.View) map[string]seenName {
	t.Helper()
	var l render.List
	s.Build(&l, pos, view)
	set := faces(t)
	out := map[string]seenName{}
	for _, y := range l.Layers {
		if y.Name != "countries" {
			continue
		}
		part := l
		part.Ops = l.Ops[y.Ops.From:y.Ops.To]
		alphas := map[string]float32{}
		for _, op := range part.Ops {
			alphas[op.Name] = op.Paint.Alpha
		}
		for _, w := range words(&part, set) {
			out[w.text] = seenName{render.Point{X: (w.box.Min.X + w.box.Max.X) / 2, Y: (w.box.Min.Y + w.box.Max.Y) / 2}, alphas[w.text], w.box}
		}
	}
	return out
}

// At rest a name of a country is there or not, never half; the story's own
// countries are among them.
func TestCountriesAtRest(t *testing.T) {
	for _, f := range frames {
		s := prepare(t, flagship, f.width, f.height)
		for pos := timeline.Pos(0); pos <= 11; pos++ {
			names := countryNames(t, s, pos, scene.View{})
			for text, n := range names {
				if n.alpha != 1 && n.alpha != 0.8 {
					t.Errorf("%s at %g: %s has an alpha of %.2f", f.name, pos, text, n.alpha)
				}
			}
			if f.name == "wide" {
				for _, text := range map[timeline.Pos][]string{0: {"CANADA", "GREENLAND", "UKRAINE", "RUSSIA"}, 2: {"FRANCE", "GERMANY", "POLAND", "UKRAINE", "CZECHIA"}}[pos] {
					if _, ok := names[text]; !ok {
						t.Errorf("%s at %g: no %s", f.name, pos, text)
					}
				}
			}
		}
	}
}

// A name stays at its place on the map while the reader zooms in, and none that
// has come in goes while there is room for it; more come in.
func TestCountriesStay(t *testing.T) {
	s := prepare(t, flagship, 1000, 624)
	w, h := 1000.0, 624.0-scene.StripHeight
	place := map[string]render.Point{}
	before := 0
	for k := 1.0; k <= 8; k *= 1.03 {
		east := -300 * (k - 1) // towards Europe
		names := countryNames(t, s, 11, scene.View{K: k, X: east})
		for text, n := range names {
			at := render.Point{X: float32((float64(n.at.X)-w/2-east)/k + w/2), Y: float32((float64(n.at.Y)-h/2)/k + h/2)}
			old, ok := place[text]
			if !ok {
				place[text] = at
			} else if math.Hypot(float64(at.X-old.X), float64(at.Y-old.Y)) > 0.1 {
				t.Fatalf("at %.2f %s has moved from %v to %v", k, text, old, at)
			}
		}
		if k < 1.02 {
			before = len(names)
		}
	}
	if len(place) < before+3 {
		t.Errorf("%d names at first, %d after zooming in", before, len(place))
	}
	// Away from the story no name touches another, whatever the reader does.
	for _, v := range []scene.View{{K: 2, X: 500, Y: 200}, {K: 3, X: -900, Y: -100}, {K: 4, X: -1400, Y: 100}, {K: 0.6}, {K: 8, X: -2500, Y: 500}} {
		var all []seenName
		for _, n := range countryNames(t, s, 11, v) {
			for _, o := range all {
				x := min(n.box.Max.X, o.box.Max.X) - max(n.box.Min.X, o.box.Min.X)
				y := min(n.box.Max.Y, o.box.Max.Y) - max(n.box.Min.Y, o.box.Min.Y)
				if x > 0 && y > 0 {
					t.Errorf("%+v: two names overlap at %v", v, n.at)
				}
			}
			all = append(all, n)
		}
	}
}

// A story of another time has no names of today's countries.
func TestCountriesOfToday(t *testing.T) {
	s := prepare(t, "march-on-moscow", 1000, 624)
	for pos := timeline.Pos(0); pos <= 4; pos++ {
		if names := countryNames(t, s, pos, scene.View{}); len(names) > 0 {
			t.Errorf("at %g a map of 1812 names %v", pos, names)
		}
	}
}

// Names of countries get their seats under a camera.
func BenchmarkSeatCountries(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s := prepare(b, flagship, 1440, 744)
		var l render.List
		b.StartTimer()
		s.Build(&l, 2, scene.View{})
	}
}

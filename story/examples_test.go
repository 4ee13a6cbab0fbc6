package story

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/paulmach/orb/geo"
)

// What every example owes its readers: a source with its place for each fact, a
// doubt where the date is one, a headline that fits a phone.
func TestExamplesAreSourced(t *testing.T) {
	entries, err := os.ReadDir("../examples")
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) < 4 {
		t.Errorf("%d examples", len(entries))
	}
	for _, entry := range entries {
		s := exampleOf(t, entry.Name())
		if s.ID != entry.Name() || s.Standfirst == nil || len(s.Notes) == 0 {
			t.Errorf("%s: the frame is %s, %v, %d notes", entry.Name(), s.ID, s.Standfirst, len(s.Notes))
		}
		located := func(id string, cited []Citation) {
			for _, c := range cited {
				if c.Locator != "" {
					return
				}
			}
			t.Errorf("%s: %s cites nothing with a locator", s.ID, id)
		}
		for _, e := range s.Events {
			located(e.ID, e.Sources)
			if e.Date.Certainty != Stated && e.Caveat == nil && e.Date.Precision < Hour {
				t.Errorf("%s: %s is not dated surely, and has no caveat", s.ID, e.ID)
			}
			if n := utf8.RuneCountInString(e.Headline[s.Lang]); n > 60 {
				t.Errorf("%s: %s has a headline of %d characters", s.ID, e.ID, n)
			}
			if e.Summary == nil {
				t.Errorf("%s: %s has no summary", s.ID, e.ID)
			}
		}
		for _, f := range s.Flows {
			located(f.ID, f.Sources)
		}
		for _, r := range s.Routes {
			if r.Caveat == nil || len(r.Sources) == 0 {
				t.Errorf("%s: the route %s has no caveat or no source", s.ID, r.ID)
			}
		}
		for _, m := range s.Magnitudes {
			if len(m.Sources) == 0 || m.Unit == nil {
				t.Errorf("%s: %s has no source or no unit", s.ID, m.ID)
			}
		}
		for _, e := range s.Eras {
			if len(e.Sources) == 0 {
				t.Errorf("%s: the era %s has no source", s.ID, e.ID)
			}
		}
	}
}

// The stories of the past say what the map shows of today: coasts and rivers,
// and no borders, which a story that ends before 1993 is drawn without.
func TestExamplesOfThePast(t *testing.T) {
	for _, id := range []string{"magellan-elcano", "march-on-moscow", "titanic-night"} {
		s := exampleOf(t, id)
		if n := s.note("borders"); !strings.Contains(n, "today’s coasts") || !strings.Contains(n, "no borders") {
			t.Errorf("%s: the note on borders is %q", id, n)
		}
		if missing := s.Untranslated("en"); len(missing) > 0 {
			t.Errorf("%s lacks %d texts: %q", id, len(missing), missing)
		}
	}
}

// note is the text of an editor's note in the story's language.
func (s *Story) note(id string) string {
	for _, n := range s.Notes {
		if n.ID == id {
			return n.Text[s.Lang]
		}
	}
	return ""
}

// fact is a row of what an event must say.
type fact struct {
	id, date, place string
	says            []string // in headline, summary, figures or caveat
}

func checkFacts(t *testing.T, s *Story, rows []fact) {
	t.Helper()
	if len(s.Events) != len(rows) {
		t.Fatalf("%s: %d events, want %d", s.ID, len(s.Events), len(rows))
	}
	for i, r := range rows {
		e := s.Events[i]
		if e.ID != r.id || e.Date.known() != r.date || e.Place != r.place {
			t.Errorf("event %d is %s, %s, %s; want %s, %s, %s", i, e.ID, e.Date.known(), e.Place, r.id, r.date, r.place)
		}
		words := strings.Join([]string{e.Headline["en"], e.Summary["en"], e.Caveat["en"]}, " ")
		for _, want := range r.says {
			if !strings.Contains(words, want) {
				t.Errorf("%s does not say %q", e.ID, want)
			}
		}
	}
}

// measure is a row of what a magnitude must be.
type measure struct {
	date  string
	value float64 // −1: not stated
}

func checkMeasures(t *testing.T, s *Story, id string, rows []measure) {
	t.Helper()
	i := slices.IndexFunc(s.Magnitudes, func(m Magnitude) bool { return m.ID == id })
	if i < 0 {
		t.Fatalf("%s: no magnitude %s", s.ID, id)
	}
	m := s.Magnitudes[i]
	if len(m.Values) != len(rows) || m.Between != Steps {
		t.Fatalf("%s: %d values, %s", id, len(m.Values), m.Between)
	}
	for k, r := range rows {
		v := m.Values[k]
		if v.Date.known() != r.date || v.Known != (r.value >= 0) || v.Known && v.Value != r.value {
			t.Errorf("%s: value %d is %s, %v, %v; want %+v", id, k, v.Date.known(), v.Known, v.Value, r)
		}
	}
}

// away is the distance of two places in nautical miles.
func away(t *testing.T, s *Story, a, b string) float64 {
	t.Helper()
	p, q := s.Place(a), s.Place(b)
	if p == nil || q == nil {
		t.Fatalf("%s: no place %s or %s", s.ID, a, b)
	}
	return geo.DistanceHaversine(p.At, q.At) / 1852
}

func near(a, b, by float64) bool { return math.Abs(a-b) <= by }

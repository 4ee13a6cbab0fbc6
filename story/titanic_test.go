package story

import (
	"math"
	"strings"
	"testing"
)

// The night of the Titanic: each event by the clock of its source, and in the
// order that the clocks give when Greenwich is taken for all.
func TestTitanicEvents(t *testing.T) {
	s := exampleOf(t, "titanic-night")
	checkFacts(t, s, []fact{
		{"caronia", "1912-04-14T09:00-02:58", "caronia-ice", []string{"42° north", "49° to 51° west"}},
		{"baltic", "1912-04-14T13:42-02:58", "baltic-ice", []string{"Athenai", "Ismay"}},
		{"amerika", "about 1912-04-14T13:45-02:58", "amerika-ice", []string{"Hydrographic Office"}},
		{"turns-corner", "1912-04-14T17:50-02:58", "corner", []string{"S 86° W", "22 knots"}},
		{"antillian", "1912-04-14T17:35-05:00", "three-bergs", []string{"Bride", "7.30 p.m."}},
		{"mesaba", "1912-04-14T19:50-05:00", "wreck", []string{"not taken to the bridge", "9.40 p.m.", "9.52"}},
		{"californian-stops", "1912-04-14T22:21-03:10", "californian-stop", []string{"Lord", "did not believe the position"}},
		{"keep-out", "1912-04-14T21:05-05:00", "californian-stop", []string{"Evans", "keep out"}},
		{"collision", "1912-04-14T23:40-02:58", "wreck", []string{"first four flooded", "nobody aboard knew"}},
		{"uncover-boats", "about 1912-04-15T00:05-02:58", "wreck", []string{"1,178", "2,201", "2,223"}},
		{"first-call", "1912-04-14T22:25-05:00", "first-position", []string{"41° 44′ north, 50° 24′ west"}},
		{"carpathia-hears", "1912-04-14T22:35-05:00", "cqd", []string{"Cottam", "41° 46′ north, 50° 14′ west", "thirteen miles"}},
		{"first-boat", "about 1912-04-15T00:45-02:58", "wreck", []string{"built for 65", "about 27", "not acted on"}},
		{"carpathia-turns-round", "about 1912-04-14T22:45-05:00", "carpathia-turns", []string{"58 miles", "17½ knots", "12.35 a.m."}},
		{"boats-going", "about 1912-04-15T01:30-02:58", "wreck", []string{"Eleven boats", "Lowe"}},
		{"last-boat", "about 1912-04-15T02:05-02:58", "wreck", []string{"eighteenth", "1,500"}},
		{"last-signals", "1912-04-15T00:10-05:00", "wreck", []string{"Virginian", "12.27 a.m.", "in doubt"}},
		{"sinks", "1912-04-15T02:20-02:58", "wreck", []string{"two hours and forty minutes", "5.47 a.m. Greenwich"}},
		{"first-rescued", "1912-04-15T04:10-03:10", "wreck", []string{"five past four", "ten past"}},
		{"last-rescued", "about 1912-04-15T08:30-03:10", "wreck", []string{"712 people", "711 saved", "by 8 a.m."}},
		{"for-new-york", "about 1912-04-15T08:50-03:10", "wreck", []string{"18 April"}},
	})
	before := int64(math.MinInt64)
	for _, e := range s.Events {
		at, ok := e.Date.Instant()
		if !ok || at < before {
			t.Errorf("%s does not come after the event above it", e.ID)
		}
		before = at
	}
}

// The clocks: two minutes past two hours ahead of New York, and what the two
// inquiries made of it instead.
func TestTitanicClocks(t *testing.T) {
	s := exampleOf(t, "titanic-night")
	if s.Clock == nil || s.Clock.Offset != -(2*60+58) || s.Zone != "" {
		t.Fatalf("the story's clock is %+v", s.Clock)
	}
	const newYork = -5 * 60
	if ahead := s.Clock.Offset - newYork; ahead != 2*60+2 {
		t.Errorf("%d minutes ahead of New York", ahead)
	}
	for _, id := range []string{"californian-stop", "carpathia-turns"} {
		if c := s.Place(id).Clock; c == nil || c.Offset-newYork != 1*60+50 {
			t.Errorf("the clock of %s is %+v", id, c)
		}
	}
	for _, want := range []string{"2 hours 58 minutes", "1 hour 33 minutes", "1 hour 50 minutes", "disputed"} {
		if !strings.Contains(s.note("clock"), want) {
			t.Errorf("the note on the clock does not say %q", want)
		}
	}
	// A ship's collision and sinking are 2 h 40 min apart on one clock.
	hit, _ := s.Event("collision").Date.Instant()
	sunk, _ := s.Event("sinks").Date.Instant()
	if sunk-hit != (2*60+40)*60 {
		t.Errorf("%d s from the collision to the sinking", sunk-hit)
	}
}

// Positions as they were sent, and how far they were out: nautical miles.
func TestTitanicPositions(t *testing.T) {
	s := exampleOf(t, "titanic-night")
	for _, r := range []struct {
		a, b     string
		miles    float64
		by       float64
		says, of string // where the story tells the distance
	}{
		{"cqd", "wreck", 13, 0.5, "thirteen", "carpathia-hears"},
		{"first-position", "wreck", 20, 0.7, "some twenty miles", "first-call"},
		{"cqd", "carpathia-turns", 58, 1, "58 miles", "carpathia-turns-round"},
		{"californian-stop", "wreck", 22, 1, "about twenty miles", "californian-stops"},
	} {
		if d := away(t, s, r.a, r.b); !near(d, r.miles, r.by) {
			t.Errorf("%s is %.1f miles from %s, want %v", r.a, d, r.b, r.miles)
		}
		e := s.Event(r.of)
		if !strings.Contains(e.Headline["en"]+e.Summary["en"], r.says) {
			t.Errorf("%s does not say %q", r.of, r.says)
		}
	}
	if at := s.Place("wreck").At; !near(at.Lat(), 41+43/60.0+57/3600.0, 5e-5) || !near(at.Lon(), -(49+56/60.0+49/3600.0), 5e-5) {
		t.Errorf("the wreck is at %v", at)
	}
}

// The boats, by the table of the British report.
func TestTitanicBoats(t *testing.T) {
	at := func(hm string) string { return "about 1912-04-15T" + hm + "-02:58" }
	checkMeasures(t, exampleOf(t, "titanic-night"), "boats-lowered", []measure{
		{at("00:45"), 1}, {at("00:55"), 3}, {at("01:00"), 4}, {at("01:10"), 6}, {at("01:20"), 8}, {at("01:25"), 10},
		{at("01:30"), 11}, {at("01:35"), 14}, {at("01:40"), 15}, {at("01:45"), 16}, {at("01:55"), 17}, {at("02:05"), 18},
	})
}

package player

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"dateline/story"
)

// The two sentences that the page's description gives word for word, and the
// one of the live region.
func TestSpokenWords(t *testing.T) {
	stops := NewScript(flagship(t), "en").Stops
	for stop, want := range map[int]string{
		5: "2 March 2025. Place not stated. UK export finance for air-defence missiles. Event 5 of 11.",
		6: "About 2 March 2025, day not stated. Place not stated. Von der Leyen: EU support for Ukraine, amount not stated. Event 6 of 11.",
	} {
		if got := stops[stop].Value; got != want {
			t.Errorf("stop %d: %q, want %q", stop, got, want)
		}
	}
	const news = "US military aid: now under review."
	for i, s := range stops {
		if n := strings.Count(s.Live, news); n != map[bool]int{true: 1}[i == 11] {
			t.Errorf("stop %d says %d times that the aid is under review", i, n)
		}
	}
}

// A story of days names no hour and no zone, in no word of its page.
func TestDaysNameNoHour(t *testing.T) {
	line := flagship(t)
	words := readable(NewPage(line, "en"), Canvas(line, "en"))
	words, _, _ = strings.Cut(words, "\n== pace")
	script, err := json.Marshal(NewScript(line, "en"))
	if err != nil {
		t.Fatal(err)
	}
	hour := regexp.MustCompile(`\d\d:\d\d|\bUTC|\bGMT|\bCET|Europe/|America/|o'clock|midnight|noon|\d ?[ap]\.?m\b|T\d\d`)
	for _, text := range []string{words, string(script)} {
		if found := hour.FindString(text); found != "" {
			t.Errorf("the page says %q", found)
		}
	}
}

// Every fact of the story's tables stands on the page.
func TestPageHasEveryFact(t *testing.T) {
	p := NewPage(flagship(t), "en")
	type row struct{ id, date, note, place, placeNote, kind string }
	const none, here = "Place not stated", ""
	events := []row{
		{"white-house-debate", "Before 1 March 2025", "last week, day not stated", "Washington", here, "Event"},
		{"uk-loan", "1 March 2025", "", none, "shown at London", "Event"},
		{"london-summit", "2 March 2025", "", "London", here, "Event"},
		{"starmer-summit", "2 March 2025", "", "London", here, "Statement by Keir Starmer"},
		{"uk-export-finance", "2 March 2025", "", none, "shown at London", "Event"},
		{"eu-support", "About 2 March 2025", "day not stated", none, "shown at Brussels", "Statement by Ursula von der Leyen"},
		{"rutte-spending", "About 2 March 2025", "day not stated", none, "shown at London", "Statement by Mark Rutte"},
		{"coalition-plan", "About 2 March 2025", "day not stated", none, "shown at London", "Event and statement by Keir Starmer"},
		{"macron-truce", "About 2 March 2025", "day not stated", none, "shown at Paris", "Proposal by Emmanuel Macron to Le Figaro"},
		{"starmer-cbs", "About 2 March 2025", "day not stated", none, "shown at London", "Statement by Keir Starmer to CBS News"},
		{"washington-review", "3 March 2025", "", "Washington", here, "Event"},
	}
	if len(p.Events) != len(events) {
		t.Fatalf("%d events", len(p.Events))
	}
	for i, want := range events {
		e := p.Events[i]
		if got := (row{e.ID, e.Date, e.DateNote, e.Place, e.PlaceNote, e.Kind}); got != want {
			t.Errorf("event %d is %q, want %q", i, got, want)
		}
		if e.Headline == "" || e.Summary == "" || e.Caveat == "" || len(e.Sources) == 0 {
			t.Errorf("%s lacks words: %+v", e.ID, e)
		}
	}
	flows := [][]string{
		{"loan", "London", "Kyiv", "£2.26bn (≈\u00A0$2.8bn)", "Loan", "1 March 2025", "Provided"},
		{"export-finance", "London", "Kyiv", "£1.6bn (≈\u00A0$2bn)", "Export finance", "2 March 2025", "Announced (plans)"},
		{"eu-aid", "Brussels", "Kyiv", "Amount not stated", "Aid", "About 2 March 2025, day not stated", "Pledged"},
		{"us-aid", "Washington", "Kyiv", "Amount not stated", "Military aid", "Not stated",
			"Existing (implied: what may be suspended exists)", "Under review from 3 March 2025 (no decision is reported)"},
		{"plan", "London", "Paris and Kyiv", "No amount: talks", "Talks", "About 2 March 2025, day not stated", "Reported (by Keir Starmer)"},
		{"plan-to-us", "Work on a plan to end the conflict (London, Paris and Kyiv)", "Towards Washington, still to come", "No amount: talks", "Talks", "Not stated", "Intended"},
	}
	if len(p.Flows) != len(flows) {
		t.Fatalf("%d flows", len(p.Flows))
	}
	for i, want := range flows {
		f := p.Flows[i]
		got := append([]string{f.ID, f.From, f.To, f.Amount, f.Kind, f.Start}, f.Status...)
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("flow %d is %q, want %q", i, got, want)
		}
	}
	if p.Sources[0].Text != "News article, March 2025; publisher, title and link not supplied" {
		t.Errorf("the source is %q", p.Sources[0].Text)
	}
	for _, want := range []string{"Natural Earth", "Visionscarto", "world-atlas", "68/262", "27 March 2014", "Crimea and Sevastopol", "endorsement", "front line", "occupied areas", "United Nations"} {
		if !strings.Contains(p.BoundaryNote, want) {
			t.Errorf("the boundary note does not say %q", want)
		}
	}
}

// No cell of the ledger is empty or a dash: what is not stated is written out.
func TestLedgerWritesOut(t *testing.T) {
	for _, file := range []string{"../examples/three-days-in-march/story.json", "testdata/hours.json"} {
		for _, f := range NewPage(load(t, file), "en").Flows {
			for _, cell := range append([]string{f.From, f.To, f.What, f.Amount, f.Kind, f.Start}, f.Status...) {
				if strings.Trim(cell, " –—-") == "" {
					t.Errorf("%s has the cell %q", f.ID, cell)
				}
			}
		}
	}
}

// Every kind and status that a story can have has a word.
func TestEveryKindHasAWord(t *testing.T) {
	for _, of := range languages() {
		l := of()
		for _, s := range story.Statuses {
			if l.statuses[s] == "" {
				t.Errorf("%s has no word for the status %s", l.tag, s)
			}
		}
		for _, k := range story.FlowKinds {
			if l.flowKinds[k] == "" {
				t.Errorf("%s has no word for flows of %s", l.tag, k)
			}
		}
		for _, k := range story.EventKinds() {
			if l.kinds[k] == "" {
				t.Errorf("%s has no word for the event kind %s", l.tag, k)
			}
		}
	}
}

// A page does not depend on when or how often it is made.
func TestPageIsPure(t *testing.T) {
	line := flagship(t)
	first, _ := json.Marshal(NewPage(line, "en"))
	for range 20 {
		if again, _ := json.Marshal(NewPage(line, "en")); string(again) != string(first) {
			t.Fatal("two pages of one story differ")
		}
	}
	if os.Getenv("CI") == "" {
		t.Logf("the script is %d bytes of JSON", len(first))
	}
}

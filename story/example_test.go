package story

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func example(t testing.TB) *Story { return exampleOf(t, "three-days-in-march") }

func exampleOf(t testing.TB, id string) *Story {
	t.Helper()
	file := "../examples/" + id + "/story.json"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s, ps := Parse(file, data)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	return s
}

// The flagship story is held to its editorial reading row by row: what may be
// said, how sure it is, and nothing more.
func TestExamplePlaces(t *testing.T) {
	s := example(t)
	rows := []struct {
		id, en, fr, uk string
		lat, lon       float64
		zone           string
	}{
		{"london", "London", "Londres", "Лондон", 51.5072, -0.1276, "Europe/London"},
		{"paris", "Paris", "Paris", "Париж", 48.8566, 2.3522, "Europe/Paris"},
		{"kyiv", "Kyiv", "Kyiv", "Київ", 50.4501, 30.5234, "Europe/Kyiv"},
		{"washington", "Washington", "Washington", "Вашингтон", 38.9072, -77.0369, "America/New_York"},
		{"brussels", "Brussels", "Bruxelles", "Брюссель", 50.8503, 4.3517, "Europe/Brussels"},
	}
	if len(s.Places) != len(rows) {
		t.Fatalf("%d places", len(s.Places))
	}
	for i, r := range rows {
		p := s.Places[i]
		name := Text{"en": r.en, "fr": r.fr, "uk": r.uk}
		if p.ID != r.id || !reflect.DeepEqual(p.Name, name) || p.At.Lat() != r.lat || p.At.Lon() != r.lon || p.Zone != r.zone {
			t.Errorf("place %d is %+v, want %+v", i, p, r)
		}
	}
}

func TestExampleEvents(t *testing.T) {
	s := example(t)
	const stated, notStated = true, false
	rows := []struct {
		id, date, place string
		stated          bool
		kinds           []EventKind
		by, to          string
		locator         string
		says            []string // what headline and summary must carry
		doubt           string   // what the caveat must carry
	}{
		{"white-house-debate", "before 2025-03-01", "washington", stated, []EventKind{Happening}, "", "", "¶3", []string{"heated debate", "Zelensky", "Trump", "White House"}, "last week"},
		{"uk-loan", "2025-03-01", "london", notStated, []EventKind{Happening}, "", "", "¶7", []string{"private meeting", "Starmer", "lends", "loan of £2.26bn (about $2.8bn)", "military equipment"}, "does not say where"},
		{"london-summit", "2025-03-02", "london", stated, []EventKind{Happening}, "", "", "¶3", []string{"European leaders", "pledge", "support for Ukraine", "Many of them hope", "heal their rift"}, ""},
		{"starmer-summit", "2025-03-02", "london", stated, []EventKind{Statement}, "Keir Starmer", "", "¶4", []string{"historic crossroads", "heavy share", "strong support from the US", "believes", "lasting peace"}, "when he expressed his belief"},
		{"uk-export-finance", "2025-03-02", "london", notStated, []EventKind{Happening}, "", "", "¶7", []string{"announces plans", "£1.6bn (about $2bn)", "export finance", "more than 5,000 advanced air-defence missiles"}, "plans"},
		{"eu-support", "about 2025-03-02", "brussels", notStated, []EventKind{Statement}, "Ursula von der Leyen", "", "¶7", []string{"economic and military aid", "amount not stated"}, "neither a day nor an amount"},
		{"rutte-spending", "about 2025-03-02", "london", notStated, []EventKind{Statement}, "Mark Rutte", "", "¶6", []string{"NATO Secretary General", "some countries", "military spending", "does not say which"}, "no day"},
		{"coalition-plan", "about 2025-03-02", "london", notStated, []EventKind{Happening, Statement}, "Keir Starmer", "", "¶1", []string{"coalition of the willing", "goodwill alliance", "Zelensky", "Macron", "plan to end the conflict", "with the US next"}, "no day"},
		{"macron-truce", "about 2025-03-02", "paris", notStated, []EventKind{Proposal}, "Emmanuel Macron", "Le Figaro", "¶3", []string{"France and the UK have proposed", "one-month limited truce", "air, sea and energy infrastructure for a month", "second phase", "ground troops", "as the article reports it"}, "no other capital"},
		{"starmer-cbs", "about 2025-03-02", "london", notStated, []EventKind{Statement}, "Keir Starmer", "CBS News", "¶2", []string{"ntensive talks", "security from the US", "three needs", "Ukraine strong", "European share", "US backing"}, "no day"},
		{"washington-review", "2025-03-03", "washington", stated, []EventKind{Happening}, "", "", "¶8", []string{"national-security aides", "Secretary Marco Rubio", "Defense Secretary Pete Hegseth", "review and decide", "Suspending or cancelling US military aid"}, "does not say what was decided"},
	}
	if len(s.Events) != len(rows) {
		t.Fatalf("%d events", len(s.Events))
	}
	for i, r := range rows {
		e := s.Events[i]
		if e.ID != r.id || e.Date.known() != r.date || e.Place != r.place || e.PlaceStated != r.stated || !reflect.DeepEqual(e.Kinds, r.kinds) {
			t.Errorf("event %d is %s, %s, %s, %v, %v; want %+v", i, e.ID, e.Date.known(), e.Place, e.PlaceStated, e.Kinds, r)
		}
		if e.Date.Precision != Day {
			t.Errorf("%s claims more or less than a day", e.ID)
		}
		if e.By["en"] != r.by || e.To["en"] != r.to {
			t.Errorf("%s: by %q to %q, want %q, %q", e.ID, e.By["en"], e.To["en"], r.by, r.to)
		}
		if !reflect.DeepEqual(e.Sources, []Citation{{"article", r.locator}}) {
			t.Errorf("%s: sources %v, want %s", e.ID, e.Sources, r.locator)
		}
		for _, want := range r.says {
			if !strings.Contains(e.Headline["en"]+" "+e.Summary["en"], want) {
				t.Errorf("%s does not say %q", e.ID, want)
			}
		}
		if !strings.Contains(e.Caveat["en"], r.doubt) || e.Caveat == nil {
			t.Errorf("%s: caveat %q does not say %q", e.ID, e.Caveat["en"], r.doubt)
		}
		if n := utf8.RuneCountInString(e.Headline["en"]); n > 60 {
			t.Errorf("%s: a headline of %d characters", e.ID, n)
		}
	}
	if words := s.Events[0].Date.Words["en"]; words != "last week" {
		t.Errorf("the debate is dated %q", words)
	}
}

func TestExampleFlows(t *testing.T) {
	s := example(t)
	loan := Amount{Known, Money{2.26e9, "GBP"}, &Money{2.8e9, "USD"}}
	finance := Amount{Known, Money{1.6e9, "GBP"}, &Money{2e9, "USD"}}
	at := func(ids ...string) End { return End{Places: ids} }
	rows := []struct {
		id       string
		kind     FlowKind
		from, to End
		amount   Amount
		start    string
		event    string
		status   []Status
		locator  string
	}{
		{"loan", Loan, at("london"), at("kyiv"), loan, "2025-03-01", "uk-loan", []Status{Provided}, "¶7"},
		{"export-finance", ExportFinance, at("london"), at("kyiv"), finance, "2025-03-02", "uk-export-finance", []Status{Announced}, "¶7"},
		{"eu-aid", Aid, at("brussels"), at("kyiv"), Amount{Kind: NotStated}, "about 2025-03-02", "eu-support", []Status{Pledged}, "¶7"},
		{"us-aid", MilitaryAid, at("washington"), at("kyiv"), Amount{Kind: NotStated}, "", "", []Status{Existing, UnderReview}, "¶8"},
		{"plan", Diplomacy, at("london"), at("paris", "kyiv"), Amount{}, "about 2025-03-02", "coalition-plan", []Status{Reported}, "¶1"},
		{"plan-to-us", Diplomacy, End{Flow: "plan"}, End{Toward: "washington"}, Amount{}, "", "coalition-plan", []Status{Intended}, "¶1"},
	}
	if len(s.Flows) != len(rows) {
		t.Fatalf("%d flows", len(s.Flows))
	}
	for i, r := range rows {
		f := s.Flows[i]
		start, status := "", []Status(nil)
		if f.Start != nil {
			start = f.Start.known()
		}
		for _, c := range f.Status {
			status = append(status, c.Is)
		}
		if f.ID != r.id || f.Kind != r.kind || !reflect.DeepEqual(f.From, r.from) || !reflect.DeepEqual(f.To, r.to) ||
			!reflect.DeepEqual(f.Amount, r.amount) || start != r.start || f.Event != r.event || !reflect.DeepEqual(status, r.status) ||
			!reflect.DeepEqual(f.Sources, []Citation{{"article", r.locator}}) || f.End != nil {
			t.Errorf("flow %d is %+v, want %+v", i, f, r)
		}
	}
	aid := s.Flows[3].Status
	if !aid[0].Implied || aid[1].Implied || aid[1].From.known() != "2025-03-03" || aid[1].Event != "washington-review" {
		t.Errorf("US military aid: %+v", aid)
	}
}

func TestExampleFrame(t *testing.T) {
	s := example(t)
	if s.ID != "three-days-in-march" || s.Title["en"] != "Three days in March" || s.Scale != Ordinal || s.Zone != "" ||
		s.Window.From.String() != "2025-03-01" || s.Window.To.String() != "2025-03-03" {
		t.Errorf("the frame is %s, %v, %v, %q, %v", s.ID, s.Title, s.Scale, s.Zone, s.Window)
	}
	if got := chosen(s.Events); got != Ordinal {
		t.Errorf("left to itself the timeline would be %v", got)
	}
	if len(s.Analysis) != 2 || s.Analysis[0].By["en"] != "Mujtaba Rahman" || s.Analysis[1].By != nil ||
		s.Analysis[0].Sources[0].Locator != "¶5" || s.Analysis[1].Sources[0].Locator != "¶6" {
		t.Errorf("analysis: %+v", s.Analysis)
	}
	if len(s.Sources) != 1 || s.Sources[0].URL != "" || s.Sources[0].Note["en"] != "publisher, title and link not supplied" {
		t.Errorf("sources: %+v", s.Sources)
	}
	for _, want := range []string{"year", "last-week", "cities", "order"} {
		found := false
		for _, n := range s.Notes {
			found = found || n.ID == want
		}
		if !found {
			t.Errorf("no note %q", want)
		}
	}
}

// Every text is there in three languages, and says as much in each: sums are
// lent and financed, nobody is quoted, Kyiv is Kyiv.
func TestExampleLanguages(t *testing.T) {
	s := example(t)
	for _, lang := range []string{"en", "fr", "uk"} {
		if missing := s.Untranslated(lang); len(missing) > 0 {
			t.Errorf("%s lacks %d texts: %q", lang, len(missing), missing)
		}
	}
	if missing := s.Untranslated("de"); len(missing) < 60 {
		t.Errorf("German lacks only %d texts", len(missing))
	}
	for lang, words := range map[string]struct{ always, never []string }{
		"fr": {[]string{"prête", "prêt", "financement", "plus de 5\u202f000"}, []string{"Kiev", "donne à l’Ukraine", "offre", " :", " ;", " ?", "'", "«", "»", "3,86"}},
		"uk": {[]string{"позичає", "кредит", "фінансування", "понад 5\u00A0000", "Київ"}, []string{"Киев", "дарує", " дає Україні", "'", "«", "»", "3,86"}},
	} {
		var all strings.Builder
		eachText(reflect.ValueOf(*s), func(t Text) { all.WriteString(t[lang] + "\n") })
		for _, word := range words.always {
			if !strings.Contains(all.String(), word) {
				t.Errorf("%s never says %q", lang, word)
			}
		}
		for _, word := range words.never {
			if strings.Contains(all.String(), word) {
				t.Errorf("%s says %q", lang, word)
			}
		}
	}
	for i := range s.Events {
		for lang, headline := range s.Events[i].Headline {
			if n := utf8.RuneCountInString(headline); n > 80 {
				t.Errorf("%s: a headline of %d characters (%s)", s.Events[i].ID, n, lang)
			}
		}
	}
}

// The words that the story must not use, wherever they would stand.
func TestExampleWords(t *testing.T) {
	data, err := os.ReadFile("../examples/three-days-in-march/story.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"Kiev", "gives Ukraine", "£3.86", "3860000000", "$4.8", "“", "”", `\"`, "http", "UTC", "GMT", "o'clock"} {
		if strings.Contains(string(data), never) {
			t.Errorf("the story says %q", never)
		}
	}
}

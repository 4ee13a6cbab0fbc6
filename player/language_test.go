package player

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	bcp "golang.org/x/text/language"

	"dateline/story"
)

func TestMoney(t *testing.T) {
	l := english()
	for want, m := range map[string]story.Money{
		"£2.26bn":          {Value: 2.26e9, Currency: "GBP"},
		"$2bn":             {Value: 2e9, Currency: "USD"},
		"€1.234tn":         {Value: 1.234e12, Currency: "EUR"},
		"£1,234.568m":      {Value: 1234568000, Currency: "GBP"},
		"£1,234,567,890":   {Value: 1234567890, Currency: "GBP"}, // never rounded
		"£950,000":         {Value: 950000, Currency: "GBP"},
		"£0.5":             {Value: 0.5, Currency: "GBP"},
		"CHF\u00A05m":      {Value: 5e6, Currency: "CHF"},
		"£12,000,000.25":   {Value: 12000000.25, Currency: "GBP"},
		"₴999":             {Value: 999, Currency: "UAH"},
		"£999,999,999.999": {Value: 999999999.999, Currency: "GBP"},
	} {
		if got := l.money(m); got != want {
			t.Errorf("%v is %q, want %q", m, got, want)
		}
	}
}

func TestWindow(t *testing.T) {
	day := func(y, m, d int) story.Date {
		return story.Date{Year: y, Month: m, Day: d, Precision: story.Day}
	}
	month := story.Date{Year: 2025, Month: 3, Precision: story.Month}
	for want, w := range map[string]story.Window{
		"1–3 March 2025":                  {From: day(2025, 3, 1), To: day(2025, 3, 3)},
		"1 March 2025":                    {From: day(2025, 3, 1), To: day(2025, 3, 1)},
		"28 February – 3 March 2025":      {From: day(2025, 2, 28), To: day(2025, 3, 3)},
		"30 December 2024 – 3 March 2025": {From: day(2024, 12, 30), To: day(2025, 3, 3)},
		"March 2025":                      {From: month, To: month},
		"February 2022 – 3 March 2025":    {From: story.Date{Year: 2022, Month: 2, Precision: story.Month}, To: day(2025, 3, 3)},
		"1991 – 2025":                     {From: story.Date{Year: 1991}, To: story.Date{Year: 2025}},
	} {
		if got := english().window(w); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestWith(t *testing.T) {
	for want, got := range map[string]string{
		"b and a": pattern("{y} and {x}").with("x", "a", "y", "b"),
		"{y} ":    pattern("{x} {z}").with("x", "{y}", "y", "no"),
		"plain":   pattern("plain").with("x", "a"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	if got := sentences("A", "", "B?", "C.", "D…"); got != "A. B? C. D…" {
		t.Error(got)
	}
}

func TestLanguageFor(t *testing.T) {
	for tag, want := range map[string]string{"en": "en", "en-GB": "en", "EN": "en", "xx": "en", "": "en", "fr-CA": "fr", "uk": "uk", "ar-EG": "ar"} {
		if got := languageFor(tag).tag; got != want {
			t.Errorf("%q: %s", tag, got)
		}
	}
}

// Every language says everything: no word of its table is empty.
func TestLanguagesAreComplete(t *testing.T) {
	for _, of := range languages() {
		l := of()
		complete(t, l.tag, reflect.ValueOf(l).Elem())
		if l.tag != l.cldr.String() && !strings.HasPrefix(l.cldr.String(), l.tag+"-u-") {
			t.Errorf("%s takes its numbers from %s", l.tag, l.cldr)
		}
	}
}

// complete fails for an empty string anywhere in a table, and for a table of
// kinds or statuses that lacks one. What may be empty says so where it is
// declared; the note on the timeline's width depends on the story.
func complete(t *testing.T, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.Len() == 0 && !strings.HasSuffix(path, ".WidthNote") && !strings.HasSuffix(path, ".group") {
			t.Errorf("%s is empty", path)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[bcp.Tag]() {
			return
		}
		for i := range v.NumField() {
			complete(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			complete(t, path, v.Index(i))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			complete(t, fmt.Sprint(path, " ", k), v.MapIndex(k))
		}
		if v.Type() == reflect.TypeFor[forms]() && v.MapIndex(reflect.ValueOf(plural.Other)).Kind() == reflect.Invalid {
			t.Errorf("%s has no general form", path)
		}
	}
}

// Every place that a pattern has is one that is filled somewhere in this
// package: a slip of the pen would leave a hole in a sentence.
func TestPatternsNameTheirPlaces(t *testing.T) {
	known := map[string]bool{}
	for _, p := range places(reflect.ValueOf(english()).Elem()) {
		known[p] = true
	}
	for _, extra := range []string{"ofBy", "toTo", "e", "until"} {
		known[extra] = true
	}
	for _, of := range languages() {
		l := of()
		for _, p := range places(reflect.ValueOf(l).Elem()) {
			if !known[p] {
				t.Errorf("%s has a place {%s}", l.tag, p)
			}
		}
	}
}

// places are the names in braces in all patterns of a table.
func places(v reflect.Value) []string {
	var out []string
	switch v.Kind() {
	case reflect.String:
		for _, m := range regexp.MustCompile(`\{([^}]*)\}?`).FindAllStringSubmatch(v.String(), -1) {
			out = append(out, m[1])
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out = append(out, places(v.Field(i))...)
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			out = append(out, places(v.Index(i))...)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			out = append(out, places(v.MapIndex(k))...)
		}
	}
	return out
}

// Sums, dates and counts as a newsroom of each language writes them.
func TestStyle(t *testing.T) {
	day := story.Date{Year: 2025, Month: 3, Day: 2, Precision: story.Day}
	first, month, year := day, day, day
	first.Day, month.Precision, year.Precision = 1, story.Month, story.Year
	as := func(d story.Date, c story.Certainty) story.Date { d.Certainty = c; return d }
	loan := story.Amount{Kind: story.Known, Money: story.Money{Value: 2.26e9, Currency: "GBP"}, Approx: &story.Money{Value: 2.8e9, Currency: "USD"}}
	window := story.Window{From: first, To: day}
	for tag, want := range map[string][]string{
		"en": {"£2.26bn (≈\u00A0$2.8bn)", "1,234,567.5", "2 March 2025", "About 2 March 2025", "Before March 2025", "After 2025", "1–2 March 2025", "Before the first of 2 events", "Before the first of 11 events"},
		"fr": {"2,26\u00A0Md£ (≈\u00A02,8\u00A0Md$)", "1\u202F234\u202F567,5", "2 mars 2025", "Vers le 2 mars 2025", "Avant mars 2025", "Après 2025", "1er–2 mars 2025", "Avant le premier des 2 événements", "Avant le premier des 11 événements"},
		"uk": {"£2,26\u00A0млрд (≈\u00A0$2,8\u00A0млрд)", "1\u00A0234\u00A0567,5", "2 березня 2025", "Близько 2 березня 2025", "До березня 2025", "Після 2025 року", "1–2 березня 2025", "Перед першою з 2 подій", "Перед першою з 11 подій"},
		"ar": {"2.26\u00A0مليار جنيه إسترليني (≈\u00A02.8\u00A0مليار دولار)", "1,234,567.5", "2 مارس 2025", "نحو 2 مارس 2025", "قبل مارس 2025", "بعد 2025", "1–2 مارس 2025", "قبل الأول من حدثين", "قبل الأول من 11 حدثًا"},
	} {
		w := &wording{language: languageFor(tag), story: &story.Story{}}
		got := []string{w.amount(loan), w.number(1234567.5), w.date(day, ""), w.date(as(day, story.About), ""), w.date(as(month, story.Before), ""),
			w.date(as(year, story.After), ""), w.window(window), w.count(w.openingOf, 2), w.count(w.openingOf, 11)}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %q, want %q", tag, got[i], want[i])
			}
		}
	}
	ides := story.Date{Year: -44, Month: 3, Day: 15, Precision: story.Day}
	months := story.Window{From: story.Date{Year: -44, Month: 3, Day: 1, Precision: story.Day}, To: story.Date{Year: -44, Month: 4, Day: 2, Precision: story.Day}}
	for tag, want := range map[string][]string{
		"en": {"15 March 44 BC", "After 44 BC", "1 March – 2 April 44 BC", "44 BC – 14"},
		"fr": {"15 mars 44 av.\u00A0J.-C.", "Après 44 av.\u00A0J.-C.", "1er mars – 2 avril 44 av.\u00A0J.-C.", "44 av.\u00A0J.-C. – 14"},
		"uk": {"15 березня 44 до\u00A0н.\u00A0е.", "Після 44 року до\u00A0н.\u00A0е.", "1 березня – 2 квітня 44 до\u00A0н.\u00A0е.", "44 до\u00A0н.\u00A0е. – 14"},
		"ar": {"15 مارس 44 ق.م.", "بعد 44 ق.م.", "1 مارس – 2 أبريل 44 ق.م.", "44 ق.م. – 14"},
	} {
		w := &wording{language: languageFor(tag), story: &story.Story{}}
		y := func(n int) story.Date { return story.Date{Year: n, Precision: story.Year} }
		got := []string{w.date(ides, ""), w.date(as(y(-44), story.After), ""), w.window(months), w.window(story.Window{From: y(-44), To: y(14)})}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %q, want %q", tag, got[i], want[i])
			}
		}
	}
	if got := french().money(story.Money{Value: 1.234e12, Currency: "EUR"}); got != "1\u202F234\u00A0Md€" {
		t.Errorf("a French trillion is %q", got)
	}
	if got := french().money(story.Money{Value: 950000, Currency: "GBP"}); got != "950\u202F000\u00A0£" {
		t.Errorf("a small French sum is %q", got)
	}
	if month := ukrainian().plainDate(month); month != "березень 2025" {
		t.Errorf("a month that stands alone is %q", month)
	}
	for name, want := range map[string]string{"Ursula von der Leyen": "d’Ursula von der Leyen", "Keir Starmer": "de Keir Starmer", isolate + "Emmanuel" + release: "d’" + isolate + "Emmanuel" + release} {
		if got := frenchOf(name); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A text without translation is set apart, and found again.
func TestSpans(t *testing.T) {
	for phrase, want := range map[string][]Span{
		"":                                    nil,
		"plain":                               {{"plain", false}},
		isolate + "own" + release:             {{"own", true}},
		"a " + isolate + "b" + release + " c": {{"a ", false}, {"b", true}, {" c", false}},
		isolate + "a" + isolate + "b" + release + release + "c": {{"a" + isolate + "b" + release, true}, {"c", false}},
		release + "lost": {{release + "lost", false}},
		isolate + "open": {{"open", true}},
	} {
		if got := Spans(phrase); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", phrase, got, want)
		}
	}
	if got := Plain("a " + isolate + "b" + release + " c"); got != "a b c" {
		t.Errorf("plain is %q", got)
	}
}

// A plain page has no marks left, in no phrase.
func TestPlainPage(t *testing.T) {
	line := flagship(t)
	marked := NewPage(line, "ar")
	plain := marked.Plain()
	if found := fmt.Sprintf("%+v %+v", plain, plain.Script); strings.Contains(found, isolate) || plain.Events[3].Headline != line.Story.Events[3].Headline["en"] {
		t.Error("marks are left in a plain page")
	}
	if !strings.Contains(marked.Title, isolate) {
		t.Error("the page itself has lost its marks")
	}
}

package player

import (
	"reflect"
	"strings"
	"testing"

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
	for tag, want := range map[string]string{"en": "en", "en-GB": "en", "EN": "en", "xx": "en", "": "en"} {
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
		if l.count(l.openingOf, 11) == l.count(l.openingOf, 1) {
			t.Errorf("%s counts one as many", l.tag)
		}
	}
}

// complete fails for an empty string anywhere in a table. Two things may be
// empty: the note on the timeline's width, which depends on the story, and
// plural forms that a language does not have.
func complete(t *testing.T, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.Len() == 0 && !strings.HasSuffix(path, ".WidthNote") {
			t.Errorf("%s is empty", path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			complete(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Array, reflect.Slice:
		if v.Type() == reflect.TypeFor[forms]() {
			if v.Index(int(other)).Len() == 0 {
				t.Errorf("%s has no general form", path)
			}
			return
		}
		for i := range v.Len() {
			complete(t, path, v.Index(i))
		}
	}
}

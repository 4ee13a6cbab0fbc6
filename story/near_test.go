package story

import "testing"

func TestSuggest(t *testing.T) {
	places := []string{"london", "paris", "kyiv", "washington"}
	for written, want := range map[string]string{
		"Kyiv":   `did you mean "kyiv"?`,
		"Kiyv":   `did you mean "kyiv"?`,
		"londno": `did you mean "london"?`,
		"pari":   `did you mean "paris"?`,
		"rome":   "",
		"x":      "",
		"":       "",
	} {
		if got := suggest(written, places); got != want {
			t.Errorf("%q: %s", written, got)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "abc", 0}, {"kiyv", "kyiv", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		if got, back := distance(c.a, c.b), distance(c.b, c.a); got != c.want || back != c.want {
			t.Errorf("%q, %q: %d and %d, want %d", c.a, c.b, got, back, c.want)
		}
	}
}

func TestLanguageTag(t *testing.T) {
	for s, want := range map[string]string{
		"en": "en", "UK": "uk", "EN-gb": "en-GB", "zh-hant-tw": "zh-Hant-TW", "es-419": "es-419",
		"sl-rozaj-biske": "sl-rozaj-biske", "de-u-co-phonebk": "de-u-co-phonebk",
		"": "", "e": "", "ua": "", "en_GB": "", "en-": "", "en-x": "", "zh-Hant-Hant": "", "Київ": "",
	} {
		if got, hint := languageTag(s); got != want || got == "" && hint == "" {
			t.Errorf("%q: %q (%s), want %q", s, got, hint, want)
		}
	}
}

func TestScale(t *testing.T) {
	about := day(2025, 3, 2)
	about.Certainty = About
	before := day(2025, 3, 2)
	before.Certainty = Before
	month := Date{Year: 2025, Month: 3, Precision: Month}
	for name, c := range map[string]struct {
		dates []Date
		want  Scale
	}{
		"a day each":              {[]Date{day(2025, 3, 1), day(2025, 3, 2), day(2025, 3, 4)}, Calendar},
		"half share":              {[]Date{day(2025, 3, 1), day(2025, 3, 1), day(2025, 3, 2), day(2025, 3, 3)}, Calendar},
		"more than half share":    {[]Date{day(2025, 3, 1), day(2025, 3, 1), day(2025, 3, 2)}, Ordinal},
		"one about a shared day":  {[]Date{day(2025, 3, 1), day(2025, 3, 2), about, day(2025, 3, 4), day(2025, 3, 5)}, Ordinal},
		"one about its own day":   {[]Date{day(2025, 3, 1), about, day(2025, 3, 4)}, Calendar},
		"before does not count":   {[]Date{before, before, before, day(2025, 3, 2)}, Calendar},
		"a month is not its days": {[]Date{month, day(2025, 3, 1), day(2025, 3, 2)}, Calendar},
	} {
		var events []Event
		for _, d := range c.dates {
			events = append(events, Event{Date: d})
		}
		if got := chosen(events); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

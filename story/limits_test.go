package story

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// Each limit of docs/format.md, just kept and just broken: what keeps it has no
// error, what breaks it one that says so, in its place and in little time.
func TestLimits(t *testing.T) {
	n := func(most int, f func(i int) string) string {
		var b strings.Builder
		for i := range most {
			if i > 0 {
				b.WriteString(",\n")
			}
			b.WriteString(f(i))
		}
		return b.String()
	}
	events := func(count int) string {
		return `"events": [` + n(count, func(i int) string {
			return fmt.Sprintf(`{"id": "e%d", "date": "2025", "place": "kyiv", "headline": "E", "focus": ["london"]}`, i)
		}) + "]"
	}
	of := func(parts int) string {
		return `"events": [{"id": "talks", "date": "2025-03-02", "place": "kyiv", "headline": "Talks", "focus": [` +
			n(parts, func(int) string { return `"london"` }) + "]}]"
	}
	links := func(count int) string {
		return `"flows": [` + n(count, func(i int) string {
			from := `"london"`
			if i > 0 {
				from = fmt.Sprintf(`{"flow": "f%d"}`, i-1)
			}
			return fmt.Sprintf(`{"id": "f%d", "kind": "aid", "what": "A", "status": "provided", "from": %s, "to": "kyiv"}`, i, from)
		}) + "]"
	}
	stretches := func(flows int) string { // of a hundred lines each
		ten := func(c string) string {
			return "[" + n(10, func(i int) string { return fmt.Sprintf(`"%s%d"`, c, i) }) + "]"
		}
		place := func(c string) string {
			return n(10, func(i int) string {
				return fmt.Sprintf(`{"id": "%s%d", "name": "P", "at": {"lat": %d, "lon": 1}}`, c, i, i)
			})
		}
		return `"places": [` + place("a") + "," + place("b") + `, {"id": "kyiv", "name": "Kyiv", "at": {"lat": 50, "lon": 30}}, {"id": "london", "name": "London", "at": {"lat": 51, "lon": 0}}],` +
			"\n" + `"flows": [` + n(flows, func(i int) string {
			return fmt.Sprintf(`{"id": "f%d", "kind": "aid", "what": "A", "status": "provided", "from": %s, "to": %s}`, i, ten("a"), ten("b"))
		}) + "]"
	}
	figure := func(value string) string {
		return `"events": [{"id": "talks", "date": "2025-03-02", "place": "kyiv", "headline": "Talks", "focus": ["london"], "figures": [{"label": "A", "value": ` + value + `}]}]`
	}
	date := func(d string) string {
		return `"events": [{"id": "talks", "date": "` + d + `", "place": "kyiv", "headline": "Talks", "focus": ["london"]}]`
	}
	at := func(lat, lon string) string {
		return `"places": [{"id": "kyiv", "name": "K", "at": {"lat": ` + lat + `, "lon": ` + lon + `}}, {"id": "london", "name": "L", "at": {"lat": 1, "lon": 1}}]`
	}
	title := func(langs int) string {
		return `"title": {"en": "A"` + n(langs-1, func(i int) string {
			comma := ""
			if i == 0 {
				comma = ","
			}
			return fmt.Sprintf(`%s"a%c%c": "A"`, comma, 'a'+i/26, 'a'+i%26)
		}) + "}"
	}
	long := func(c string, most int) string { return strings.Repeat(c, most) }
	for _, c := range []struct{ name, kept, broken, says string }{
		{"bytes", `"title": "A"` + long(" ", MostBytes-4000), `"title": "A"` + long(" ", MostBytes), "16 MB"},
		{"depth", "", `"x": ` + long("[", deepest) + long("]", deepest), "too deep"},
		{"depth of comments and strings", `"title": "` + long("[", 2*deepest) + `" /* ` + long("{", 2*deepest) + `*/`, long("[", 1_000_000), "too deep"},
		{"values", "", `"notes": [` + n(mostValues, func(int) string { return "1" }) + "]", "values"},
		{"events", events(MostThings), events(MostThings + 1), "100001 items"},
		{"parts", of(mostParts), of(mostParts + 1), "251 items"},
		{"links", links(mostLinks), links(mostLinks + 1), "go on from each other"},
		{"stretches", stretches(mostStretches / 100), stretches(mostStretches/100 + 1), "lines on the map"},
		{"languages", title(mostLanguages), title(mostLanguages + 1), "51 languages"},
		{"text", `"title": "` + long("ї", LongestText) + `"`, `"title": "` + long("ї", LongestText+1) + `"`, "10001 characters"},
		{"id", `"id": "` + long("a", longestID) + `"`, `"id": "` + long("a", longestID+1) + `"`, "longer than 100"},
		{"link", `"url": "https://a.b/` + long("c", longestLink-12) + `"`, `"url": "https://a.b/` + long("c", longestLink) + `"`, "longer than 2000"},
		{"tag", `"title": {"en": "A", "en-abcdefgh-abcdefgh-abcdefgh-abcde": "B"}`, `"title": {"en": "A", "en-abcdefgh-abcdefgh-abcdefgh-abcdefgh": "B"}`, "no language tag"},
		{"languages of the assets", `"title": {"en": "A", "ast": "B"}`, `"title": {"en": "A", "assets": "B"}`, "no language tag"},
		{"large numbers", figure("1e18"), figure("1.1e18"), "larger"},
		{"small numbers", figure("0.000001"), figure("5e-324"), "smaller"},
		{"no finite number", figure("1"), figure("1e999"), "too large"},
		{"long numbers", figure("0." + long("3", 3000)), figure(long("9", 300)), "…"},
		{"latitude", at("-90", "180"), at("90.0000001", "0"), "between"},
		{"longitude", at("90", "-180"), at("0", "-180.0000001"), "between"},
		{"early years", date("-9999"), date("-10000"), "four digits"},
		{"late years", date("9999-12-31T23:59-14:00"), date("10000"), "four digits"},
		{"NaN", figure("1"), figure("NaN"), "no JSON value"},
		{"Infinity", figure("1"), figure("-Infinity"), "no JSON value"},
	} {
		t.Run(c.name, func(t *testing.T) {
			began := work()
			if _, ps := Parse("x", []byte(whole(c.kept))); c.kept != "" && ps.Errors() > 0 {
				t.Errorf("what keeps the limit is refused: %s", shortened(ps.String()))
			}
			s, ps := Parse("x", []byte(whole(c.broken)))
			if s != nil || !strings.Contains(ps.String(), c.says) {
				t.Errorf("what breaks the limit: %v, %s", s != nil, shortened(ps.String()))
			}
			for _, p := range ps {
				if len(p.Message) > 500 || p.Line < 1 || p.Col < 1 {
					t.Fatalf("a problem of %d letters at %d:%d", len(p.Message), p.Line, p.Col)
				}
			}
			if took := work() - began; took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// The page for authors names the limits as they are.
func TestLimitsAreDocumented(t *testing.T) {
	data, err := os.ReadFile("../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(data), "\n## Limits\n")
	section, _, _ = strings.Cut(section, "\n## ")
	grouped := func(n int) string {
		s := fmt.Sprint(n)
		for i := len(s) - 3; i > 0; i -= 3 {
			s = s[:i] + "," + s[i:]
		}
		return s
	}
	for _, want := range []string{
		fmt.Sprintf("| %d MB |", MostBytes>>20), "| " + grouped(deepest) + " |", "| " + grouped(mostValues) + " |", "| " + grouped(MostThings) + " |",
		"| " + grouped(mostParts) + " |", "| " + grouped(mostStretches) + " |", "| " + grouped(mostLinks) + " |", "| " + grouped(mostLanguages) + " |",
		"| " + grouped(LongestText) + " characters |", "| " + grouped(longestLink) + " characters |", "| " + grouped(longestID) + " letters |",
		"| " + grouped(longestTag) + " letters |", "10¹⁸", "one millionth", "9999 BC to 9999", "| " + grouped(mostProblems) + " |",
	} {
		if !strings.Contains(section, want) {
			t.Errorf("docs/format.md does not say %q", want)
		}
	}
}

// A file that is wrong all over is read to its end in a moment, and of its
// problems the first are told.
func TestWrongAllOver(t *testing.T) {
	many := func(before, item, after string, count int) string {
		return before + strings.Repeat(item, count) + after
	}
	for name, text := range map[string]string{
		"unknown keys":       many(`{"events": [`, `{"a": 1, "b": 2, "c": 3},`, "]}", 9_999),
		"keys of one object": many("{", `"a": 1,`, "}", 400_000),
		"unknown places":     whole(many(`"events": [`, `{"id": "a", "date": "x", "place": "kyif", "headline": "E", "focus": ["a", "b", "c", "d"]},`, "]", 9_999)),
		"one id":             whole(many(`"places": [`, `{"id": "kyiv", "name": "K", "at": {"lat": 1, "lon": 2}},`, "]", 9_999)),
		"languages":          many(`{"title": {`, `"en": "A",`, "}}", 400_000),
		"quotation marks":    many(`{"a`, `"`, "", 1_000_000),
		"comments":           many("{", "/**/ // x\n", "}", 400_000),
		"escapes":            many(`{"title": "`, `\ud800`, `"}`, 400_000),
		"no ends":            many("", `{"a": [`, "", 30),
	} {
		began := work()
		s, ps := Parse("x", []byte(text))
		if s != nil || ps.Errors() == 0 || len(ps) > mostProblems+1 {
			t.Errorf("%s: %d problems", name, len(ps))
		}
		if took := work() - began; took > 3*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if name == "unknown places" && !strings.Contains(ps.String(), "more problems") {
			t.Errorf("%s: nothing says that there are more", name)
		}
	}
}

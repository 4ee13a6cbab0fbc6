package story

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// mayUpdate refuses to write goldens where nobody would look at them.
func mayUpdate(t *testing.T) bool {
	if *update && os.Getenv("CI") == "true" {
		t.Fatal("-update is refused in CI")
	}
	return *update
}

// sound is a small story without a problem; a case replaces some of its keys.
var sound = []struct{ key, json string }{
	{"id", `"a-story"`},
	{"lang", `"en"`},
	{"title", `"A story"`},
	{"places", `[{"id": "kyiv", "name": "Kyiv", "at": {"lat": 50.45, "lon": 30.52}}, {"id": "london", "name": "London", "at": {"lat": 51.5, "lon": -0.1}}]`},
	{"events", `[{"id": "talks", "date": "2025-03-02", "place": "kyiv", "headline": "Talks begin", "focus": ["london"]}]`},
}

// whole puts a piece into the sound story; the piece keeps its line numbers
// and columns.
func whole(piece string) string {
	if piece == "" || strings.ContainsRune("{[", rune(piece[0])) {
		return piece
	}
	var rest strings.Builder
	for _, f := range sound {
		if !strings.HasPrefix(piece, `"`+f.key+`"`) && !strings.Contains(piece, "\n\""+f.key+`"`) {
			rest.WriteString(",\n\"" + f.key + `": ` + f.json)
		}
	}
	return "{\n" + strings.TrimSuffix(piece, "\n") + rest.String() + "}"
}

func TestProblems(t *testing.T) {
	const file = "testdata/problems.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "\n== ")
	var out strings.Builder
	out.WriteString(cases[0])
	for _, c := range cases[1:] {
		name, body, _ := strings.Cut(strings.TrimRight(c, "\n")+"\n", "\n")
		piece, want, _ := strings.Cut(body, "---\n")
		got := reported(piece)
		out.WriteString("\n== " + name + "\n" + piece + "---\n" + got)
		if !*update && got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, want)
		}
		if got == "" || got != reported(piece) {
			t.Errorf("%s: no problem, or another each time", name)
		}
	}
	if mayUpdate(t) {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// reported are the problems of a piece, with places in the piece. Those of the
// sound story around it are left out.
func reported(piece string) string {
	text := whole(piece)
	first, lines := 0, strings.Count(text, "\n")+1
	if text != piece {
		first, lines = 1, strings.Count(piece, "\n")
	}
	var out Problems
	_, ps := Parse("x", []byte(text))
	for _, p := range ps {
		if p.Line -= first; p.Line <= lines {
			out = append(out, p)
		}
	}
	return strings.TrimPrefix(strings.ReplaceAll("\n"+out.String(), "\nx:", "\n"), "\n")
}

func TestProblemString(t *testing.T) {
	_, ps := Parse("three-days.json", []byte(whole(`"events": [
  {"id": "talks", "date": "2025-03-02", "place": "Kiyv", "headline": "Talks begin"}]`)))
	const want = `three-days.json:3:50: events[0].place: "Kiyv" is not a place of this story; did you mean "kyiv"?`
	if got, _, _ := strings.Cut(ps.String(), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

package exchange

import (
	"strings"
	"testing"
	"time"
)

// Files that once took minutes or all of the memory: each is read in a moment,
// and what is said of it is short. Most of them are one line.
func TestHostile(t *testing.T) {
	many := strings.Repeat
	for name, c := range map[string]struct{ text, says string }{
		"a line of points":     {`{"type":"FeatureCollection","features":[` + many(`{"type":"Feature","properties":{"name":"N","date":"2020"},"geometry":{"type":"Point","coordinates":[1,2]}},`, 20_000) + `{}]}`, ""},
		"a line of cells":      {"date,headline\n2020,X" + many(",y", 100_000) + "\n", "stands behind the last column"},
		"a million columns":    {many("c,", 1_000_000) + "\n" + many("1,", 1_000_000) + "\n", "the format is not known"},
		"more columns than so": {"date,headline\n" + many(many(",", 1000)+"\n", 6_000), "more than 5,000,000 values"},
		"more values than so":  {`[` + many("0,", mostValues) + `0]`, "more than 5,000,000 values"},
		"a long path":          {`{"type":"FeatureCollection","features":[],"` + many("k", 200_000) + `":[` + many("0,", 100_000) + `0]}`, "nothing was found"},
		"long paths":           {many(`{"`+many("k", 100)+`":`, 90) + `[` + many("0,", 500_000) + `0]` + many("}", 90), "the format is not known"},
		"many properties":      {`{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"name":"N","date":"2020"` + numbered(`,"k#":"v"`, 50_000) + `}}`, "and 49900 more"},
		"a text in crumbs":     {`<gpx><metadata><desc>` + many("a<!---->", 1_000_000) + `</desc></metadata></gpx>`, "the end of a text of 1000000 characters"},
		"entities of entities": {`<!DOCTYPE gpx [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><gpx><wpt lat="1" lon="2"><name>&b;</name></wpt></gpx>`, "invalid character entity"},
		"an outer entity":      {`<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><wpt lat="1" lon="2"><name>&x;</name></wpt></gpx>`, "invalid character entity"},
		"geometries within":    {many(`{"type":"GeometryCollection","geometries":[`, 100_000), "too deep"},
	} {
		began := time.Now()
		r := Import([]File{{"file", []byte(c.text)}}, Options{})
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		var all strings.Builder
		for _, m := range r.Report.Remarks {
			if len(m.String()) > 8000 {
				t.Fatalf("%s: a remark of %d letters", name, len(m.String()))
			}
			all.WriteString(m.String() + "\n")
		}
		if !strings.Contains(all.String(), c.says) {
			t.Errorf("%s: nothing says %q: %.500s", name, c.says, all.String())
		}
	}
}

// numbered repeats a text with a number of its own in the place of each #.
func numbered(text string, count int) string {
	var b strings.Builder
	for i := range count {
		b.WriteString(strings.ReplaceAll(text, "#", string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676%26))+string(rune('a'+i/17576))))
	}
	return b.String()
}

// Columns count characters, in whatever order places are asked for.
func TestLines(t *testing.T) {
	l := newLines([]byte("aй\nбв\n\nz"))
	for _, c := range [][3]int{{4, 2, 1}, {6, 2, 2}, {0, 1, 1}, {3, 1, 3}, {8, 2, 3}, {9, 3, 1}, {10, 4, 1}, {11, 4, 2}, {99, 4, 2}, {1, 1, 2}} {
		if line, col := l.of(c[0]); line != c[1] || col != c[2] {
			t.Errorf("byte %d is at %d:%d, not %d:%d", c[0], line, col, c[1], c[2])
		}
	}
	if line, col := l.byByte(2, 3); line != 2 || col != 2 {
		t.Errorf("byte 3 of line 2 is at %d:%d", line, col)
	}
	if line, col := l.byByte(2, 50); line != 2 || col != 50 {
		t.Errorf("behind the end of a line: %d:%d", line, col)
	}
}

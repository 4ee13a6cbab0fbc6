package exchange

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/story"
)

var update = flag.Bool("update", false, "rewrite the expected reports and stories")

func load(t testing.TB, names ...string) []File {
	t.Helper()
	var files []File
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{name, data})
	}
	return files
}

// What is said of every file, and the story that comes of it, stands beside it.
func TestImport(t *testing.T) {
	for _, c := range []struct {
		files string
		opt   Options
		fails bool
	}{
		{files: "timelinejs.csv"},
		{files: "timemapper.csv", opt: Options{Lang: "en"}},
		{files: "events.csv flows.csv", opt: Options{Called: "talks"}},
		{files: "timelinejs.json", opt: Options{Zone: "America/New_York"}},
		{files: "timelinejs-old.json"},
		{files: "storymap.json", opt: Options{Undated: "1907"}},
		{files: "voyage.csv voyage-routes.csv voyage-areas.csv voyage-magnitudes.csv"},
		{files: "quakes.geojson"},
		{files: "kinds.geojson"},
		{files: "walk.gpx"},
		{files: "bad-encoding.csv", fails: true},
		{files: "bad-quote.csv", fails: true},
		{files: "bad-columns.csv", fails: true},
		{files: "bad-json.json", fails: true},
		{files: "bad-xml.gpx", fails: true},
		{files: "bad-nothing.csv", fails: true},
	} {
		t.Run(c.files, func(t *testing.T) {
			names := strings.Fields(c.files)
			r := Import(load(t, names...), c.opt)
			if (r.Story == nil) != c.fails || c.fails != (r.Report.Errors() > 0) {
				t.Errorf("story: %t, errors: %d", r.Story != nil, r.Report.Errors())
			}
			var b strings.Builder
			fmt.Fprintln(&b, r.Report.Summary())
			for _, m := range r.Report.Remarks {
				fmt.Fprintln(&b, m)
			}
			got := b.String() + "\n" + string(r.JSON)
			path := filepath.Join("testdata", names[0]+".want")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s, run the tests with -update and look at the diff:\n%s", path, firstDifference(got, string(want)))
			}
		})
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return fmt.Sprintf("line %d: %q", i+1, a[i])
		}
	}
	return "it ends too early"
}

// The same files say the same thing with every separator, end of line and mark
// at their beginning.
func TestTablesAlike(t *testing.T) {
	const plain = "date,headline,summary\n2024-01-02,First,\"two\nlines\"\n2024-01-03,Second,x;y\n"
	want := Import([]File{{"a.csv", []byte(plain)}}, Options{})
	if want.Story == nil {
		t.Fatal(want.Report.Remarks)
	}
	utf16 := []byte{0xFF, 0xFE}
	for _, r := range strings.ReplaceAll(plain, ",", "\t") {
		utf16 = append(utf16, byte(r), 0)
	}
	for name, data := range map[string][]byte{
		"CRLF":      []byte(strings.ReplaceAll(plain, "\n", "\r\n")),
		"BOM":       []byte("\uFEFF" + plain),
		"tabs":      []byte(strings.ReplaceAll(plain, ",", "\t")),
		"semicolon": []byte(strings.ReplaceAll(strings.ReplaceAll(plain, "x;y", `"x;y"`), ",", ";")),
		"sep=":      []byte("sep=;\n" + strings.ReplaceAll(strings.ReplaceAll(plain, "x;y", `"x;y"`), ",", ";")),
		"rows":      []byte("\n,,\n" + plain + ",,\n\n"),
		"UTF-16":    utf16,
	} {
		if got := Import([]File{{"a.csv", data}}, Options{}); !bytes.Equal(got.JSON, want.JSON) {
			t.Errorf("%s: %v\n%s", name, got.Report.Remarks, got.JSON)
		}
	}
}

// No cell of an export runs in a spreadsheet, and the import undoes the escape.
func TestFormulas(t *testing.T) {
	for _, s := range []string{"=1+1", "+1 more", "-cmd|x", "@SUM(A1)", "'=x", "'", "''", "'quoted'", "plain", "-5", "-0.5", "−5"} {
		e := escaped(s)
		if strings.ContainsRune("=+-@", rune(e[0])) && !isNumber(e) {
			t.Errorf("%q is written %q", s, e)
		}
		if got := unescaped(e); got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ in, date, certainty, asks string }{
		{"2011-05", "2011-05", "", ""},
		{"2011/5/3", "2011-05-03", "", ""},
		{"May 1999", "1999-05", "", ""},
		{"Friday, 1st May 1999", "1999-05-01", "", ""},
		{"Sept. 3, 1999", "1999-09-03", "", ""},
		{"circa 1855", "1855", "about", ""},
		{"c.1855", "1855", "about", ""},
		{"1855?", "1855", "about", ""},
		{"before May 1855", "1855-05", "before", ""},
		{"12/25/2001", "2001-12-25", "", "no day"},
		{"03/04/2001", "2001", "", "2001-04-03 or 2001-03-04"},
		{"05/05/2001", "2001-05-05", "", ""},
		{"2024-05-06T14:30:12Z", "2024-05-06T14:30+00:00", "", ""},
		{"2024-05-06 14:30", "2024-05-06", "", "offset"},
		{"2024-05-06 2:30 PM +02:00", "2024-05-06T14:30+02:00", "", ""},
		{"2024-05-06T14+02:00", "2024-05-06T14+02:00", "", ""},
		{"1914–1918", "1914", "", "span"},
		{"500 BC", "-0500", "", ""},
		{"-500", "-0500", "", ""},
		{"−44", "-0044", "", ""},
		{"-0044-03-15", "-0044-03-15", "", ""},
		{"15 March 44 BCE", "-0044-03-15", "", ""},
		{"c. 44 B.C.", "-0044", "about", ""},
		{"-0044-03-15 14:30 +00:00", "-0044-03-15T14:30+00:00", "", ""},
		{"--44", "", "", ""},
		{"-44 BC", "", "", ""},
		{"0 BC", "", "", ""},
		{"-0005-02-29", "-0005-02-29", "", ""},
		{"29 Feb 4 BC", "", "", ""},
		{"10000 BC", "", "", ""},
		{"2001-02-30", "", "", ""},
		{"soon", "", "", ""},
		{"1er mars 2025", "2025-03-01", "", ""},
		{"2. März 2025", "2025-03-02", "", ""},
		{"2 de marzo de 2025", "2025-03-02", "", ""},
		{"2 березня 2025", "2025-03-02", "", ""},
		{"1855~", "1855", "about", ""},
		{"2015-04-21 06:00:00+00", "2015-04-21T06:00+00:00", "", ""},
		{"Apr 21, 2015, 6:00:05 AM UTC", "2015-04-21T06:00+00:00", "", ""},
		{"31/31/2001", "", "", ""},
		{"1/2/01", "", "", ""},
		{"12", "", "", ""},
		{"", "", "", ""},
	} {
		r := readDate(c.in, Options{})
		if r.ok != (c.date != "") || r.ok && (r.date.String() != c.date || certaintyNames[r.date.Certainty] != c.certainty) {
			t.Errorf("%q: %v %v %v, %s", c.in, r.ok, r.date.Certainty, r.date, r.why)
		}
		if asks := strings.Join(r.asks, "; "); c.asks == "" && asks != "" || !strings.Contains(asks, c.asks) {
			t.Errorf("%q asks %q", c.in, asks)
		}
		if !r.ok && r.why == "" {
			t.Errorf("%q does not say what is wrong", c.in)
		}
	}
	for order, want := range map[string]string{"dmy": "2001-04-03", "mdy": "2001-03-04"} {
		if r := readDate("03/04/2001", Options{Order: order}); r.date.String() != want || len(r.asks) > 0 {
			t.Errorf("%s: %v %v", order, r.date, r.asks)
		}
	}
	if r := readDate("2024-07-06 14:30", Options{Zone: "Europe/Kyiv"}); r.date.String() != "2024-07-06T14:30+03:00" {
		t.Error(r)
	}
}

func flagship(t testing.TB) *story.Story {
	t.Helper()
	data, err := os.ReadFile("../examples/three-days-in-march/story.json")
	if err != nil {
		t.Fatal(err)
	}
	s, problems := story.Parse("story.json", data)
	if s == nil {
		t.Fatal(problems)
	}
	return s
}

package exchange

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/story"
)

// Whatever a file holds, an import says what is wrong or gives a story that
// parses: the story's own check finds no error that the import has not seen.
func fuzz(f *testing.F, endings ...string) {
	for _, end := range endings {
		names, _ := filepath.Glob("testdata/*" + end)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, opt := range []Options{{}, {Undated: "2001", Zone: "Europe/Kyiv", Order: "dmy"}} {
			r := Import([]File{{"file", data}}, opt)
			if (r.Story == nil) != (r.Report.Errors() > 0) {
				t.Fatalf("a story: %t, with %d errors", r.Story != nil, r.Report.Errors())
			}
			lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
			for _, m := range r.Report.Remarks {
				if m.Kind == Failure && m.File == "story.json" {
					t.Fatalf("the import made no story of it: %s", m)
				}
				if m.File == "file" && m.Line > lines {
					t.Fatalf("misplaced: %s", m)
				}
			}
			if r.Story != nil {
				if s, problems := story.Parse("x", r.JSON); s == nil {
					t.Fatal(problems)
				}
			}
		}
	})
}

func FuzzCSV(f *testing.F) {
	s := flagship(f)
	for _, file := range writeSheets(s) {
		f.Add(file.Data)
	}
	fuzz(f, ".csv")
}

func FuzzJSON(f *testing.F) {
	s := flagship(f)
	f.Add(writeGeoJSON(s)[0].Data)
	f.Add(writeTimeline(s)[0].Data)
	fuzz(f, "json")
}

// A date that is read is one that a story can have.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2011-05", "Friday, 1st May 1999", "c.1855?", "03/04/2001", "2024-05-06 2:30 PM +02:00", "1914–1918", "44 B.C.", "-0044-03-15", "after 2 березня 2025", "2015-04-21 06:00:00+00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, opt := range []Options{{}, {Zone: "Pacific/Apia", Order: "mdy", Lang: "fr"}} {
			r := readDate(s, opt)
			if !r.ok {
				if r.why == "" {
					t.Fatalf("%q: nothing says what is wrong", s)
				}
				continue
			}
			again, err := story.ParseDate(r.date.String())
			if again.Certainty, again.Words = r.date.Certainty, r.date.Words; err != nil || again.Compare(r.date) != 0 {
				t.Fatalf("%q is read as %v: %v", s, r.date, err)
			}
		}
	})
}

func FuzzGPX(f *testing.F) { fuzz(f, ".gpx") }

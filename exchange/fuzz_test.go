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

func FuzzGPX(f *testing.F) { fuzz(f, ".gpx") }

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	foreign "dateline/exchange"
)

const imported = "../../exchange/testdata/"

func TestImportCommand(t *testing.T) {
	dir := t.TempDir()
	story := filepath.Join(dir, "talks")
	readOnly := filepath.Join(dir, "locked")
	if err := os.WriteFile(readOnly, nil, 0o666); err != nil { // a file where a folder should be
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		code int
		says string // on standard error
	}{
		{"import " + imported + "events.csv " + imported + "flows.csv -o " + story, 0, "5 events, 3 flows, 2 places"},
		{"import " + imported + "events.csv -o " + story, exitTrouble, "is there already"},
		{"import " + imported + "events.csv -f -o " + story, 0, "5 events"},
		{"check " + story, 0, ""},
		{"import " + imported + "timelinejs.csv", 0, "timelinejs.csv:9:1: Year: question: has no date"},
		{"import " + imported + "timelinejs.csv -from timemapper", exitProblems, "this is not timemapper"},
		{"import " + imported + "timelinejs.csv -from word", exitTrouble, "-from is one of"},
		{"import " + imported + "timelinejs.csv -dates ymd", exitTrouble, "-dates is dmy or mdy"},
		{"import " + imported + "timelinejs.csv -o " + readOnly, exitTrouble, "not a directory"},
		{"import " + imported + "bad-encoding.csv -o " + filepath.Join(dir, "bad"), exitProblems, "bad-encoding.csv:2:17: error: this is not UTF-8"},
		{"import " + filepath.Join(dir, "none.csv"), exitTrouble, "no such file"},
		{"import", exitTrouble, "name a file"},
		{"import " + imported + "walk.gpx -lang english_", exitTrouble, "is no language tag"},
		{"import " + imported + "walk.gpx -zone Kyiv", exitTrouble, "is no time zone"},
		{"import " + imported + "walk.gpx -id My_Story", exitTrouble, "is no id"},
		{"import " + imported + "walk.gpx -undated soon", exitTrouble, "-undated"},
		{"export " + story, exitTrouble, "-to is one of"},
		{"export " + story + " -to csv", exitTrouble, "name a folder"},
		{"export " + story + " -to csv -v -o " + filepath.Join(dir, "sheets"), 0, "comments in story.json"},
		{"export " + story + " -to csv -o " + filepath.Join(dir, "sheets"), exitTrouble, "is there already"},
		{"export " + story + " -to geojson", 0, ""},
		{"import -h", 0, ""},
		{"export -h", 0, ""},
	} {
		var out, trouble bytes.Buffer
		if code := run(strings.Fields(c.args), &out, &trouble); code != c.code {
			t.Errorf("dateline %s: exit %d, not %d\n%s", c.args, code, c.code, trouble.String())
		}
		if !strings.Contains(trouble.String(), c.says) {
			t.Errorf("dateline %s says %q", c.args, trouble.String())
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "bad")); err == nil {
		t.Error("an import that failed left something behind")
	}
	if left, _ := filepath.Glob(filepath.Join(story, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// With -json the report is for machines, and with -o it is the output.
func TestImportReportsAsJSON(t *testing.T) {
	var out, trouble bytes.Buffer
	if code := run([]string{"import", imported + "walk.gpx", "--json", "-o", filepath.Join(t.TempDir(), "walk.json")}, &out, &trouble); code != 0 {
		t.Fatalf("exit %d: %s", code, trouble.String())
	}
	var r foreign.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil || r.Events != 3 || r.Count(foreign.Question) != 2 || r.Remarks[0].Line != 5 {
		t.Errorf("%v: %+v", err, r)
	}
}

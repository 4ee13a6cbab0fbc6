package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/story"
)

// tool runs the tool and returns what it says.
func tool(t *testing.T, code int, args ...string) (out, trouble string) {
	t.Helper()
	var a, b bytes.Buffer
	if got := run(args, &a, &b); got != code {
		t.Fatalf("dateline %s: exit %d, not %d\n%s", strings.Join(args, " "), got, code, b.String())
	}
	return a.String(), b.String()
}

// written writes a file for a test and returns its name.
func written(t testing.TB, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestHelp(t *testing.T) {
	for name := range commands {
		out, trouble := tool(t, 0, name, "-h")
		if trouble != "" || !strings.HasPrefix(out, "usage: dateline "+name) || strings.Count(out, "dateline "+name) < 2 {
			t.Errorf("dateline %s -h says\n%s%s", name, out, trouble)
		}
	}
}

func TestCheckSeveral(t *testing.T) {
	bad := written(t, "bad.json", `{"id": "bad", "titel": "Bad"}`)
	out, trouble := tool(t, exitProblems, "check", flagship, bad)
	if !strings.Contains(out, "three-days-in-march: 11 events") || !strings.Contains(trouble, bad+":1:15: titel") || !strings.Contains(trouble, "errors, 0 warnings") {
		t.Errorf("it says\n%s%s", out, trouble)
	}
	// One that cannot be read does not keep the others from being checked.
	_, trouble = tool(t, exitTrouble, "check", filepath.Join(t.TempDir(), "none"), bad)
	if !strings.Contains(trouble, "no such file") || !strings.Contains(trouble, "titel") {
		t.Errorf("it says\n%s", trouble)
	}
}

func TestCheckForMachines(t *testing.T) {
	bad := written(t, "bad ü.json", `{"id": "bad", "titel": "Bad"}`)
	out, trouble := tool(t, exitProblems, "check", "-json", bad, flagship)
	var told struct {
		Stories []struct {
			File             string
			ID               string
			Events           int
			Errors, Warnings int
			Problems         []struct {
				Line, Column                  int
				Path, Severity, Message, Hint string
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &told); err != nil || trouble != "" {
		t.Fatal(err, trouble)
	}
	if s := told.Stories; len(s) != 2 || s[0].Errors != len(s[0].Problems) || s[0].Errors == 0 || s[1].Events != 11 || s[1].Problems == nil {
		t.Errorf("%+v", told)
	}
	out, _ = tool(t, exitProblems, "check", "--sarif", bad)
	var log struct {
		Version string
		Runs    []struct {
			Results []struct {
				RuleID    string
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatal(err)
	}
	results := log.Runs[0].Results
	if log.Version != "2.1.0" || len(results) != told.Stories[0].Errors {
		t.Errorf("%+v", log)
	}
	for i, r := range results {
		p, at := told.Stories[0].Problems[i], r.Locations[0].PhysicalLocation
		if r.Level != "error" || !strings.Contains(r.Message.Text, p.Message) || at.Region.StartLine != p.Line || at.Region.StartColumn != p.Column ||
			!strings.HasPrefix(at.ArtifactLocation.URI, "file:///") || !strings.HasSuffix(at.ArtifactLocation.URI, "bad%20%C3%BC.json") {
			t.Errorf("%+v is told as %+v", p, r)
		}
	}
}

// Two hundred mistakes are two hundred problems, in less than a second.
func TestCheckMany(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"id": "many", "lang": "en", "title": "Many", "places": [{"id": "kyiv", "name": "Kyiv", "at": {"lat": 50, "lon": 30}}], "events": [`)
	for i := range 200 {
		fmt.Fprintf(&b, "\n"+`{"id": "e%d", "date": "2025-03-02", "place": "kyvi", "headline": "Event"},`, i)
	}
	b.WriteString("\n]}")
	began := time.Now()
	_, problems := story.Parse("many.json", []byte(b.String()))
	if took := time.Since(began); problems.Errors() != 200 || took > time.Second {
		t.Errorf("%d problems in %v", problems.Errors(), took)
	}
	for i, p := range problems[:min(200, len(problems))] {
		if p.Severity == story.Error && (p.Line != i+1 || p.Col == 0 || p.Hint == "") {
			t.Fatalf("%v", p)
		}
	}
}

func TestNew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "talks in \"Genève\"")
	tool(t, 0, "new", dir)
	out, trouble := tool(t, 0, "check", dir)
	if trouble != "" || !strings.HasPrefix(out, "talks-in-gen-ve: 3 events") {
		t.Errorf("check says %s%s", out, trouble)
	}
	site := filepath.Join(t.TempDir(), "out")
	tool(t, 0, "build", dir, "-o", site)
	if _, err := os.Stat(filepath.Join(site, "index.html")); err != nil {
		t.Error(err)
	}
	// What is there is not written over.
	if _, trouble = tool(t, exitTrouble, "new", dir); !strings.Contains(trouble, "there already") {
		t.Errorf("it says %s", trouble)
	}
	tool(t, exitTrouble, "new", filepath.Join(t.TempDir(), "…"))
}

func TestSchemaCommand(t *testing.T) {
	if out, _ := tool(t, 0, "schema"); out != string(story.Schema()) {
		t.Error("schema prints another schema")
	}
	tool(t, exitTrouble, "schema", "story.json")
}

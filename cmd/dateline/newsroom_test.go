package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var fenced = regexp.MustCompile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$")

// Every file and every command of docs/newsroom.md works as it stands there.
func TestNewsroomDocument(t *testing.T) {
	doc, err := os.ReadFile("../../docs/newsroom.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := readEngine(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	tool := filepath.Join(dir, "tool", "dateline")
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	desk := filepath.Join(dir, "desk")
	if err := os.Mkdir(desk, 0o777); err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, m := range fenced.FindAllStringSubmatch(string(doc), -1) {
		switch kind, name, body := m[1], m[2], m[3]; kind {
		case "csv":
			if err := os.WriteFile(filepath.Join(desk, name), []byte(body), 0o666); err != nil {
				t.Fatal(err)
			}
		case "sh":
			for _, line := range strings.Split(strings.TrimSpace(body), "\n") {
				words := strings.Fields(line)
				if words[0] != "dateline" {
					t.Fatalf("%q is no command of dateline", line)
				}
				cmd := exec.Command(tool, words[1:]...)
				cmd.Dir = desk
				if words[1] == "serve" {
					served(t, cmd, line)
				} else if out, err := cmd.CombinedOutput(); err != nil {
					t.Fatalf("%s: %v\n%s", line, err, out)
				}
				ran++
			}
		}
	}
	if ran < 8 {
		t.Errorf("only %d commands ran", ran)
	}
	for _, name := range []string{"grain-deal/story.json", "grain-deal.png", "public/index.html", "sheets/flows.csv", "grain-deal.geojson", "again/story.json"} {
		if _, err := os.Stat(filepath.Join(desk, name)); err != nil {
			t.Error(err)
		}
	}
	before, _ := os.ReadFile(filepath.Join(desk, "grain-deal/story.json"))
	again, _ := os.ReadFile(filepath.Join(desk, "again/story.json"))
	// An export says what was left to Dateline: the window and the kind of axis.
	if b, a := strings.Index(string(before), `"places"`), strings.Index(string(again), `"places"`); b < 0 || a < 0 || string(before)[b:] != string(again)[a:] {
		t.Errorf("import of the export is another story:\n%s", again)
	}
}

// served runs a server until it has given its page once.
func served(t *testing.T, cmd *exec.Cmd, line string) {
	t.Helper()
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stop := time.AfterFunc(60*time.Second, func() { cmd.Process.Kill() })
	defer stop.Stop()
	defer cmd.Wait()
	defer cmd.Process.Kill()
	address := ""
	for lines := bufio.NewScanner(pipe); address == "" && lines.Scan(); {
		if at := strings.Index(lines.Text(), "http://"); at >= 0 {
			address = strings.Fields(lines.Text()[at:])[0]
		}
	}
	response, err := http.Get(address)
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	defer response.Body.Close()
	if body, err := io.ReadAll(response.Body); err != nil || response.StatusCode != 200 || !strings.Contains(string(body), "Grain deal signed") {
		t.Errorf("%s: %s, %v", line, response.Status, err)
	}
}

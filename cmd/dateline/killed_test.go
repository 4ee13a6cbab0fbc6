package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/story"
)

// In another process the tests are the tool, or something that writes a folder
// again and again, so that it can be killed.
const (
	asTool   = "DATELINE_TEST_AS_TOOL"
	asWriter = "DATELINE_TEST_AS_WRITER"
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(asTool) != "":
		os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
	case os.Getenv(asWriter) != "":
		os.Exit(writeForEver(os.Getenv(asWriter)))
	}
	os.Exit(m.Run())
}

// writeForEver puts one site and another into a folder in turn.
func writeForEver(dir string) int {
	for i := 0; ; i++ {
		if err := numbered(i).write(dir, 1); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
}

// siteFiles is how many files a numbered site has.
const siteFiles = 40

// numbered is a site that says in every file which one it is.
func numbered(i int) site {
	s := site{}
	for k := range siteFiles {
		s[fmt.Sprintf("part%d/file%d.txt", k%4, k)] = []byte(fmt.Sprintf("%d\n%s", i, strings.Repeat("x", k*997)))
	}
	return s
}

// wholeSite returns which numbered site a folder holds, or fails where it holds
// parts of several or not all of one.
func wholeSite(t *testing.T, dir string) string {
	t.Helper()
	number, files := "", 0
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if e.Name() == mark {
			var h history
			return json.Unmarshal(data, &h)
		}
		n, rest, _ := strings.Cut(string(data), "\n")
		k, _ := strconv.Atoi(strings.Trim(e.Name(), "file.tx"))
		if number == "" {
			number = n
		}
		if n != number || len(rest) != k*997 {
			return fmt.Errorf("%s is of %s, with %d bytes, the others of %s", path, n, len(rest), number)
		}
		files++
		return nil
	})
	if err != nil || files != siteFiles {
		t.Fatalf("%d files of %d: %v", files, siteFiles, err)
	}
	return number
}

// kills is how often the tests kill; make fuzz kills more.
func kills(t *testing.T, usual int) int {
	if n, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		return n
	}
	return usual
}

func seeded(t *testing.T) *rand.Rand {
	seed := time.Now().UnixNano()
	t.Logf("seed %d", seed)
	return rand.New(rand.NewSource(seed))
}

// A build that is killed leaves the folder as it was or as it was to be.
func TestKilledWhileWriting(t *testing.T) {
	r := seeded(t)
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	last, changed := "", 0
	for range kills(t, 40) {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), asWriter+"="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Intn(120)) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) && last == "" {
			continue // it was killed before it had written anything
		}
		if now := wholeSite(t, dir); now != last {
			last, changed = now, changed+1
		}
	}
	if changed == 0 {
		t.Error("nothing was ever written")
	}
	// What was left beside it goes with a later build, but for what is in use.
	entries, _ := os.ReadDir(parent)
	old := time.Now().Add(-2 * sweepAfter)
	for _, e := range entries {
		if e.Name() != "out" {
			os.Chtimes(filepath.Join(parent, e.Name()), old, old)
		}
	}
	used, done, err := newFresh(dir)
	if err != nil {
		t.Fatal(err)
	}
	os.Chtimes(used, old, old)
	if err := numbered(7).write(dir, 1); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(parent); len(left) != 2 {
		t.Errorf("%d folders are left, not the two in use", len(left))
	}
	done()
	t.Logf("%d folders had been left", len(entries)-1)
}

// Two builds into one folder take turns: it is always one of them, whole.
func TestTwoAtOnce(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	var running []*exec.Cmd
	var said [2]bytes.Buffer
	for i := range said {
		cmd := exec.Command(os.Args[0])
		cmd.Env, cmd.Stderr = append(os.Environ(), asWriter+"="+dir), &said[i]
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, cmd)
	}
	looks := 0
	for began := time.Now(); time.Since(began) < 2*time.Second; {
		at, err := os.OpenRoot(dir)
		if err != nil {
			if looks > 0 {
				t.Fatal(err)
			}
			continue
		}
		looks++
		first := ""
		for k := range siteFiles {
			data, err := at.ReadFile(fmt.Sprintf("part%d/file%d.txt", k%4, k))
			if errors.Is(err, fs.ErrNotExist) {
				break // this one has been replaced and is being removed
			}
			n, rest, _ := strings.Cut(string(data), "\n")
			if first == "" {
				first = n
			}
			if err != nil || n != first || len(rest) != k*997 {
				t.Fatalf("file %d: %v, %d bytes of site %s in %s", k, err, len(rest), n, first)
			}
		}
		at.Close()
	}
	for i, cmd := range running {
		cmd.Process.Kill()
		if cmd.Wait(); said[i].Len() > 0 {
			t.Errorf("a build failed: %s", said[i].String())
		}
	}
	wholeSite(t, dir)
	t.Logf("looked %d times", looks)
}

// The commands themselves, killed at any time: what they write is whole or is
// not there.
func TestKilledCommands(t *testing.T) {
	r := seeded(t)
	dir := filepath.Join(t.TempDir(), "a folder – тека")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	events := filepath.Join(dir, "events.csv")
	rows := "id,date,headline\n"
	for i := range 3000 {
		rows += fmt.Sprintf("e%d,2025,Event %d\n", i, i)
	}
	if err := os.WriteFile(events, []byte(rows), 0o666); err != nil {
		t.Fatal(err)
	}
	site, made := filepath.Join(dir, "site"), filepath.Join(dir, "made")
	small := written(t, "small.json", `{"id": "s", "lang": "en", "title": "S", "places": [], "events": [{"id": "e", "date": "2025", "headline": "E"}]}`)
	kill := func(most time.Duration, args ...string) {
		cmd := exec.Command(os.Args[0], args...)
		cmd.Env = append(os.Environ(), asTool+"=1")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int63n(int64(most))))
		cmd.Process.Kill()
		cmd.Wait()
	}
	began := time.Now()
	tool(t, 0, "build", small, "-o", site)
	took := time.Since(began)
	before := folder(t, site)
	stories := 0
	for range kills(t, 4) {
		kill(took*6/5, "build", small, "-o", site)
		if after := folder(t, site); len(after) != len(before) {
			t.Fatalf("the folder has %d files, not %d", len(after), len(before))
		} else {
			for name := range before {
				if after[name] != before[name] {
					t.Fatalf("%s is another", name)
				}
			}
		}
		kill(took/2, "import", events, "-o", made, "-f")
		data, err := os.ReadFile(filepath.Join(made, "story.json"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		stories++
		if s, problems := story.Parse("story.json", data); err != nil || s == nil || len(s.Events) != 3000 {
			t.Fatalf("half a story: %v, %v", err, problems)
		}
	}
	t.Logf("a build takes %v; %d stories were written", took, stories)
}

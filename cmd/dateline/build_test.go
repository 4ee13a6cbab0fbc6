package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// folder is what a folder holds, by names with slashes.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Several stories share engine and assets; twins hold what their file does;
// the manifest knows all; the same input gives the same bytes.
func TestBuildSeveral(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"first", "second"} {
		tool(t, 0, "new", filepath.Join(dir, name))
	}
	args := []string{"build", filepath.Join(dir, "first"), filepath.Join(dir, "second"), "-url", "https://news.example/maps", "-lang", "fr"}
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	tool(t, 0, append(args, "-o", a)...)
	tool(t, 0, append(args, "-o", b)...)
	files, again := folder(t, a), folder(t, b)
	if len(files) != len(again) {
		t.Errorf("%d files, and %d the second time", len(files), len(again))
	}
	engines := 0
	for name, text := range files {
		if again[name] != text {
			t.Errorf("%s is another the second time", name)
		}
		if strings.HasSuffix(name, ".wasm") {
			engines++
		}
		whole := ""
		switch filepath.Ext(name) {
		case ".br":
			data, err := io.ReadAll(brotli.NewReader(strings.NewReader(text)))
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			whole = string(data)
		case ".gz":
			z, err := gzip.NewReader(strings.NewReader(text))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			data, err := io.ReadAll(z)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			whole = string(data)
		case ".html":
			for _, address := range addresses(text) {
				if file := filepath.ToSlash(filepath.Join(filepath.Dir(name), address)); files[file] == "" {
					t.Errorf("%s leads to %s, which is not there", name, address)
				}
			}
			continue
		default:
			continue
		}
		if files[strings.TrimSuffix(name, filepath.Ext(name))] != whole {
			t.Errorf("%s holds another file", name)
		}
	}
	if page := files["index.html"]; !strings.Contains(page, `href="first/index.html"`) || !strings.Contains(page, `href="second/fr/index.html"`) || !strings.Contains(page, "<h1>Stories</h1>") {
		t.Errorf("the page that lists the stories is %s", page)
	}
	if engines != 1 {
		t.Errorf("%d engines", engines)
	}
	if !strings.Contains(files["second/fr/index.html"], `href="https://news.example/maps/second/fr/"`) {
		t.Error("second/fr/index.html does not know its address")
	}
	var manifest struct {
		Files []struct {
			Path   string
			Size   int
			SHA256 string
		}
	}
	if err := json.Unmarshal([]byte(files[manifestName]), &manifest); err != nil {
		t.Fatal(err)
	}
	if len(manifest.Files) != len(files)-2 { // itself and the mark
		t.Errorf("the manifest has %d files, the folder %d", len(manifest.Files), len(files))
	}
	for _, f := range manifest.Files {
		sum := sha256.Sum256([]byte(files[f.Path]))
		if f.Size != len(files[f.Path]) || f.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("the manifest is wrong about %s", f.Path)
		}
	}
	// Two stories of one id would share a folder.
	if _, trouble := tool(t, exitTrouble, "build", filepath.Join(dir, "first"), filepath.Join(dir, "first"), "-o", a); !strings.Contains(trouble, "one folder") {
		t.Errorf("it says %s", trouble)
	}
}

// What the build before had under names of its own stays for one more build, or
// as many as are asked for; a build of the same story changes nothing.
func TestBuildKeeps(t *testing.T) {
	dir := t.TempDir()
	src, out := filepath.Join(dir, "story.json"), filepath.Join(dir, "out")
	tell := func(headline string, args ...string) string {
		t.Helper()
		text := `{"id": "s", "lang": "en", "title": "S", "places": [{"id": "p", "name": "P", "at": {"lat": 1, "lon": 2}}], "events": [{"id": "e", "date": "2025", "place": "p", "headline": "` + headline + `"}]}`
		// A place's name is in the story's pack.
		text = strings.Replace(text, `"P"`, `"`+headline+`"`, 1)
		if err := os.WriteFile(src, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		tool(t, 0, append([]string{"build", src, "-o", out}, args...)...)
		names, _ := filepath.Glob(filepath.Join(out, "assets/story.*.bin"))
		return strings.Join(names, " ")
	}
	one := tell("One")
	two := tell("Two")
	if strings.Count(one, ".bin") != 1 || strings.Count(two, ".bin") != 2 || !strings.Contains(two, one) {
		t.Errorf("after the first build %s, after the second %s", one, two)
	}
	if again := tell("Two"); again != two {
		t.Errorf("after the same build %s, not %s", again, two)
	}
	if three := tell("Three"); strings.Contains(three, one) || strings.Count(three, ".bin") != 2 {
		t.Errorf("after the third build %s", three)
	}
	if four := tell("Four", "-keep", "2"); strings.Count(four, ".bin") != 3 {
		t.Errorf("with -keep 2 %s", four)
	}
	if none := tell("Five", "-keep", "0"); strings.Count(none, ".bin") != 1 {
		t.Errorf("with -keep 0 %s", none)
	}
}

// A build that fails leaves the folder as it was, and nothing beside it.
func TestBuildFails(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	tool(t, 0, "build", flagship, "-o", out)
	before := folder(t, dir)
	same := func(why string) {
		t.Helper()
		after := folder(t, dir)
		for name := range after {
			if before[name] != after[name] {
				t.Errorf("%s: %s is new or changed", why, name)
			}
		}
		if len(before) != len(after) {
			t.Errorf("%s: %d files, then %d", why, len(before), len(after))
		}
	}
	bad := written(t, "bad.json", `{}`)
	tool(t, exitProblems, "build", flagship, bad, "-o", out)
	same("a story with problems")
	_, trouble := tool(t, exitTrouble, "build", flagship, "-o", filepath.Join(out, "index.html", "under"))
	if !strings.Contains(trouble, "not a directory") {
		t.Errorf("below a file it says %s", trouble)
	}
	same("a folder below a file")
}

// On a disk that is full the message says so, and what was there stays.
func TestBuildOnFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("makes a small disk, for which it must be root on Linux")
	}
	disk := t.TempDir()
	if said, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no small disk: %s", said)
	}
	defer exec.Command("umount", disk).Run()
	out := filepath.Join(disk, "out")
	tool(t, 0, "build", flagship, "-o", out)
	before := folder(t, disk)
	if _, trouble := tool(t, exitTrouble, "build", flagship, "-o", out, "-url", "https://news.example"); !strings.Contains(trouble, "no space left") || !strings.Contains(trouble, "nothing has been changed") {
		t.Errorf("it says %s", trouble)
	}
	if after := folder(t, disk); len(after) != len(before) || after["out/index.html"] != before["out/index.html"] {
		t.Error("the full disk holds something else than before")
	}
	if said, err := exec.Command("mount", "-o", "remount,ro", disk).CombinedOutput(); err != nil {
		t.Skipf("no read-only disk: %s", said)
	}
	if _, trouble := tool(t, exitTrouble, "build", flagship, "-o", out); !strings.Contains(trouble, "read-only") {
		t.Errorf("read-only, it says %s", trouble)
	}
}

// The engine's twins are those of the engine that is embedded.
func TestEngineTwins(t *testing.T) {
	engine, _, err := readEngine()
	if err != nil {
		t.Fatal(err)
	}
	tw, ok := engineTwin(engine)
	if !ok {
		t.Fatal("the engine has no twins, or those of another: run make engine")
	}
	data, err := io.ReadAll(brotli.NewReader(bytes.NewReader(tw.br)))
	if err != nil || !bytes.Equal(data, engine) {
		t.Errorf("its .br holds another file: %v", err)
	}
}

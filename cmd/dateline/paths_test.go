package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tiny is a small story with an id and a title.
func tiny(id, title string) string {
	return `{"id": "` + id + `", "lang": "en", "title": ` + title + `, "places": [], "events": [{"id": "e", "date": "2025", "headline": "E"}]}`
}

// Names with spaces, in any script and with every sign that a file may have are
// names like others.
func TestOddPaths(t *testing.T) {
	for _, name := range []string{"two words, Київ ب 東京 …", `.a'b"c [x]*? %2e%2e $(touch x)`, "-o" + strings.Repeat("n", 200)} {
		dir := filepath.Join(t.TempDir(), name)
		file, out := filepath.Join(dir, "story.json"), filepath.Join(dir, "out "+name[:min(len(name), 20)])
		if err := put(file, []byte(tiny("s", `"S"`))); err != nil {
			t.Fatal(err)
		}
		tool(t, 0, "check", dir)
		tool(t, 0, "build", dir, "-o", out)
		tool(t, 0, "render", dir, "-t", "e", "-o", filepath.Join(dir, name[:min(len(name), 20)]+".png"))
		tool(t, 0, "export", dir, "-to", "timelinejs", "-o", filepath.Join(dir, "timeline.json"))
		tool(t, 0, "import", filepath.Join(dir, "timeline.json"), "-o", filepath.Join(dir, "again"))
		if _, err := os.Stat(filepath.Join(out, "index.html")); err != nil {
			t.Error(err)
		}
		entries, _ := os.ReadDir(dir)
		if len(entries) != 5 {
			t.Errorf("%q: %d names, not story, out, picture, timeline and again", name, len(entries))
		}
	}
}

// Nothing in a story leads out of the folder.
func TestNoWayOut(t *testing.T) {
	for _, id := range []string{"..", "../x", "/etc", "a/b", `a\\b`, ".", "a.b", "CON:", "a\u2215b", "", "-", "a\u0000b"} {
		bad := written(t, "bad.json", tiny(id, `"S"`))
		tool(t, exitProblems, "build", bad, bad, "-o", filepath.Join(t.TempDir(), "out"))
	}
	for _, lang := range []string{"..", "../fr", "assets", "fr/../..", "demo", "/", `\\`} {
		bad := written(t, "bad.json", tiny("s", `{"en": "S", "`+lang+`": "T"}`))
		tool(t, exitProblems, "build", bad, "-o", filepath.Join(t.TempDir(), "out"))
	}
	good := written(t, "good.json", tiny("s", `"S"`))
	for _, lang := range []string{"..", "../fr", "assets", "demo", "/"} {
		tool(t, exitTrouble, "build", good, "-o", filepath.Join(t.TempDir(), "out"), "-lang", lang)
	}
	// Stories whose folders would be each other's or the assets'.
	assets := written(t, "assets.json", tiny("assets", `"S"`))
	tool(t, exitTrouble, "build", good, good, "-o", filepath.Join(t.TempDir(), "out"))
	tool(t, exitTrouble, "build", good, assets, "-o", filepath.Join(t.TempDir(), "out"))
}

// A folder may be a link to one; what is a link to nowhere, a link in a circle
// or somebody else's folder is left alone.
func TestLinkedFolders(t *testing.T) {
	dir := t.TempDir()
	file := written(t, "story.json", tiny("s", `"S"`))
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	tool(t, 0, "build", file, "-o", real)
	for name, to := range map[string]string{link: "real", filepath.Join(dir, "nowhere"): "none", filepath.Join(dir, "circle"): "circle", filepath.Join(dir, "up"): ".."} {
		if err := os.Symlink(to, name); err != nil {
			t.Skip(err)
		}
	}
	tool(t, 0, "build", file, "-o", link)
	if to, err := os.Readlink(link); err != nil || to != "real" {
		t.Errorf("the link has become %q, %v", to, err)
	}
	for _, name := range []string{"nowhere", "circle", "up", "."} {
		_, trouble := tool(t, exitTrouble, "build", file, "-o", filepath.Join(dir, name))
		if trouble == "" {
			t.Errorf("%s: nothing is said", name)
		}
	}
	if to, err := os.Readlink(filepath.Join(dir, "nowhere")); err != nil || to != "none" {
		t.Errorf("the link to nowhere has become %q, %v", to, err)
	}

	// What somebody has put into the folder cannot bring other files into the next.
	secret := written(t, "secret.txt", "a secret")
	if err := os.Symlink(secret, filepath.Join(real, "assets", "old.0123456789ab.js")); err != nil {
		t.Fatal(err)
	}
	forged := `{"made": "by dateline build", "builds": [["assets/none.js"], ["assets/old.0123456789ab.js", "../../secret.txt", "/etc/passwd", "assets/../../x"]]}`
	if err := os.WriteFile(filepath.Join(real, mark), []byte(forged), 0o666); err != nil {
		t.Fatal(err)
	}
	tool(t, 0, "build", file, "-o", real, "-keep", "9")
	for name, text := range folder(t, real) {
		if strings.Contains(text, "a secret") {
			t.Errorf("%s holds what a link led to", name)
		}
	}

	// From within the folder, by a name that has none of its own.
	t.Chdir(filepath.Join(real, "assets"))
	tool(t, 0, "build", file, "-o", "..")
	if _, err := os.Stat(filepath.Join(real, "index.html")); err != nil {
		t.Error(err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 5 {
		t.Errorf("%d names beside the folder", len(entries))
	}
}

// A story that somebody has put into a built folder, and the style beside it,
// are not lost when the folder is built again.
func TestStoryInItsOwnFolder(t *testing.T) {
	dir := t.TempDir()
	out, link := filepath.Join(dir, "out"), filepath.Join(dir, "link")
	file := written(t, "story.json", tiny("s", `"S"`))
	tool(t, 0, "build", file, "-o", out)
	in, deep, style := filepath.Join(out, "story.json"), filepath.Join(out, "deep", "story.json"), filepath.Join(out, "house.json")
	for name, text := range map[string]string{in: tiny("s", `"S"`), deep: tiny("s", `"S"`), style: "{}"} {
		if err := put(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(out, link); err != nil {
		t.Skip(err)
	}
	for _, args := range [][]string{{out, "-o", out}, {in, "-o", link}, {filepath.Join(link, "deep"), "-o", out}, {file, deep, "-o", out}, {file, "-house", style, "-o", out}} {
		if _, trouble := tool(t, exitTrouble, append([]string{"build"}, args...)...); !strings.Contains(trouble, "replaced as a whole: name another folder with -o") {
			t.Errorf("%v: %s", args, trouble)
		}
	}
	for _, name := range []string{in, deep, style} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
	tool(t, 0, "build", in, "-o", filepath.Join(dir, "out of it"))
}

// The engine does not tell where it was built.
func TestEngineNamesNoPath(t *testing.T) {
	engine, _, err := readEngine()
	if err != nil {
		t.Fatal(err)
	}
	here, _ := filepath.Abs("../..")
	home, _ := os.UserHomeDir()
	for _, path := range []string{here, filepath.Join(home, "go")} {
		if strings.Contains(string(engine), path) {
			t.Errorf("the engine names %s", path)
		}
	}
}

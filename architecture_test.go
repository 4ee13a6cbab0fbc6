package dateline_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"dateline/story"
)

// rooms says for each folder which other packages of Dateline it may import,
// and which libraries. The standard library is free, but for what is listed in
// barred. ARCHITECTURE.md gives the reasons; a test below holds the two alike.
var rooms = map[string]string{
	"story":                     "orb hujson",
	"geo":                       "orb",
	"timeline":                  "story geo orb",
	"exchange":                  "story orb",
	"render":                    "",
	"render/font":               "render freetype image",
	"render/raster":             "render render/font freetype image",
	"render/svg":                "render render/font",
	"render/screen":             "render render/font render/raster ebiten",
	"render/shape":              "render/font go-text image",
	"render/golden":             "",
	"scene":                     "timeline story geo render render/font orb",
	"player":                    "scene timeline story geo render text",
	"assets":                    "",
	"web":                       "player minify",
	"web/drive":                 "chromedp websocket",
	"cmd/wasm":                  "geo timeline scene render render/font render/screen ebiten",
	"cmd/dateline":              "story exchange geo timeline scene player render render/font render/raster render/svg render/shape assets web orb text brotli sys image",
	"bench":                     "story timeline web/drive chromedp brotli",
	"cmd/slim":                  "",
	"cmd/pack":                  "brotli",
	"cmd/weigh":                 "cmd/wasmfile",
	"cmd/pare":                  "cmd/wasmfile",
	"cmd/wasmfile":              "",
	"cmd/audit":                 "",
	"cmd/assets":                "geo render/font orb freetype",
	"render/rendertest":         "render render/font",
	"render/rendertest/browser": "web/drive chromedp",
	"render/screen/screentest":  "render render/font render/raster render/screen render/rendertest render/golden assets ebiten",
}

var libraries = map[string]string{
	"github.com/paulmach/orb":          "orb",
	"github.com/golang/freetype":       "freetype",
	"golang.org/x/image":               "image",
	"github.com/hajimehoshi/ebiten/v2": "ebiten",
	"github.com/tailscale/hujson":      "hujson",
	"github.com/andybalholm/brotli":    "brotli",
	"github.com/chromedp":              "chromedp",
	"github.com/coder/websocket":       "websocket",
	"github.com/go-text/typesetting":   "go-text",
	"golang.org/x/text":                "text",
	"golang.org/x/sys":                 "sys",
	"github.com/tdewolff/minify/v2":    "minify",
}

// Every import goes the way the table says, in the native build and in the
// browser's.
func TestImports(t *testing.T) {
	for _, env := range [][]string{nil, {"GOOS=js", "GOARCH=wasm"}} {
		cmd := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
		cmd.Env = append(os.Environ(), env...)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
			words := strings.Fields(line)
			room := strings.TrimPrefix(strings.TrimPrefix(words[0], "dateline"), "/")
			if room == "" || strings.HasPrefix(room, "build/") {
				continue
			}
			may, ok := rooms[room]
			if !ok {
				t.Errorf("%s is not in the table of rooms: say what it is for in ARCHITECTURE.md, and what it may import here", room)
				continue
			}
			for _, path := range words[1:] {
				name := called(path)
				switch {
				case name == "":
				case name == "syscall/js" && room != "cmd/wasm" && room != "render/screen/screentest":
					t.Errorf("%s imports syscall/js: the browser is the business of cmd/wasm alone", room)
				case name != "syscall/js" && !contains(strings.Fields(may), name):
					t.Errorf("%s imports %s, which it may not", room, path)
				}
			}
		}
	}
}

// The browser's program carries no table of words or of languages, no shaper
// and no parser: all of that is done when the story is built.
func TestEngineIsSmall(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "./cmd/wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, path := range strings.Fields(string(out)) {
		for _, never := range []string{"dateline/player", "dateline/render/shape", "golang.org/x/text", "github.com/go-text", "github.com/tailscale/hujson"} {
			if path == never || strings.HasPrefix(path, never+"/") {
				t.Errorf("cmd/wasm links %s", path)
			}
		}
	}
}

// called is what the table calls an import: "" for what is free.
func called(path string) string {
	if inner, ok := strings.CutPrefix(path, "dateline/"); ok {
		return inner
	}
	for prefix, name := range libraries {
		if path == prefix || strings.HasPrefix(path, prefix+"/") {
			return name
		}
	}
	if path == "syscall/js" {
		return path
	}
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		return path // a library nobody has named
	}
	return ""
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// ARCHITECTURE.md names every room.
func TestArchitectureNamesEveryRoom(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	for room := range rooms {
		if !strings.Contains(string(text), "`"+room+"/`") {
			t.Errorf("ARCHITECTURE.md does not name `%s/`", room)
		}
	}
}

// SECURITY.md names tests that are there.
func TestSecurityNamesTests(t *testing.T) {
	text, err := os.ReadFile("SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for i, part := range strings.Split(string(text), "`") {
		if i%2 == 1 && strings.Contains(part, "/") && strings.Contains(part, ".") && !strings.Contains(part, " ") {
			named++
			if _, err := os.Stat(part); err != nil {
				t.Error(err)
			}
		}
	}
	if named < 5 {
		t.Errorf("it names only %d files", named)
	}
}

// The story in the README has no problems.
func TestReadmeStory(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "```json\n")
	body, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("the README shows no story")
	}
	if _, problems := story.Parse("README.md", []byte(body)); len(problems) > 0 {
		t.Error(problems)
	}
}

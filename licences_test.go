package dateline_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// module is a Go module that something of ours is built from.
type module struct {
	path, dir string
	carried   bool // a page carries it to its readers
}

// modules lists what the tool, the engine, the tests and the build's own
// commands are linked from, as the go command says.
func modules(t *testing.T) map[string]*module {
	t.Helper()
	out := map[string]*module{}
	for _, of := range []struct {
		args    string
		env     []string
		carried bool
	}{
		{"-test ./...", nil, false},
		{"-test ./...", []string{"GOOS=windows"}, false},
		{"./cmd/wasm", []string{"GOOS=js", "GOARCH=wasm"}, true},
	} {
		cmd := exec.Command("go", append([]string{"list", "-deps", "-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}`}, strings.Fields(of.args)...)...)
		cmd.Env = append(os.Environ(), of.env...)
		list, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list %s: %v", of.args, err)
		}
		for _, line := range strings.Split(string(list), "\n") {
			path, dir, ok := strings.Cut(line, " ")
			if !ok {
				continue
			}
			if out[path] == nil {
				out[path] = &module{path: path, dir: dir}
			}
			out[path].carried = out[path].carried || of.carried
		}
	}
	return out
}

var licenceText = regexp.MustCompile(`\]\((assets/LICENSES/[^)]+)\)`)

// Every module that is linked, and every package that npm fetches, is named in
// THIRD_PARTY.md with its licence, whose text is the one that it brings; what a
// page carries to readers is marked.
func TestThirdParties(t *testing.T) {
	data, err := os.ReadFile("THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	row := func(name string) string {
		for _, line := range strings.Split(string(data), "\n") {
			if strings.HasPrefix(line, "|") && strings.Contains(line, "`"+name+"`") {
				return line
			}
		}
		return ""
	}
	all := modules(t)
	if len(all) < 10 {
		t.Fatalf("only %d modules are found", len(all))
	}
	named := map[string]bool{}
	for _, m := range all {
		line := row(m.path)
		named[m.path] = true
		text := licenceText.FindStringSubmatch(line)
		switch {
		case line == "":
			t.Errorf("%s is linked, and not named in THIRD_PARTY.md", m.path)
		case text == nil:
			t.Errorf("%s has no text of its licence in THIRD_PARTY.md", m.path)
		case m.carried && !strings.Contains(line, "●"):
			t.Errorf("%s goes to readers, and is not marked in THIRD_PARTY.md", m.path)
		default:
			sameLicence(t, m, text[1])
		}
	}
	for _, found := range regexp.MustCompile("`((?:github\\.com|golang\\.org)/[^`]+)`").FindAllStringSubmatch(string(data), -1) {
		if !named[found[1]] {
			t.Errorf("THIRD_PARTY.md names %s, which nothing is linked from", found[1])
		}
	}
	for _, file := range []string{"cmd/assets/npm.go", "web/axe_test.go"} {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		packages := regexp.MustCompile(`source\{"([^"]+)", "|"([a-z-]+)@"`).FindAllStringSubmatch(string(source), -1)
		if len(packages) == 0 {
			t.Errorf("%s names no package of npm", file)
		}
		for _, p := range packages {
			if name := p[1] + p[2]; !strings.Contains(string(data), name) {
				t.Errorf("THIRD_PARTY.md does not name %s, which npm fetches", name)
			}
		}
	}
}

// What npm installs for the measurements stands in a lock file, each package
// with its hash and its licence.
func TestPeersAreLocked(t *testing.T) {
	const file = "bench/peers/package-lock.json"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var lock struct {
		Packages map[string]struct{ Version, Integrity, License string }
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		t.Fatal(err)
	}
	for name, p := range lock.Packages {
		if name != "" && (p.Version == "" || !strings.HasPrefix(p.Integrity, "sha512-") || p.License == "") {
			t.Errorf("%s: %s has version %q, hash %q, licence %q", file, name, p.Version, p.Integrity, p.License)
		}
	}
	if third, _ := os.ReadFile("THIRD_PARTY.md"); len(lock.Packages) < 2 || !strings.Contains(string(third), file) {
		t.Errorf("THIRD_PARTY.md does not name %s, with %d packages", file, len(lock.Packages))
	}
}

// sameLicence holds our copy of a licence to the module's own: its longest
// paragraph, which no two licences share, stands in ours. A module may offer
// several licences, and our file may hold those of its parts as well.
func sameLicence(t *testing.T, m *module, ours string) {
	t.Helper()
	text, err := os.ReadFile(ours)
	if err != nil {
		t.Error(err)
		return
	}
	files, _ := filepath.Glob(filepath.Join(m.dir, "LICENSE*"))
	more, _ := filepath.Glob(filepath.Join(m.dir, "licenses", "*"))
	for _, file := range append(files, more...) {
		own, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		longest := ""
		for _, paragraph := range regexp.MustCompile(`\n[ \t]*\n`).Split(string(own), -1) {
			if p := plainWords(paragraph); len(p) > len(longest) {
				longest = p
			}
		}
		if len(longest) > 300 && strings.Contains(plainWords(string(text)), longest) {
			return
		}
	}
	t.Errorf("%s brings another licence than %s", m.path, ours)
}

// plainWords is a text without what copies of a licence vary: quotation marks,
// rules, case and lines.
func plainWords(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.NewReplacer("\"", "", "---", "").Replace(s))), " ")
}

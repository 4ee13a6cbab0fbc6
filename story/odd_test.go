package story

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tailscale/hujson"
)

// oddValues are what nobody means, as JSON, by what it is.
var oddValues = map[string]string{
	"null": `null`, "a number": `1e999`, "a small number": `-5e-324`, "true": `true`, "a list": `[[], {}, null]`, "an object": `{"__proto__": {"a": 1}, "constructor": []}`,
	"an override": `"a\u202eb"`, "a control character": `"a\u0000b"`, "an open isolate": `"a\u2067b"`, "nothing to see": `"\u200b\u2060"`, "half a pair": `"\ud800"`,
	"a script": `"javascript:alert(1)"`, "a path": `"../../etc/passwd"`, "a long text": `"` + strings.Repeat("x", LongestText+1) + `"`,
}

// never are those that no value of a story may be.
var never = []string{"a number", "an override", "a control character", "an open isolate", "nothing to see", "a long text"}

// Each odd value, put in turn in the place of every value of a few stories: the
// story is refused with a problem in its place, or it is none the worse.
func TestOddValues(t *testing.T) {
	files, _ := filepath.Glob("../scene/testdata/*/story.json")
	tried, refused := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if data, err = hujson.Standardize(data); err != nil {
			t.Fatal(err)
		}
		var root any
		if err := json.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		eachValue(root, "", func(path string, set func(any)) {
			for name, odd := range oddValues {
				set(json.RawMessage(odd))
				text, err := json.Marshal(root)
				if err != nil {
					t.Fatal(err)
				}
				tried++
				s, problems := Parse("x", text)
				if (s == nil) != (problems.Errors() > 0) {
					t.Fatalf("%s: %s: a story %v with %d errors", path, name, s != nil, problems.Errors())
				}
				for _, p := range problems {
					if p.Line < 1 || p.Col < 1 || p.Message == "" || len(p.Message) > 600 {
						t.Fatalf("%s: %s: misplaced: %v", path, name, p)
					}
				}
				if s == nil {
					refused++
					continue
				}
				for _, n := range never {
					if n == name && path != "$schema" {
						t.Errorf("%s: %s may be %s", filepath.Base(filepath.Dir(file)), path, name)
					}
				}
			}
		})
	}
	t.Logf("%d tried, %d refused", tried, refused)
}

// eachValue visits every value in a tree, with a way to put another in its
// place, and puts it back.
func eachValue(v any, path string, visit func(path string, set func(any))) {
	switch x := v.(type) {
	case map[string]any:
		for key, inner := range x {
			at := join(path, key)
			visit(at, func(odd any) { x[key] = odd })
			x[key] = inner
			eachValue(inner, at, visit)
		}
	case []any:
		for i, inner := range x {
			if i > 1 {
				break // the third of a list is like the others
			}
			at := fmt.Sprintf("%s[%d]", path, i)
			visit(at, func(odd any) { x[i] = odd })
			x[i] = inner
			eachValue(inner, at, visit)
		}
	}
}

// A comment may be the last thing in a file, with no line break behind it.
func TestLastComment(t *testing.T) {
	for _, text := range []string{"{}", "{} // that is all", "{} /* that is all */", "{}\r\n// that is all"} {
		if _, fault := parseSyntax([]byte(text)); fault != nil {
			t.Errorf("%q: %s", text, fault.message)
		}
	}
	for _, text := range []string{"", "// nothing", `{"a": 1`, `{"a": "b`, "{} /* open"} {
		if _, fault := parseSyntax([]byte(text)); fault == nil || fault.at > len(text) {
			t.Errorf("%q: %+v, want a fault in the file", text, fault)
		}
	}
}

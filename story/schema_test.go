package story

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

func TestSchema(t *testing.T) {
	var schema struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	data := Schema()
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	for _, piece := range strings.Split(string(data), `"#/$defs/`)[1:] {
		name, _, _ := strings.Cut(piece, `"`)
		if schema.Defs[name] == nil {
			t.Errorf("the schema refers to %q and has none", name)
		}
	}
}

// Every key of every object stands in the format's documentation, in the
// section of its object, and no key that is not there.
func TestFormatIsDocumented(t *testing.T) {
	data, err := os.ReadFile("../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]map[string]string{}
	for _, section := range strings.Split(string(data), "\n## ")[1:] {
		title, body, _ := strings.Cut(section, "\n")
		keys := map[string]string{}
		for _, line := range strings.Split(body, "\n") {
			if cells := strings.Split(line, "|"); len(cells) == 5 && strings.HasPrefix(cells[1], " `") {
				keys[strings.Trim(cells[1], " `")] = strings.TrimSpace(cells[2])
			}
		}
		sections[strings.ToLower(title)] = keys
	}
	for _, o := range outlines() {
		keys := sections[o.says]
		if keys == nil {
			t.Errorf("no section %q", o.says)
		}
		for _, k := range o.keys {
			value, ok := keys[k.name]
			if !ok {
				t.Errorf("%s: %q is not documented", o.says, k.name)
			} else if required := strings.HasPrefix(value, "**"); required != k.required {
				t.Errorf("%s: %q is required: %v", o.says, k.name, k.required)
			}
			delete(keys, k.name)
		}
		for k := range keys {
			t.Errorf("%s: %q is documented and does not exist", o.says, k)
		}
	}
	for _, s := range Statuses {
		if !strings.Contains(string(data), "`"+string(s)+"`") {
			t.Errorf("status %q is not documented", s)
		}
	}
	for _, k := range FlowKinds {
		if !strings.Contains(string(data), "`"+string(k)+"`") {
			t.Errorf("kind of flow %q is not documented", k)
		}
	}
}

// The first story of the documentation is sound.
func TestFormatExample(t *testing.T) {
	data, err := os.ReadFile("../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(data), "```json\n")
	text, _, _ = strings.Cut(text, "```")
	s, ps := Parse("docs/format.md", []byte(text))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	if s.Scale != Calendar || s.Window.From.String() != "2024-05-06" || s.Window.To.String() != "2024-05-06" {
		t.Errorf("%v, %v", s.Scale, s.Window)
	}
}

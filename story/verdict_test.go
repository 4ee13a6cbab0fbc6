package story

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/tailscale/hujson"
)

// beyond are the cases of testdata/problems.txt that a JSON Schema cannot tell
// from sound stories, by what only the parser knows.
var beyond = map[string][]string{
	"references: every id that is named exists, and none twice": {"an id used twice", "focus", "flows that go on from themselves"},
	"order: of events, of the ends of a span, of publication":   {"time that runs backwards", "what ends before it begins", "a window that is reversed", "times of flows", "published and updated"},
	"the calendar: what events say of the window":               {"no window, and no event that gives one"},
	"registries: of zones and of languages":                     {"an unknown zone", "a language that is a country"},
	"syntax: a key that is written twice":                       {"a key written twice"},
}

// Parser and schema give the same verdict on every story of the corpus, but
// where the schema cannot say what the parser checks.
func TestSchemaAgrees(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("story.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("story.json")
	if err != nil {
		t.Fatal(err)
	}
	accepts := func(text string) (bool, error) {
		plain, err := hujson.Standardize([]byte(text))
		if err != nil {
			return false, err
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(plain))
		if err == nil {
			err = schema.Validate(v)
		}
		return err == nil, err
	}
	known := map[string]string{}
	for why, names := range beyond {
		for _, name := range names {
			known[name] = why
		}
	}
	data, err := os.ReadFile("testdata/problems.txt")
	if err != nil {
		t.Fatal(err)
	}
	stories := map[string]string{"the sound story": whole("\"lang\": \"en\"\n")}
	for _, c := range strings.Split(string(data), "\n== ")[1:] {
		name, body, _ := strings.Cut(c, "\n")
		piece, _, _ := strings.Cut(body, "---\n")
		stories[name] = whole(piece)
	}
	for _, file := range []string{"../examples/three-days-in-march/story.json", "../web/testdata/hostile/story.json", "testdata/every-kind.json"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		stories[file] = string(text)
	}
	for name, text := range stories {
		_, problems := Parse(name, []byte(text))
		sound := problems.Errors() == 0
		ok, err := accepts(text)
		why, excused := known[name]
		delete(known, name)
		switch {
		case ok == sound && excused:
			t.Errorf("%s: the schema knows it, and it is excused: %s", name, why)
		case !ok && sound:
			t.Errorf("%s: sound to the parser, not to the schema: %v", name, err)
		case ok && !sound && !excused:
			t.Errorf("%s: sound to the schema, not to the parser:\n%s", name, problems)
		}
	}
	for name := range known {
		t.Errorf("%q is excused and does not exist", name)
	}
}

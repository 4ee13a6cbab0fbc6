package web_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The types say all that the script has, and nothing else.
func TestTypes(t *testing.T) {
	source := func(name string) string {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	js, ts := source("dateline-embed.js"), source("dateline-embed.d.ts")
	all := func(text, pattern string) []string {
		var out []string
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
			if name := m[1]; !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
		slices.Sort(out)
		return out
	}
	part := func(text, from, to string) string {
		_, rest, ok := strings.Cut(text, from)
		part, _, end := strings.Cut(rest, to)
		if !ok || !end {
			t.Fatalf("nothing between %q and %q", from, to)
		}
		return part
	}
	same := func(what string, js, ts []string) {
		t.Helper()
		if !slices.Equal(js, ts) {
			t.Errorf("%s of the script: %v; of the types: %v", what, js, ts)
		}
	}

	same("attributes", all(part(js, "const attributes = [", "]"), `"(\S+?)"`), all(part(ts, "interface DatelineAttributes {", "\n}"), `(?m)^  (\w+)\??:`))

	// Members, but for what every element has and what the browser calls.
	class := part(js, "class DatelineStory extends HTMLElement {", "\n}\n")
	members := all(class, `(?m)^  (?:async |get |set )?(\w+)\(.*\) ?\{`)
	members = slices.DeleteFunc(members, func(name string) bool { return name == "constructor" || strings.HasSuffix(name, "Callback") })
	element := part(ts, "interface DatelineStoryElement extends HTMLElement {", "\n}")
	typed := all(element, `(?m)^  (?:readonly |get |set )?(\w+)[(:]`)
	same("members", members, slices.DeleteFunc(typed, func(name string) bool { return strings.HasSuffix(name, "EventListener") }))
	same("what can be set", all(class, `(?m)^  set (\w+)\(`), all(element, `(?m)^  (?:set )?(\w+)(?:: |\(target: string \| null\))`))

	events := append(all(js, `#say\("(\w+)"`), "play", "pause") // these two by the name of the message
	slices.Sort(events)
	same("events", slices.Compact(events), all(part(ts, "interface DatelineEventMap {", "\n}"), `(?m)^  (\w+):`))

	// And so do the documents.
	doc := source("../docs/embedding.md")
	for _, name := range slices.Concat(events, all(part(js, "const attributes = [", "]"), `"(\S+?)"`), members) {
		if !regexp.MustCompile("`" + name + "[`(]").MatchString(doc) {
			t.Errorf("docs/embedding.md says nothing of %s", name)
		}
	}
	for _, name := range all(part(js, "const properties = [", "]"), `"(\S+?)"`) {
		if !strings.Contains(doc, "`--dateline-"+name+"`") {
			t.Errorf("docs/embedding.md says nothing of --dateline-%s", name)
		}
	}
}

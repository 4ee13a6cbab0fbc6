package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/tailscale/hujson"

	"dateline/story"
)

// payload is a text that tries everything, beginning with another attempt each
// time. What ran would say so with its number.
func payload(n int) string {
	tries := []string{
		`<script>hacked=N</script>`, `"><img src=x onerror="hacked=N">`, `'><svg/onload=hacked=N>`, `</script><script>hacked=N</script>`,
		`</title></style></textarea><iframe srcdoc="<script>parent.hacked=N</script>"></iframe>`, `{{hacked=N}} ${hacked=N} <%=hacked=N%>`,
		`javascript:hacked=N`, `<a href="javascript:hacked=N" onclick=hacked=N>x</a>`, `--><!--><script>hacked=N</script>`, `]]><script>hacked=N</script>`,
		`&lt;script&gt;hacked=N&lt;/script&gt;`, `\u003cscript\u003ehacked=N`, `data:text/html,<script>hacked=N</script>`, `<style>*{display:none}</style><base href=//x>`,
		"\u0440\u0430\u0443\u0440\u0430l", "a\u200bb\u2060c\ufeff", "\u2067\u05d0\u2069", "z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
	}
	k := n % len(tries)
	text := strings.Join(append(append([]string{}, tries[k:]...), tries[:k]...), " ")
	return strings.ReplaceAll(text, "N", fmt.Sprint(n))
}

// infected is a story with a payload in every text field that its objects can
// have, found by walking the format's schema.
type infected struct {
	defs   map[string]map[string]any
	n      int
	placed map[string]int // by "object.key": the number of a payload there
}

func newInfected(t *testing.T) *infected {
	t.Helper()
	out, err := exec.Command(tool, "schema").Output()
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Defs map[string]map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(out, &schema); err != nil {
		t.Fatal(err)
	}
	return &infected{defs: schema.Defs, placed: map[string]int{}}
}

// fields lists the keys of an object that hold free text: "event.headline".
func (x *infected) fields() []string {
	var all []string
	for name, def := range x.defs {
		for key, schema := range properties(def) {
			if free(schema) {
				all = append(all, name+"."+key)
			}
		}
	}
	sort.Strings(all)
	return all
}

func properties(def map[string]any) map[string]any {
	p, _ := def["properties"].(map[string]any)
	return p
}

// free reports whether a value may be any text.
func free(schema any) bool {
	s, _ := schema.(map[string]any)
	_, pattern := s["pattern"]
	return s["$ref"] == "#/$defs/text" || s["type"] == "string" && !pattern
}

// walk puts payloads into a value that a schema describes, and into the text
// fields that it lacks.
func (x *infected) walk(value, schema any) {
	s, _ := schema.(map[string]any)
	if ref, ok := s["$ref"].(string); ok {
		x.object(value, strings.TrimPrefix(ref, "#/$defs/"))
		return
	}
	if any, ok := s["anyOf"].([]any); ok {
		for _, one := range any {
			x.walk(value, one)
		}
	}
	if list, ok := value.([]any); ok && s["items"] != nil {
		for _, item := range list {
			x.walk(item, s["items"])
		}
	}
}

func (x *infected) object(value any, name string) {
	o, ok := value.(map[string]any)
	if !ok || name == "text" {
		return
	}
	all := properties(x.defs[name])
	for key := range o {
		if _, known := all[key]; !known {
			return // it is another of the kinds that may stand here
		}
	}
	keys := make([]string, 0, len(all))
	for key := range all {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		if free(all[key]) {
			x.n++
			x.placed[name+"."+key] = x.n
			o[key] = payload(x.n)
			continue
		}
		if _, there := o[key]; !there && name == "story" {
			if made := x.minimal(all[key]); made != nil {
				o[key] = []any{made}
			}
		}
		x.walk(o[key], all[key])
	}
}

// minimal makes an object for a list of a story that has none, of what such an
// object must have, where that is no more than texts, dates and an id.
func (x *infected) minimal(list any) map[string]any {
	l, _ := list.(map[string]any)
	items, _ := l["items"].(map[string]any)
	ref, _ := items["$ref"].(string)
	def := x.defs[strings.TrimPrefix(ref, "#/$defs/")]
	required, _ := def["required"].([]any)
	if len(required) == 0 {
		return nil
	}
	out := map[string]any{}
	for _, key := range required {
		schema, _ := properties(def)[key.(string)].(map[string]any)
		pattern, _ := schema["pattern"].(string)
		switch {
		case free(schema):
			out[key.(string)] = "x"
		case strings.HasPrefix(pattern, "^-?[0-9]{4}"):
			out[key.(string)] = "2025"
		case strings.HasPrefix(pattern, "^[a-z0-9]+"):
			x.n++
			out[key.(string)] = fmt.Sprint("made-up-", x.n)
		default:
			return nil
		}
	}
	return out
}

// infect writes a story with payloads in all its texts. Keys that the format
// does not allow where they were added are taken out again.
func (x *infected) infect(t *testing.T, file string) (text []byte, has map[string]bool) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if data, err = hujson.Standardize(data); err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	x.placed = map[string]int{}
	x.object(root, "story")
	delete(root, "$schema")
	root["id"] = strings.Trim(strings.ReplaceAll(filepath.Base(filepath.Dir(file)), "_", "-"), "-")
	for range 50 {
		if text, err = json.MarshalIndent(root, "", " "); err != nil {
			t.Fatal(err)
		}
		s, problems := story.Parse(file, text)
		if s != nil {
			break
		}
		for _, p := range problems {
			if p.Severity == story.Error {
				remove(root, p.Path)
			}
		}
	}
	if s, problems := story.Parse(file, text); s == nil {
		t.Fatalf("%s cannot be infected:\n%s", file, problems)
	}
	has = map[string]bool{}
	for field, n := range x.placed {
		if strings.Contains(string(text), fmt.Sprintf("hacked=%d", n)) {
			has[field] = true
		}
	}
	return text, has
}

// remove takes the value at a path out of its object: "flows[2].label".
func remove(root map[string]any, path string) {
	var at any = root
	steps := strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' })
	for i, step := range steps {
		switch v := at.(type) {
		case map[string]any:
			if i == len(steps)-1 {
				delete(v, step)
				return
			}
			at = v[step]
		case []any:
			var k int
			fmt.Sscan(step, &k)
			if k >= len(v) {
				return
			}
			at = v[k]
		}
	}
}

// Every payload in every text field of every kind of object, those of kinds
// that are new as well: all of it is shown as text, and none of it runs.
func TestHostileFields(t *testing.T) {
	x := newInfected(t)
	files, _ := filepath.Glob("../examples/*/story.json")
	more, _ := filepath.Glob("../scene/testdata/*/story.json")
	more = append(more, illustrated)
	missing := map[string]bool{}
	for _, field := range x.fields() {
		missing[field] = true
	}
	delete(missing, "story.$schema") // it is not read
	all := len(missing)
	if all < 25 {
		t.Fatalf("the schema has only %d text fields: %v", all, x.fields())
	}
	// As few stories as hold them all, the smallest first.
	type sick struct {
		file string
		text []byte
		has  map[string]bool
	}
	var able []sick
	for _, file := range append(more, files...) {
		text, has := x.infect(t, file)
		able = append(able, sick{file, text, has})
	}
	sort.SliceStable(able, func(i, k int) bool { return len(able[i].text) < len(able[k].text) })
	var chosen []sick
	for len(missing) > 0 {
		best, most := -1, 0
		for i, s := range able {
			n := 0
			for field := range s.has {
				if missing[field] {
					n++
				}
			}
			if n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			break
		}
		chosen = append(chosen, able[best])
		for field := range able[best].has {
			delete(missing, field)
		}
	}
	for field := range missing {
		t.Errorf("no example and no story of scene/testdata has an object with the text %s: add one, so that its words are tried", field)
	}
	t.Logf("%d text fields in %d stories, %d payloads", all, len(chosen), x.n)

	for _, s := range chosen {
		t.Run(filepath.Base(filepath.Dir(s.file)), func(t *testing.T) {
			dir := t.TempDir()
			file, site := filepath.Join(dir, "story.json"), filepath.Join(dir, "site")
			if err := os.WriteFile(file, s.text, 0o666); err != nil {
				t.Fatal(err)
			}
			images, _ := filepath.Glob(filepath.Join(filepath.Dir(s.file), "*.png"))
			for _, image := range images {
				data, err := os.ReadFile(image)
				if err == nil {
					err = os.WriteFile(filepath.Join(dir, filepath.Base(image)), data, 0o666)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if out, err := exec.Command(tool, "build", file, "-o", site, "-demo", "-url", "https://news.example/").CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			files := http.FileServer(http.Dir(site))
			at := serveFunc(t, func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Security-Policy", policy(t, r.Host))
				files.ServeHTTP(w, r)
			})
			b := open(t, at+"/index.html", desktop)
			b.js(`document.querySelector("#box").scrollIntoView()`) // under a headline of a page's height
			b.live()
			b.js(`const last = [...document.querySelectorAll("#events > li.event")].pop(); document.querySelector("#slider").focus(); location.hash = last.id`)
			b.rest()
			for _, js := range []string{
				`window.hacked === undefined && document.querySelector("iframe").contentWindow.hacked === undefined`,
				`document.querySelectorAll("script").length === 3`,
				`document.querySelectorAll("iframe").length === 1`,
				`!document.querySelector("img:not(figure > img), style, base, object, embed, form, textarea, [srcdoc]")`,
				`[...document.querySelectorAll("*")].every(e => [...e.attributes].every(a => !/^on/i.test(a.name)))`,
				`[...document.querySelectorAll("a")].every(a => ["http:", "https:", "mailto:"].includes(a.protocol))`,
				`getComputedStyle(document.querySelector("#events")).display !== "none"`,
			} {
				if !b.holds(js) {
					t.Errorf("does not hold: %s (it says %s)", js, b.text(`window.hacked`))
				}
			}
			if missed := b.text(`(() => {
				const said = document.body.textContent;
				return [...document.querySelectorAll("#events > li.event h3")].filter(h => !h.textContent.includes("<script>hacked=") || h.children.length > 0 && h.querySelector("script, img, svg")).length + " of " + said.includes("onerror=");
			})()`); !strings.HasPrefix(missed, "0 of true") {
				t.Errorf("headlines that are not plain text: %s", missed)
			}
			if !b.holds(`[...document.querySelectorAll("figure")].every(f => f.firstChild.alt.includes("<script>hacked=") && f.lastChild.textContent.includes("<script>hacked=") && f.querySelectorAll("*").length === 2)`) {
				t.Error("the words of an image are not plain text")
			}
			for _, page := range []string{"/embed.html", "/demo/index.html"} {
				b := open(t, at+page, desktop, noShare)
				b.rest()
				if !b.holds(`window.hacked === undefined && !document.querySelector("img, [onerror], [srcdoc], svg")`) {
					t.Errorf("%s is broken into", page)
				}
			}
		})
	}
}

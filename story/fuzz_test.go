package story

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func FuzzParse(f *testing.F) {
	data, err := os.ReadFile("../examples/three-days-in-march/story.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(whole("")))
	cases, _ := os.ReadFile("testdata/problems.txt")
	for _, c := range strings.Split(string(cases), "\n== ")[1:] {
		_, body, _ := strings.Cut(c, "\n")
		piece, _, _ := strings.Cut(body, "---\n")
		f.Add([]byte(whole(piece)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, ps := Parse("x", data)
		if (s == nil) != (ps.Errors() > 0) {
			t.Fatalf("story %v with %d errors", s != nil, ps.Errors())
		}
		lines := strings.Count(string(data), "\n") + 1
		for i, p := range ps {
			if p.Line < 1 || p.Line > lines || p.Col < 1 || p.Message == "" {
				t.Fatalf("misplaced: %v", p)
			}
			if i > 0 && (p.Line < ps[i-1].Line || p.Line == ps[i-1].Line && p.Col < ps[i-1].Col) {
				t.Fatalf("out of order: %v", ps)
			}
		}
		if s != nil {
			checkReferences(t, s)
		}
	})
}

// checkReferences fails when a story that was parsed refers to nothing.
func checkReferences(t *testing.T, s *Story) {
	place := func(ids ...string) {
		for _, id := range ids {
			if id != "" && s.Place(id) == nil {
				t.Fatalf("no place %q", id)
			}
		}
	}
	event := func(id string) {
		if id != "" && s.Event(id) == nil {
			t.Fatalf("no event %q", id)
		}
	}
	cited := func(cs []Citation) {
		for _, c := range cs {
			if s.Source(c.Source) == nil {
				t.Fatalf("no source %q", c.Source)
			}
		}
	}
	if len(s.Places) == 0 || len(s.Events) == 0 || s.Scale == Auto || s.Title[s.Lang] == "" || s.Window.From.Year == 0 {
		t.Fatalf("hollow: %+v", s)
	}
	for _, e := range s.Events {
		place(append(e.Focus, e.Place)...)
		cited(e.Sources)
		if len(e.Kinds) == 0 || e.Headline[s.Lang] == "" {
			t.Fatalf("hollow event %+v", e)
		}
	}
	for _, r := range s.Routes {
		cited(r.Sources)
		for k, p := range r.Points {
			place(p.Place)
			event(p.Event)
			if p.Way == "" || (k == 0 || k == len(r.Points)-1) && p.Date == nil {
				t.Fatalf("hollow route %+v", r)
			}
		}
	}
	for _, a := range s.Areas {
		event(a.Event)
		event(a.Until)
		cited(a.Sources)
		if len(a.Countries)+len(a.Shape) == 0 {
			t.Fatalf("hollow area %+v", a)
		}
	}
	for _, m := range s.Magnitudes {
		place(m.Place)
		cited(m.Sources)
		if m.Route != "" && s.RouteIndex(m.Route) < 0 {
			t.Fatalf("no route %q", m.Route)
		}
		for _, v := range m.Values {
			event(v.Event)
			if v.Date == nil || len(m.Values) == 0 {
				t.Fatalf("hollow magnitude %+v", m)
			}
		}
	}
	for i, f := range s.Flows {
		place(append(append([]string{f.To.Toward}, f.From.Places...), f.To.Places...)...)
		event(f.Event)
		cited(f.Sources)
		if len(f.Status) == 0 {
			t.Fatalf("flow %q has no status", f.ID)
		}
		for _, c := range f.Status {
			event(c.Event)
		}
		at := i
		for steps := 0; s.Flows[at].From.Flow != ""; steps++ {
			if at = s.FlowIndex(s.Flows[at].From.Flow); at < 0 || steps > len(s.Flows) {
				t.Fatalf("flow %q goes on from nothing or itself", f.ID)
			}
		}
	}
}

// Two hundred mistakes are two hundred problems, each in its place, at once.
func TestManyMistakes(t *testing.T) {
	var b strings.Builder
	b.WriteString("\"events\": [\n")
	for i := range 200 {
		fmt.Fprintf(&b, `{"id": "e%d", "date": "2025-03-02", "place": "kyiv", "focus": ["londno"], "headline": "E"},`+"\n", i)
	}
	b.WriteString("]")
	text := whole(b.String())
	start := time.Now()
	s, ps := Parse("x", []byte(text))
	if took := time.Since(start); took > time.Second {
		t.Errorf("took %v", took)
	}
	if s != nil || ps.Errors() != 200 {
		t.Fatalf("%d errors", ps.Errors())
	}
	for i, p := range ps[:200] {
		if p.Line != i+3 || p.Path != fmt.Sprintf("events[%d].focus[0]", i) {
			t.Fatalf("problem %d is %v", i, p)
		}
	}
}

// What would cost a parser its stack or its time is a problem like any other.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"deep":      strings.Repeat("[", 1_000_000),
		"deep keys": strings.Repeat(`{"a":`, 1_000_000),
		"not UTF-8": "{\"id\": \"\xff\"}",
		"chain":     chain(20_000),
	} {
		start := time.Now()
		if s, ps := Parse("x", []byte(text)); s != nil || len(ps) == 0 {
			t.Errorf("%s: no problem", name)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

// chain is a story whose flows all go on from each other, in a circle.
func chain(n int) string {
	var b strings.Builder
	b.WriteString(`"flows": [`)
	for i := range n {
		fmt.Fprintf(&b, `{"id": "f%d", "kind": "aid", "what": "A", "status": "provided", "from": {"flow": "f%d"}, "to": "kyiv"},`, i, (i+1)%n)
	}
	return whole(b.String() + "]")
}

func TestByteOrderMark(t *testing.T) {
	if s, ps := Parse("x", []byte("\uFEFF"+whole(`"title": "A"`))); s == nil || len(ps) > 0 {
		t.Error(ps)
	}
}

// The flagship is read and checked.
func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("../examples/three-days-in-march/story.json")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Parse("story.json", data)
	}
}

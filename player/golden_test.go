package player

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"dateline/render/golden"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
)

func load(t testing.TB, file string) *timeline.Line {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, file, data)
}

func parse(t testing.TB, name string, data []byte) *timeline.Line {
	t.Helper()
	s, ps := story.Parse(name, data)
	if s == nil {
		t.Fatal(ps)
	}
	return timeline.New(s)
}

func flagship(t testing.TB) *timeline.Line {
	return load(t, "../examples/three-days-in-march/story.json")
}

// The goldens hold every sentence of a page for an editor to read, in every
// language that Dateline has words in.
func TestGoldens(t *testing.T) {
	for _, of := range languages() {
		lang := of().tag
		golden.Text(t, "testdata/three-days-in-march."+lang+".txt", text(flagship(t), lang))
		golden.Text(t, "testdata/lasting."+lang+".txt", text(load(t, "../scene/testdata/lasting/story.json"), lang))
		golden.Text(t, "testdata/every-kind."+lang+".txt", text(load(t, "../story/testdata/every-kind.json"), lang))
		golden.Text(t, "testdata/hours."+lang+".txt", text(load(t, "testdata/hours.json"), lang))
	}
}

func text(line *timeline.Line, lang string) string {
	return readable(NewPage(line, lang), Canvas(line, lang))
}

// readable writes a page, its script and the words of its picture as text.
func readable(p *Page, c *scene.Words) string {
	var b strings.Builder
	section := func(title string) { fmt.Fprintf(&b, "\n== %s\n", title) }
	line := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", label, value)
		}
	}
	cites := func(cs []PageCitation) {
		var labels []string
		for _, c := range cs {
			labels = append(labels, c.Label+" → "+c.Source)
		}
		line("  sources", strings.Join(labels, " | "))
	}
	fmt.Fprintf(&b, "%s (%s, %s)\n%s\n%s\n", p.ID, p.Lang, p.Dir, p.Title, p.Standfirst)
	line("by", p.Byline)
	line("window", p.Window)
	line("published", p.Published)
	line("updated", p.Updated)

	section("interface")
	fmt.Fprintf(&b, "%s\n%s\n", strings.ReplaceAll(strings.Trim(fmt.Sprintf("%+v", p.UI), "{}"), "\n", " "), fmt.Sprintf("%+v", p.Script.Words))
	section("blocks")
	for _, k := range p.Blocks {
		fmt.Fprintf(&b, "%s | %s\n", k.Label, k.Note)
	}
	section("places")
	for _, k := range p.Places {
		fmt.Fprintf(&b, "%s | %s | %s\n", k.ID, k.Name, k.Stands)
	}
	section("events")
	for _, e := range p.Events {
		if e.Block != "" {
			fmt.Fprintf(&b, "\n[%s]\n", e.Block)
		}
		fmt.Fprintf(&b, "\n%s\n  %s\n", e.ID, e.Headline)
		about := ""
		if e.About {
			about = " (about)"
		}
		line("  date", e.Date+" | "+e.DateNote+about)
		line("  place", e.Place+" | "+e.PlaceNote)
		line("  kind", e.Kind)
		line("  status", e.Status)
		line("  summary", e.Summary)
		for _, f := range e.Figures {
			line("  figure", f.Label+": "+f.Value)
		}
		if i := e.Image; i != nil {
			line("  image", i.Src+" | "+i.Alt+" | "+i.Caption+" | "+i.Credit)
		}
		line("  in doubt", e.Caveat)
		cites(e.Sources)
	}
	section("flows")
	for _, f := range p.Flows {
		fmt.Fprintf(&b, "\n%s\n  from %s | to %s\n", f.ID, f.From, f.To)
		line("  what", f.What)
		line("  who", f.Who)
		line("  amount", f.Amount)
		line("  kind", f.Kind)
		line("  status", strings.Join(f.Status, " | "))
		line("  start", f.Start)
		line("  in doubt", f.Caveat)
		cites(f.Sources)
	}
	section("eras")
	for _, e := range p.Eras {
		fmt.Fprintf(&b, "%s | %s | %s\n", e.Name, e.Date, e.DateNote)
		line("  in doubt", e.Caveat)
		cites(e.Sources)
	}
	for _, kind := range p.Kinds {
		section(kind.Title)
		for _, t := range kind.Things {
			fmt.Fprintf(&b, "%s | %s | %s | %s | %s\n", t.Anchor, t.Name, t.Kind, t.When, t.Note)
			for _, r := range t.Rows {
				fmt.Fprintf(&b, "  %s | %s | %s\n", r.Date, r.Value, r.Note)
			}
			line("  status", t.Status)
			line("  in doubt", t.Caveat)
			cites(t.Sources)
		}
	}
	section("analysis")
	for _, a := range p.Analysis {
		fmt.Fprintf(&b, "%s | %s | %s\n", a.By, a.Role, a.Text)
		cites(a.Sources)
	}
	section("notes")
	for _, n := range p.Notes {
		fmt.Fprintln(&b, n)
	}
	for _, c := range p.Corrections {
		line("correction", c.Date+": "+c.Text)
	}
	line("boundaries", p.BoundaryNote)
	section("sources")
	for _, s := range p.Sources {
		fmt.Fprintf(&b, "%s | %s | %s | %s\n", s.ID, s.Text, s.Note, s.URL)
	}
	section("script: " + p.Script.Story + ", " + p.Script.Lang + ", " + p.Script.Scale)
	standing := make([]int, len(p.Flows)) // a way to stand, counted from 1
	for i, s := range p.Script.Stops {
		fmt.Fprintf(&b, "\nstop %d at %.3f, event %d %s %s, block %d\n", i, s.X, s.Index, s.Event, strings.Join(s.Also, " "), s.Block)
		if s.Date != nil {
			line("  fact", fmt.Sprintf("%+v", *s.Date))
		}
		line("  words", s.Words)
		line("  value", s.Value)
		line("  live", s.Live)
		for k, f := range p.Flows {
			fresh := ""
			for at := strings.Fields(f.Stands); len(at) > 0; at = at[2:] {
				if at[0] != fmt.Sprint(i) {
					continue
				}
				fmt.Sscan(at[1], &standing[k])
				if standing[k]++; i > 0 {
					fresh = " new"
				}
			}
			if standing[k] > 0 {
				way := p.Script.Stands[standing[k]-1]
				line("  "+f.ID, fmt.Sprintf("%s (%s)%s", way.Status, way.Class, fresh))
			}
		}
	}
	section("canvas")
	places := strings.Join(c.Places, ", ")
	line("places", places)
	line("routes", strings.Join(c.Routes, ", "))
	line("areas", strings.Join(c.Areas, ", "))
	line("area rows", strings.Join(c.AreaRows, ", "))
	for _, m := range c.Magnitudes {
		line("magnitude", m.Name+" / "+strings.Join(m.Values, ", "))
	}
	line("way", c.Way)
	for i, names := range c.Flows {
		for _, n := range names {
			line("flow "+p.Flows[i].ID, n.Head+" / "+n.Sub)
		}
	}
	for _, n := range c.Blocks {
		line("block", n.Long+" / "+n.Short)
	}
	line("eras", strings.Join(c.Eras, " | "))
	if c.Dates != nil {
		line("dates", fmt.Sprintf("%+v", *c.Dates))
		line("beyond", c.Before+" / "+c.After)
	}
	var forms []string
	for _, f := range c.Form {
		forms = append(forms, "form: "+f)
	}
	sort.Strings(forms)
	fmt.Fprintln(&b, strings.Join(forms, "\n"))
	line("marks", c.Stated+" / "+c.Unstated)
	line("bracket", c.About)
	section("pace")
	for _, k := range p.Script.Pace {
		fmt.Fprintf(&b, "%.1f s: %.2f\n", k.T, k.Pos)
	}
	return b.String()
}

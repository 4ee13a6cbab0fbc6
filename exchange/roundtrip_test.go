package exchange

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/story"
)

// told are the stories that stand in files: one with a thing of every kind, and
// all examples.
func told(t testing.TB) []*story.Story {
	t.Helper()
	names, err := filepath.Glob("../examples/*/story.json")
	if err != nil || len(names) < 4 {
		t.Fatal(names, err)
	}
	var all []*story.Story
	for _, name := range append(names, "../story/testdata/every-kind.json") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s, problems := story.Parse(name, data)
		if s == nil {
			t.Fatal(problems)
		}
		all = append(all, s)
	}
	return all
}

// drawn are stories that are drawn by chance, other ones each time.
func drawn(t *testing.T, n int64) map[string]*story.Story {
	t.Helper()
	from := time.Now().UnixNano()
	t.Logf("seeds from %d", from)
	all := map[string]*story.Story{}
	for seed := from; seed < from+n; seed++ {
		data := Write(generated(rand.New(rand.NewSource(seed))))
		s, problems := story.Parse("story.json", data)
		if s == nil {
			t.Fatalf("seed %d: %v\n%s", seed, problems, data)
		}
		all[fmt.Sprint("seed ", seed)] = s
	}
	return all
}

// Parse of Write is the same story, in all its languages.
func TestWrite(t *testing.T) {
	all := drawn(t, 300)
	for _, s := range told(t) {
		all[s.ID] = s
	}
	for name, s := range all {
		again, problems := story.Parse("story.json", Write(s))
		for _, p := range problems {
			if p.Severity == story.Error {
				t.Fatalf("%s: %v\n%s", name, p, Write(s))
			}
		}
		if !reflect.DeepEqual(s, again) {
			t.Fatalf("%s: not the same again\n%s", name, Write(s))
		}
	}
}

// Import of an export gives the same story, but for what Target.Loses lists.
func TestRoundTrip(t *testing.T) {
	for _, target := range Targets() {
		t.Run(target.Name, func(t *testing.T) {
			for _, s := range told(t) {
				roundTrip(t, s.ID, s, target)
			}
			for name, s := range drawn(t, 200) {
				roundTrip(t, name, s, target)
			}
		})
	}
}

// A thing of each kind survives an export, or the list of what is lost names
// its kind.
func TestEveryKindIsExported(t *testing.T) {
	all := told(t)
	s := all[len(all)-1]
	again, problems := story.Parse("story.json", Write(s))
	if again == nil {
		t.Fatal(problems)
	}
	for _, kind := range story.Kinds {
		if len(s.IDs(kind)) == 0 || !slices.Equal(s.IDs(kind), again.IDs(kind)) {
			t.Errorf("story.json: of the %s %v there are %v", kind, s.IDs(kind), again.IDs(kind))
		}
	}
	for _, target := range Targets() {
		r := Import(target.Write(s), Options{ID: s.ID, Lang: s.Lang, Zone: s.Zone})
		if r.Story == nil {
			t.Fatal(target.Name, r.Report.Remarks)
		}
		for _, kind := range story.Kinds {
			kept := slices.Equal(s.IDs(kind), r.Story.IDs(kind))
			named := slices.ContainsFunc(target.Loses, func(l string) bool { return strings.Contains(l, string(kind)) })
			if !kept && !named {
				t.Errorf("%s: of the %s %v there are %v, and nothing says that they are lost", target.Name, kind, s.IDs(kind), r.Story.IDs(kind))
			}
		}
	}
}

func roundTrip(t *testing.T, name string, s *story.Story, target Target) {
	t.Helper()
	r := Import(target.Write(s), Options{ID: s.ID, Lang: s.Lang, Zone: s.Zone})
	if r.Story == nil {
		t.Fatalf("%s: %v", name, r.Report.Remarks)
	}
	for _, m := range r.Report.Remarks {
		media := target.Name == "timelinejs" && m.Kind == Dropped && strings.Contains(m.Where, ".media.")
		if m.Kind != Note && m.File != "story.json" && !media {
			t.Errorf("%s: %s", name, m)
		}
	}
	want, got := string(Write(s)), string(Write(r.Story))
	if target.Name == "timelinejs" {
		want, got = string(Write(onlyTold(s))), string(Write(onlyTold(r.Story)))
	}
	if got != want {
		t.Fatalf("%s: %s\nwas\n%s", name, firstDifference(got, want), want)
	}
}

// onlyTold is what TimelineJS can say of a story.
func onlyTold(s *story.Story) *story.Story {
	own := func(t story.Text) story.Text {
		if t == nil {
			return nil
		}
		return story.Text{s.Lang: t[s.Lang]}
	}
	out := &story.Story{ID: s.ID, Lang: s.Lang, Title: own(s.Title), Standfirst: own(s.Standfirst)}
	for _, e := range s.Events {
		e.Date.Words = nil
		told := story.Event{ID: e.ID, Date: e.Date, Headline: own(e.Headline), Summary: own(e.Summary)}
		if e.End != nil && wholeDay(*e.End) {
			told.End = e.End
		}
		told.Kinds = []story.EventKind{story.Happening}
		out.Events = append(out.Events, told)
	}
	for _, e := range s.Eras {
		if wholeDay(e.From) && wholeDay(e.To) {
			out.Eras = append(out.Eras, story.Era{ID: e.ID, Name: own(e.Name), From: e.From, To: e.To})
		}
	}
	return out
}

// generated is a story with a bit of everything, drawn by chance.
func generated(r *rand.Rand) *story.Story {
	s := &story.Story{ID: "drawn", Lang: pick(r, "en", "ar", "uk")}
	words := []string{"Treaty", "=SUM(A1)", "'quoted'", "a, b; c", "two\nlines", "\"said\"", "<b> & Co", "+1", "-2.5", "@home", "مؤتمر", "Zürich–Łódź", "x\ty", "100 %"}
	text := func() story.Text {
		t := story.Text{s.Lang: words[r.Intn(len(words))] + pick(r, "", " "+words[r.Intn(len(words))])}
		if r.Intn(3) == 0 {
			t["fr"] = words[r.Intn(len(words))]
		}
		return t
	}
	maybe := func() story.Text {
		if r.Intn(2) == 0 {
			return nil
		}
		return text()
	}
	day := 0
	date := func() story.Date {
		day += r.Intn(40)
		d := story.DayDate(day)
		switch r.Intn(8) {
		case 0:
			d = story.Date{Year: d.Year, Month: d.Month, Precision: story.Month}
		case 1:
			d.Hour, d.Minute, d.Offset, d.Precision = r.Intn(24), r.Intn(60), r.Intn(20)*30-300, story.Minute
		}
		if d.Certainty = story.Certainty(max(0, r.Intn(8)-4)); d.Certainty != story.Stated {
			d.Words = maybe()
		}
		return d
	}
	s.Title, s.Standfirst, s.Byline = text(), maybe(), maybe()
	for i := range 2 + r.Intn(3) {
		s.Sources = append(s.Sources, story.Source{ID: fmt.Sprint("source-", i), Title: text(), URL: pick(r, "", "https://example.org/?a=1&b=2"), Note: maybe()})
	}
	cites := func() []story.Citation {
		if r.Intn(2) == 0 {
			return nil
		}
		return []story.Citation{{Source: s.Sources[0].ID, Locator: pick(r, "", "¶3")}, {Source: s.Sources[1].ID, Locator: pick(r, "", "p. 1")}}
	}
	for i := range r.Intn(4) {
		s.Places = append(s.Places, story.Place{ID: fmt.Sprint("place-", i), Name: text(), At: orb.Point{r.Float64()*360 - 180, r.Float64()*180 - 90}, Stand: maybe()})
	}
	clock := func() *story.Clock {
		if r.Intn(4) > 0 {
			return nil
		}
		return &story.Clock{Name: text(), Offset: r.Intn(1200) - 600}
	}
	s.Clock = clock()
	for i := range s.Places {
		s.Places[i].Clock = clock()
	}
	for i := range 1 + r.Intn(6) {
		e := story.Event{ID: fmt.Sprint("event-", i), Date: date(), Headline: text(), Summary: maybe(), Caveat: maybe(), Sources: cites(), Kinds: []story.EventKind{story.Happening}}
		if i == 0 {
			e.Date.Certainty, e.Date.Words = story.Stated, nil // somebody has to say when
		}
		if n := len(s.Places); n > 0 && r.Intn(3) > 0 {
			e.Place, e.PlaceStated = s.Places[r.Intn(n)].ID, r.Intn(2) == 0
			e.Focus = []string{e.Place}
		}
		if r.Intn(3) == 0 {
			if end := date(); !entirelyBefore(end, e.Date) && end.String() != e.Date.String() {
				e.End = &end
			}
		}
		if r.Intn(3) == 0 {
			e.Kinds, e.By, e.To = []story.EventKind{story.Statement}, text(), maybe()
		}
		if r.Intn(3) == 0 {
			e.Figures = []story.Figure{{Label: text(), Value: float64(1 + r.Intn(1e6)), Unit: maybe(), AtLeast: r.Intn(2) == 0}, {Label: text(), Amount: story.Amount{Kind: story.NotStated}}}
		}
		if r.Intn(3) == 0 {
			e.Image = &story.Image{Src: pick(r, "a.png", "=b c/d+é.JPG", "'x.webp"), Alt: text(), Credit: text(), Caption: maybe()}
		}
		e.Status = story.Status(pick(r, "", "pledged", "disputed"))
		s.Events = append(s.Events, e)
	}
	for i := range r.Intn(3) {
		if from, to := date(), date(); !entirelyBefore(to, from) {
			s.Eras = append(s.Eras, story.Era{ID: fmt.Sprint("era-", i), Name: text(), From: from, To: to, Caveat: maybe(), Sources: cites()})
		}
	}
	for i := range min(len(s.Places)-1, 2) {
		f := story.Flow{ID: fmt.Sprint("flow-", i), Kind: story.Loan, From: story.End{Places: []string{"place-0"}}, To: story.End{Places: []string{"place-1"}}, What: text(), Who: maybe(),
			Status: []story.StatusChange{{Is: story.Pledged, Note: maybe()}}, Event: s.Events[0].ID, Sources: cites(), Caveat: maybe()}
		if r.Intn(2) == 0 {
			f.Amount = story.Amount{Kind: story.Known, Money: story.Money{Value: 1e6 * r.Float64(), Currency: "EUR"}, Approx: &story.Money{Value: 2e9, Currency: "USD"}}
		}
		if r.Intn(2) == 0 {
			when := date()
			f.Status = append(f.Status, story.StatusChange{Is: story.Suspended, From: &when, Implied: true})
		}
		if i == 1 && r.Intn(2) == 0 {
			f.From, f.To = story.End{Flow: "flow-0"}, story.End{Toward: "place-1"}
		}
		s.Flows = append(s.Flows, f)
	}
	(&draft{Story: *s}).order() // in place
	drawKinds(r, s, text, maybe, cites)
	if r.Intn(2) == 0 {
		s.Analysis = []story.Analysis{{By: maybe(), Text: text(), Sources: cites()}}
		s.Notes = []story.Note{{ID: "note-1", Text: text()}}
		s.Corrections = []story.Correction{{Date: story.DayDate(20000), Text: text()}}
	}
	return s
}

func pick(r *rand.Rand, all ...string) string { return all[r.Intn(len(all))] }

// The list of what a format loses stands in the documentation.
func TestLossesAreDocumented(t *testing.T) {
	doc := readDoc(t)
	for _, target := range Targets() {
		for _, l := range target.Loses {
			if !strings.Contains(doc, l) {
				t.Errorf("docs/newsroom.md does not say of %s: %s", target.Name, l)
			}
		}
	}
}

package timeline

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"strings"
	"testing"

	"dateline/render/golden"
	"dateline/story"
)

func day(y, m, d int) story.Date {
	return story.Date{Year: y, Month: m, Day: d, Precision: story.Day}
}

func about(d story.Date) story.Date  { d.Certainty = story.About; return d }
func before(d story.Date) story.Date { d.Certainty = story.Before; return d }

// small is a story with every case that the axis knows: a date before the
// window, stated and undated days, a camera that flies, flows with and without
// a start, one that ends, one whose status changes.
func small(scale story.Scale) *story.Story {
	text := func(s string) story.Text { return story.Text{"en": s} }
	start, end, change := day(2025, 3, 1), day(2025, 3, 3), day(2025, 3, 3)
	return &story.Story{
		ID: "small", Lang: "en", Scale: scale,
		Window: story.Window{From: day(2025, 3, 1), To: day(2025, 3, 3)},
		Places: []story.Place{{ID: "a", Name: text("A")}, {ID: "b", Name: text("B")}, {ID: "c", Name: text("C")}},
		Events: []story.Event{
			{ID: "prelude", Date: before(day(2025, 3, 1)), Place: "c", Headline: text("Before it all")},
			{ID: "loan", Date: day(2025, 3, 1), Place: "a", Headline: text("A lends"), Focus: []string{"a", "b"}},
			{ID: "summit", Date: day(2025, 3, 2), Place: "a", Headline: text("They meet"), Focus: []string{"b", "a"}},
			{ID: "said", Date: about(day(2025, 3, 2)), Headline: text("Somebody says something that takes rather longer to read than the rest of it")},
			{ID: "review", Date: day(2025, 3, 3), Place: "c", Headline: text("They review")},
		},
		Flows: []story.Flow{
			{ID: "standing", Kind: story.Aid, From: story.End{Places: []string{"c"}}, To: story.End{Places: []string{"b"}},
				Status: []story.StatusChange{{Is: story.Existing}, {Is: story.UnderReview, From: &change}}},
			{ID: "loan", Kind: story.Loan, From: story.End{Places: []string{"a"}}, To: story.End{Places: []string{"b"}},
				Status: []story.StatusChange{{Is: story.Provided}}, Start: &start, Event: "loan"},
			{ID: "lasting", Kind: story.Aid, From: story.End{Places: []string{"a"}}, To: story.End{Places: []string{"b"}},
				Status: []story.StatusChange{{Is: story.Provided}}, Start: &start, End: &end},
		},
	}
}

func TestStops(t *testing.T) {
	l := New(small(story.Ordinal))
	var got strings.Builder
	for i, s := range l.Stops {
		fmt.Fprintf(&got, "%d: x %g events %v block %d focus %v flies %v\n", i, s.X, s.Events, s.Block, s.Focus, s.Flies)
	}
	for i, b := range l.Blocks {
		fmt.Fprintf(&got, "block %d: stops %d–%d %s %d parts %v\n", i, b.From, b.To-1, b.Date, b.Date.Certainty, b.Parts)
	}
	want := `0: x 0 events [] block -1 focus [0 1 2] flies false
1: x 1 events [0] block 0 focus [2] flies true
2: x 2 events [1] block 1 focus [0 1] flies true
3: x 3 events [2] block 2 focus [0 1] flies false
4: x 4 events [3] block 2 focus [0 1] flies false
5: x 5 events [4] block 3 focus [2] flies true
block 0: stops 1–1 2025-03-01 2 parts [{1 2 false}]
block 1: stops 2–2 2025-03-01 0 parts [{2 3 false}]
block 2: stops 3–4 2025-03-02 0 parts [{3 4 false} {4 5 true}]
block 3: stops 5–5 2025-03-03 0 parts [{5 6 false}]
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func TestCalendarStops(t *testing.T) {
	l := New(small(story.Calendar))
	// The prelude lies before the window; the two of 2 March share a stop; the
	// days are evenly apart.
	if n := len(l.Stops); n != 5 {
		t.Fatalf("got %d stops, want 5", n)
	}
	if got := l.Stops[3].Events; len(got) != 2 || got[0] != 2 || got[1] != 3 {
		t.Errorf("2 March holds events %v, want [2 3]", got)
	}
	a, b := l.Stops[3].X-l.Stops[2].X, l.Stops[4].X-l.Stops[3].X
	if math.Abs(a-b) > 1e-9 {
		t.Errorf("days are %g and %g apart", a, b)
	}
	if l.Stops[1].X >= l.Stops[2].X || l.Stops[1].X <= 0 {
		t.Errorf("the prelude stands at %g, 1 March at %g", l.Stops[1].X, l.Stops[2].X)
	}
	if got := l.Length(); got != 4 {
		t.Errorf("the axis is %g long, want 4", got)
	}
}

// A date means the end of its day's stops.
func TestPosOf(t *testing.T) {
	for _, scale := range []story.Scale{story.Ordinal, story.Calendar} {
		l := New(small(scale))
		for _, c := range []struct {
			date  story.Date
			event string // the last event that has come in
		}{
			{day(2025, 3, 1), "loan"}, {day(2025, 3, 2), "said"}, {day(2025, 3, 3), "review"},
			{day(2025, 4, 1), "review"}, {story.Date{Year: 2025, Precision: story.Year}, "review"},
		} {
			want := Pos(l.StopOf(l.Story.EventIndex(c.event)))
			if got := l.PosOf(c.date); got != want {
				t.Errorf("scale %d: %s is at %g, want %g (%s)", scale, c.date, got, want, c.event)
			}
		}
	}
}

func TestFlowsAt(t *testing.T) {
	l := New(small(story.Ordinal))
	at := func(p Pos) []FlowState {
		var s State
		l.At(&s, p)
		return s.Flows
	}
	opening, end := at(0), at(l.Last())
	if f := opening[0]; !f.On || f.Grown != 1 || f.Status != 0 || f.Change != 1 {
		t.Errorf("a flow without a start is %+v at the opening, want whole", f)
	}
	if f := opening[1]; f.On {
		t.Errorf("the loan is %+v at the opening", f)
	}
	if f := at(2)[1]; !f.On || f.Grown != 1 {
		t.Errorf("the loan is %+v at its stop, want whole", f)
	}
	if f := at(1.6)[1]; f.On {
		t.Errorf("the loan is %+v in the flight before its entry", f)
	}
	if f := at(1.8)[1]; !f.On || f.Grown <= 0 || f.Grown >= 1 {
		t.Errorf("the loan is %+v in its entry, want growing", f)
	}
	if f := end[0]; f.Status != 1 || f.Change != 1 {
		t.Errorf("the standing flow is %+v at the end, want its second status", f)
	}
	if f := at(4)[0]; f.Status != 0 {
		t.Errorf("the standing flow is %+v on 2 March, want its first status", f)
	}
	// One that ends grows from its start to its end.
	last := -1.0
	for p := Pos(0); p <= l.Last(); p += 0.05 {
		g := at(p)[2].Grown
		if g < last {
			t.Fatalf("the lasting flow shrinks at %g: %g after %g", p, g, last)
		}
		last = g
	}
	if f := at(3.5)[2]; f.Grown <= 0.2 || f.Grown >= 0.9 {
		t.Errorf("the lasting flow has grown to %g in its middle", f.Grown)
	}
}

// The state is a function of the position alone: shuffled, reused and fresh
// states agree, and a jump gives what playing gives.
func TestAtIsPure(t *testing.T) {
	for _, scale := range []story.Scale{story.Ordinal, story.Calendar} {
		l := New(small(scale))
		seed := rand.Int63()
		t.Logf("seed %d", seed)
		r := rand.New(rand.NewSource(seed))
		var positions []Pos
		for p := Pos(0); p <= l.Last(); p += 0.01 {
			positions = append(positions, p)
		}
		played := map[Pos]string{}
		var s State
		for _, p := range positions {
			l.At(&s, p)
			played[p] = fmt.Sprintf("%+v", s)
		}
		r.Shuffle(len(positions), func(i, j int) { positions[i], positions[j] = positions[j], positions[i] })
		for _, p := range positions {
			l.At(&s, p)
			var fresh State
			l.At(&fresh, p)
			if got := fmt.Sprintf("%+v", s); got != played[p] || fmt.Sprintf("%+v", fresh) != got {
				t.Fatalf("at %g: jumped\n%s\nplayed\n%s", p, got, played[p])
			}
		}
	}
}

func TestAtSurvivesAnyPosition(t *testing.T) {
	l := New(small(story.Ordinal))
	var s State
	for _, p := range []Pos{Pos(math.NaN()), Pos(math.Inf(1)), Pos(math.Inf(-1)), -1, 1e300} {
		l.At(&s, p)
		if s.Pos < 0 || s.Pos > l.Last() {
			t.Errorf("%g became %g", p, s.Pos)
		}
	}
}

func TestAtAllocatesNothing(t *testing.T) {
	l := New(small(story.Ordinal))
	var s State
	l.At(&s, 1)
	if n := testing.AllocsPerRun(100, func() { l.At(&s, 2.7) }); n != 0 {
		t.Errorf("%g allocations", n)
	}
}

// X and PosAt are each other's inverse.
func TestAxisRoundTrip(t *testing.T) {
	for _, scale := range []story.Scale{story.Ordinal, story.Calendar} {
		l := New(small(scale))
		for p := Pos(0); p <= l.Last(); p += 0.013 {
			if got := l.PosAt(l.X(p)); math.Abs(float64(got-p)) > 1e-9 {
				t.Errorf("scale %d: %g came back as %g", scale, p, got)
			}
		}
	}
}

// Playing never goes back, dwells on every stop, and Time is At's inverse.
func TestPace(t *testing.T) {
	l := New(small(story.Ordinal))
	p := l.Pace("en")
	last := Pos(0)
	for s := 0.0; s <= p.Seconds(); s += 0.05 {
		if at := p.At(s); at < last {
			t.Fatalf("playing goes back at %g s", s)
		} else {
			last = at
		}
	}
	if last := p.At(p.Seconds() + 1); last != l.Last() {
		t.Errorf("playing ends at %g, want %g", last, l.Last())
	}
	for pos := Pos(0); pos <= l.Last(); pos += 0.017 {
		if got := p.At(p.Time(pos)); math.Abs(float64(got-pos)) > 1e-9 {
			t.Errorf("%g comes at %g s, where playing is at %g", pos, p.Time(pos), got)
		}
	}
	dwell := func(stop int) float64 {
		from := p.Time(Pos(stop))
		to := from
		for p.At(to+0.01) == Pos(stop) && to < p.Seconds() {
			to += 0.01
		}
		return to - from
	}
	if short, long := dwell(2), dwell(4); short < 2 || long <= short {
		t.Errorf("a short text is shown %.2f s, a long one %.2f s", short, long)
	}
}

// Round dates of every distance, by the calendar: days begin anew in every
// month, hours where the reader's are counted.
func TestTicks(t *testing.T) {
	row := func(l *Line, u Unit, east int) string {
		var got []string
		for _, tick := range l.Ticks(nil, u, 0, l.Extent(), east) {
			got = append(got, tick.Date.String())
			if back := l.DateAt(tick.X+1e-9, tick.Date.Precision, east); back.String() != tick.Date.String() {
				t.Errorf("the date at the tick of %s is %s", tick.Date, back)
			}
		}
		return strings.Join(got, " ")
	}
	expect := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	l := New(small(story.Calendar))
	expect(row(l, Unit{Days: 1}, 0), "2025-03-01 2025-03-02 2025-03-03 2025-03-04") // where the third ends
	if l.Units()[0] != (Unit{Days: 1}) {
		t.Errorf("a story of days has ticks of %+v", l.Units()[0])
	}

	s := small(story.Calendar)
	s.Window = story.Window{From: story.Date{Year: 1519, Precision: story.Year}, To: story.Date{Year: 1522, Precision: story.Year}}
	s.Events, s.Flows = s.Events[:2], nil
	s.Events[0].Date = story.Date{Year: 1521, Month: 1, Day: 27, Precision: story.Day}
	s.Events[1].Date = story.Date{Year: 1521, Month: 3, Day: 5, Precision: story.Day}
	l = New(s)
	expect(row(l, Unit{Years: 1}, 0), "1519 1520 1521")
	expect(row(l, Unit{Months: 6}, 0), "1519-01 1519-07 1520-01 1520-07 1521-01")
	var weeks []string
	from, _ := Span(story.Date{Year: 1521, Month: 1, Day: 10, Precision: story.Day})
	for _, tick := range l.Ticks(nil, Unit{Days: 7}, l.XOf(from), l.XOf(from+40), 0) {
		weeks = append(weeks, tick.Date.String())
	}
	expect(strings.Join(weeks, " "), "1521-01-15 1521-01-22 1521-02-01 1521-02-08 1521-02-15")

	s.Window = story.Window{From: story.Date{Year: -300, Precision: story.Year}, To: story.Date{Year: 300, Precision: story.Year}}
	s.Events[0].Date = story.Date{Year: -200, Precision: story.Year}
	s.Events[1].Date = story.Date{Year: 300, Month: 3, Day: 15, Precision: story.Day}
	expect(row(New(s), Unit{Years: 100}, 0), "-0300 -0200 -0100 0001 0100 0200 0300")

	s = small(story.Calendar)
	s.Events, s.Flows = s.Events[:2], nil
	at := func(hour, minute int) story.Date {
		return story.Date{Year: 2025, Month: 3, Day: 2, Hour: hour, Minute: minute, Offset: 120, Precision: story.Minute}
	}
	s.Window = story.Window{From: at(1, 0), To: at(4, 0)}
	s.Events[0].Date, s.Events[1].Date = at(1, 30), at(3, 59)
	l = New(s)
	expect(row(l, Unit{Minutes: 60}, 120), "2025-03-02T01:00+02:00 2025-03-02T02:00+02:00 2025-03-02T03:00+02:00")
	expect(row(l, Unit{Minutes: 60}, 0), "2025-03-01T23:00+00:00 2025-03-02T00:00+00:00 2025-03-02T01:00+00:00")

	l = New(small(story.Ordinal))
	if l.Units() != nil || l.Ticks(nil, Unit{Days: 1}, 0, 3, 0) != nil {
		t.Error("an ordinal axis has ticks")
	}
}

// What lasts lies from its stop to its end, soft where no source states it, and
// no two bars of a row touch.
func TestBars(t *testing.T) {
	data, err := os.ReadFile("../scene/testdata/lasting/story.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, scale := range []string{"calendar", "ordinal"} {
		s, ps := story.Parse("lasting", []byte(strings.Replace(string(data), `"timeline": "calendar"`, `"timeline": "`+scale+`"`, 1)))
		if s == nil {
			t.Fatal(ps)
		}
		l := New(s)
		var got strings.Builder
		rows := map[[2]int][]Bar{}
		for _, bars := range [][]Bar{l.Eras, l.Lasting} {
			for _, b := range bars {
				name := [...]func(int) string{
					func(i int) string { return s.Eras[i].ID },
					func(i int) string { return s.Events[i].ID },
					func(i int) string { return s.Flows[i].ID },
				}[b.Kind](b.Of)
				fmt.Fprintf(&got, "%s: %.2f to %.2f, row %d", name, b.From, b.To, b.Row)
				for _, is := range []struct {
					yes  bool
					what string
				}{{b.SoftFrom, "soft start"}, {b.SoftTo, "soft end"}, {b.Cut, "began before"}, {b.Open, "goes on"}} {
					if is.yes {
						got.WriteString(", " + is.what)
					}
				}
				got.WriteString("\n")
				if b.From < 0 || b.To > l.Extent() || b.To <= b.From {
					t.Errorf("%s: %s lies from %g to %g on an axis of %g", scale, name, b.From, b.To, l.Extent())
				}
				if b.Kind == EventBar && b.From != l.Stops[l.StopOf(b.Of)].X {
					t.Errorf("%s: %s does not begin at its mark", scale, name)
				}
				key := [2]int{min(int(b.Kind), 1), b.Row}
				for _, o := range rows[key] {
					if b.Row >= 0 && b.From < o.To && o.From < b.To {
						t.Errorf("%s: two bars of row %d overlap: %s", scale, b.Row, name)
					}
				}
				rows[key] = append(rows[key], b)
			}
		}
		fmt.Fprintf(&got, "%d rows of eras, %d of what else lasts; the axis ends at %.2f, its last stop is at %.2f\n", l.EraRows, l.Rows, l.Extent(), l.Length())
		golden.Text(t, "testdata/bars-"+scale+".txt", got.String())
	}
}

// The state of the flagship at a position.
func BenchmarkAt(b *testing.B) {
	l := New(small(story.Ordinal))
	var s State
	b.ReportAllocs()
	for i := range b.N {
		l.At(&s, Pos(i%500)/100)
	}
}

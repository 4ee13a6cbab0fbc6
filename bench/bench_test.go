package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/story"
	"dateline/timeline"
)

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{[]float64{3}, 3},
		{[]float64{9, 1, 5}, 5},
		{[]float64{4, 1, 3, 2}, 2.5},
	} {
		if got := median(c.values); got != c.want {
			t.Errorf("the median of %v is %g, want %g", c.values, got, c.want)
		}
	}
	if !math.IsNaN(median(nil)) {
		t.Error("nothing has a median")
	}
	values := []float64{9, 1, 5}
	if got, want := spreadOf(values), (spread{5, 1, 9}); got != want || values[0] != 9 {
		t.Errorf("the spread is %v, want %v; the values are now %v", got, want, values)
	}
}

// What is generated is always the same, has no problems, and every flow is
// there from the second stop on, but for the last hundredth. Behind the first
// stop the view is at rest.
func TestGenerate(t *testing.T) {
	const n = 300
	text := generate(n)
	if !bytes.Equal(text, generate(n)) {
		t.Fatal("twice the same call makes two stories")
	}
	st, problems := story.Parse("made-up.json", text)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	line := timeline.New(st)
	var s timeline.State
	for pos, want := range map[timeline.Pos]int{1: 0, 2: 297, 4: 300} {
		line.At(&s, pos)
		on := 0
		for _, f := range s.Flows {
			if f.On && f.Grown == 1 {
				on++
			}
		}
		if on != want {
			t.Errorf("at stop %g there are %d flows, want %d", pos, on, want)
		}
	}
	for i, stop := range line.Stops {
		if stop.Flies && i > 1 {
			t.Errorf("the view moves on the way to stop %d", i)
		}
	}
}

// The peers get the flagship's facts as Dateline has them.
func TestExport(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", flagship))
	if err != nil {
		t.Fatal(err)
	}
	out, err := export(flagship, text)
	if err != nil {
		t.Fatal(err)
	}
	var d data
	if err := json.Unmarshal(out, &d); err != nil {
		t.Fatal(err)
	}
	if d.Title != "Three days in March" || d.Last != 11 || len(d.Places) != 5 || len(d.Events) != 11 || len(d.Flows) != 7 {
		t.Errorf("%q, %g stops, %d places, %d events, %d flows", d.Title, d.Last, len(d.Places), len(d.Events), len(d.Flows))
	}
	loan := d.Flows[0]
	if d.Places[loan.From].Name != "London" || d.Places[loan.To].Name != "Kyiv" || loan.Value != 2.26e9 || loan.Currency != "GBP" || loan.Arrives != 2 {
		t.Errorf("the loan is %+v", loan)
	}
	aid := d.Flows[3]
	if aid.Arrives != -1 || len(aid.Status) != 2 || aid.Status[1] != (state{"under-review", 11}) {
		t.Errorf("the US's aid is %+v", aid)
	}
}

// A row keeps its rounds, and the table says what there is and what is not.
func TestTables(t *testing.T) {
	var r results
	p, s := page{Name: "dateline"}, allScenes[0]
	r.add(p, s, measurement{Values: map[string]float64{ready: 1234}})
	r.add(p, s, measurement{Values: map[string]float64{ready: 1236}})
	r.add(page{Name: "d3"}, s, measurement{Values: map[string]float64{ready: 20000}})
	r.add(page{Name: "d3"}, s, measurement{Fault: "it broke"})
	got := r.tables()
	for _, want := range []string{"| | | dateline | d3 |", "| ready | ms | 1235 (1234–1236) | 20,000 |", "d3: it broke"} {
		if !strings.Contains(got, want) {
			t.Errorf("the tables lack %q:\n%s", want, got)
		}
	}
	r.forget([]page{p}, []sceneSpec{s})
	if r.any(s.Name, "dateline") || !r.any(s.Name, "d3") {
		t.Error("the wrong rows were forgotten")
	}
	dir := t.TempDir()
	if err := r.write(dir); err != nil {
		t.Fatal(err)
	}
	again, err := readResults(dir)
	if err != nil {
		t.Fatal(err)
	}
	if row := again.find(s.Name, "d3", ready); row == nil || row.Spread.Median != 20000 || len(row.Values) != 1 {
		t.Errorf("read again: %+v", row)
	}
}

func TestChoose(t *testing.T) {
	name := func(p page) string { return p.Name }
	for asked, want := range map[string]string{"d3": "d3", "deck.gl": "deck.gl", "ces,date": "cesium,dateline", "d3 on": "d3 on the CPU"} {
		got, err := choose(allPages, name, asked)
		var names []string
		for _, p := range got {
			names = append(names, p.Name)
		}
		if err != nil || strings.Join(names, ",") != want {
			t.Errorf("%q chooses %v (%v), want %s", asked, names, err, want)
		}
	}
	if _, err := choose(allPages, name, "mapbox"); err == nil {
		t.Error("a page that is not there is chosen")
	}
}

// This process's own figures can be read.
func TestProcess(t *testing.T) {
	began := cpu(os.Getpid())
	for i := 0; cpu(os.Getpid()) < began+20; i++ {
		if i > 1e7 {
			t.Fatal("time does not count")
		}
	}
	if resident(os.Getpid()) < 1<<20 {
		t.Errorf("this process holds %d bytes", resident(os.Getpid()))
	}
}

// Every package is held to one version and to its hash, and no address stands
// in the list.
func TestPinned(t *testing.T) {
	text, err := peers.ReadFile("peers/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	var lock struct {
		Packages map[string]struct{ Version, Integrity, Resolved string }
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		t.Fatal(err)
	}
	for name, p := range lock.Packages {
		if name != "" && (p.Version == "" || !strings.HasPrefix(p.Integrity, "sha512-") || p.Resolved != "") {
			t.Errorf("%s: version %q, hash %q, address %q", name, p.Version, p.Integrity, p.Resolved)
		}
	}
}

// What the README quotes is what stands in bench/results.
func TestReadme(t *testing.T) {
	r, err := readResults("results")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := r.quoteIn(text)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(text, want) {
		t.Error("the README quotes other results than those in bench/results: go run ./bench -quote -readme README.md")
	}
}

// What the go command prints becomes a table, with what the source says of each
// benchmark.
func TestGoTable(t *testing.T) {
	got := goTable(readGo(strings.NewReader(`goos: linux
pkg: dateline/scene
BenchmarkBuild/rest-2   	   33000	     36123 ns/op	       0 B/op	       0 allocs/op
PASS
pkg: dateline/story
BenchmarkParse 	     612	   1953210 ns/op	  18.4 MB/s	  700123 B/op	    9001 allocs/op
`)), map[string]string{"scene/Build": "A picture becomes a list", "story/Parse": "A story is read"})
	for _, want := range []string{"| scene | Build/rest | A picture becomes a list | 36.1 µs | 0 | 0 |", "| story | Parse | A story is read | 1.95 ms | 700.1 kB | 9001 |"} {
		if !strings.Contains(got, want) {
			t.Errorf("the table lacks %q:\n%s", want, got)
		}
	}
}

// Every benchmark has words above it that say what it times.
func TestBenchmarkWords(t *testing.T) {
	words, err := benchmarkWords("..")
	if err != nil {
		t.Fatal(err)
	}
	if len(words) < 20 {
		t.Errorf("only %d benchmarks are found", len(words))
	}
	for name, text := range words {
		if text == "" {
			t.Errorf("%s has none", name)
		}
	}
}

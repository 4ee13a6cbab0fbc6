package main

import (
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// largeStory is a story of n events, n flows and some places, always the same.
func largeStory(n, places int) string {
	r := rand.New(rand.NewSource(4))
	var b strings.Builder
	b.WriteString(`{"id": "large", "lang": "en", "title": "Large", "places": [`)
	for i := range places {
		fmt.Fprintf(&b, "\n{\"id\": \"p%d\", \"name\": \"Place %d\", \"at\": {\"lat\": %.3f, \"lon\": %.3f}},", i, i, r.Float64()*130-60, r.Float64()*340-170)
	}
	b.WriteString("\n], \"events\": [")
	for i := range n {
		fmt.Fprintf(&b, "\n{\"id\": \"e%d\", \"date\": \"%04d-%02d-%02d\", \"place\": \"p%d\", \"headline\": \"Event number %d\", \"summary\": \"A sentence that says a little more.\", \"sources\": [{\"source\": \"s\"}]},",
			i, 1600+i/336, i/28%12+1, i%28+1, r.Intn(places), i)
	}
	b.WriteString("\n], \"flows\": [")
	for i := range n {
		from := r.Intn(places)
		fmt.Fprintf(&b, "\n{\"id\": \"f%d\", \"kind\": \"aid\", \"from\": \"p%d\", \"to\": \"p%d\", \"what\": \"Aid number %d\", \"amount\": {\"value\": %d, \"currency\": \"EUR\"}, \"status\": \"provided\", \"event\": \"e%d\", \"sources\": [{\"source\": \"s\"}]},",
			i, from, (from+1+r.Intn(places-1))%places, i, 1+r.Intn(1_000_000_000), i)
	}
	b.WriteString("\n], \"sources\": [{\"id\": \"s\", \"title\": \"A source\"}]}")
	return b.String()
}

// A story of ten thousand events is checked.
func BenchmarkCheckLarge(b *testing.B) {
	file := written(b, "large.json", largeStory(10_000, 200))
	for b.Loop() {
		if code := run([]string{"check", file}, io.Discard, io.Discard); code != 0 {
			b.Fatal(code)
		}
	}
}

// A site is built.
func BenchmarkSite(b *testing.B) {
	for _, n := range []int{20, 100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			file := written(b, "large.json", largeStory(n, min(n, 200)))
			for b.Loop() {
				if _, err := makeSite(file, options{}, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A story of 10,000 events and 10,000 flows is checked and built, and takes no
// more of the processor for each of them than one of a quarter does, twice over.
// (How long it takes is a benchmark's to say.)
func TestLarge(t *testing.T) {
	const n, part, slack = 10_000, 4, 2
	few, many := written(t, "few.json", largeStory(n/part, 200)), written(t, "many.json", largeStory(n, 200))
	for name, args := range map[string]func(file string) []string{
		"check": func(file string) []string { return []string{"check", file} },
		"build": func(file string) []string { return []string{"build", file, "-o", filepath.Join(t.TempDir(), "out")} },
	} {
		a, b := processorTime(t, args(few)...), processorTime(t, args(many)...)
		t.Logf("%s: %.2f s for %d, %.2f s for %d", name, a.Seconds(), n/part, b.Seconds(), n)
		if b > slack*part*a {
			t.Errorf("%s takes %v of the processor for %d events and flows, and %v for %d", name, b, n, a, n/part)
		}
	}
}

// processorTime is what the tool takes of the processor, as a program of its own.
func processorTime(t *testing.T, args ...string) time.Duration {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asTool+"=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
)

// quoted are the rows that the README shows.
var quoted = []struct{ scene, metric, words string }{
	{"story", bytesReady, "bytes until the map is ready"},
	{"story", firstScrub + onPhone, "first scrub answered, on a phone"},
	{"story", ready + onPhone, "map ready, on a phone"},
	{"story", stepWall + "at rest", "a scrub step until drawn, the story"},
	{"1000", stepWall + "all moving", "… 1,000 flows moving"},
	{"10000", stepWall + "all moving", "… 10,000 flows moving"},
	{"50000", stepWall + "all moving", "… 50,000 flows moving"},
	{"story", stepRenderer + "at rest", "the renderer's share of a step, the story"},
	{"1000", stepRenderer + "all moving", "… 1,000 flows moving"},
	{"10000", stepRenderer + "all moving", "… 10,000 flows moving"},
	{"50000", stepRenderer + "all moving", "… 50,000 flows moving"},
	{"story", idle, "CPU while idle"},
	{"story", memory, "memory, renderer and GPU process"},
}

// twice is measured both ways: the better of the two stands for it.
var twice = map[string]string{"d3": "d3 on the CPU", "leaflet": "leaflet on the CPU"}

// quote is the README's part of the results, between two marks.
func (r *results) quote() string {
	var columns []string
	for _, p := range allPages {
		if len(p.Flags) == 0 {
			columns = append(columns, p.Name)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n| | | %s |\n|---|---|%s\n", quoteFrom, strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
	for _, q := range quoted {
		row := fmt.Sprintf("| %s | %s |", q.words, unit(q.metric))
		found := false
		for _, c := range columns {
			cell := "–"
			if x, ok := r.better(q.scene, c, q.metric); ok {
				cell, found = number(x), true
			}
			row += " " + cell + " |"
		}
		if found {
			b.WriteString(row + "\n")
		}
	}
	fmt.Fprintf(&b, "\n%s, %s, %s; %s. Medians; whatever paints in 2D is held to the better of GL in software and the processor. `%s`\n%s", r.Date, r.Chromium, r.Machine, r.span(), r.Command, quoteTo)
	return b.String()
}

const quoteFrom, quoteTo = "<!-- what follows is written by make bench -->", "<!-- until here -->"

// better is a page's median, or that of its other measurement where that is
// less.
func (r *results) better(scene, page, metric string) (float64, bool) {
	best, found := 0.0, false
	for _, name := range []string{page, twice[page]} {
		if row := r.find(scene, name, metric); row != nil && row.Spread != nil && (!found || row.Spread.Median < best) {
			best, found = row.Spread.Median, true
		}
	}
	return best, found
}

// quoteIn puts the README's part in its place in a text.
func (r *results) quoteIn(text []byte) ([]byte, error) {
	before, rest, from := bytes.Cut(text, []byte(quoteFrom))
	_, after, to := bytes.Cut(rest, []byte(quoteTo))
	if !from || !to {
		return nil, errors.New("the README has no marks between which the results stand")
	}
	return []byte(string(before) + r.quote() + string(after)), nil
}

// rewrite puts the results into the README.
func (r *results) rewrite(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if text, err = r.quoteIn(text); err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o666)
}

package main

import (
	"fmt"
	"math"
	"strings"
)

// metrics are what is measured in a scene, in the order of its table.
func metrics(s sceneSpec) []string {
	out := []string{bytesFirst, bytesReady}
	suffixes := []string{""}
	if s.Flows == 0 {
		suffixes = append(suffixes, onPhone)
	}
	for _, suffix := range suffixes {
		for _, m := range []string{firstPaint, largestPaint, firstScrub, ready, engineStart, blocking} {
			out = append(out, m+suffix)
		}
	}
	for _, sweep := range s.sweeps {
		out = append(out, stepWall+sweep.Name, stepRenderer+sweep.Name, stepGPU+sweep.Name)
	}
	return append(out, playing, idle, memory)
}

// unit is what a metric is counted in.
func unit(metric string) string {
	switch {
	case strings.HasPrefix(metric, "bytes"):
		return "kB, brotli"
	case metric == playing:
		return "a second"
	case metric == idle:
		return "% of a core"
	case metric == memory:
		return "MiB"
	}
	return "ms"
}

// tables writes the results as Markdown: a table a scene, a row a page and a
// column a metric would be too wide, so it is the other way round.
func (r *results) tables() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Dateline beside its peers\n\nWritten by `make bench`: %s, %s, %s; %s. `%s`\n", r.Date, r.Chromium, r.Machine, r.span(), r.Command)
	b.WriteString(preface)
	for _, s := range allScenes {
		var columns []string
		for _, p := range allPages {
			if r.any(s.Name, p.Name) {
				columns = append(columns, p.Name)
			}
		}
		if len(columns) == 0 {
			continue
		}
		title := "The story"
		if s.Flows > 0 {
			title = group(s.Flows) + " flows at once"
		}
		fmt.Fprintf(&b, "\n## %s\n\n| | | %s |\n|---|---|%s\n", title, strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
		for _, metric := range metrics(s) {
			fmt.Fprintf(&b, "| %s | %s |", metric, unit(metric))
			for _, p := range columns {
				fmt.Fprintf(&b, " %s |", r.cell(s.Name, p, metric))
			}
			b.WriteString("\n")
		}
		for _, p := range columns {
			if fault := r.fault(s.Name, p); fault != "" {
				fmt.Fprintf(&b, "\n%s: %s\n", p, fault)
			}
		}
	}
	return b.String()
}

const preface = `
Medians, with the least and the most in brackets. Ratios count, not single
times: other programs may have run beside. A step is drawn when the GPU process
has done all that it was told (a readback behind it), not when the script ends;
the renderer's CPU is about what a device with a GPU pays. Phone: 360 × 740 at
ratio 2, processor four times slower, 9 Mbit/s, 170 ms; otherwise 1440 × 900 at
ratio 1. 2D pages are measured through GL in software and with 2D painted by the
processor; the better of the two counts. Every measurement has a Chromium of its
own with nothing in its cache. Memory is what renderer and GPU process hold.
`

func (r *results) any(scene, page string) bool {
	for _, row := range r.Rows {
		if row.Scene == scene && row.Page == page {
			return true
		}
	}
	return false
}

func (r *results) fault(scene, page string) string {
	for _, row := range r.Rows {
		if row.Scene == scene && row.Page == page && row.Fault != "" {
			return row.Fault
		}
	}
	return ""
}

func (r *results) cell(scene, page, metric string) string {
	row := r.find(scene, page, metric)
	if row == nil || row.Spread == nil {
		return "–"
	}
	if len(row.Values) == 1 {
		return number(row.Spread.Median)
	}
	return fmt.Sprintf("%s (%s–%s)", number(row.Spread.Median), number(row.Spread.Least), number(row.Spread.Most))
}

// number writes a value with about three digits.
func number(x float64) string {
	switch {
	case math.Abs(x) < 9.95:
		return fmt.Sprintf("%.1f", x)
	case math.Abs(x) < 9999.5:
		return fmt.Sprintf("%.0f", x)
	}
	return group(int(math.Round(x)))
}

// group writes a whole number with commas between thousands.
func group(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

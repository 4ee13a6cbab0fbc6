package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"dateline/web/drive"
)

// results are all that has been measured, and where.
type results struct {
	Date     string    `json:"date"`
	Command  string    `json:"command"`
	Machine  string    `json:"machine"`
	Chromium string    `json:"chromium"`
	Loads    []float64 `json:"loadAverages"` // while it was measured
	Rows     []*row    `json:"rows"`
}

// A row is one thing measured of one page in one scene.
type row struct {
	Scene  string    `json:"scene"`
	Page   string    `json:"page"`
	Metric string    `json:"metric"`
	Values []float64 `json:"values"` // by round
	Spread *spread   `json:"spread,omitempty"`
	Fault  string    `json:"fault,omitempty"` // why there is no value in some round
}

func newResults(o options) *results {
	version := "unknown"
	if path, err := drive.FindChromium(); err == nil {
		if out, err := output(path, "--version"); err == nil {
			version = strings.TrimSpace(strings.Split(out, " built on")[0])
		}
	}
	return &results{
		Date: o.began.Format("2 January 2006, 15:04"), Command: commandOf(o), Chromium: version,
		Machine: fmt.Sprintf("%d cores of %s, %s/%s, no GPU: GL is drawn by SwiftShader", runtime.NumCPU(), processor(), runtime.GOOS, runtime.GOARCH),
	}
}

// commandOf is how to run this again.
func commandOf(o options) string {
	out := fmt.Sprintf("go run ./bench -rounds %d", o.rounds)
	if o.pages != "" {
		out += fmt.Sprintf(" -pages %q", o.pages)
	}
	if o.scenes != "" {
		out += fmt.Sprintf(" -scenes %q", o.scenes)
	}
	return out
}

// processor is the name that Linux has for it.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for _, line := range strings.Split(string(text), "\n") {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "an unnamed processor"
}

// readResults reads what an earlier run has written; nothing, where none has.
func readResults(folder string) (*results, error) {
	r := new(results)
	text, err := os.ReadFile(filepath.Join(folder, "results.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err == nil {
		err = json.Unmarshal(text, r)
	}
	return r, err
}

// forget drops what is about to be measured anew.
func (r *results) forget(pages []page, scenes []sceneSpec) {
	var kept []*row
	for _, row := range r.Rows {
		again := false
		for _, p := range pages {
			for _, s := range scenes {
				again = again || row.Page == p.Name && row.Scene == s.Name
			}
		}
		if !again {
			kept = append(kept, row)
		}
	}
	r.Rows = kept
}

func (r *results) add(p page, s sceneSpec, m measurement) {
	r.Loads = append(r.Loads, load())
	for _, metric := range metrics(s) {
		x, ok := m.Values[metric]
		if !ok && m.Fault == "" {
			continue
		}
		at := r.find(s.Name, p.Name, metric)
		if at == nil {
			at = &row{Scene: s.Name, Page: p.Name, Metric: metric}
			r.Rows = append(r.Rows, at)
		}
		if !ok {
			at.Fault = m.Fault
			continue
		}
		at.Values = append(at.Values, x)
		s := spreadOf(at.Values)
		at.Spread = &s
	}
}

func (r *results) find(scene, page, metric string) *row {
	for _, row := range r.Rows {
		if row.Scene == scene && row.Page == page && row.Metric == metric {
			return row
		}
	}
	return nil
}

// write writes the results as JSON and as tables.
func (r *results) write(folder string) error {
	text, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	if err := write(filepath.Join(folder, "results.json"), append(text, '\n')); err != nil {
		return err
	}
	return write(filepath.Join(folder, "README.md"), []byte(r.tables()))
}

// span says how busy the machine was.
func (r *results) span() string {
	if len(r.Loads) == 0 {
		return ""
	}
	s := spreadOf(r.Loads)
	return fmt.Sprintf("load average %.1f (%.1f–%.1f)", s.Median, s.Least, s.Most)
}

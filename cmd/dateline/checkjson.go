package main

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"

	"dateline/story"
)

// writeIndented writes a value as JSON for machines that a person may look at.
func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// object is short for JSON whose keys are another program's.
type object map[string]any

// severity is what a problem is called in JSON; SARIF's levels are called
// alike.
func severity(p story.Problem) string {
	if p.Severity == story.Warning {
		return "warning"
	}
	return "error"
}

// writeJSON writes reports as check -json does.
func writeJSON(w io.Writer, all []examined) error {
	type problem struct {
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"` // in characters, from 1
		Path     string `json:"path,omitempty"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
	}
	type checked struct {
		File     string    `json:"file"`
		ID       string    `json:"id,omitempty"`
		Events   int       `json:"events"`
		Flows    int       `json:"flows"`
		Places   int       `json:"places"`
		Errors   int       `json:"errors"`
		Warnings int       `json:"warnings"`
		Problems []problem `json:"problems"`
	}
	stories := []checked{}
	for _, r := range all {
		errs := r.problems.Errors()
		c := checked{File: r.file, Errors: errs, Warnings: len(r.problems) - errs, Problems: []problem{}}
		if s := r.story; s != nil {
			c.ID, c.Events, c.Flows, c.Places = s.ID, len(s.Events), len(s.Flows), len(s.Places)
		}
		for _, p := range r.problems {
			c.Problems = append(c.Problems, problem{p.File, p.Line, p.Col, p.Path, severity(p), p.Message, p.Hint})
		}
		stories = append(stories, c)
	}
	return writeIndented(w, object{"stories": stories})
}

// writeSARIF writes reports in the Static Analysis Results Interchange Format,
// version 2.1.0 (OASIS), which continuous integration shows beside the lines.
func writeSARIF(w io.Writer, all []examined) error {
	results := []object{}
	for _, r := range all {
		for _, p := range r.problems {
			text := p.Message
			if p.Path != "" {
				text = p.Path + ": " + text
			}
			if p.Hint != "" {
				text += "; " + p.Hint
			}
			place := object{"physicalLocation": object{
				"artifactLocation": object{"uri": fileURI(p.File)},
				"region":           object{"startLine": p.Line, "startColumn": p.Col},
			}}
			if p.Path != "" {
				place["logicalLocations"] = []object{{"fullyQualifiedName": p.Path}}
			}
			results = append(results, object{
				"ruleId": "story-" + severity(p), "level": severity(p),
				"message": object{"text": text}, "locations": []object{place},
			})
		}
	}
	return writeIndented(w, object{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
		"version": "2.1.0",
		"runs": []object{{
			"tool": object{"driver": object{"name": "dateline", "rules": []object{
				{"id": "story-error", "shortDescription": object{"text": "The story cannot be drawn."}},
				{"id": "story-warning", "shortDescription": object{"text": "The story can be drawn, but perhaps not as it was meant."}},
			}}},
			"columnKind": "unicodeCodePoints",
			"results":    results,
		}},
	})
}

// fileURI is a file's name as a URI, relative where the name is.
func fileURI(name string) string {
	u := url.URL{Path: filepath.ToSlash(name)}
	if filepath.IsAbs(name) {
		u.Scheme = "file"
	}
	return u.String()
}

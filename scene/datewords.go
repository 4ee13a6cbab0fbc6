package scene

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/render"
	"dateline/story"
)

// DateWords are the parts of which the dates on a calendar axis are put
// together. A reader may look at any part of it, so there are more round dates
// than a story could bring ready written.
type DateWords struct {
	Months, Alone, Short   [12]string // in a date; alone, beside a year; where there is hardly any room
	First                  string     // the first of a month, as a number: "1", "1er"
	Full, Day, Month, Year string     // patterns: {day} {month} {year}; without the year; …
	Before                 string     // {date}: of a date before the year 1
	East                   int        // in which hours are counted, minutes east of UTC
	Zone                   string     // … as it is called: "(UTC−3)"; empty where there are no hours
}

// parts of the patterns between which a date's own stand, and all names.
func (w *DateWords) texts() []string {
	var out []string
	for _, pattern := range []string{w.Full, w.Day, w.Month, w.Year, w.Before} {
		for _, part := range pieces(pattern) {
			if part[0] != '{' {
				out = append(out, part)
			}
		}
	}
	for m := range 12 {
		out = append(out, w.Months[m], w.Alone[m])
	}
	return append(out, w.First, w.Zone)
}

// pieces cuts a pattern into its places, in braces, and what stands between.
func pieces(pattern string) []string {
	var out []string
	for pattern != "" {
		n := strings.IndexByte(pattern, '{')
		if n == 0 {
			n = strings.IndexByte(pattern, '}') + 1
		}
		if n <= 0 {
			n = len(pattern)
		}
		out, pattern = append(out, pattern[:n]), pattern[n:]
	}
	return out
}

// phrase is a line that is put together of parts, each of which is set alone:
// so it runs either way.
type phrase struct {
	parts []label
	width float32
	back  bool // from right to left
}

func (s *Scene) phrase(face uint8, size float32, texts ...string) phrase {
	p := phrase{back: s.words.RTL}
	for _, text := range texts {
		lb := set(s.faces, text, face, size)
		p.parts, p.width = append(p.parts, lb), p.width+lb.width
	}
	return p
}

// draw puts the phrase with its left end at p.
func (p *phrase) draw(l *render.List, at render.Point, paint render.Paint) {
	x := at.X
	for i := range p.parts {
		lb := &p.parts[i]
		if p.back {
			lb = &p.parts[len(p.parts)-1-i]
		}
		lb.draw(l, render.Point{X: x, Y: at.Y}, paint, 0, render.Paint{})
		x += lb.width
	}
}

// dated is a date by a pattern. Where all runs from left to right it is one
// text, as a language writes it.
func (s *Scene) dated(pattern string, d story.Date, face uint8, size float32, after ...string) phrase {
	w := s.words.Dates
	month := w.Months
	if !strings.Contains(pattern, "{day}") {
		month = w.Alone
	}
	if d.Year < 0 && strings.Contains(pattern, "{year}") {
		pattern = strings.Replace(w.Before, "{date}", pattern, 1)
	}
	texts := pieces(pattern)
	for i, text := range texts {
		switch text {
		case "{day}":
			texts[i] = s.dayOf(d)
		case "{month}":
			texts[i] = month[max(d.Month, 1)-1]
		case "{year}":
			texts[i] = strconv.Itoa(max(d.Year, -d.Year))
		}
	}
	texts = append(texts, after...)
	if !s.words.RTL {
		texts = []string{strings.Join(texts, "")}
	}
	return s.phrase(face, size, texts...)
}

func (s *Scene) dayOf(d story.Date) string {
	if d.Day == 1 {
		return s.words.Dates.First
	}
	return strconv.Itoa(d.Day)
}

// written is a date as fine as it is.
func (s *Scene) written(d story.Date, face uint8, size float32, after ...string) phrase {
	w := s.words.Dates
	switch {
	case d.Precision == story.Year:
		return s.dated(w.Year, d, face, size, after...)
	case d.Precision == story.Month:
		return s.dated(w.Month, d, face, size, after...)
	case d.Precision >= story.Hour:
		after = append([]string{"  ", clock(d)}, after...)
		return s.dated(w.Day, d, face, size, after...)
	}
	return s.dated(w.Full, d, face, size, after...)
}

func clock(d story.Date) string { return fmt.Sprintf("%02d:%02d", d.Hour, d.Minute) }

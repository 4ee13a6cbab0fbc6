package exchange

import (
	"bytes"
	"fmt"
	"strings"

	"dateline/story"
)

// writeTimeline writes what TimelineJS shows: dates, headlines and texts.
func writeTimeline(s *story.Story) []File {
	var root object
	root.put("title", object{{"text", slideText(escapeHTML(s.Title[s.Lang]), htmlText(s.Standfirst[s.Lang]))}})
	root.put("events", many(s.Events, func(e *story.Event) any {
		text := htmlText(e.Summary[s.Lang])
		for _, c := range e.Sources {
			if x := s.Source(c.Source); x != nil && x.URL != "" {
				text += fmt.Sprintf(`<p><a href="%s">%s</a></p>`, escapeHTML(x.URL), escapeHTML(x.Title[s.Lang]))
			}
		}
		o := object{{"unique_id", str(e.ID)}, {"start_date", dateParts(e.Date)}}
		if e.End != nil && wholeDay(*e.End) {
			o.put("end_date", dateParts(*e.End))
		}
		switch {
		case e.Date.Certainty != story.Stated:
			o.put("display_date", str(certaintyNames[e.Date.Certainty]+" "+spaced(e.Date)))
		case e.Date.Precision >= story.Hour: // TimelineJS has no field for an offset
			o.put("display_date", str(spaced(e.Date)))
		}
		o.put("text", slideText(escapeHTML(e.Headline[s.Lang]), text))
		o.put("media", media(s, e.Image))
		return o
	}))
	var eras []story.Era
	for _, e := range s.Eras {
		if wholeDay(e.From) && wholeDay(e.To) {
			eras = append(eras, e)
		}
	}
	root.put("eras", many(eras, func(e *story.Era) any {
		return object{{"unique_id", str(e.ID)}, {"start_date", dateParts(e.From)}, {"end_date", dateParts(e.To)}, {"text", slideText(escapeHTML(e.Name[s.Lang]), "")}}
	}))
	var b bytes.Buffer
	printValue(&b, root, "", 0)
	b.WriteByte('\n')
	return []File{{s.ID + ".timelinejs.json", b.Bytes()}}
}

// media is an image as TimelineJS shows it, under the name that it has in the
// story's folder.
func media(s *story.Story, i *story.Image) any {
	if i == nil {
		return nil
	}
	o := object{{"url", str(i.Src)}, {"alt", str(i.Alt[s.Lang])}, {"credit", str(escapeHTML(i.Credit[s.Lang]))}}
	o.put("caption", str(escapeHTML(i.Caption[s.Lang])))
	return o
}

// wholeDay reports whether TimelineJS can say a date without words for it: it
// has neither doubt nor an hour.
func wholeDay(d story.Date) bool { return d.Certainty == story.Stated && d.Precision <= story.Day }

func slideText(headline, text string) object {
	var o object
	o.put("headline", str(headline))
	o.put("text", str(text))
	return o
}

func escapeHTML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

func htmlText(s string) string {
	if s == "" {
		return ""
	}
	return "<p>" + strings.ReplaceAll(escapeHTML(s), "\n", "<br>") + "</p>"
}

func dateParts(d story.Date) object {
	o := object{{"year", num(float64(d.Year))}}
	if d.Precision >= story.Month {
		o.put("month", num(float64(d.Month)))
	}
	if d.Precision >= story.Day {
		o.put("day", num(float64(d.Day)))
	}
	if d.Precision >= story.Hour {
		o.put("hour", num(float64(d.Hour)))
	}
	if d.Precision >= story.Minute {
		o.put("minute", num(float64(d.Minute)))
	}
	return o
}

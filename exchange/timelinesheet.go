package exchange

import "strings"

// isTimelineSheet knows TimelineJS's spreadsheet: its own columns, those of its
// first version, which has Start Date and End Date, or the whole date in one.
func isTimelineSheet(doc *document) bool {
	s := doc.sheet
	return s != nil && s.has("headline") && (s.has("year") || s.has("start_date") || s.has("date"))
}

func readTimelineSheet(d *draft, doc *document) {
	rest := doc.sheet.others("year month day time end_year end_month end_day end_time display_date headline text media media_credit media_caption media_thumbnail alt_text type group background link start_date end_date date tag")
	for _, r := range doc.sheet.rows {
		s := slide{
			at:       r.at,
			start:    moment{year: r.get("year"), month: r.get("month"), day: r.get("day"), hour: r.get("time")},
			end:      moment{year: r.get("end_year", "end_date"), month: r.get("end_month"), day: r.get("end_day"), hour: r.get("end_time")},
			display:  r.get("display_date"),
			headline: r.get("headline"),
			text:     r.get("text"),
			media:    r.get("media"),
			credit:   r.get("media_credit"),
			caption:  r.get("media_caption"),
			link:     r.get("link"),
		}
		if whole := r.get("start_date", "date"); s.start.year.text == "" && whole.text != "" {
			s.start.year = whole
		}
		for _, name := range append([]string{"media_thumbnail", "alt_text", "group", "background", "tag"}, rest...) {
			s.dropped = append(s.dropped, r.get(name))
		}
		switch kind := r.get("type"); strings.ToLower(kind.text) {
		case "title":
			d.titled(s)
		case "era":
			d.eraSlide(s)
		default:
			d.slide(s)
		}
	}
}

// others lists the columns that a reader does not know.
func (s *sheet) others(known string) []string {
	var rest []string
	for _, n := range s.names {
		if n = plainName(n); n != "" && !word(known, n) {
			rest = append(rest, n)
		}
	}
	return rest
}

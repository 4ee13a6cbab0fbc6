package exchange

import (
	"strings"

	"dateline/story"
)

// date reads a date for the draft: what has to be asked goes into the report.
func (d *draft) date(s string, p place) (story.Date, bool) {
	if strings.TrimSpace(s) == "" {
		if d.undated != nil {
			d.note(p, "has no date; shown as about %s", d.undated)
			return *d.undated, true
		}
		d.ask(p, "has no date; left out")
		return story.Date{}, false
	}
	opt := d.opt
	opt.Lang, opt.Zone = d.Lang, d.Zone
	r := readDate(s, opt)
	for _, q := range r.asks {
		d.ask(p, "%s", q)
	}
	if !r.ok {
		d.ask(p, "%s; left out", r.why)
	}
	return r.date, r.ok
}

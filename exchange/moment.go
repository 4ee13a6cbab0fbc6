package exchange

import (
	"strings"

	"dateline/story"
)

func (m moment) written() string {
	s := m.year.text
	for _, c := range []cell{m.month, m.day} {
		if c.text != "" {
			s += "-" + c.text
		}
	}
	if m.hour.text != "" {
		s += " " + m.hour.text
	}
	if m.minute.text != "" {
		s += ":" + m.minute.text
	}
	return s
}

// moment reads a date in parts, as fine as it is given.
func (d *draft) moment(m moment, p place) (story.Date, bool) {
	switch {
	case m.year.text == "" && m.month.text == "" && m.day.text == "":
		return d.date("", first2(m.year.at, p))
	case !digitsOnly(strings.TrimPrefix(m.year.text, "-")): // a whole date in one cell
		return d.date(m.written(), m.year.at)
	case m.day.text != "" && m.month.text == "":
		d.ask(m.day.at, "a day without a month; the year alone was kept")
		m.day.text = ""
	}
	if month := monthNamed(m.month.text); month > 0 {
		m.month.text = strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12")[month-1]
	}
	r := civil(m.year.text, m.month.text, m.day.text)
	if r.ok && m.hour.text != "" {
		hour := m.hour.text
		if m.minute.text != "" {
			hour += ":" + strings.Repeat("0", max(0, 2-len(m.minute.text))) + m.minute.text
		} else if digitsOnly(hour) {
			hour += ":00"
		}
		opt := d.opt
		opt.Zone = d.Zone
		if full := readStated(r.date.String()+" "+hour, opt); full.ok {
			if m.minute.text == "" && digitsOnly(m.hour.text) && full.date.Precision == story.Minute {
				full.date.Precision = story.Hour
			}
			r = full
		} else {
			r.asks = append(r.asks, "the hour "+quote(hour)+" cannot be read and was left out")
		}
	}
	for _, q := range r.asks {
		d.ask(m.hour.at, "%s", q)
	}
	if !r.ok {
		d.ask(m.year.at, "%s is no date: %s; left out", quote(m.written()), r.why)
	}
	return r.date, r.ok
}

package story

import (
	"fmt"
	"strings"
)

// dateSchema allows the five precisions; only Parse knows the calendar.
const dateSchema = `{"type":"string","pattern":"^-?[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$"}`

// statedDate is a date without doubt.
func statedDate() form[Date] {
	return form[Date]{shape{"a date", dateSchema}, func(s spot) Date {
		if s.node.kind == '{' {
			s.errorf("", "must be a plain date here")
			return Date{}
		}
		if !s.is('"', "a string") {
			return Date{}
		}
		d, problem, hint := parseDate(s.node.text, s.r.zone)
		if problem != "" {
			s.errorf(hint, "%s", problem)
			return Date{}
		}
		return d
	}}
}

// anyDate is a date, or an object that says how it is known.
func anyDate() form[Date] {
	o := uncertain()
	shape := shape{"a date, or " + o.says, `{"anyOf":[` + dateSchema + `,{"$ref":"#/$defs/` + o.name + `"}]}`}
	return form[Date]{shape, func(s spot) Date {
		if s.node.kind == '{' {
			return o.read(s)
		}
		return statedDate().read(s)
	}}
}

// uncertain is a date of which a source does not state when exactly.
func uncertain() object[Date] {
	return object[Date]{
		name: "uncertain-date",
		says: "an uncertain date",
		fields: []field[Date]{
			around("about", About),
			around("before", Before),
			around("after", After),
			may("words", text(), func(d *Date) *Text { return &d.Words }),
		},
		schema: `"oneOf": [{"required": ["about"]}, {"required": ["before"]}, {"required": ["after"]}]`,
		check: func(s spot, d *Date) {
			n := 0
			for _, key := range []string{"about", "before", "after"} {
				if s.has(key) {
					n++
				}
			}
			if n != 1 {
				s.errorf(`a date that is stated is a plain string: "2025-03-02"`, `needs exactly one of "about", "before" and "after"`)
				*d = Date{}
			}
		},
	}
}

// around reads the date that an uncertain one is near to.
func around(key string, c Certainty) field[Date] {
	f := statedDate()
	return field[Date]{f.shape, key, false, func(s spot, d *Date) {
		words := d.Words
		if *d = f.read(s); d.Year != 0 {
			d.Certainty = c
		}
		d.Words = words
	}}
}

// known writes a date for a message, with how it is known.
func (d Date) known() string {
	switch d.Certainty {
	case About:
		return "about " + d.String()
	case Before:
		return "before " + d.String()
	case After:
		return "after " + d.String()
	}
	return d.String()
}

// parseDate reads "2025", "2025-03", "2025-03-02", "2025-03-02T14+00:00" or
// "2025-03-02T14:30+00:00", any of them with a minus sign for a year BC, or says
// what is wrong. The zone is for the hint.
func parseDate(s, zone string) (d Date, problem, hint string) {
	bad := fmt.Sprintf("%q is no date", shortened(s))
	hint = `dates look like "2025-03-02"`
	rest, bc := strings.CutPrefix(s, "-")
	take := func(sep string, n int) (v int, ok bool) {
		if len(rest) < len(sep)+n || rest[:len(sep)] != sep || !isDigits(rest[len(sep):len(sep)+n]) {
			return 0, false
		}
		for _, c := range rest[len(sep) : len(sep)+n] {
			v = v*10 + int(c-'0')
		}
		rest = rest[len(sep)+n:]
		return v, true
	}
	var ok bool
	if d.Year, ok = take("", 4); !ok {
		return Date{}, bad, hint
	}
	if rest != "" && isDigits(rest[:1]) {
		return Date{}, bad + ": years have four digits", "they go from 9999 BC, \"-9999\", to \"9999\""
	}
	if d.Year == 0 {
		return Date{}, bad + ": there is no year 0", `the year before 1 is 1 BC, "-0001"`
	}
	if bc {
		d.Year = -d.Year
	}
	for d.Precision < Minute && rest != "" {
		switch d.Precision {
		case Year:
			d.Month, ok = take("-", 2)
			if ok && (d.Month < 1 || d.Month > 12) {
				return Date{}, bad + fmt.Sprintf(": there is no month %d", d.Month), ""
			}
		case Month:
			d.Day, ok = take("-", 2)
			if n := monthLength(d.Year, d.Month); ok && (d.Day < 1 || d.Day > n) {
				return Date{}, bad + fmt.Sprintf(": that month has %d days", n), ""
			}
		case Day:
			if d.Hour, ok = take("T", 2); !ok {
				d.Hour, ok = take(" ", 2)
				hint = `an hour stands behind a T: "2025-03-02T14+00:00"`
				ok = false
			}
		case Hour:
			if rest[0] != ':' {
				return withOffset(d, rest, bad, zone)
			}
			d.Minute, ok = take(":", 2)
		}
		if !ok {
			return Date{}, bad, hint
		}
		d.Precision++
	}
	if d.Hour > 23 || d.Minute > 59 {
		return Date{}, bad + ": a day has hours 00 to 23, an hour minutes 00 to 59", ""
	}
	if d.Precision < Hour {
		return d, "", ""
	}
	return withOffset(d, rest, bad, zone)
}

// withOffset reads what stands behind the hour or the minute of a date.
func withOffset(d Date, rest, bad, zone string) (_ Date, problem, hint string) {
	var h, m int
	switch {
	case d.Hour > 23:
		return Date{}, bad + ": a day has hours 00 to 23", ""
	case rest == "":
		return Date{}, bad + ": an hour needs its offset from UTC", offsetHint(zone, d)
	case rest == "Z":
		return d, "", ""
	case rest[0] == ':':
		return Date{}, bad + ": a minute is the finest that is kept", "leave the seconds out"
	case len(rest) == 6 && rest[3] == ':' && isDigits(rest[1:3]) && isDigits(rest[4:]):
		h, m = int(rest[1]-'0')*10+int(rest[2]-'0'), int(rest[4]-'0')*10+int(rest[5]-'0')
	default:
		return Date{}, bad, `an offset looks like "+02:00"`
	}
	d.Offset = h*60 + m
	switch {
	case m > 59 || d.Offset > 14*60: // no place is further ahead than UTC+14
		return Date{}, bad + ": there is no such offset", ""
	case rest[0] == '-':
		d.Offset = -d.Offset
	case rest[0] != '+':
		return Date{}, bad, `an offset looks like "+02:00"`
	}
	return d, "", ""
}

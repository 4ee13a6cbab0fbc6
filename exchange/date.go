package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"dateline/story"
)

// reading is a date as somebody wrote it, read.
type reading struct {
	date story.Date
	ok   bool
	why  string   // when not ok: what is wrong
	asks []string // what an editor should look at
}

func unreadable(f string, a ...any) reading { return reading{why: fmt.Sprintf(f, a...)} }

var (
	roughly   = regexp.MustCompile(`(?i)^(?:circa|ca\.?|c\.|about|around|approx\.?|approximately|~)\s*`)
	sided     = regexp.MustCompile(`(?i)^(before|after)\s+`)
	isoDate   = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$`)
	bareYear  = regexp.MustCompile(`^\d{1,4}$`)
	numbers   = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})$`)
	years     = regexp.MustCompile(`^(\d{4})\s*(?:-|–|—|to)\s*(\d{4})$`)
	eraBehind = regexp.MustCompile(`(?i)\s*\bb\.?\s?c\.?(\s?e\.?)?$`)
	yearFirst = regexp.MustCompile(`^\d{1,4}`)
	yearLast  = regexp.MustCompile(`\d{1,4}$`)
	clock     = regexp.MustCompile(`(?i)[T\s,]\s*(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$`)
	hourOnly  = regexp.MustCompile(`T(\d{2})(Z|[+-]\d{2}:\d{2})$`)
	worded    = regexp.MustCompile(`(?i)^(?:(\d{1,2})(?:st|nd|rd|th|er)?\.?(?:\s+(?:of|de))?[\s-]+)?(\p{L}+)\.?(?:[\s-]+(\d{1,2})(?:st|nd|rd|th)?)?,?(?:\s+de)?[\s-]+(\d{4})$`)
	weekday   = regexp.MustCompile(`(?i)^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?,?\s+`)
)

// readDate reads a date in the ways that are seen in spreadsheets, as fine as
// it is written. What can be meant in two ways is read as far as both agree,
// and asked.
func readDate(s string, opt Options) reading {
	s = strings.TrimSpace(s)
	rest := s
	certainty := story.Stated
	if m := roughly.FindString(rest); m != "" {
		certainty, rest = story.About, rest[len(m):]
	} else if m := sided.FindStringSubmatch(rest); m != nil {
		rest = rest[len(m[0]):]
		if certainty = story.Before; strings.EqualFold(m[1], "after") {
			certainty = story.After
		}
	}
	if cut := strings.TrimRight(rest, "?~"); cut != rest && certainty == story.Stated {
		certainty, rest = story.About, strings.TrimSpace(cut)
	}
	r := readStated(rest, opt)
	if !r.ok {
		if r.why == "" {
			r.why = fmt.Sprintf("%s is no date that can be read", quote(s))
		}
		return r
	}
	r.date.Certainty = certainty
	if certainty == story.Stated {
		return r
	}
	// The source's own words, unless they are no more than the date says.
	lang := opt.Lang
	if lang == "" {
		lang = "en"
	}
	if ours := certaintyNames[certainty] + " "; s != ours+r.date.String() && s != ours+spaced(r.date) {
		if words := (&draft{}).clean(s, place{}); words != "" {
			r.date.Words = story.Text{lang: words}
		}
	}
	return r
}

// spaced is a date as people read it: 2025-03-02 14:30 +00:00.
func spaced(d story.Date) string {
	s := d.String()
	if d.Precision < story.Minute { // an hour alone is told by its T
		return s
	}
	day, hour, _ := strings.Cut(s, "T")
	return day + " " + hour[:5] + " " + hour[5:]
}

// readStated reads a date without words of doubt around it.
func readStated(s string, opt Options) reading {
	if d, err := story.ParseDate(s); err == nil && d.Year < 0 {
		return reading{date: d, ok: true}
	}
	if rest, minus := strings.CutPrefix(strings.Replace(s, "−", "-", 1), "-"); minus {
		return readBC(s, strings.TrimSpace(rest), yearFirst, opt)
	}
	if rest := eraBehind.ReplaceAllString(s, ""); rest != s {
		return readBC(s, rest, yearLast, opt)
	}
	if m := years.FindStringSubmatch(s); m != nil {
		r := readDay(m[1], opt)
		r.asks = append(r.asks, fmt.Sprintf("%s is a span; its first year was kept", quote(s)))
		return r
	}
	if m := hourOnly.FindStringSubmatch(s); m != nil {
		r := readDay(s[:len(s)-len(m[0])], opt)
		return r.at(m[1], "", m[2], opt)
	}
	if m := clock.FindStringSubmatchIndex(s); m != nil {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return s[m[2*i]:m[2*i+1]]
		}
		r := readDay(strings.TrimSpace(s[:m[0]]), opt)
		hour := group(1)
		if half := strings.ToLower(group(3)); half != "" {
			h, _ := strconv.Atoi(hour)
			if h < 1 || h > 12 {
				return unreadable("%s has no such hour", quote(s))
			}
			if h %= 12; half[0] == 'p' {
				h += 12
			}
			hour = strconv.Itoa(h)
		}
		return r.at(hour, group(2), group(4), opt)
	}
	return readDay(s, opt)
}

// readBC reads a date before the year 1 without what says so: "-44", "15 March
// 44 BC". Its year, which may have fewer than four digits, is found by where.
func readBC(s, rest string, where *regexp.Regexp, opt Options) reading {
	if strings.HasPrefix(rest, "-") || eraBehind.MatchString(rest) {
		return reading{}
	}
	r := readStated(where.ReplaceAllStringFunc(rest, func(year string) string {
		return strings.Repeat("0", 4-len(year)) + year
	}), opt)
	if !r.ok {
		return reading{}
	}
	r.date.Year = -r.date.Year
	if _, err := story.ParseDate(r.date.String()); err != nil {
		return unreadable("%s: %v", quote(s), err)
	}
	return r
}

// readDay reads a year, a month or a day.
func readDay(s string, opt Options) reading {
	s = weekday.ReplaceAllString(strings.TrimSpace(s), "")
	if bareYear.MatchString(s) && len(s) >= 3 {
		return civil(s, "", "")
	}
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return civil(m[1], m[2], m[3])
	}
	if m := numbers.FindStringSubmatch(s); m != nil {
		return mixed(s, m[1], m[3], m[4], opt.Order)
	}
	if m := worded.FindStringSubmatch(s); m != nil {
		month := monthNamed(m[2])
		if month == 0 || m[1] != "" && m[3] != "" {
			return reading{}
		}
		return civil(m[4], strconv.Itoa(month), m[1]+m[3])
	}
	return reading{}
}

// at adds an hour, for which an offset must be known.
func (r reading) at(hour, minute, offset string, opt Options) reading {
	if !r.ok || r.date.Precision < story.Day {
		if r.ok {
			r.asks = append(r.asks, "an hour without a day was left out")
		}
		return r
	}
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	if h > 23 || m > 59 {
		return unreadable("a day has no hour %s:%s", hour, minute)
	}
	east := 0
	switch {
	case offset == "" && opt.Zone == "":
		r.asks = append(r.asks, fmt.Sprintf("the hour %s:%s has no offset from UTC and was left out; -zone says where it is meant", hour, minute))
		return r
	case offset == "":
		loc, err := time.LoadLocation(opt.Zone)
		if err != nil {
			return unreadable("%q is no time zone", opt.Zone)
		}
		_, seconds := time.Date(story.Astronomical(r.date.Year), time.Month(r.date.Month), r.date.Day, h, m, 0, 0, loc).Zone()
		east = seconds / 60
	case offset[0] == '+' || offset[0] == '-':
		digits := strings.ReplaceAll(offset[1:], ":", "")
		oh, _ := strconv.Atoi(digits[:2])
		om, _ := strconv.Atoi(digits[2:]) // 0 where there is none
		if east = oh*60 + om; om > 59 || east > 14*60 {
			return unreadable("there is no offset %s", offset)
		}
		if offset[0] == '-' {
			east = -east
		}
	}
	r.date.Hour, r.date.Minute, r.date.Offset = h, m, east
	if r.date.Precision = story.Minute; minute == "" {
		r.date.Precision = story.Hour
	}
	return r
}

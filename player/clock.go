package player

import (
	"fmt"
	"maps"
	"strings"
	"time"

	"dateline/story"
)

// dial is what hours are read off: a zone by its IANA name, or a clock of the
// story's own. The zero dial is none.
type dial struct {
	zone  string
	clock *story.Clock
}

// is reports whether two dials show the same hour under the same name.
func (t dial) is(other dial) bool {
	if t.clock == nil || other.clock == nil {
		return t == other
	}
	return t.clock.Offset == other.clock.Offset && maps.Equal(t.clock.Name, other.clock.Name)
}

// of moves a date with an hour to the dial, and names it: "Europe/Kyiv". The
// name is empty where there is none, and the date then as it was.
func (w *wording) of(t dial, d story.Date) (story.Date, string) {
	if t.clock != nil {
		if unix, ok := d.Instant(); ok {
			return hourAt(d, time.Unix(unix, 0).In(time.FixedZone("", t.clock.Offset*60))), w.text(t.clock.Name)
		}
	}
	if there, ok := inZone(d, t.zone); ok {
		return there, strings.ReplaceAll(t.zone, "_", " ")
	}
	return d, ""
}

// clock writes a date that has an hour, with the zone or clock named. With
// neither it is the hour as the story writes it, with its offset.
func (w *wording) clock(d story.Date, t dial) string {
	l := w.language
	d, name := w.of(t, d)
	named := l.zone.with("offset", offset(d.Offset))
	if name != "" {
		named = l.zoneNamed.with("name", name, "offset", offset(d.Offset))
	}
	date, hour := l.calendar(d), fmt.Sprintf("%02d:%02d", d.Hour, d.Minute)
	if d.Precision == story.Minute {
		return l.atMinute.with("date", date, "time", hour, "zone", named)
	}
	until := fmt.Sprintf("%02d:%02d", (d.Hour+1)%24, d.Minute)
	return l.atHour.with("date", date, "time", hour, "until", until, "zone", named)
}

// inZone moves a date with an hour into a zone. It fails where the zone is
// empty or the program has no time zone database.
func inZone(d story.Date, zone string) (story.Date, bool) {
	unix, ok := d.Instant()
	if !ok || zone == "" {
		return d, false
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return d, false
	}
	return hourAt(d, time.Unix(unix, 0).In(loc)), true
}

// hourAt gives a date the hour of a time.
func hourAt(d story.Date, t time.Time) story.Date {
	_, seconds := t.Zone()
	d.Year, d.Month, d.Day = story.Historical(t.Year()), int(t.Month()), t.Day()
	d.Hour, d.Minute, d.Offset = t.Hour(), t.Minute(), seconds/60
	return d
}

// offset writes an offset from UTC: "+2", "−3:30", "+0".
func offset(minutes int) string {
	sign := "+"
	if minutes < 0 {
		sign, minutes = "−", -minutes
	}
	if minutes%60 == 0 {
		return fmt.Sprintf("%s%d", sign, minutes/60)
	}
	return fmt.Sprintf("%s%d:%02d", sign, minutes/60, minutes%60)
}

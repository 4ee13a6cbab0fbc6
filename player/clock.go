package player

import (
	"fmt"
	"strings"
	"time"

	"dateline/story"
)

// clock writes a date that has an hour, in a zone that is named. Without a
// zone it is the hour as the story writes it, with its offset.
func (l *language) clock(d story.Date, zone string) string {
	if there, ok := inZone(d, zone); ok {
		d = there
	} else {
		zone = ""
	}
	named := l.zone.with("offset", offset(d.Offset))
	if zone != "" {
		named = l.zoneNamed.with("name", strings.ReplaceAll(zone, "_", " "), "offset", offset(d.Offset))
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
	t := time.Unix(unix, 0).In(loc)
	_, seconds := t.Zone()
	d.Year, d.Month, d.Day = story.Historical(t.Year()), int(t.Month()), t.Day()
	d.Hour, d.Minute, d.Offset = t.Hour(), t.Minute(), seconds/60
	return d, true
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

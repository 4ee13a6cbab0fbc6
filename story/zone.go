package story

import "time"

// zone is a time zone by its IANA name.
func zone() form[string] {
	return form[string]{shape{"a time zone: an IANA name", `{"type":"string","pattern":"^[A-Za-z]"}`}, func(s spot) string {
		if !s.is('"', "a string") {
			return ""
		}
		if !isZone(s.node.text) {
			s.errorf(`zones look like "Europe/Kyiv"`, "%q is no time zone", shortened(s.node.text))
			return ""
		}
		return s.node.text
	}}
}

// isZone looks the name up in the time zone database. Where there is none, any
// name passes: a program that checks stories links time/tzdata.
func isZone(name string) bool {
	if name == "" || name == "Local" {
		return false
	}
	if _, err := time.LoadLocation(name); err == nil {
		return true
	}
	_, err := time.LoadLocation("Europe/London")
	return err != nil
}

// offsetHint writes a time with the offset that the zone has then, when both
// are known: what an author who left it out most likely means.
func offsetHint(zone string, d Date) string {
	if zone == "" {
		return `add the offset: "+00:00"`
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return `add the offset: "+00:00"`
	}
	_, offset := time.Date(Astronomical(d.Year), time.Month(d.Month), d.Day, d.Hour, d.Minute, 0, 0, loc).Zone()
	d.Offset = offset / 60
	return "in " + zone + ` it is "` + d.String() + `"`
}

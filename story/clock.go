package story

// Clock is a time of its own that no zone of the database has: a ship's, a
// railway's, a town's before there were zones.
type Clock struct {
	Name   Text // "Titanic time"
	Offset int  // minutes east of UTC
}

func clockObject() object[Clock] {
	return object[Clock]{
		name: "clock",
		says: "a clock",
		fields: []field[Clock]{
			need("name", text(), func(c *Clock) *Text { return &c.Name }),
			need("offset", clockOffset(), func(c *Clock) *int { return &c.Offset }),
		},
	}
}

// ParseOffset reads how far a clock is ahead of UTC, in minutes, as a date
// writes it: "-02:58".
func ParseOffset(s string) (minutes int, ok bool) {
	d, problem, _ := withOffset(Date{}, s, "no offset", "")
	return d.Offset, problem == "" && s != "Z"
}

// WriteOffset is the inverse of ParseOffset.
func WriteOffset(minutes int) string {
	return string(appendOffset(nil, minutes))
}

func clockOffset() form[int] {
	return form[int]{shape{"an offset from UTC", `{"type":"string","pattern":"^[+-][0-9]{2}:[0-9]{2}$"}`}, func(s spot) int {
		if !s.is('"', "a string") {
			return 0
		}
		minutes, ok := ParseOffset(s.node.text)
		if !ok {
			s.errorf(`an offset looks like "-02:58"`, "%q is no offset from UTC", s.node.text)
		}
		return minutes
	}}
}

// notBoth is what a JSON Schema says of zone and clock.
const notBoth = `"not": {"required": ["zone", "clock"]}`

// oneClock holds an object to a zone or a clock.
func oneClock(s spot) {
	if s.has("zone") && s.has("clock") {
		s.key("clock").errorf("keep the one whose hours are shown", `stands beside "zone"`)
	}
}

package story

// Scale is the kind of axis the timeline has.
type Scale uint8

const (
	Auto     Scale = iota // Parse chooses: ordinal where days crowd
	Calendar              // distance is time
	Ordinal               // one equal stop an event
)

func scale() form[Scale] {
	type word string
	f := choice([]word{"calendar", "ordinal"})
	return form[Scale]{f.shape, func(s spot) Scale {
		switch f.read(s) {
		case "calendar":
			return Calendar
		case "ordinal":
			return Ordinal
		}
		return Auto
	}}
}

// chosen is the axis of a story whose author leaves the choice to Dateline:
// ordinal where a calendar axis would pile events up. That is where more than
// half of the events with a known time share the finest unit of their date
// (its day, its hour …) with another, or where one that is only "about" a time
// shares it: spreading those would claim an order in time that nobody knows.
// Events before or after a time do not count.
func chosen(events []Event) Scale {
	count := map[string]int{}
	for _, e := range events {
		count[unit(e.Date)]++
	}
	dated, shared := 0, 0
	for _, e := range events {
		u := unit(e.Date)
		if u == "" {
			continue
		}
		dated++
		if count[u] < 2 {
			continue
		}
		if e.Date.Certainty == About {
			return Ordinal
		}
		shared++
	}
	if 2*shared > dated {
		return Ordinal
	}
	return Calendar
}

// unit names the finest unit of a date, or is empty where the time is not
// known.
func unit(d Date) string {
	if d.Year == 0 || d.Certainty == Before || d.Certainty == After {
		return ""
	}
	return d.String()
}

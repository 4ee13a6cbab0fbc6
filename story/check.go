package story

import "fmt"

// checkStory holds the parts of a story against each other, and fills in what
// the author left to Dateline.
func checkStory(at spot, s *Story) {
	at.r.resolve()
	if list := at.key("events"); list.node.kind == '[' && len(list.node.items) == 0 {
		list.errorf("", "a story needs at least one")
	}
	oneClock(at)
	checkWindow(at, s)
	checkOrder(at.key("events"), s.Events)
	if checkChain(at.key("flows"), s) {
		checkLinks(at.key("flows"), s)
	}
	checkStretches(at.key("flows"), s)
	settleChanges(at.key("flows"), s)
	settleRoutes(at.key("routes"), s)
	settleAreas(at.key("areas"), s)
	settleMagnitudes(at.key("magnitudes"), s)
	checkUse(at.key("places"), placeID, "nothing in the story uses this place")
	checkUse(at.key("sources"), sourceID, "nothing cites this source")
	checkAlike(at.key("sources"), s.Sources)
	if s.Published != nil && s.Updated != nil && s.Updated.Year != 0 && s.Updated.Compare(*s.Published) < 0 {
		at.key("updated").errorf("", "%s is before the day of publication, %s", s.Updated, s.Published)
	}
	if s.Scale == Auto {
		s.Scale = chosen(s.Events)
	}
}

// checkWindow finds the window where the author gives none, and the events
// that miss it.
func checkWindow(at spot, s *Story) {
	if !at.has("window") {
		s.Window = spanned(s.Events)
		if s.Window.From.Year == 0 && allDated(s.Events) {
			at.errorf(`add "window"`, "no event says when the story takes place")
		}
		return
	}
	outside := func(at spot, d Date) {
		if s.Window.outside(d) {
			at.warnf("", "%s is outside the window, %s to %s", d, s.Window.From, s.Window.To)
		}
	}
	for i, e := range s.Events {
		outside(at.key("events").item(i).key("date"), e.Date)
		if e.End != nil {
			outside(at.key("events").item(i).key("end"), *e.End)
		}
	}
	for i, e := range s.Eras {
		if s.Window.misses(e.From, e.To) {
			at.key("eras").item(i).warnf("", "the era %q lies outside the window, %s to %s", e.ID, s.Window.From, s.Window.To)
		}
	}
}

// allDated reports whether every event has a date that could be read.
func allDated(events []Event) bool {
	for _, e := range events {
		if e.Date.Year == 0 {
			return false
		}
	}
	return len(events) > 0
}

// checkOrder keeps time from running backwards: the author's order is the
// order of the timeline. Dates that overlap, such as a day and its month, may
// stand either way.
func checkOrder(at spot, events []Event) {
	latest := -1
	for i, e := range events {
		if e.Date.Year == 0 {
			continue
		}
		if latest >= 0 && entirelyBefore(e.Date, events[latest].Date) {
			at.item(i).key("date").errorf("events stand in order of time", "%s is earlier than %s, the date of the event %q above it",
				e.Date.known(), events[latest].Date.known(), events[latest].ID)
			continue
		}
		if latest < 0 || e.Date.Compare(events[latest].Date) >= 0 {
			latest = i
		}
	}
}

// entirelyBefore reports whether all that a can mean is over before anything
// that b can mean.
func entirelyBefore(a, b Date) bool {
	from, end := a.span()
	start, over := b.span()
	if a.Certainty == Before {
		end = from
	}
	if b.Certainty == After {
		start = over
	}
	return a.Certainty != After && b.Certainty != Before && end <= start
}

// checkChain finds flows that go on from themselves, straight or by way of
// others, and reports whether there are none.
func checkChain(at spot, s *Story) (none bool) {
	none = true
	index := map[string]int{}
	for i := range s.Flows {
		index[s.Flows[i].ID] = i
	}
	walk := make([]int, len(s.Flows)) // by which walk a flow was met; 0: not yet
	for i := range s.Flows {
		k, ok := i, true
		for ok && walk[k] == 0 {
			walk[k] = i + 1
			k, ok = follow(s, index, k)
		}
		if !ok || walk[k] != i+1 {
			continue
		}
		none = false
		for first := k; ; {
			at.item(k).key("from").errorf("", "the flow %q goes on from itself", s.Flows[k].ID)
			if k, _ = follow(s, index, k); k == first {
				break
			}
		}
	}
	return none
}

// checkLinks bounds how many flows go on from each other; none goes on from
// itself.
func checkLinks(at spot, s *Story) {
	index := map[string]int{}
	for i := range s.Flows {
		index[s.Flows[i].ID] = i
	}
	for i := range s.Flows {
		links := 0
		for k, ok := i, true; ok && links <= mostLinks; links++ {
			k, ok = follow(s, index, k)
		}
		if links > mostLinks {
			at.item(i).key("from").errorf("", "more than %d flows go on from each other", mostLinks)
			return
		}
	}
}

// checkStretches bounds the lines that flows are drawn as.
func checkStretches(at spot, s *Story) {
	lines := 0
	for i := range s.Flows {
		f := &s.Flows[i]
		if lines += max(1, len(f.From.Places)) * max(1, len(f.To.Places)); lines > mostStretches {
			at.item(i).errorf("", "the flows up to this one are %d lines on the map, from each of their places to each; %d are the most", lines, mostStretches)
			return
		}
	}
}

// follow returns the flow that flow k goes on from.
func follow(s *Story, index map[string]int, k int) (int, bool) {
	next, ok := index[s.Flows[k].From.Flow]
	return next, ok && s.Flows[k].From.Flow != ""
}

// settleChanges gives a change that names only its event the event's date, and
// finds flows and changes that are at odds with their events.
func settleChanges(at spot, s *Story) {
	for i := range s.Flows {
		f := &s.Flows[i]
		if e := s.Event(f.Event); e != nil && f.Start != nil && apart(*f.Start, e.Date) {
			at.item(i).key("start").warnf("", "%s is not the date of its event %q, %s", f.Start.known(), e.ID, e.Date.known())
		}
		for k := range f.Status {
			c := &f.Status[k]
			e := s.Event(c.Event)
			switch {
			case e == nil || k == 0:
			case c.From == nil:
				date := e.Date
				c.From = &date
			case apart(*c.From, e.Date):
				at.item(i).key("status").item(k).key("from").warnf("", "%s is not the date of its event %q, %s", c.From.known(), e.ID, e.Date.known())
			}
		}
	}
}

// apart reports whether two known dates have no time in common.
func apart(a, b Date) bool {
	if a.Year == 0 || b.Year == 0 || a.Certainty == Before || a.Certainty == After || b.Certainty == Before || b.Certainty == After {
		return false
	}
	from, to := a.span()
	start, end := b.span()
	return to <= start || end <= from
}

// checkUse finds things of a list that nothing refers to.
func checkUse(at spot, kind idKind, message string) {
	used := at.r.used(kind)
	for i := range at.node.items {
		item := at.item(i)
		if id := item.node.member("id"); id != nil && isSlug(id.text) && !used[id.text] {
			item.key("id").warnf("", "%q: %s", shortened(id.text), message)
		}
	}
}

// checkAlike finds sources that are listed twice: two with one address or, where
// neither has an address, with the same words and date.
func checkAlike(at spot, sources []Source) {
	first := map[string]string{}
	for i, o := range sources {
		key := o.URL
		if key == "" && len(o.Title) > 0 {
			key = fmt.Sprint(map[string]string(o.Title), map[string]string(o.Publisher), map[string]string(o.Note))
			if o.Date != nil {
				key += o.Date.String()
			}
		}
		switch other, twice := first[key]; {
		case key == "":
		case twice:
			at.item(i).warnf(`cite one of them; a "locator" says where in it`, "the source %q is like %q above it", o.ID, other)
		default:
			first[key] = o.ID
		}
	}
}

package timeline

import "dateline/story"

// areaTimes are the positions between which an area comes in, and goes.
type areaTimes struct {
	from, to Pos // from < 0: there from the opening
	out, off Pos // out < 0: it stays
}

// areaTimes works out when an area is there. One whose end is only known to
// lie after a date stays: nothing says that it ends within the story.
func (l *Line) areaTimes(a *story.Area) areaTimes {
	t := areaTimes{from: -1, to: -1, out: -1, off: -1}
	switch e := l.Story.EventIndex(a.Event); {
	case e >= 0:
		t.from, t.to = l.entry(l.stopOf[e])
	case a.Start != nil && a.Start.Certainty != story.Before:
		t.from, t.to = l.arrive(*a.Start)
	}
	switch e := l.Story.EventIndex(a.Until); {
	case e >= 0:
		t.out, t.off = l.entry(l.stopOf[e])
	case a.End != nil && a.End.Certainty != story.After:
		t.out, t.off = l.arrive(*a.End)
	}
	return t
}

// at is how much of the area is there, 0…1.
func (t areaTimes) at(pos Pos) float64 {
	in := 1.0
	if t.from >= 0 {
		in = share(pos, t.from, t.to)
	}
	if t.out >= 0 {
		in = min(in, 1-share(pos, t.out, t.off))
	}
	return in
}

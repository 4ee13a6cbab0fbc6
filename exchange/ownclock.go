package exchange

import "dateline/story"

// clockColumns are a clock of a place's own: how far it is ahead of UTC, and
// its name.
func clockColumns() []column[story.Place] {
	return []column[story.Place]{
		{name: "clock_offset",
			get: func(p *story.Place) string {
				if p.Clock == nil {
					return ""
				}
				return story.WriteOffset(p.Clock.Offset)
			},
			set: func(d *draft, c cell, p *story.Place) { p.Clock = d.clock(c) }},
		texts("clock", func(p *story.Place) *story.Text {
			if p.Clock == nil {
				return new(story.Text)
			}
			return &p.Clock.Name
		}),
	}
}

// clock reads a clock's offset; nil where it is none.
func (d *draft) clock(c cell) *story.Clock {
	minutes, ok := story.ParseOffset(c.text)
	if !ok {
		d.ask(c.at, "%s is no offset from UTC: they look like -02:58; the clock was left out", quote(c.text))
		return nil
	}
	return &story.Clock{Offset: minutes}
}

// wholeClock is a clock that has its name, and no zone beside it; nil and a
// question where it cannot be kept.
func (d *draft) wholeClock(c *story.Clock, zone string, at place) *story.Clock {
	switch {
	case c == nil:
	case c.Name == nil:
		d.ask(at, "a clock needs clock beside clock_offset; left out")
		return nil
	case zone != "":
		d.ask(at, "a clock stands beside the zone %s; left out", quote(zone))
		return nil
	}
	return c
}

package timeline

import "dateline/story"

// Block is a run of stops that the axis shows as one: a day, or the time
// before the window.
type Block struct {
	From, To int        // stops, half open
	Date     story.Date // as fine as the block is: its certainty is Stated, Before or After
	Parts    []Part     // runs within the block: stated, about
}

// Part is a run of stops in a block whose dates are known in the same way.
type Part struct {
	From, To int // stops, half open
	About    bool
}

// blocks groups stops that follow each other and fall on the same day (or the
// same month or year, where that is all that is known), or before or after.
func blocks(l *Line) []Block {
	var out []Block
	for i := 1; i < len(l.Stops); i++ {
		d := l.Story.Events[l.Stops[i].Events[0]].Date
		about := d.Certainty == story.About
		key := blockDate(d)
		if n := len(out); n > 0 && same(out[n-1].Date, key) {
			b := &out[n-1]
			b.To = i + 1
			if p := &b.Parts[len(b.Parts)-1]; p.About == about {
				p.To = i + 1
			} else {
				b.Parts = append(b.Parts, Part{i, i + 1, about})
			}
		} else {
			out = append(out, Block{From: i, To: i + 1, Date: key, Parts: []Part{{i, i + 1, about}}})
		}
		l.Stops[i].Block = len(out) - 1
	}
	return out
}

// blockDate is a date cut to a day at the finest.
func blockDate(d story.Date) story.Date {
	d.Precision = min(d.Precision, story.Day)
	d.Hour, d.Minute, d.Offset = 0, 0, 0
	if d.Certainty == story.About {
		d.Certainty = story.Stated
	}
	return d
}

// same compares what a block is labelled by. What is before the window is one
// block, whatever each date says.
func same(a, b story.Date) bool {
	if a.Certainty != b.Certainty {
		return false
	}
	if a.Certainty != story.Stated {
		return true
	}
	return a.Year == b.Year && a.Month == b.Month && a.Day == b.Day && a.Precision == b.Precision
}

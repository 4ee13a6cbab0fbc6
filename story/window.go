package story

// Window is the span of time the story tells. Both ends are included.
type Window struct {
	From, To Date
}

func windowObject() object[Window] {
	return object[Window]{
		name: "window",
		says: "a span of time",
		fields: []field[Window]{
			need("from", statedDate(), func(w *Window) *Date { return &w.From }),
			need("to", statedDate(), func(w *Window) *Date { return &w.To }),
		},
		check: func(s spot, w *Window) {
			if w.From.Year == 0 || w.To.Year == 0 {
				*w = Window{}
				return
			}
			if w.To.Compare(w.From) < 0 {
				s.errorf(`swap "from" and "to"`, "the window is reversed: it ends on %s, before %s", w.To, w.From)
				*w = Window{}
			}
		},
	}
}

// outside reports whether a date that is near a known time misses the window
// wholly. What is only known to be before or after some time never does.
func (w Window) outside(d Date) bool {
	if w.From.Year == 0 || d.Year == 0 || d.Certainty == Before || d.Certainty == After {
		return false
	}
	from, _ := w.From.span()
	_, to := w.To.span()
	a, b := d.span()
	return b <= from || to <= a
}

// misses reports whether a span of time has nothing in common with the window.
func (w Window) misses(from, to Date) bool {
	if w.From.Year == 0 || from.Year == 0 || to.Year == 0 {
		return false
	}
	return entirelyBefore(to, w.From) || entirelyBefore(w.To, from)
}

// spanned is the narrowest window around the events whose time is known, cut
// to days at the finest.
func spanned(events []Event) (w Window) {
	var known []Date
	for _, e := range events {
		known = append(known, e.Date)
		if e.End != nil {
			known = append(known, *e.End)
		}
	}
	for _, d := range known {
		if d.Year == 0 || d.Certainty == Before || d.Certainty == After {
			continue
		}
		first, last := d.Days()
		from, to := DayDate(first), DayDate(last)
		if w.From.Year == 0 || from.Compare(w.From) < 0 {
			w.From = from
		}
		if w.To.Year == 0 || to.Compare(w.To) > 0 {
			w.To = to
		}
	}
	return w
}

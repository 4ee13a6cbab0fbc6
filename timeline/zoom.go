package timeline

// Closest is the least part of the axis that a reader may look at, in X; 0
// where there is nothing to be gained by looking closer.
func (l *Line) Closest() float64 { return l.closest }

// closely works it out: there the closest stops are well apart, and a calendar
// shows a few of the finest units it knows.
func (l *Line) closely() float64 {
	const (
		many  = 24   // stops that stand well apart on the narrowest strip
		view  = 8.0  // stops in the closest look
		apart = 12.0 // … where they stand closer than on average
		least = 4.0  // finest units of the calendar
		parts = 5000 // into which an axis is divided at most
	)
	if l.scale == 0 {
		if len(l.Stops) <= many {
			return 0
		}
		return view
	}
	gap := l.Length()
	for i := 2; i < len(l.Stops); i++ {
		gap = min(gap, l.Stops[i].X-l.Stops[i-1].X)
	}
	closest := max(gap*apart, least*l.Width(l.Units()[0]), l.extent/parts)
	if closest > l.extent/2 {
		return 0
	}
	return closest
}

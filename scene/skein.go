package scene

import (
	"math"
	"slices"

	"dateline/render"
	"dateline/timeline"
)

// A draft is a thread before it has its place among the others: a piece of a
// flow's stretch under one of the flow's statuses.
type draft struct {
	thread render.Thread
	paint  render.Paint
	rank   int // of its ink, in the order of painting
	arrive int // the stop at which it has wholly come
	leave  int // the stop at which it has gone; never: past the last
}

// A skein is threads that lie behind each other in the order of painting: they
// come, go and look alike.
type skein struct {
	draft    // the first of them
	lines    render.Span
	from, to float32 // the first of them comes, the last has wholly come or gone
}

const never = math.MaxInt32

// inkRanks are the inks of flows in the order of painting: those of talks first.
var inkRanks = [...]render.Ink{Talks, Flow5, Flow4, Flow3, Flow2, Flow1}

// draw drafts a piece of a flow, once for every status that looks different.
func (s *Scene) draw(drafts []draft, flow int, piece render.Span) []draft {
	f := &s.flows[flow]
	width := f.width
	if width == 0 {
		width = 1
	}
	times := s.line.FlowTimes(flow)
	d := draft{rank: slices.Index(inkRanks[:], f.ink), paint: render.Paint{Ink: f.ink}, arrive: -1}
	for k, form := range f.forms {
		alpha := float32(softly)
		if form.firm() {
			alpha = firmly
		}
		since, until := float32(-1), float32(render.Ever)
		if k > 0 {
			since = float32(times.Changes[k])
		}
		for _, next := range times.Changes[k+1:] {
			until = min(until, float32(next))
		}
		if until <= since {
			continue // another status takes its place at once
		}
		if alpha == d.paint.Alpha {
			drafts[len(drafts)-1].thread.Until = until
			drafts[len(drafts)-1].leave = leaves(until)
			continue
		}
		d.paint.Alpha = alpha
		d.thread = render.Thread{Points: piece, Width: width, From: float32(times.From), To: float32(times.To), Since: since, Until: until}
		d.arrive = int(math.Ceil(float64(max(d.thread.To, since, 0))))
		d.leave = leaves(until)
		drafts = append(drafts, d)
	}
	return drafts
}

// leaves is the stop at which something has gone that goes at a time.
func leaves(until float32) int {
	if until >= never {
		return never
	}
	return int(until) + 1
}

// wind puts the threads in order: what comes later is painted over what was
// there, so that what has settled at a stop lies on what had before.
func (c *crowd) wind(drafts []draft) {
	order := make([]int, len(drafts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return drafts[i].compare(&drafts[j]) })
	for n, i := range order {
		d, last := &drafts[i], len(c.skeins)-1
		c.threads.Lines = append(c.threads.Lines, d.thread)
		if last < 0 || c.skeins[last].compare(d) != 0 {
			c.skeins = append(c.skeins, skein{draft: *d, from: render.Ever, lines: render.Span{From: int32(n)}})
			last++
		}
		k, t := &c.skeins[last], &d.thread
		k.lines.To = int32(n + 1)
		k.from = min(k.from, max(t.From, t.Since))
		k.to = max(k.to, t.To, t.Since)
		if d.leave != never {
			k.to = max(k.to, t.Until)
		}
	}
}

// compare orders drafts as they are painted; those of a skein are equal.
func (d *draft) compare(e *draft) int {
	switch {
	case d.arrive != e.arrive:
		return d.arrive - e.arrive
	case d.leave != e.leave:
		return d.leave - e.leave
	case d.rank != e.rank:
		return d.rank - e.rank
	}
	return int(100*d.paint.Alpha) - int(100*e.paint.Alpha)
}

// op draws a skein at a time.
func (c *crowd) op(skein int, now float32) render.Op {
	k := &c.skeins[skein]
	return render.Op{Kind: render.Stroke, Threads: &c.threads, Paths: k.lines, Paint: k.paint, Now: now, Butt: true}
}

// turn sorts the skeins out for the way from a stop to the next.
func (c *crowd) turn(stop int) {
	if c.turned && c.way == stop {
		return
	}
	c.turned, c.way = true, stop
	c.settled, c.coming, c.from = c.settled[:0], c.coming[:0], render.Ever
	begin, end := float32(stop), float32(stop+1)
	c.while = [2]float32{end, begin}
	c.key = 14695981039346656037 // FNV-1a
	for i := range c.skeins {
		k := &c.skeins[i]
		switch {
		case k.leave <= stop || k.from >= end:
		case k.arrive <= stop && k.leave > stop+1:
			c.settled = append(c.settled, i)
			c.key = (c.key ^ uint64(i)) * 1099511628211
		default:
			c.coming = append(c.coming, i)
			c.from = min(c.from, k.from)
			c.while[0] = min(c.while[0], max(k.from, begin))
			c.while[1] = max(c.while[1], min(k.to, end))
		}
	}
	if len(c.coming) == 0 {
		c.while = [2]float32{}
	} else if c.while[1] <= c.while[0] {
		c.while[1] = end // what comes does so at once
	}
}

// ends is a moment at the end of the way from a stop, if something comes on it.
func (c *crowd) ends(stop int) (end timeline.Pos, comes bool) {
	c.turn(stop)
	return timeline.Pos(c.while[1]) - 1.0/256, len(c.coming) > 0
}

package scene

import (
	"strconv"

	"dateline/geo"
	"dateline/render"
	"dateline/timeline"
)

// countClear is how much the current event's mark may lie over a cluster before
// it hides the count, CSS pixels.
const countClear = 4

// now is how much an event is the current one: that comes in with its stop and
// goes out with the entry of the next.
func (s *Scene) now(e int, st *timeline.State) float32 {
	in, out := st.Events[e], 0.0
	if next := s.line.StopOf(e) + 1; in > 0 && next < len(s.line.Stops) {
		out = st.Events[s.line.Stops[next].Events[0]]
	}
	return float32(max(in, 0) * (1 - out))
}

// light notes at which places the current event is.
func (s *Scene) light(st *timeline.State) {
	lit := s.clusters.lit
	for i := range lit {
		lit[i] = 0
	}
	for e := range st.Events {
		if i := s.placeOf[e]; i >= 0 && st.Events[e] > 0 {
			lit[i] = max(lit[i], min(s.now(e, st), 1))
		}
	}
}

// tally counts the events that have come in, by the marks of a band.
func (s *Scene) tally(b *band, st *timeline.State) {
	c := &s.clusters
	for k := range b.marks {
		c.counts[k], c.last[k] = 0, -1
	}
	for e, in := range st.Events {
		i := s.placeOf[e]
		if i < 0 {
			continue
		}
		k := b.of[i]
		if in > 0.5 {
			c.counts[k]++
		}
		if c.last[k] < 0 || in > 0.5 {
			c.last[k] = e
		}
	}
}

// clusterMarks draws the marks of a story that has clusters.
func (s *Scene) clusterMarks(l *render.List, m geo.Matrix, st *timeline.State) {
	s.light(st)
	near, far, share := s.clusters.at(scaleIn(m))
	if share < 1 {
		s.bandMarks(l, m, st, far, near, 1-share, 0)
	}
	s.bandMarks(l, m, st, near, far, share, 1)
}

// bandMarks draws the marks of a band, and those that the other has too as much
// as shared says.
func (s *Scene) bandMarks(l *render.List, m geo.Matrix, st *timeline.State, b, other *band, share, shared float32) {
	s.tally(b, st)
	lit := s.clusters.lit
	for k := range b.marks {
		s.clusters.hidden[k] = 0
	}
	for i, now := range lit {
		if now <= 0 {
			continue
		}
		k := b.of[i]
		c := &b.marks[k]
		if length(minus(pixel(m, s.places[i].at), pixel(m, s.places[c.place].at))) < c.radius+nowRadius-countClear {
			s.clusters.hidden[k] = max(s.clusters.hidden[k], now)
		}
	}
	frame := boxAt(0, 0, float32(s.width), float32(s.mapHeight))
	for k := range b.marks {
		c := &b.marks[k]
		alpha := share
		if other.has(c) {
			alpha = shared
		}
		at := pixel(m, s.places[c.place].at)
		if alpha <= 0 || !inside(swollen(frame, c.radius), at) {
			continue
		}
		s.clusterMark(l, at, c, s.clusters.counts[k], alpha, s.clusters.hidden[k])
	}
}

// clusterMark draws a dot for one place; for several a disc with the count of
// what has happened there, hollow before anything has. The count goes as far as
// the current event's mark hides it.
func (s *Scene) clusterMark(l *render.List, at render.Point, c *cluster, count int, alpha, hidden float32) {
	ink, paper := render.Paint{Ink: Ink, Alpha: alpha}, render.Paint{Ink: Paper, Alpha: alpha}
	radius := c.radius - 1.6
	l.Add(render.Op{Kind: render.Circle, Center: at, Radius: c.radius, Paint: paper})
	if c.places > 1 && c.events > 0 && count == 0 {
		l.Add(render.Op{Kind: render.Ring, Center: at, Radius: radius - 0.9, Width: 1.8, Paint: ink})
		return
	}
	l.Add(render.Op{Kind: render.Circle, Center: at, Radius: radius, Paint: ink})
	if c.places > 1 && count > 0 {
		paper.Alpha *= 1 - hidden
		s.count(count).center(l, at, paper, 0, render.Paint{})
	}
}

// clusterTargets are the marks of a story that has clusters. One of several
// places leads closer, as far as they part there; else, as that of one place,
// to the last event there so far, or to the first one. The current event's
// place has a mark of its own.
func (s *Scene) clusterTargets(dst []Target, m geo.Matrix, st *timeline.State, in *inset, k float64) []Target {
	b := s.clusters.seen(scaleIn(m))
	s.tally(b, st)
	whole := boxAt(0, 0, float32(s.width), float32(s.mapHeight))
	for n := range b.marks {
		c := &b.marks[n]
		at := pixel(m, s.places[c.place].at)
		if !inside(whole, at) || c.places == 1 && in.shows(c.place) {
			continue
		}
		t := Target{Kind: "place", ID: s.line.Story.Places[c.place].ID, Label: s.words.Places[c.place], Box: around(at, max(hitRadius, c.radius))}
		if c.places > 1 {
			t.Kind = "cluster"
			t.Label += " +" + strconv.Itoa(c.places-1)
			if t.Zoom = s.clusters.parts(c, scaleIn(m)); t.Zoom*k > zoomMost {
				t.Zoom = 0
			}
		}
		if e := s.clusters.last[n]; e >= 0 {
			t.Event = s.line.Story.Events[e].ID
		}
		dst = append(dst, t)
	}
	for _, e := range s.line.Stops[st.Stop].Events {
		i := s.placeOf[e]
		if i < 0 || in.shows(i) || b.marks[b.of[i]].places == 1 {
			continue
		}
		if at := pixel(m, s.places[i].at); inside(whole, at) {
			dst = append(dst, Target{Kind: "place", ID: s.line.Story.Places[i].ID, Event: s.line.Story.Events[e].ID, Label: s.words.Places[i], Box: around(at, hitRadius)})
		}
	}
	return dst
}

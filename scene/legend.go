package scene

import (
	"dateline/render"
	"dateline/timeline"
)

// legend explains the forms of flows and marks. It shows only those that are
// on screen; its rows close up as they come and go.
type legend struct {
	rows   []legendRow
	marks  [2]label // place stated, place not stated
	hollow bool     // some event's place is not stated
	most   box      // what it takes up with every row
	width  float32
}

type legendRow struct {
	key  FormKey
	form form
	ink  render.Ink
	text label
}

const (
	legendStep   = 17.0 // height of a row, CSS pixels
	legendSample = 30.0 // length of a sample
	legendPad    = 8.0
	legendEdge   = 8.0 // from the map's edges
	legendBand   = 7.0 // width of a band's sample
)

// newLegend lists the forms in the order in which the story brings them.
func (s *Scene) newLegend(size float32) {
	lg := &s.legend
	st := s.line.Story
	for i := range st.Flows {
		for k := range st.Flows[i].Status {
			key := FormOf(&st.Flows[i], k)
			if lg.row(key) >= 0 {
				continue
			}
			lg.rows = append(lg.rows, legendRow{key, formOf(key), Soft, set(s.faces, s.words.Form[key], regular, size)})
		}
	}
	for i := range st.Events {
		lg.hollow = lg.hollow || st.Events[i].Place != "" && !st.Events[i].PlaceStated
	}
	lg.marks = [2]label{set(s.faces, s.words.Stated, regular, size), set(s.faces, s.words.Unstated, regular, size)}
	n := len(lg.rows)
	for _, r := range lg.rows {
		lg.width = max(lg.width, r.text.width)
	}
	lg.width += legendSample + 8 + 2*legendPad
	if lg.hollow {
		n++
		lg.width = max(lg.width, lg.marks[0].width+lg.marks[1].width+44+2*legendPad)
	}
	h := float32(n)*legendStep + 2*legendPad - 4
	lg.most = s.mirrored(boxAt(legendEdge, float32(s.mapHeight)-legendEdge-h, lg.width, h))
	if n == 0 {
		lg.most = box{}
	}
}

func (lg *legend) row(key FormKey) int {
	for i, r := range lg.rows {
		if r.key == key {
			return i
		}
	}
	return -1
}

// present is how much of a form is on screen, 0…1.
func (s *Scene) present(st *timeline.State, key FormKey) float32 {
	most := 0.0
	for i := range st.Flows {
		f, state := &s.line.Story.Flows[i], st.Flows[i]
		if !state.On {
			continue
		}
		if FormOf(f, state.Status) == key {
			share := 1.0
			if state.Status > 0 {
				share = state.Change
			}
			most = max(most, share*state.Grown)
		}
		if state.Status > 0 && FormOf(f, state.Status-1) == key {
			most = max(most, (1-state.Change)*state.Grown)
		}
	}
	return float32(most)
}

// drawLegend draws the legend, which labels then keep off.
func (s *Scene) drawLegend(l *render.List, st *timeline.State) {
	s.taken = s.taken[:0]
	lg := &s.legend
	rows := float32(0)
	for _, r := range lg.rows {
		rows += s.present(st, r.key)
	}
	marks := float32(0)
	if lg.hollow {
		for e, in := range st.Events {
			if s.line.Story.Events[e].Place != "" {
				marks = max(marks, float32(in))
			}
		}
		rows += marks
	}
	if rows == 0 {
		return
	}
	h := rows*legendStep + (2*legendPad-4)*min(1, rows)
	x, y := lg.most.Min.X, lg.most.Max.Y-h
	plate := boxAt(x, y, lg.width, h)
	s.taken = append(s.taken, plate)
	s.rect(l, plate, render.Paint{Ink: Paper, Alpha: 0.86})
	y += legendPad - 2
	for i := range lg.rows {
		r := &lg.rows[i]
		share := s.present(st, r.key)
		if share <= 0 {
			continue
		}
		mid := y + legendStep*share/2
		// What a row begins with stands where its words begin to be read.
		s.sample.straight(render.Point{X: s.rowX(legendPad), Y: mid}, render.Point{X: s.rowX(legendPad + legendSample), Y: mid})
		// A row opens before its words come in.
		alpha := max(0, 4*share-3)
		s.strokes(l, &s.sample, r.form, 0, legendSample, legendBand, 1, r.ink, alpha)
		s.rowText(l, &r.text, legendPad+legendSample+8, mid, alpha)
		y += legendStep * share
	}
	if marks > 0 {
		mid := y + legendStep*marks/2
		alpha := max(0, 4*marks-3)
		from := float32(legendPad + pipRadius + 1)
		l.Add(render.Op{Kind: render.Circle, Center: render.Point{X: s.rowX(from), Y: mid}, Radius: pipRadius, Paint: render.Paint{Ink: Soft, Alpha: alpha}})
		s.rowText(l, &lg.marks[0], from+10, mid, alpha)
		from += 10 + lg.marks[0].width + 16
		l.Add(render.Op{Kind: render.Ring, Center: render.Point{X: s.rowX(from), Y: mid}, Radius: pipRadius - 0.7, Width: 1.4, Paint: render.Paint{Ink: Soft, Alpha: alpha}})
		s.rowText(l, &lg.marks[1], from+10, mid, alpha)
	}
}

// rowX is how far from the legend's edge something stands in a row, from the
// side at which reading begins.
func (s *Scene) rowX(x float32) float32 {
	if s.words.RTL {
		return s.legend.most.Max.X - x
	}
	return s.legend.most.Min.X + x
}

// rowText draws words that begin so far from the legend's edge.
func (s *Scene) rowText(l *render.List, lb *label, from, mid, alpha float32) {
	x := s.rowX(from)
	if s.words.RTL {
		x -= lb.width
	}
	lb.draw(l, render.Point{X: x, Y: mid + lb.ascent/2}, render.Paint{Ink: Ink, Alpha: alpha}, 0, render.Paint{})
}

// straight makes the ribbon a straight line.
func (r *ribbon) straight(a, b render.Point) {
	r.points = append(r.points[:0], a, b)
	r.measure()
}

// rect fills a rectangle.
func (s *Scene) rect(l *render.List, b box, paint render.Paint) {
	l.Add(render.Op{Kind: render.Fill, Paint: paint, Paths: l.Path(true,
		b.Min, render.Point{X: b.Max.X, Y: b.Min.Y}, b.Max, render.Point{X: b.Min.X, Y: b.Max.Y})})
}

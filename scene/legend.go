package scene

import (
	"slices"

	"dateline/render"
	"dateline/timeline"
)

// legend explains the forms of flows and marks. It shows only those that are
// on screen; its rows close up as they come and go.
type legend struct {
	rows   []legendRow
	forms  [][]formed // of the story's flows that come and change alike, those that look alike once
	marks  [2]label   // place stated, place not stated
	hollow bool       // some event's place is not stated
	most   box        // what it takes up with every row
	width  float32
}

// legendRow is one row: the form of flows with its key, or what else has a
// sample.
type legendRow struct {
	sample sample
	key    FormKey // of a form
	form   form
	of     int // index of the area or the magnitude
	text   label
}

// formed is the forms of flows that look and change alike.
type formed struct {
	flow int   // the first of them
	rows []int // by status: the row that explains it
}

type sample uint8

const (
	formSample   sample = iota
	areaSample          // an area, in its colour
	circleSample        // a magnitude at a place
	bandSample          // a magnitude along a route
	waySample           // a way that no source records
)

const (
	legendStep   = 17.0 // height of a row, CSS pixels
	legendSample = 30.0 // length of a sample
	legendPad    = 8.0
	legendEdge   = 8.0 // from the map's edges
	legendBand   = 7.0 // width of a band's sample
)

// newLegend lists the forms in the order in which the story brings them, then
// areas, magnitudes, and ways that are not recorded.
func (s *Scene) newLegend(size float32) {
	lg := &s.legend
	st := s.line.Story
	row := func(r legendRow, text string) {
		r.text = set(s.faces, text, regular, size)
		lg.rows = append(lg.rows, r)
	}
	for i := range st.Flows {
		f := formed{flow: i}
		for k := range st.Flows[i].Status {
			key := FormOf(&st.Flows[i], k)
			if lg.row(key) < 0 {
				row(legendRow{key: key, form: formOf(key)}, s.words.Form[key])
			}
			f.rows = append(f.rows, lg.row(key))
		}
		lg.form(s.line.Alike(i), f)
	}
	for i := range st.Areas {
		row(legendRow{sample: areaSample, of: i}, s.words.AreaRows[i])
	}
	for i := range st.Magnitudes {
		r := legendRow{sample: circleSample, of: s.words.Magnitudes[i].Scale}
		if st.Magnitudes[i].Route != "" {
			r.sample = bandSample
		}
		if lg.explains(r) {
			continue // what shares a scale shares a row
		}
		row(r, s.words.Magnitudes[i].Name)
	}
	if s.words.Way != "" {
		row(legendRow{sample: waySample}, s.words.Way)
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

// explains reports whether a row of that sample, of the same thing, is there.
func (lg *legend) explains(r legendRow) bool {
	for i := range lg.rows {
		if lg.rows[i].sample == r.sample && lg.rows[i].of == r.of {
			return true
		}
	}
	return false
}

// form notes a flow's forms, unless one that comes and changes like it has them.
func (lg *legend) form(alike int, f formed) {
	for len(lg.forms) <= alike {
		lg.forms = append(lg.forms, nil)
	}
	for _, other := range lg.forms[alike] {
		if slices.Equal(other.rows, f.rows) {
			return
		}
	}
	lg.forms[alike] = append(lg.forms[alike], f)
}

func (lg *legend) row(key FormKey) int {
	for i, r := range lg.rows {
		if r.sample == formSample && r.key == key {
			return i
		}
	}
	return -1
}

// present is how much of what a row explains is on screen, 0…1.
func (s *Scene) present(st *timeline.State, r *legendRow) float32 {
	switch r.sample {
	case areaSample:
		return float32(st.Areas[r.of])
	case circleSample, bandSample:
		for i := range st.Magnitudes {
			along := s.line.Story.Magnitudes[i].Route
			if s.words.Magnitudes[i].Scale == r.of && st.Magnitudes[i].On && (along != "") == (r.sample == bandSample) {
				return 1
			}
		}
		return 0
	case waySample:
		return s.wayPresent(st)
	}
	return s.formPresent(st, s.legend.row(r.key))
}

// formPresent is how much of the form of a row is on screen.
func (s *Scene) formPresent(st *timeline.State, row int) float32 {
	most := 0.0
	for _, alike := range s.legend.forms {
		state := st.Flows[alike[0].flow]
		if !state.On || most == 1 {
			continue
		}
		for i := range alike {
			rows := alike[i].rows
			if rows[state.Status] == row {
				share := 1.0
				if state.Status > 0 {
					share = state.Change
				}
				most = max(most, share*state.Grown)
			}
			if state.Status > 0 && rows[state.Status-1] == row {
				most = max(most, (1-state.Change)*state.Grown)
			}
		}
	}
	return float32(most)
}

// legendRows is how many rows the legend has for what has a sample, and how many
// for the marks of events; one that comes or goes counts as a part.
func (s *Scene) legendRows(st *timeline.State) (rows, marks float32) {
	for i := range s.legend.rows {
		rows += s.present(st, &s.legend.rows[i])
	}
	if s.legend.hollow {
		for e, in := range st.Events {
			if s.line.Story.Events[e].Place != "" {
				marks = max(marks, float32(in))
			}
		}
	}
	return rows, marks
}

// legendPlate is the legend's plate with so many rows.
func (s *Scene) legendPlate(rows float32) box {
	b := s.legend.most
	b.Min.Y = b.Max.Y - rows*legendStep - (2*legendPad-4)*min(1, rows)
	return b
}

// drawLegend draws the legend, which labels then keep off.
func (s *Scene) drawLegend(l *render.List, st *timeline.State) {
	lg := &s.legend
	rows, marks := s.legendRows(st)
	if rows+marks == 0 {
		return
	}
	plate := s.legendPlate(rows + marks)
	y := plate.Min.Y
	s.taken = append(s.taken, plate)
	s.rect(l, plate, render.Paint{Ink: Paper, Alpha: 0.86})
	y += legendPad - 2
	for i := range lg.rows {
		r := &lg.rows[i]
		share := s.present(st, r)
		if share <= 0 {
			continue
		}
		mid := y + legendStep*share/2
		// A row opens before its words come in.
		alpha := max(0, 4*share-3)
		s.drawSample(l, r, mid, alpha)
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

// drawSample draws what a row explains, where its words begin to be read.
func (s *Scene) drawSample(l *render.List, r *legendRow, mid, alpha float32) {
	a, b := render.Point{X: s.rowX(legendPad), Y: mid}, render.Point{X: s.rowX(legendPad + legendSample), Y: mid}
	line := func(ink render.Ink, alpha, width, dash float32) {
		l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(false, a, b), Width: width, Butt: true, Dash: [2]float32{dash, dash * 0.8}, Paint: render.Paint{Ink: ink, Alpha: alpha}})
	}
	switch r.sample {
	case areaSample:
		p := &s.patches[r.of]
		swatch := boxAt(min(a.X, b.X), mid-legendBand/2, legendSample, legendBand)
		s.rect(l, swatch, render.Paint{Ink: p.ink, Alpha: areaFill * alpha})
		dash := [2]float32{}
		if p.dash {
			dash = [2]float32{5, 3.5}
		}
		l.Add(render.Op{Kind: render.Stroke, Width: areaEdge, Dash: dash, Butt: p.dash, Paint: render.Paint{Ink: p.ink, Alpha: 0.9 * alpha},
			Paths: l.Path(true, swatch.Min, render.Point{X: swatch.Max.X, Y: swatch.Min.Y}, swatch.Max, render.Point{X: swatch.Min.X, Y: swatch.Max.Y})})
	case circleSample:
		at := render.Point{X: (a.X + b.X) / 2, Y: mid}
		l.Add(render.Op{Kind: render.Circle, Center: at, Radius: 6, Paint: render.Paint{Ink: Soft, Alpha: 0.24 * alpha}})
		l.Add(render.Op{Kind: render.Ring, Center: at, Radius: 5.3, Width: 1.4, Paint: render.Paint{Ink: Soft, Alpha: alpha}})
	case bandSample:
		line(Soft, 0.8*alpha, legendBand, 0)
		line(Soft, alpha, trailCore, 0)
	case waySample:
		line(Soft, alpha, trailLine, 6)
	default:
		s.sample.straight(a, b)
		s.strokes(l, &s.sample, r.form, 0, legendSample, legendBand, 1, Soft, alpha)
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

package scene

import (
	"math"

	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

type point = orb.Point

// flow is a flow made ready to draw.
type flow struct {
	ink    render.Ink
	width  float32      // of its band; 0 where no amount is known
	forms  []form       // by status
	labels []flowLabel  // by status
	size   render.Point // of the largest label
	spots  []spot       // by camera
}

// flowLabel is the lines of a flow's label, centred: bold ones, then regular
// ones.
type flowLabel []label

func (s *Scene) newFlowLabel(name FlowName, size float32) flowLabel {
	var lb flowLabel
	for _, text := range s.wrap(name.Head, bold, size) {
		lb = append(lb, set(s.faces, text, bold, size))
	}
	for _, text := range s.wrap(name.Sub, regular, size-0.5) {
		lb = append(lb, set(s.faces, text, regular, size-0.5))
	}
	return lb
}

// lineGap is the room between the lines of a flow's label, CSS pixels: Arabic
// letters reach further below the line than Latin ones.
func (s *Scene) lineGap() float32 {
	if s.words.RTL {
		return 7
	}
	return 4
}

// newFlows works out widths and inks, and sets the labels where there will be
// any.
func (s *Scene) newFlows(size float32, labelled bool) {
	st := s.line.Story
	widths := bandWidths(st, s.widest)
	s.flows = make([]flow, len(st.Flows))
	inks := map[string]render.Ink{}
	for i := range st.Flows {
		f := &st.Flows[i]
		out := &s.flows[i]
		out.width = widths[i]
		out.ink = inkOf(f, inks)
		for k := range f.Status {
			key := FormOf(f, k)
			key.Amount = key.Amount && widths[i] > 0
			out.forms = append(out.forms, formOf(key))
			if !labelled {
				continue
			}
			name := s.words.Flows[i][k]
			lb := s.newFlowLabel(name, size)
			wide, h := float32(0), 2-s.lineGap()
			for i := range lb {
				wide = max(wide, lb[i].width)
				h += s.lineGap() + lb[i].ascent
			}
			out.labels = append(out.labels, lb)
			out.size.X, out.size.Y = max(out.size.X, wide), max(out.size.Y, h)
		}
	}
	// Labels are placed in order: known amounts first, talks last.
	for _, class := range [3]func(f *story.Flow) bool{
		func(f *story.Flow) bool { return f.Amount.Kind == story.Known },
		func(f *story.Flow) bool { return f.Amount.Kind != story.Known && f.Kind != story.Diplomacy },
		func(f *story.Flow) bool { return f.Amount.Kind != story.Known && f.Kind == story.Diplomacy },
	} {
		for i := range st.Flows {
			if class(&st.Flows[i]) {
				s.flowOrder = append(s.flowOrder, i)
			}
		}
	}
}

// inkOf gives flows from one place one ink, in the order of the story. Talks
// have their own.
func inkOf(f *story.Flow, seen map[string]render.Ink) render.Ink {
	if f.Kind == story.Diplomacy {
		return Talks
	}
	key := ""
	if len(f.From.Places) > 0 {
		key = f.From.Places[0]
	}
	if _, ok := seen[key]; !ok {
		seen[key] = Flow1 + render.Ink(len(seen)%flowInks)
	}
	return seen[key]
}

// bandWidths returns the width of every flow's band, in exact proportion to
// its amount: the largest is widest. Sums in different currencies are compared
// in the first currency that most flows give, as their own or as an
// approximation; a flow that has none of it is drawn without a width.
func bandWidths(s *story.Story, widest float32) []float32 {
	count := map[string]int{}
	best := ""
	in := func(f *story.Flow, currency string) float64 {
		switch {
		case f.Amount.Kind != story.Known:
		case f.Amount.Money.Currency == currency:
			return f.Amount.Money.Value
		case f.Amount.Approx != nil && f.Amount.Approx.Currency == currency:
			return f.Amount.Approx.Value
		}
		return 0
	}
	for i := range s.Flows {
		if f := &s.Flows[i]; f.Amount.Kind == story.Known {
			currencies := []string{f.Amount.Money.Currency}
			if f.Amount.Approx != nil {
				currencies = append(currencies, f.Amount.Approx.Currency)
			}
			for _, c := range currencies {
				count[c]++
				if best == "" || count[c] > count[best] {
					best = c
				}
			}
		}
	}
	most := 0.0
	for i := range s.Flows {
		most = max(most, in(&s.Flows[i], best))
	}
	out := make([]float32, len(s.Flows))
	for i := range s.Flows {
		if v := in(&s.Flows[i], best); v > 0 {
			out[i] = widest * float32(v/most)
		}
	}
	return out
}

// drawnWidth is the room that a flow takes up across.
func (f *flow) drawnWidth() float32 {
	if f.width > 0 {
		return f.width
	}
	return 2*doubleGap + doubleLine
}

// thin is the scale of flows on a map: 1 where they are long enough for their
// full width, less where all of them must be thinner, in the same proportion,
// to be told apart.
func (s *Scene) thin(m geo.Matrix) float32 {
	const (
		enough = 150.0 // length of the shortest flow at full width, CSS pixels
		least  = 0.5
	)
	return float32(min(max(s.shortest*math.Hypot(m.A, m.D)/enough, least), 1))
}

// ribbons draws every flow that is there: talks first, known amounts last, so
// that these lie on top.
func (s *Scene) ribbons(l *render.List, m geo.Matrix, st *timeline.State) {
	for k := len(s.flowOrder) - 1; k >= 0; k-- {
		i := s.flowOrder[k]
		state := st.Flows[i]
		if !state.On {
			continue
		}
		for j := s.legsOf[i].From; j < s.legsOf[i].To; j++ {
			s.leg(l, &s.legs[j], m, state)
		}
	}
}

// leg draws one stretch, as far as it has grown. Where its status changes, the
// new form comes in as the old one goes out.
func (s *Scene) leg(l *render.List, g *leg, m geo.Matrix, state timeline.FlowState) {
	f := &s.flows[g.flow]
	k := s.thin(m)
	s.ribbon.lay(g, m, k, s.mapBox)
	end := s.ribbon.length() * float32(timeline.EaseInOut(state.Grown))
	if end < 1 {
		return
	}
	form := f.forms[state.Status]
	if state.Change < 1 && state.Status > 0 {
		s.strokes(l, &s.ribbon, f.forms[state.Status-1], 0, end, f.width, k, f.ink, float32(1-state.Change))
	}
	alpha := float32(1)
	if state.Status > 0 {
		alpha = float32(state.Change)
	}
	s.strokes(l, &s.ribbon, form, 0, end, f.width, k, f.ink, alpha)
	if g.open {
		// The open end: a ring, as of a road that is not built.
		p, dir := s.ribbon.at(end)
		l.Add(render.Op{Kind: render.Ring, Center: plus(p, times(dir, 6)), Radius: 3.6, Width: 1.6, Paint: render.Paint{Ink: f.ink, Alpha: alpha}})
	}
}

// flightPart is the share of a flight at either end in which labels go and come.
const flightPart = 0.18

// flowNames draws the labels of the flows. In a flight those of the camera
// that is left go out before those of the next come in.
func (s *Scene) flowNames(l *render.List, m geo.Matrix, st *timeline.State) {
	if s.many != nil {
		return // no label finds a place
	}
	c := st.Camera
	if s.cameras.of[c.From] == s.cameras.of[c.To] {
		s.flowNamesAt(l, m, st, s.cameras.of[c.From], 1)
		return
	}
	s.flowNamesAt(l, m, st, s.cameras.of[c.From], 1-c.T/flightPart)
	s.flowNamesAt(l, m, st, s.cameras.of[c.To], 1-(1-c.T)/flightPart)
}

func (s *Scene) flowNamesAt(l *render.List, m geo.Matrix, st *timeline.State, camera int, share float64) {
	if share <= 0 {
		return
	}
	for _, i := range s.flowOrder {
		f, state := &s.flows[i], st.Flows[i]
		spot := &f.spots[camera]
		if !state.On || !spot.shows {
			continue
		}
		alpha := share * min(max(state.Grown*2-1, 0), 1)
		if state.Change < 1 && state.Status > 0 {
			s.flowName(l, m, f, spot, state.Status-1, float32(alpha*min(1, max(0, 1-2*state.Change))))
			alpha *= max(0, 2*state.Change-1)
		}
		s.flowName(l, m, f, spot, state.Status, float32(alpha))
	}
}

func (s *Scene) flowName(l *render.List, m geo.Matrix, f *flow, at *spot, status int, alpha float32) {
	if alpha <= 0 {
		return
	}
	anchor := pixel(m, at.anchor)
	b := shift(at.box, anchor)
	if alpha = min(alpha, s.room(b)); alpha <= 0 {
		return
	}
	s.taken = append(s.taken, b)
	if at.lead[0] != at.lead[1] {
		s.rule(l, anchor.X+at.lead[0].X, anchor.Y+at.lead[0].Y, anchor.X+at.lead[1].X, anchor.Y+at.lead[1].Y, render.Paint{Ink: Halo, Alpha: alpha * 0.9}, 3)
		l.Add(render.Op{Kind: render.Circle, Center: plus(anchor, at.lead[0]), Radius: 2.4, Paint: render.Paint{Ink: f.ink, Alpha: alpha}})
		l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(false, plus(anchor, at.lead[0]), plus(anchor, at.lead[1])), Width: 1, Butt: true, Paint: render.Paint{Ink: f.ink, Alpha: alpha}})
	}
	paper := render.Paint{Ink: Halo, Alpha: 0.92}
	mid := (b.Min.X + b.Max.X) / 2
	y := b.Min.Y + 1 - s.lineGap()
	lines := f.labels[status]
	for i := range lines {
		lb := &lines[i]
		y += s.lineGap() + lb.ascent
		ink := Ink
		if lb.face == bold {
			ink = f.ink
		}
		lb.draw(l, render.Point{X: mid - lb.width/2, Y: y}, render.Paint{Ink: ink, Alpha: alpha}, haloWidth, paper)
	}
}

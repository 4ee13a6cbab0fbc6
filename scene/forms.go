package scene

import (
	"math"

	"dateline/render"
	"dateline/story"
)

// form is how a flow is drawn: shapes and patterns that differ without any
// colour.
//
//	known amount   provided, existing, reported   solid band, closed head
//	               announced, pledged, proposed … outlined and hatched band, open head
//	no amount      provided, existing             thin double line, closed head
//	stated         announced, pledged, proposed … the same, dashed, open head
//	               under review, suspended …      the same, with gaps and question marks
//	talks          reported                       dotted line, no head
//	               intended, proposed             wider dots, open end with a ring
type form struct {
	band    bool // width shows the amount
	hatched bool
	double  bool
	dash    [2]float32
	query   bool    // gaps with question marks
	dotted  float32 // distance of dots; 0: no dots
	head    head
}

type head uint8

const (
	noHead head = iota
	closedHead
	openHead
)

func formOf(k FormKey) form {
	firm := k.Status == story.Provided || k.Status == story.Existing || k.Status == story.Reported
	doubt := k.Status == story.UnderReview || k.Status == story.Suspended || k.Status == story.Disputed || k.Status == story.Cancelled
	switch {
	case k.Diplomacy && firm:
		return form{dotted: 5}
	case k.Diplomacy:
		return form{dotted: 8.5}
	case k.Amount && firm:
		return form{band: true, head: closedHead}
	case k.Amount && doubt:
		return form{band: true, hatched: true, query: true, head: openHead}
	case k.Amount:
		return form{band: true, hatched: true, head: openHead}
	case doubt:
		return form{double: true, query: true, head: closedHead}
	case firm:
		return form{double: true, head: closedHead}
	}
	return form{double: true, dash: [2]float32{7, 4.5}, head: openHead}
}

const (
	doubleGap  = 2.0 // from the middle to each line of a double line, CSS pixels
	doubleLine = 1.5 // width of each
	hatchStep  = 6.0
	hatchLine  = 1.3
	edgeLine   = 1.4
	dotSize    = 2.4
	queryStep  = 150.0 // between question marks along a flow
	queryGap   = 19.0
	queryMost  = 1000 // marks, more than any camera of a story shows
)

// strokes draws a flow from a to b pixels along its ribbon, with its head at
// b. width is that of a band at full size, k the scale, ink the colour.
func (s *Scene) strokes(l *render.List, r *ribbon, f form, a, b, width, k float32, ink render.Ink, alpha float32) {
	if alpha <= 0 {
		return
	}
	paint := render.Paint{Ink: ink, Alpha: alpha}
	width *= k
	long := headLength(f, width, k)
	if f.head == noHead || b-a < 2 {
		long = 0
	} else if b-a < long*1.4 {
		long = (b - a) / 1.4
	}
	neck := b - long
	if f.head == openHead {
		neck = b - long*0.45
	}
	switch {
	case f.dotted > 0:
		s.stroke(l, r, a, b, 0, render.Op{Paint: paint, Width: dotSize * max(k, 0.75), Dash: [2]float32{0.01, f.dotted * max(k, 0.75)}})
	case f.hatched:
		s.stroke(l, r, a, neck, 0, render.Op{Paint: render.Paint{Ink: Paper, Alpha: alpha * 0.72}, Width: width, Butt: true})
		s.hatch(l, r, a, neck, width, paint)
		half := width/2 - edgeLine/2
		s.stroke(l, r, a, neck, half, render.Op{Paint: paint, Width: edgeLine, Butt: true})
		s.stroke(l, r, a, neck, -half, render.Op{Paint: paint, Width: edgeLine, Butt: true})
	case f.band:
		s.stroke(l, r, a, neck+0.5, 0, render.Op{Paint: paint, Width: width, Butt: true})
	case f.double:
		s.double(l, r, f, a, neck, k, paint)
	}
	if f.query {
		s.queries(l, r, a, b, paint)
	}
	if long > 0 {
		s.head(l, r, f, b, long, width, k, paint)
	}
}

// stroke adds one line along the ribbon.
func (s *Scene) stroke(l *render.List, r *ribbon, a, b, off float32, op render.Op) {
	s.scratch = r.side(s.scratch[:0], a, b, off)
	if len(s.scratch) < 2 {
		return
	}
	op.Kind = render.Stroke
	op.Paths = l.Path(false, s.scratch...)
	l.Add(op)
}

// double draws the form of an amount that is not stated: two thin lines,
// which no width can be read from. Under review, it is broken where the
// question marks stand.
func (s *Scene) double(l *render.List, r *ribbon, f form, a, b, k float32, paint render.Paint) {
	gap, line := doubleGap*max(k, 0.75), doubleLine*max(k, 0.75)
	run := func(a, b float32) {
		// The plate keeps the two lines legible over borders and other flows.
		s.stroke(l, r, a, b, 0, render.Op{Paint: render.Paint{Ink: Paper, Alpha: paint.Alpha * 0.72}, Width: 2*gap + line, Butt: true})
		for _, off := range [2]float32{gap, -gap} {
			s.stroke(l, r, a, b, off, render.Op{Paint: paint, Width: line, Dash: f.dash, Butt: true})
		}
	}
	if !f.query {
		run(a, b)
		return
	}
	at := a
	for q := range s.queryPlaces(r, a, b) {
		run(at, q-queryGap/2)
		at = q + queryGap/2
	}
	run(at, b)
}

// queryPlaces yields where the question marks of a flow stand: at even steps
// of the whole ribbon, so that they stay where they are while it grows. Of very
// many, those that nobody sees are left out.
func (s *Scene) queryPlaces(r *ribbon, a, b float32) func(func(float32) bool) {
	return func(yield func(float32) bool) {
		whole := r.length()
		n := max(1, int(whole/queryStep+0.5))
		places := func(from, to float32) bool {
			for i := max(0, int(from/whole*float32(n)-0.5)); i < n; i++ {
				q := whole * (float32(i) + 0.5) / float32(n)
				if q > to {
					break
				}
				if q >= from && q-queryGap/2 > a && q+queryGap/2 < b && !yield(q) {
					return false
				}
			}
			return true
		}
		if n <= queryMost {
			places(0, whole)
		} else {
			r.near(s.mapBox)(places)
		}
	}
}

func (s *Scene) queries(l *render.List, r *ribbon, a, b float32, paint render.Paint) {
	for q := range s.queryPlaces(r, a, b) {
		p, _ := r.at(q)
		s.query.center(l, p, paint, haloWidth, render.Paint{Ink: Halo, Alpha: 0.9})
	}
}

// hatch fills a band with slanted lines, where it is seen: of what is close by, a
// band may be very much longer than the picture.
func (s *Scene) hatch(l *render.List, r *ribbon, a, b, width float32, paint render.Paint) {
	half := width/2 - edgeLine/2
	slant := half
	from := int32(len(l.Paths))
	first := a + slant
	for lo, hi := range r.near(s.mapBox) {
		for n := math.Ceil(max(0, float64(lo-first)/hatchStep)); ; n++ {
			d := first + float32(n*hatchStep)
			if d >= hi || d+slant >= b {
				break
			}
			p, dir := r.at(d)
			left := leftOf(dir)
			l.Path(false,
				plus(plus(p, times(dir, -slant)), times(left, -half)),
				plus(plus(p, times(dir, slant)), times(left, half)))
		}
	}
	if to := int32(len(l.Paths)); to > from {
		l.Add(render.Op{Kind: render.Stroke, Paths: render.Span{From: from, To: to}, Paint: paint, Width: hatchLine, Butt: true})
	}
}

// headLength is how long the head of a flow is, CSS pixels.
func headLength(f form, width, k float32) float32 {
	switch {
	case f.band:
		return width*0.75 + 5.5*k
	case f.double:
		return 10 * max(k, 0.6)
	}
	return 0
}

// head draws an arrowhead whose tip is b pixels along the ribbon.
func (s *Scene) head(l *render.List, r *ribbon, f form, b, long, width, k float32, paint render.Paint) {
	tip, dir := r.at(b)
	if !f.band {
		width = (2*doubleGap + doubleLine) * k
	}
	half := width/2 + headOut*max(k, 0.6)
	base := plus(tip, times(dir, -long))
	left := times(leftOf(dir), half)
	x, y := plus(base, left), minus(base, left)
	if f.head == closedHead {
		l.Add(render.Op{Kind: render.Fill, Paths: l.Path(true, tip, x, y), Paint: paint})
		return
	}
	l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(false, x, tip, y), Paint: paint, Width: 2 * max(k, 0.7)})
}

package scene

import (
	"dateline/geo"
	"dateline/render"
	"dateline/story"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// patch is an area made ready to draw. The shapes of countries belong to the
// piece of the basemap that is shown, so those of all areas stand in its chart.
type patch struct {
	ink   render.Ink
	dash  bool        // its edge: of what is not certain, or has no sharp edge
	name  label       // on the map, where it is a shape
	spots []orb.Point // where the name may stand, in the plane: the middle of its largest outline first
	seats []uint8     // index of the spot where it stands, by stop
	named bool
}

const (
	areaFill = 0.26
	areaEdge = 1.3
	areaFade = 6 // steps in which an area comes in: each is painted once
)

func (s *Scene) newPatches(size float32) {
	st := s.line.Story
	s.patches = make([]patch, len(st.Areas))
	for i := range st.Areas {
		a := &st.Areas[i]
		firm := a.Status == "" || a.Status == story.Existing || a.Status == story.Provided
		soft := a.Kind == story.Storm || a.Kind == story.Hazard || a.Kind == story.Front || a.Kind == story.Ice
		p := &s.patches[i]
		*p = patch{ink: s.newInk(), dash: soft || !firm}
		if len(a.Shape) == 0 {
			continue
		}
		p.name = set(s.faces, s.words.Areas[i], bold, size-0.5)
		most := 0.0
		for _, r := range s.shapeOf(a) {
			if middle, area := centroid(r); area > most {
				p.spots, most = spotsIn(r, middle), area
			}
		}
		p.named = len(p.spots) > 0
	}
}

// nameBox is where an area's name stands on one of its spots.
func (p *patch) nameBox(m geo.Matrix, spot uint8) box {
	at := pixel(m, p.spots[spot])
	return boxAt(at.X-p.name.width/2, at.Y-p.name.ascent/2, p.name.width, p.name.ascent)
}

// centroid is the middle of a ring in the plane, and its area.
func centroid(r orb.Ring) (orb.Point, float64) {
	var x, y, twice float64
	for i := 1; i < len(r); i++ {
		c := r[i-1][0]*r[i][1] - r[i][0]*r[i-1][1]
		x, y, twice = x+(r[i-1][0]+r[i][0])*c, y+(r[i-1][1]+r[i][1])*c, twice+c
	}
	if twice == 0 {
		return orb.Point{}, 0
	}
	return orb.Point{x / (3 * twice), y / (3 * twice)}, max(twice, -twice) / 2
}

// shapeOf is the outline of an area that has one, in the plane.
func (s *Scene) shapeOf(a *story.Area) []orb.Ring { return geo.Rings(s.pr, a.Shape) }

// areaShapes makes the shapes of all areas for a piece of the basemap.
func (s *Scene) areaShapes(p *geo.Piece, level string) []*render.Shape {
	st := s.line.Story
	out := make([]*render.Shape, len(st.Areas))
	for i := range st.Areas {
		a := &st.Areas[i]
		if len(a.Shape) > 0 {
			out[i] = rings("area "+a.ID, s.shapeOf(a))
			continue
		}
		out[i] = &render.Shape{Name: "area " + a.ID + " " + level}
		for _, code := range a.Countries {
			for _, r := range p.Area(s.pr, code) {
				add(out[i], orb.LineString(r), true)
			}
		}
	}
	return out
}

// areas draws what is shaded, over the map and under the story.
func (s *Scene) areas(l *render.List, c *chart, st *timeline.State) {
	for i := range s.patches {
		p := &s.patches[i]
		in := float32(int(st.Areas[i]*areaFade+0.5)) / areaFade
		if in <= 0 || len(c.areas[i].Rings) == 0 {
			continue
		}
		l.Add(render.Op{Kind: render.Fill, Shape: c.areas[i], Paint: render.Paint{Ink: p.ink, Alpha: areaFill * in}})
		op := render.Op{Kind: render.Stroke, Shape: c.areas[i], Width: areaEdge, Paint: render.Paint{Ink: p.ink, Alpha: 0.9 * in}}
		if p.dash {
			op.Dash, op.Butt = [2]float32{5, 3.5}, true
		}
		l.Add(op)
	}
}

// areaNames writes the names of shapes where there is room.
func (s *Scene) areaNames(l *render.List, m geo.Matrix, st *timeline.State) {
	for i := range s.patches {
		p := &s.patches[i]
		if !p.named || st.Areas[i] <= 0 {
			continue
		}
		seated(st.Pos, p.seats, func(spot uint8, share float32) {
			b := p.nameBox(m, spot)
			alpha := min(s.room(b), s.offMarks(b, m, st), float32(st.Areas[i])) * share
			if alpha <= 0 {
				return
			}
			s.taken = append(s.taken, b)
			p.name.draw(l, render.Point{X: b.Min.X, Y: b.Max.Y}, render.Paint{Ink: p.ink, Alpha: alpha}, haloWidth, render.Paint{Ink: Halo, Alpha: 0.92})
		})
	}
}

// areaTargets are the names of shapes: they lead to the event that brings
// them.
func (s *Scene) areaTargets(dst []Target, m geo.Matrix, st *timeline.State) []Target {
	for i := range s.patches {
		p, a := &s.patches[i], &s.line.Story.Areas[i]
		if !p.named || st.Areas[i] <= 0 {
			continue
		}
		at := middleOf(p.nameBox(m, p.seats[st.Stop]))
		if !inside(s.mapBox, at) {
			continue
		}
		wide, high := max(p.name.width, 2*hitRadius), max(p.name.ascent, 2*hitRadius)
		dst = append(dst, Target{Kind: "area", ID: a.ID, Event: a.Event, Label: s.words.Areas[i], Box: boxAt(at.X-wide/2, at.Y-high/2, wide, high)})
	}
	return dst
}

package geo

import "github.com/paulmach/orb"

// Piece is a part of the basemap at one level of detail: everything within its
// bound, and nothing needed from outside it. A level of the whole world is a
// piece too.
type Piece struct {
	Level int       // 0 is the coarsest
	Bound orb.Bound // degrees; Min longitude > Max longitude: across the antimeridian
	Topology
	frame frame
	spans []arcSpan // of each arc
}

// frame is a piece's bound on its grid. East is greater than West, beyond 180°
// where need be; a frame of a whole wheel has no western and no eastern edge.
type frame struct{ West, South, East, North int32 }

// NewPiece is the whole world at one level.
func NewPiece(level int, t Topology) *Piece {
	half, quarter := t.wheel()/2, t.wheel()/4
	return newPiece(level, t, frame{-half, -quarter, half, quarter})
}

func newPiece(level int, t Topology, f frame) *Piece {
	n := float64(t.PerDegree)
	p := &Piece{Level: level, Topology: t, frame: f}
	p.Bound = orb.Bound{
		Min: orb.Point{float64(f.West) / n, float64(f.South) / n},
		Max: orb.Point{float64(f.East) / n, float64(f.North) / n},
	}
	if !p.round() {
		p.Bound.Min[0], p.Bound.Max[0] = wrapLon(p.Bound.Min[0]), wrapLon(p.Bound.Max[0])
	}
	p.measure()
	return p
}

// measure notes how far each arc reaches.
func (p *Piece) measure() {
	p.spans = make([]arcSpan, len(p.Arcs))
	for i, arc := range p.Arcs {
		p.spans[i] = spanOf(arc)
	}
}

// round tells whether the piece goes all the way round the globe.
func (p *Piece) round() bool { return p.frame.East-p.frame.West >= p.wheel() }

// degrees is where a cell lies.
func (p *Piece) degrees(c Cell) orb.Point {
	n := float64(p.PerDegree)
	return orb.Point{float64(c.X) / n, float64(c.Y) / n}
}

// use is what an arc of a piece is part of.
type use uint8

const (
	border use = iota
	coast
	shore // of a lake
	disputed
	river
)

// uses tells for each arc what it is part of. What is no coast, no shore and no
// river has land on both sides.
func (p *Piece) uses() []use {
	us := make([]use, len(p.Arcs))
	for _, i := range p.Disputed {
		us[i] = disputed
	}
	for _, i := range p.Rivers {
		us[i] = river
	}
	for _, l := range p.Lakes {
		for _, r := range l {
			us[r.Arc()] = shore
		}
	}
	for _, l := range p.Land {
		for _, r := range l {
			us[r.Arc()] = coast
		}
	}
	return us
}

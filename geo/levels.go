package geo

import (
	"errors"

	"github.com/paulmach/orb"
)

// Basemap is the whole world at several levels of detail, made by cmd/assets
// from Natural Earth. Level 0 comes from the data at 1 : 110 million, level 1
// from 1 : 50 million and level 2 from 1 : 10 million, each complete in itself.
type Basemap struct{ levels []*Piece }

var (
	errLevels = errors.New("geo: a basemap needs every level of the whole world, coarsest first")
	errLevel  = errors.New("geo: the basemap has no such level")
	errBound  = errors.New("geo: a bound needs latitudes and longitudes in degrees, south below north")
)

// Open reads a basemap. The data is not kept.
func Open(data []byte) (*Basemap, error) {
	levels, err := DecodeAtlas(data)
	if err != nil {
		return nil, err
	}
	for i, p := range levels {
		whole := frame{-p.wheel() / 2, -p.wheel() / 4, p.wheel() / 2, p.wheel() / 4}
		if p.Level != i || p.frame != whole {
			return nil, errLevels
		}
	}
	if len(levels) == 0 {
		return nil, errLevels
	}
	return &Basemap{levels}, nil
}

// Levels is how many levels of detail there are; 0 is the coarsest.
func (b *Basemap) Levels() int { return len(b.levels) }

// World is the whole of a level, shared: it must not be changed.
func (b *Basemap) World(level int) (*Piece, error) {
	if level < 0 || level >= len(b.levels) {
		return nil, errLevel
	}
	return b.levels[level], nil
}

// Cut is what lies within bound, in degrees, at a level. Min longitude > Max
// longitude means across the antimeridian. The piece ends up to two grid steps
// beyond the bound.
func (b *Basemap) Cut(bound orb.Bound, level int) (*Piece, error) {
	world, err := b.World(level)
	if err != nil {
		return nil, err
	}
	ok := bound.Min[1] >= -90 && bound.Max[1] <= 90 && bound.Min[1] < bound.Max[1]
	for _, lon := range []float64{bound.Min[0], bound.Max[0]} {
		ok = ok && lon >= -180 && lon <= 180
	}
	if !ok {
		return nil, errBound
	}
	return world.cut(bound), nil
}

// LevelFor is the level that suits a map on which a device pixel spans that
// many km: the coarsest whose simplification stays under about a pixel.
func LevelFor(kmPerPixel float64) int {
	switch {
	case kmPerPixel >= 16:
		return 0
	case kmPerPixel >= 2.5:
		return 1
	}
	return 2
}

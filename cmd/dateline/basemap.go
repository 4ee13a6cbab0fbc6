package main

import (
	"slices"

	"dateline/assets"
	"dateline/geo"
	"dateline/scene"
	"dateline/timeline"

	"github.com/paulmach/orb"
)

// frames are the sizes of map for which a page carries its basemap: the widest
// and the narrowest that its layout has, in CSS pixels, each with the finest
// ratio of screen that it is usually seen on.
var frames = []frame{{1060, 640, 2}, {320, 336, 3}}

// frame is a size of map in CSS pixels, and the pixels of a screen to each.
type frame struct{ width, height, ratio float64 }

// around is how much more than the story's own view a reader can see by
// zooming out.
const around = 1 / 0.6

// cutBasemap cuts out of the basemap what a story's cameras can show: the whole
// world coarsely, and each finer level where it is wanted.
func cutBasemap(line *timeline.Line) ([]byte, error) {
	pieces, err := cutPieces(line, frames)
	if err != nil {
		return nil, err
	}
	return geo.EncodeAtlas(pieces), nil
}

// cutPieces cuts for maps of certain sizes.
func cutPieces(line *timeline.Line, frames []frame) ([]*geo.Piece, error) {
	b, err := geo.Open(assets.Basemap())
	if err != nil {
		return nil, err
	}
	world, err := b.World(0)
	if err != nil {
		return nil, err
	}
	pieces := []*geo.Piece{world}
	pr := scene.Projection(line)
	for level := 1; level < b.Levels(); level++ {
		var reach []orb.Bound
		for i, stop := range line.Stops {
			if i > 0 && !stop.Flies {
				continue
			}
			for _, f := range frames {
				v := geo.Fit(pr, line.Frame(i), f.width, f.height, geo.Insets{})
				if geo.LevelFor(v.Width*geo.EarthRadiusKm/f.width/f.ratio) < level {
					continue
				}
				v.Width *= around
				reach = append(reach, geo.Reach(pr, v, f.width, f.height))
			}
		}
		if len(reach) == 0 {
			continue
		}
		piece, err := b.Cut(union(reach), level)
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, piece)
	}
	return pieces, nil
}

// reached are the codes of the countries that a page's readers can see.
func reached(line *timeline.Line) ([]string, error) {
	if !scene.Today(line) {
		return nil, nil // no name is written
	}
	b, err := geo.Open(assets.Basemap())
	if err != nil {
		return nil, err
	}
	pr := scene.Projection(line)
	var reach []orb.Bound
	for i, stop := range line.Stops {
		if i > 0 && !stop.Flies {
			continue
		}
		for _, f := range frames {
			v := geo.Fit(pr, line.Frame(i), f.width, f.height, geo.Insets{})
			v.Width *= around
			reach = append(reach, geo.Reach(pr, v, f.width, f.height))
		}
	}
	piece, err := b.Cut(union(reach), 1)
	if err != nil {
		return nil, err
	}
	var codes []string
	for _, c := range piece.Countries {
		if c.Code != "" {
			codes = append(codes, c.Code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes), nil
}

// union is a bound that holds all of bs; across the antimeridian it is the
// whole round.
func union(bs []orb.Bound) orb.Bound {
	all := bs[0]
	for _, b := range bs {
		all = all.Union(b)
		if b.Min[0] > b.Max[0] {
			all.Min[0], all.Max[0] = -180, 180
		}
	}
	return all
}

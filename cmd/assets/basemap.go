package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"dateline/geo"
)

// The three levels. The coarse one keeps all of its source; the middle one and
// the fine one may leave theirs by under half a pixel where they come in (2.5 and
// 0.8 km a device pixel, see geo.LevelFor), and a grid step is about half of
// that, so that the grid adds little. All three come to 775 kB, 590 kB with
// brotli, of which a story takes the few windows that it shows.
var details = []detail{
	{perDegree: 100, deviation: 0, least: 0},
	{perDegree: 200, deviation: 1.0, least: 0},
	{perDegree: 360, deviation: 0.56, least: 2},
}

// mainRiver is how long a river of the middle level is at least, in km.
const mainRiver = 400

// basemap makes assets/basemap.bin.
func basemap(assets string) error {
	vision, err := visionscarto.fetch()
	if err != nil {
		return err
	}
	atlas, err := worldAtlas.fetch()
	if err != nil {
		return err
	}
	sane, err := saneTopojson.fetch()
	if err != nil {
		return err
	}
	coarse, coarseGrid, err := features(vision["world/110m.json"], "countries")
	if err != nil {
		return err
	}
	middle, middleGrid, err := features(vision["world/50m.json"], "countries")
	if err != nil {
		return err
	}
	fine, fineGrid, err := features(atlas["countries-10m.json"], "countries")
	if err != nil {
		return err
	}
	if fine, err = finest(fine, middle, fineGrid); err != nil {
		return err
	}
	if err := coarseCrimea(coarse, middle, coarseGrid, middleGrid); err != nil {
		return err
	}
	mend(coarse)
	mend(middle)
	mend(fine)
	fewRivers, _, err := rivers(sane["dist/world_110m.json"])
	if err != nil {
		return err
	}
	allRivers, _, err := rivers(sane["dist/world_50m.json"])
	if err != nil {
		return err
	}
	fewLakes, fewGrid, err := features(sane["dist/world_110m.json"], "lakes")
	if err != nil {
		return err
	}
	lakes, lakeGrid, err := features(sane["dist/world_50m.json"], "lakes")
	if err != nil {
		return err
	}
	var levels []*geo.Piece
	for i, world := range []struct {
		land, lakes          []shape
		rivers               [][][]spot
		landGrid, watersGrid grid
	}{
		{coarse, fewLakes, fewRivers, coarseGrid, fewGrid},
		{middle, lakes, mainRivers(allRivers, lakeGrid, mainRiver), middleGrid, lakeGrid},
		{fine, lakes, allRivers, fineGrid, lakeGrid},
	} {
		recode(world.land)
		t, err := topology(world.land, world.landGrid, details[i], disputes)
		if err != nil {
			return fmt.Errorf("level %d: %w", i, err)
		}
		t.lakes(world.lakes, world.watersGrid)
		t.rivers(world.rivers, world.watersGrid)
		if err := check(t.Topology); err != nil {
			return fmt.Errorf("level %d: %w", i, err)
		}
		levels = append(levels, geo.NewPiece(i, t.Topology))
		fmt.Printf("level %d: %d arcs, %d bytes\n", i, len(t.Arcs), len(levels[i].Encode()))
	}
	return os.WriteFile(filepath.Join(assets, "basemap.bin"), geo.EncodeAtlas(levels), 0o644)
}

// recode leaves ISO 3166-1 codes alone in a source, and sorts its countries by
// name, so that every level has them in one order.
func recode(shapes []shape) {
	for i, s := range shapes {
		if code, ok := iso[s.code]; ok {
			shapes[i].code = code
		}
	}
	slices.SortStableFunc(shapes, func(a, b shape) int {
		switch {
		case a.name < b.name:
			return -1
		case a.name > b.name:
			return 1
		}
		return 0
	})
}

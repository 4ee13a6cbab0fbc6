package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// spot is a point of a source's own grid.
type spot struct{ x, y int }

// ring is a closed line of spots; the last leads back to the first.
type ring []spot

// shape is a feature of the source: its polygons, each an outline and holes.
type shape struct {
	id, code, name string
	polygons       [][]ring
}

// grid says where a source's spots lie. Its x come round to 0 after wheel.
type grid struct {
	scale, origin [2]float64 // degrees
	wheel         int
}

func (g grid) degrees(s spot) (lon, lat float64) {
	return g.origin[0] + float64(s.x)*g.scale[0], g.origin[1] + float64(s.y)*g.scale[1]
}

// nearest is the spot nearest to a place, in degrees.
func (g grid) nearest(lon, lat float64) spot {
	return spot{
		int(math.Round((lon - g.origin[0]) / g.scale[0])),
		int(math.Round((lat - g.origin[1]) / g.scale[1])),
	}
}

// across is the way from x to x', the short way round the globe.
func (g grid) across(from, to int) int {
	d := (to - from) % g.wheel
	if d > g.wheel/2 {
		d -= g.wheel
	} else if d < -g.wheel/2 {
		d += g.wheel
	}
	return d
}

// layer is one object of a TopoJSON file with the file's arcs.
type layer struct {
	arcs       [][]spot
	geometries []geometry
}

type geometry struct {
	Type       string
	ID         any
	Arcs       json.RawMessage // depends on the type
	Properties struct{ Name, A3 string }
}

// readLayer reads one object of a quantised TopoJSON file.
func readLayer(data []byte, object string) (layer, grid, error) {
	var file struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]int
		Objects   map[string]struct{ Geometries []geometry }
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return layer{}, grid{}, err
	}
	g := grid{file.Transform.Scale, file.Transform.Translate, 0}
	g.wheel = int(math.Round(360 / g.scale[0]))
	arcs := make([][]spot, len(file.Arcs))
	for i, deltas := range file.Arcs {
		var at spot
		for _, d := range deltas {
			at.x, at.y = at.x+d[0], at.y+d[1]
			arcs[i] = append(arcs[i], spot{at.x % g.wheel, at.y}) // 180° is −180°
		}
	}
	o, ok := file.Objects[object]
	if !ok {
		return layer{}, g, fmt.Errorf("no object %q in the TopoJSON file", object)
	}
	return layer{arcs, o.Geometries}, g, nil
}

// features reads the polygons of one object of a quantised TopoJSON file.
func features(data []byte, object string) ([]shape, grid, error) {
	l, g, err := readLayer(data, object)
	if err != nil {
		return nil, g, err
	}
	var shapes []shape
	for _, geometry := range l.geometries {
		var polygons [][][]int
		switch geometry.Type {
		case "Polygon":
			polygons = make([][][]int, 1)
			err = json.Unmarshal(geometry.Arcs, &polygons[0])
		case "MultiPolygon":
			err = json.Unmarshal(geometry.Arcs, &polygons)
		}
		if err != nil {
			return nil, g, err
		}
		s := shape{code: geometry.Properties.A3, name: geometry.Properties.Name}
		if geometry.ID != nil {
			s.id = fmt.Sprint(geometry.ID)
		}
		for _, polygon := range polygons {
			var rings []ring
			for _, refs := range polygon {
				if r := join(l.arcs, refs); len(r) > 2 {
					rings = append(rings, r)
				}
			}
			if rings != nil {
				s.polygons = append(s.polygons, rings)
			}
		}
		shapes = append(shapes, s)
	}
	return shapes, g, nil
}

// join follows arcs round a ring.
func join(arcs [][]spot, refs []int) ring {
	r := ring(follow(arcs, refs))
	for len(r) > 1 && r[0] == r[len(r)-1] {
		r = r[:len(r)-1]
	}
	return r
}

// follow follows arcs and drops spots that repeat the one before.
func follow(arcs [][]spot, refs []int) []spot {
	var line []spot
	for _, ref := range refs {
		var arc []spot
		if ref < 0 {
			arc = slices.Clone(arcs[^ref])
			slices.Reverse(arc)
		} else {
			arc = arcs[ref]
		}
		line = append(line, arc...)
	}
	return slices.Compact(line)
}

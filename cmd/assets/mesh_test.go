package main

import (
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo"
)

// world is a small grid: a step is a degree, x = 0 is 180°.
var world = grid{scale: [2]float64{1, 1}, origin: [2]float64{-180, -90}, wheel: 360}

// box is a clockwise ring, as the sources have them.
func box(west, south, east, north int) ring {
	return ring{{west, south}, {west, north}, {east, north}, {east, south}}
}

func country(name string, rings ...ring) shape {
	s := shape{name: name, code: name}
	for _, r := range rings {
		for i := range r {
			r[i].x %= world.wheel
		}
		s.polygons = append(s.polygons, []ring{r})
	}
	return s
}

// build makes a level of shapes without simplifying.
func build(t *testing.T, shapes ...shape) *geo.Piece {
	t.Helper()
	return buildWith(t, nil, shapes...)
}

func buildWith(t *testing.T, all []dispute, shapes ...shape) *geo.Piece {
	t.Helper()
	mend(shapes)
	b, err := topology(shapes, world, detail{perDegree: 10}, all)
	if err != nil {
		t.Fatal(err)
	}
	if err := check(b.Topology); err != nil {
		t.Fatal(err)
	}
	return geo.NewPiece(0, b.Topology)
}

func TestTopology(t *testing.T) {
	// Two neighbours share a border; the second lies on both sides of 180° in two
	// parts, whose seam must go.
	p := build(t,
		country("ONE", box(320, 100, 340, 120)),
		country("TWO", box(340, 100, 360, 120), ring{{0, 100}, {0, 120}, {20, 120}, {20, 100}}),
		country("ISL", box(100, 10, 110, 20)),
	)
	if len(p.Arcs) != 4 || len(p.Land) != 2 {
		t.Errorf("%d arcs and %d outlines of land, want 4 and 2", len(p.Arcs), len(p.Land))
	}
	for _, c := range []struct {
		at   orb.Point
		code string
	}{
		{orb.Point{150, 20}, "ONE"}, {orb.Point{179, 20}, "TWO"}, {orb.Point{-179, 20}, "TWO"},
		{orb.Point{180, 20}, "TWO"}, {orb.Point{-150, 20}, ""}, {orb.Point{-75, -75}, "ISL"},
	} {
		if got := p.Country(c.at); got != c.code {
			t.Errorf("%v is in %q, want %q", c.at, got, c.code)
		}
	}
	chart := p.Project(geo.LambertAzimuthal(orb.Point{180, 20}))
	if len(chart.Land) != 2 || len(chart.Borders) != 1 {
		t.Errorf("%d outlines and %d borders, want 2 and 1", len(chart.Land), len(chart.Borders))
	}
}

// A hole in one country that another one fills is a border; one that none fills
// is a coast.
func TestHoles(t *testing.T) {
	around := country("OUT", box(100, 100, 140, 140))
	sea, lesotho := box(105, 105, 110, 110), box(120, 120, 130, 130)
	slices.Reverse(sea)
	hole := slices.Clone(lesotho)
	slices.Reverse(hole)
	around.polygons[0] = append(around.polygons[0], sea, hole)
	p := build(t, around, country("LSO", lesotho))
	for _, c := range []struct {
		at   orb.Point
		code string
		land bool
	}{
		{orb.Point{-65, 25}, "OUT", true}, {orb.Point{-55, 35}, "LSO", true}, {orb.Point{-72, 17}, "", false},
	} {
		if p.Country(c.at) != c.code || p.OnLand(c.at) != c.land {
			t.Errorf("%v: %q, land %t", c.at, p.Country(c.at), p.OnLand(c.at))
		}
	}
	chart := p.Project(geo.EqualEarth(0))
	if len(chart.Borders) != 1 || len(chart.Coast) != 2 {
		t.Errorf("%d borders and %d coasts, want 1 and 2", len(chart.Borders), len(chart.Coast))
	}
}

func TestMend(t *testing.T) {
	// A way out and back, a seam whose ends miss each other by a step, and a step
	// that both shapes claim.
	spike := ring{{10, 10}, {10, 20}, {15, 25}, {10, 20}, {20, 20}, {20, 10}}
	shapes := []shape{country("SPI", spike), country("SEA", box(350, 50, 360, 60), ring{{0, 50}, {0, 61}, {9, 60}, {9, 50}})}
	mend(shapes)
	if got := shapes[0].polygons[0][0]; slices.Contains(got, spot{15, 25}) || len(got) != 4 {
		t.Errorf("the spike is still there: %v", got)
	}
	p := build(t, shapes...)
	if len(p.Land) != 2 {
		t.Errorf("%d outlines of land, want 2: the seam does not close", len(p.Land))
	}
}

func TestMoveCrimea(t *testing.T) {
	crimea := box(213, 134, 216, 136) // 33–36° E, 44–46° N
	shapes := []shape{country("Russia", box(220, 140, 300, 160), crimea), country("Ukraine", box(205, 136, 220, 142))}
	if err := moveCrimea(shapes, world); err != nil {
		t.Fatal(err)
	}
	if len(shapes[0].polygons) != 1 || len(shapes[1].polygons) != 2 {
		t.Errorf("Russia has %d polygons, Ukraine %d", len(shapes[0].polygons), len(shapes[1].polygons))
	}
	if err := moveCrimea(shapes, world); err == nil {
		t.Error("a second time nothing is there to move, and nobody says so")
	}
}

// Two coasts with a narrow sound between do not cross once they are simplified.
func TestUntangle(t *testing.T) {
	var north, south orb.LineString
	for i := range 200 {
		bulge := float64(i%40) / 400
		north = append(north, orb.Point{float64(i) / 50, 0.02 + bulge})
		south = append(south, orb.Point{float64(i) / 50, bulge})
	}
	d := detail{perDegree: 400, deviation: 6}
	var lines []drawn
	for _, l := range []orb.LineString{north, south[7:]} {
		line, _ := d.draw(l, false)
		lines = append(lines, line)
	}
	before := len(lines[0].cells) + len(lines[1].cells)
	d.untangle(lines)
	if n := len(crossing(lines)); n > 0 {
		t.Errorf("%d steps still cross", n)
	}
	if after := len(lines[0].cells) + len(lines[1].cells); after > 300 || before > 100 {
		t.Errorf("%d cells became %d", before, after)
	}
}

// A line in dispute is an arc of its own where only a part of it is in dispute,
// and a line that is not there is said to be missing.
func TestDisputes(t *testing.T) {
	north := country("ONE", ring{{100, 100}, {100, 110}, {160, 110}, {160, 100}, {140, 100}, {120, 100}})
	south := country("TWO", ring{{100, 90}, {100, 100}, {120, 100}, {140, 100}, {160, 100}, {160, 90}})
	far := country("ISL", box(10, 10, 20, 20))
	part := dispute{a: "TWO", b: "ONE", part: orb.Bound{Min: orb.Point{-60, 0}, Max: orb.Point{-40, 20}}}
	p := buildWith(t, []dispute{part}, north, south, far)
	chart := p.Project(geo.EqualEarth(-50))
	if len(chart.Disputed) != 1 || len(chart.Borders) != 2 {
		t.Fatalf("%d lines in dispute and %d borders, want 1 and 2", len(chart.Disputed), len(chart.Borders))
	}
	p = buildWith(t, []dispute{{a: "ONE", b: "TWO"}}, north, south, far)
	if chart = p.Project(geo.EqualEarth(-50)); len(chart.Disputed) != 1 || len(chart.Borders) != 0 {
		t.Errorf("%d lines in dispute and %d borders, want 1 and 0", len(chart.Disputed), len(chart.Borders))
	}
	if _, err := topology([]shape{north, south, far}, world, detail{perDegree: 10}, []dispute{{a: "ONE", b: "ISL"}}); err == nil {
		t.Error("a line that is not there is in dispute, and nobody says so")
	}
}

func TestMoveSahara(t *testing.T) {
	// A degree a step is too coarse for the place, so the grid is finer.
	fine := grid{scale: [2]float64{0.01, 0.01}, origin: [2]float64{-180, -90}, wheel: 36000}
	at := func(lon, lat float64) spot { return fine.nearest(lon, lat) }
	morocco := ring{at(-13.17, 27.67), at(-6, 35), at(-2, 32), at(-8.68, 27.66), at(-12, 26), at(-15, 21), at(-17, 21)}
	sahara := ring{at(-8.68, 27.66), at(-8.68, 26), at(-13, 22), at(-15, 21), at(-12, 26)}
	shapes := []shape{{name: "Morocco", polygons: [][]ring{{morocco}}}, {name: "W. Sahara", polygons: [][]ring{{sahara}}}}
	if err := moveSahara(shapes, fine); err != nil {
		t.Fatal(err)
	}
	if n := len(shapes[1].polygons); n != 2 || south(shapes[0].polygons[0][0], fine) < 27 || south(shapes[1].polygons[1][0], fine) > 22 {
		t.Errorf("Western Sahara has %d polygons, Morocco reaches %.2f° N", n, south(shapes[0].polygons[0][0], fine))
	}
	if err := moveSahara([]shape{country("Morocco", box(100, 100, 120, 120)), country("W. Sahara", box(10, 10, 20, 20))}, world); err == nil {
		t.Error("Morocco does not reach its border, and nobody says so")
	}
}

// The rivers of a level are the long ones and those that go on where they end.
func TestMainRivers(t *testing.T) {
	all := [][][]spot{
		{{{100, 90}, {106, 90}}}, // 667 km
		{{{106, 90}, {107, 90}}}, // goes on
		{{{103, 90}, {103, 91}}}, // flows in on the way
		{{{103, 91}, {103, 92}}}, // is short and apart
		{{{10, 90}, {13, 90}}},   // 334 km
	}
	kept := mainRivers(all, world, 400)
	if len(kept) != 2 || kept[0][0][1] != (spot{106, 90}) || kept[1][0][1] != (spot{107, 90}) {
		t.Errorf("kept: %v", kept)
	}
}

package main

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"

	"dateline/geo"
)

// detail is how much of a source a level keeps.
type detail struct {
	perDegree int     // grid steps in a degree
	deviation float64 // km that a simplified line may leave its source by (Douglas–Peucker)
	least     float64 // km², below which an island or a lake is left out
}

// line is an arc in degrees, its longitudes running on.
func (g grid) line(spots []spot) orb.LineString {
	x := spots[0].x
	var line orb.LineString
	for i, s := range spots {
		if i > 0 {
			x += g.across(spots[i-1].x, s.x)
		}
		lon, lat := g.degrees(spot{x, s.y})
		line = append(line, orb.Point{lon, lat})
	}
	return line
}

// area of a closed line in km².
func area(line orb.LineString) float64 {
	const km = geo.EarthRadiusKm * math.Pi / 180
	sum := 0.0
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		sum += (b[0] - a[0]) * (math.Sin(a[1]*math.Pi/180) + math.Sin(b[1]*math.Pi/180)) / 2
	}
	return math.Abs(sum) * km * geo.EarthRadiusKm
}

// simple is the line with the spots left out that a level can do without. Ends
// stay, so that lines that meet go on meeting; a closed line keeps the spot
// farthest from its beginning too.
func (d detail) simple(line orb.LineString) orb.LineString {
	if d.deviation == 0 || len(line) < 3 {
		return line
	}
	if line[0][1] == line[len(line)-1][1] && math.Mod(line[0][0]-line[len(line)-1][0], 360) == 0 {
		far, best := 0, -1.0
		squeeze := math.Cos(line[0][1] * math.Pi / 180)
		for i, p := range line {
			if q := math.Hypot((p[0]-line[0][0])*squeeze, p[1]-line[0][1]); q > best {
				far, best = i, q
			}
		}
		if far == 0 || far == len(line)-1 {
			return line
		}
		first, second := d.open(line[:far+1]), d.open(line[far:])
		return append(first, second[1:]...)
	}
	return d.open(line)
}

// open simplifies an open line. It goes in stretches of at most eight degrees
// of latitude, each squeezed so that a degree is as long both ways.
func (d detail) open(line orb.LineString) orb.LineString {
	const km = geo.EarthRadiusKm * math.Pi / 180
	var all orb.LineString
	for from := 0; from < len(line)-1; {
		low, high := line[from][1], line[from][1]
		to := from + 1
		for ; to < len(line); to++ {
			low, high = math.Min(low, line[to][1]), math.Max(high, line[to][1])
			if high-low > 8 && to > from+1 {
				break
			}
		}
		to--
		squeeze := math.Max(math.Cos((low+high)/2*math.Pi/180), 0.01)
		part := make(orb.LineString, 0, to-from+1)
		for _, p := range line[from : to+1] {
			part = append(part, orb.Point{p[0] * squeeze, p[1]})
		}
		kept := simplify.DouglasPeucker(d.deviation / km).LineString(part.Clone())
		k := 0
		for i, p := range part { // the kept ones as they were before they were squeezed
			if k < len(kept) && p == kept[k] {
				if k++; k > 1 || from == 0 {
					all = append(all, line[from+i])
				}
			}
		}
		from = to
	}
	return all
}

// cells puts a line on the level's grid.
func (d detail) cells(line orb.LineString) []geo.Cell {
	n := float64(d.perDegree)
	var all []geo.Cell
	for _, p := range line {
		c := geo.Cell{X: int32(math.Round(p[0] * n)), Y: int32(math.Round(p[1] * n))}
		if len(all) == 0 || all[len(all)-1] != c {
			all = append(all, c)
		}
	}
	if len(all) == 1 {
		all = append(all, all[0])
	}
	return all
}

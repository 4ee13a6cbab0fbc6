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

// simple is the places in the line that a level cannot do without. Ends stay, so
// that lines that meet go on meeting; a closed line keeps the place farthest from
// its beginning too.
func (d detail) simple(line orb.LineString) []int {
	last := len(line) - 1
	if d.deviation == 0 || last < 2 {
		return d.open(line, 0, last)
	}
	if line[0][1] == line[last][1] && math.Mod(line[0][0]-line[last][0], 360) == 0 {
		far, best := 0, -1.0
		squeeze := math.Cos(line[0][1] * math.Pi / 180)
		for i, p := range line {
			if q := math.Hypot((p[0]-line[0][0])*squeeze, p[1]-line[0][1]); q > best {
				far, best = i, q
			}
		}
		if far > 0 && far < last {
			return append(d.open(line, 0, far), d.open(line, far, last)[1:]...)
		}
	}
	return d.open(line, 0, last)
}

// open simplifies a part of a line. It goes in stretches of at most eight
// degrees of latitude, each squeezed so that a degree is as long both ways.
func (d detail) open(line orb.LineString, first, last int) []int {
	const km = geo.EarthRadiusKm * math.Pi / 180
	all := []int{first}
	for from := first; from < last; {
		low, high := line[from][1], line[from][1]
		to := from + 1
		for ; to <= last; to++ {
			low, high = math.Min(low, line[to][1]), math.Max(high, line[to][1])
			if high-low > 8 && to > from+1 {
				break
			}
		}
		to--
		part := squeezed(line[from:to+1], math.Max(math.Cos((low+high)/2*math.Pi/180), 0.01))
		kept := part
		if d.deviation > 0 {
			kept = simplify.DouglasPeucker(d.deviation / km).LineString(part.Clone())
		}
		for i, k := 1, 1; i < len(part) && k < len(kept); i++ {
			if part[i] == kept[k] {
				all, k = append(all, from+i), k+1
			}
		}
		from = to
	}
	return all
}

func squeezed(line orb.LineString, by float64) orb.LineString {
	to := make(orb.LineString, len(line))
	for i, p := range line {
		to[i] = orb.Point{p[0] * by, p[1]}
	}
	return to
}

// farthest is the place between two places of a line that lies farthest from
// the straight way between them, or −1.
func farthest(line orb.LineString, from, to int) int {
	a, b := line[from], line[to]
	squeeze := math.Cos((a[1] + b[1]) / 2 * math.Pi / 180)
	dx, dy := (b[0]-a[0])*squeeze, b[1]-a[1]
	best, far := -1.0, -1
	for i := from + 1; i < to; i++ {
		px, py := (line[i][0]-a[0])*squeeze, line[i][1]-a[1]
		off := math.Abs(dx*py - dy*px)
		if dx == 0 && dy == 0 {
			off = math.Hypot(px, py)
		}
		if off > best {
			best, far = off, i
		}
	}
	return far
}

// cells puts the kept places of a line on the level's grid, and says which place
// each cell comes from.
func (d detail) cells(line orb.LineString, kept []int) (cells []geo.Cell, from []int) {
	n := float64(d.perDegree)
	for _, i := range kept {
		c := geo.Cell{X: int32(math.Round(line[i][0] * n)), Y: int32(math.Round(line[i][1] * n))}
		if len(cells) == 0 || cells[len(cells)-1] != c {
			cells, from = append(cells, c), append(from, i)
		}
	}
	if len(cells) == 1 {
		cells, from = append(cells, cells[0]), append(from, kept[len(kept)-1])
	}
	return cells, from
}

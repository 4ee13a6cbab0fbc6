package scene

import (
	"math"
	"slices"

	"dateline/geo"
	"dateline/render"

	"github.com/paulmach/orb"
)

// ground is a map in squares under one camera, as far as the reader can see by
// zooming out: which country has each of them, and which the story takes. Names
// of countries find their room on it.
type ground struct {
	wide, high int
	west, top  int     // squares beside the frame, and above it
	owner      []int16 // 0: nobody's; see holder
	room       []int16 // squares of the same holder free to either side, at least
}

const groundStep = 4 // side of a square, CSS pixels

// newGround is the ground of a frame.
func newGround(w, h float64) *ground {
	const beside = (1/zoomLeast - 1) / 2
	g := &ground{west: int(w * beside / groundStep), top: int(h * beside / groundStep)}
	g.wide, g.high = int(w)/groundStep+2*g.west, int(h)/groundStep+2*g.top
	g.owner = make([]int16, g.wide*g.high)
	g.room = make([]int16, g.wide*g.high)
	return g
}

// holder is who has a square of a country: what a country has within the frame
// and what it has outside are two holdings, so that no name stands across.
func (g *ground) holder(country, x, y int) int16 {
	if x >= g.west && x < g.wide-g.west && y >= g.top && y < g.high-g.top {
		return int16(2*country + 1)
	}
	return int16(2*country + 2)
}

// square is the square that a point of the frame lies in.
func (g *ground) square(p render.Point) (x, y int) {
	return int(math.Floor(float64(p.X/groundStep))) + g.west, int(math.Floor(float64(p.Y/groundStep))) + g.top
}

// middle is where the middle of a square lies in the frame, CSS pixels.
func (g *ground) middle(x, y int) render.Point {
	return render.Point{X: (float32(x-g.west) + 0.5) * groundStep, Y: (float32(y-g.top) + 0.5) * groundStep}
}

// give gives a country the squares whose middle its rings enclose.
func (g *ground) give(country int, rings []orb.Ring, m geo.Matrix) {
	top, bottom := math.Inf(1), math.Inf(-1)
	lines := make([][]orb.Point, len(rings)) // in squares
	for i, r := range rings {
		for _, p := range r {
			q := m.Apply(p)
			q = orb.Point{q[0]/groundStep + float64(g.west), q[1]/groundStep + float64(g.top)}
			top, bottom = math.Min(top, q[1]), math.Max(bottom, q[1])
			lines[i] = append(lines[i], q)
		}
	}
	var across []float64
	from := int(math.Max(0, top-0.5))
	to := int(math.Min(float64(g.high-1), bottom+0.5))
	for row := from; row <= to; row++ {
		y := float64(row) + 0.5
		across = across[:0]
		for _, line := range lines {
			for i := 1; i < len(line); i++ {
				if a, b := line[i-1], line[i]; (a[1] > y) != (b[1] > y) {
					across = append(across, a[0]+(b[0]-a[0])*(y-a[1])/(b[1]-a[1]))
				}
			}
		}
		slices.Sort(across)
		for i := 0; i+1 < len(across); i += 2 {
			first := int(math.Max(0, math.Ceil(across[i]-0.5)))
			last := int(math.Min(float64(g.wide-1), math.Floor(across[i+1]-0.5)))
			for x := first; x <= last; x++ {
				g.owner[row*g.wide+x] = g.holder(country, x, row)
			}
		}
	}
}

// take takes the squares that a box touches out of everybody's hands.
func (g *ground) take(b box) {
	x0, y0 := g.square(b.Min)
	x1, y1 := g.square(b.Max)
	for y := max(0, y0); y <= min(g.high-1, y1); y++ {
		for x := max(0, x0); x <= min(g.wide-1, x1); x++ {
			g.owner[y*g.wide+x] = 0
		}
	}
}

// takeLine takes the squares within a distance of a line.
func (g *ground) takeLine(a, b render.Point, half float32) {
	way := minus(b, a)
	steps := min(int(length(way)/groundStep)+1, g.wide+g.high) // a longer line leaves the ground
	for k := range steps + 1 {
		g.take(around(plus(a, times(way, float32(k)/float32(steps))), half))
	}
}

// measure notes how much room each square has to either side.
func (g *ground) measure() {
	for y := range g.high {
		row, room := g.owner[y*g.wide:(y+1)*g.wide], g.room[y*g.wide:(y+1)*g.wide]
		run := int16(0)
		for x := range row {
			if run++; x == 0 || row[x] != row[x-1] {
				run = 1
			}
			room[x] = run
		}
		run = 0
		for x := g.wide - 1; x >= 0; x-- {
			if run++; x == g.wide-1 || row[x] != row[x+1] {
				run = 1
			}
			room[x] = min(room[x], run)
		}
	}
}

// holding is what a holder has: how many squares, the middle of those, and the
// first and last row and column with one.
type holding struct {
	squares                  int
	middle                   render.Point // in squares
	west, east, north, south int
}

// holdings are those of all holders, by their numbers.
func (g *ground) holdings(countries int) []holding {
	all := make([]holding, 2*countries+1)
	for i, o := range g.owner {
		x, y, h := i%g.wide, i/g.wide, &all[o]
		if h.squares++; h.squares == 1 {
			h.west, h.east, h.north = x, x, y
		}
		h.west, h.east, h.south = min(h.west, x), max(h.east, x), y
		h.middle.X += float32(x)
		h.middle.Y += float32(y)
	}
	for i := range all {
		if n := float32(all[i].squares); n > 0 {
			all[i].middle = times(all[i].middle, 1/n)
		}
	}
	return all
}

// seat is where in a holding a name of a size stands best, CSS pixels, and by
// how much the map has to be enlarged for it to fit there. Where it fits at
// once, that is near the middle of the holding; elsewhere it is where it fits
// first. It is infinite where the name never fits.
func (g *ground) seat(holder int16, h holding, size render.Point) (at render.Point, grow float64) {
	need := size.X / 2 / groundStep // squares to either side
	rows := int(math.Ceil(float64(size.Y)/2/groundStep - 0.5))
	best := float32(math.Inf(1))
	grow = math.Inf(1)
	for y := h.north; y <= h.south; y++ {
		for x := h.west; x <= h.east; x++ {
			if g.owner[y*g.wide+x] != holder {
				continue
			}
			has := float32(g.least(holder, x, y, rows)) - 0.5
			cost := float32(math.Hypot(float64(float32(x)-h.middle.X), float64(float32(y)-h.middle.Y))) / need
			if has < need {
				if has = float32(g.least(holder, x, y, 1)) - 0.5; has <= 0 {
					continue
				}
				// However far off the middle, what fits at once comes first.
				cost = 1e6 * need / has
			} else {
				cost -= 0.5 * min(has/need, 2)
			}
			if cost < best {
				best = cost
				grow = float64(need / min(has, need))
				at = g.middle(x, y)
			}
		}
	}
	return at, grow
}

// least is the least room to either side in the rows above and below a square.
func (g *ground) least(holder int16, x, y, rows int) int16 {
	least := int16(math.MaxInt16)
	for r := max(0, y-rows); r <= min(g.high-1, y+rows); r++ {
		if g.owner[r*g.wide+x] != holder {
			return 0
		}
		least = min(least, g.room[r*g.wide+x])
	}
	return least
}

package geo

// The edge of a frame, walked with the frame on the left: a piece is cut along
// it, and what was cut is closed along it. A position on the edge is one
// number, in grid steps. Of a frame that goes round the globe only the two
// parallels are left; the northern one's positions come after the southern
// one's, and no walk leads from one to the other.

// position is where c, a cell on the edge, stands on it.
func (p *Piece) position(c Cell) int64 {
	f, w := p.frame, int64(p.wheel())
	x, y := int64(c.X-f.West), int64(c.Y-f.South)
	width, height := int64(f.East-f.West), int64(f.North-f.South)
	if p.round() {
		x = ((x % w) + w) % w
		if y*2 < height {
			return x
		}
		return w + (w-x)%w
	}
	switch {
	case y <= 0:
		return x
	case x >= width:
		return width + y
	case y >= height:
		return width + height + (width - x)
	}
	return 2*width + height + (height - y)
}

// walk is the corners passed on the way along the edge from a to b, neither
// included. Round the globe there are none: the parallel itself is the way, and
// turns is how far b has to be moved, in grid steps, to be reached along it.
func (p *Piece) walk(a, b Cell) (corners []Cell, turns int32) {
	f := p.frame
	if p.round() {
		w := p.wheel()
		east := ((b.X-a.X)%w + w) % w // the way eastwards, 0 up to a turn
		if (a.Y-f.South)*2 < f.North-f.South {
			return nil, a.X + east - b.X
		}
		return nil, a.X - (w-east)%w - b.X
	}
	width, height := int64(f.East-f.West), int64(f.North-f.South)
	from, to, around := p.position(a), p.position(b), 2*(width+height)
	if to < from {
		to += around
	}
	for lap := int64(0); lap <= around; lap += around {
		for _, corner := range p.corners() {
			if at := p.position(corner) + lap; at > from && at < to {
				corners = append(corners, corner)
			}
		}
	}
	return corners, 0
}

// corners are the frame's own, counter-clockwise from the south-west.
func (p *Piece) corners() [4]Cell {
	f := p.frame
	return [4]Cell{{f.West, f.South}, {f.East, f.South}, {f.East, f.North}, {f.West, f.North}}
}

package scene

import "dateline/render"

// axisBlock is a block of an ordinal axis.
type axisBlock struct {
	from, to float32 // edges, left and right, CSS pixels
	start    float32 // the one that comes first in time
	mid      float32
	lines    []label      // the block's name, in as many lines as it needs
	soft     [][2]float32 // first and last mark of each run that is only about
}

// axisName is the name of a block that has not the room for it, where there is
// some over the blocks behind it.
type axisName struct {
	at   float32
	text label
}

// narrowest is how narrow blocks are told apart by their grounds, CSS pixels.
const narrowest = 26

// layBlocks lays the blocks out that show.
func (s *Scene) layBlocks() {
	a := &s.axis
	a.blocks, a.named = a.blocks[:0], a.named[:0]
	edge := float32(s.width)
	for i, b := range s.line.Blocks {
		start, end := s.between(b.From-1, b.From), s.between(b.To-1, b.To)
		if i == 0 && a.from == 0 {
			start = s.start()
		}
		out := axisBlock{from: max(min(start, end), 0), to: min(max(start, end), edge), start: start}
		if out.to-out.from < 1 && a.zoomed(s.line.Extent()) {
			out = axisBlock{} // it keeps its number, and with it its ground
		} else {
			out.mid = (max(s.stopX(b.From), 0) + min(s.stopX(b.To-1), edge)) / 2
			if s.words.RTL {
				out.mid = (min(s.stopX(b.From), edge) + max(s.stopX(b.To-1), 0)) / 2
			}
		}
		for _, p := range b.Parts {
			if p.About && out.to > out.from {
				a, b := s.stopX(p.From), s.stopX(p.To-1)
				out.soft = append(out.soft, [2]float32{min(a, b), max(a, b)})
			}
		}
		a.blocks = append(a.blocks, out)
	}
	s.nameBlocks(a.size)
}

// between is the middle between two stops; behind the last one, its other side.
func (s *Scene) between(a, b int) float32 {
	if b >= len(s.line.Stops) {
		if s.axis.to >= s.line.Extent() {
			return float32(s.width) - s.start()
		}
		return s.stopX(a)
	}
	return (s.stopX(a) + s.stopX(b)) / 2
}

// nameBlocks sets the names of the blocks: all long, or all short, or narrow in
// as many lines as each needs. Where blocks are too narrow for any name, one
// reaches over those behind it.
func (s *Scene) nameBlocks(size float32) {
	for _, way := range [...]func(BlockName) string{
		func(n BlockName) string { return n.Long },
		func(n BlockName) string { return n.Short },
	} {
		if s.nameAll(size, way, false) {
			return
		}
	}
	narrow := func(n BlockName) string { return n.Narrow }
	if s.nameAll(size, narrow, true) || !s.crowded() {
		return
	}
	free := float32(4)
	if s.words.RTL {
		free = float32(s.width) - 4
	}
	for i := range s.axis.blocks {
		b := &s.axis.blocks[i]
		b.lines = nil
		if b.to <= b.from {
			continue
		}
		lb := set(s.faces, narrow(s.words.Blocks[i]), bold, size)
		left := b.from + 4
		if s.words.RTL {
			left = b.to - 4 - lb.width
		}
		switch {
		case left < 2 || left+lb.width > float32(s.width)-2:
		case !s.words.RTL && left >= free:
			s.axis.named, free = append(s.axis.named, axisName{left, lb}), left+lb.width+tickGap
		case s.words.RTL && left+lb.width <= free:
			s.axis.named, free = append(s.axis.named, axisName{left, lb}), left-tickGap
		}
	}
}

// crowded reports whether blocks are too narrow to be told apart.
func (s *Scene) crowded() bool {
	n, sum := 0, float32(0)
	for _, b := range s.axis.blocks {
		if b.to > b.from {
			n, sum = n+1, sum+b.to-b.from
		}
	}
	return n > 1 && sum/float32(n) < narrowest
}

// nameAll sets all names in one way; with parts, those that do not fit are
// broken or left out. It reports whether all fit.
func (s *Scene) nameAll(size float32, way func(BlockName) string, parts bool) bool {
	all := true
	for i := range s.axis.blocks {
		b := &s.axis.blocks[i]
		if b.lines = nil; b.to <= b.from {
			continue
		}
		text := way(s.words.Blocks[i])
		ok := false
		if b.lines, ok = s.fit(b.to-b.from-4, size, []string{text}); !ok && parts {
			if b.lines, ok = s.fit(b.to-b.from-4, size, split(text)); !ok {
				b.lines = nil
			}
		}
		all = all && ok
	}
	return all
}

// fit sets lines and reports whether they are no wider than room.
func (s *Scene) fit(room, size float32, text []string) (lines []label, ok bool) {
	ok = true
	for _, line := range text {
		lb := set(s.faces, line, bold, size)
		lines = append(lines, lb)
		ok = ok && lb.width <= room
	}
	return lines, ok
}

// drawBlocks draws the grounds and the names of the blocks.
func (s *Scene) drawBlocks(l *render.List) {
	a := &s.axis
	crowded := len(a.named) > 0
	for i, b := range a.blocks {
		if b.to <= b.from {
			continue
		}
		if i%2 == 1 && !crowded {
			s.rect(l, boxAt(b.from, a.head, b.to-b.from, a.bottom-a.head), render.Paint{Ink: Band, Alpha: 1})
		}
		if i > 0 && !crowded && b.start > 0 && b.start < float32(s.width) {
			s.rule(l, b.start, a.head+8, b.start, a.bottom-8, render.Paint{Ink: Rule, Alpha: 1}, 1)
		}
		for k := range b.lines {
			lb := &b.lines[k]
			x := min(max(b.mid-lb.width/2, b.from+2), b.to-2-lb.width)
			lb.draw(l, render.Point{X: x, Y: a.head + nameTop + float32(k)*nameStep}, render.Paint{Ink: Ink, Alpha: 1}, 0, render.Paint{})
		}
		free := b.from + 4
		for _, soft := range b.soft {
			free = s.bracket(l, soft[0]-markRadius, soft[1]+markRadius, free, b)
		}
	}
	for i := range a.named {
		n := &a.named[i]
		x := n.at - 4
		if s.words.RTL {
			x = n.at + n.text.width + 4
		}
		s.rule(l, x, a.head+8, x, a.y, render.Paint{Ink: Rule, Alpha: 1}, 1)
		n.text.draw(l, render.Point{X: n.at, Y: a.head + nameTop}, render.Paint{Ink: Ink, Alpha: 1}, 0, render.Paint{})
	}
}

// bracket is the soft bracket under stops whose date no source states, with
// words where there is room from an x on. It returns where room is behind it.
func (s *Scene) bracket(l *render.List, from, to, free float32, b axisBlock) float32 {
	a := &s.axis
	if to < 0 || from > float32(s.width) {
		return free
	}
	y := a.y + bracketGap
	paint := render.Paint{Ink: Soft, Alpha: 1}
	l.Add(render.Op{Kind: render.Stroke, Width: 1.2, Paint: paint, Dash: [2]float32{3, 3}, Butt: true,
		Paths: l.Path(false, render.Point{X: from, Y: y}, render.Point{X: from, Y: y + bracketEnd}, render.Point{X: to, Y: y + bracketEnd}, render.Point{X: to, Y: y})})
	lb := &a.onlyAbout
	if lb.width > b.to-4-free {
		return free
	}
	x := min(max((from+to)/2-lb.width/2, free), b.to-4-lb.width)
	lb.draw(l, render.Point{X: x, Y: y + bracketEnd + 4 + lb.ascent}, paint, 0, render.Paint{})
	return x + lb.width + tickGap
}

package render

// Bounds is a rectangle, in CSS pixels, around all that an operation of the
// layer may touch. For Text, whose outlines the list does not know, it is
// generous: one and a half ems around the glyphs' places.
func (l *List) Bounds(layer *Layer, op *Op) Rect {
	switch op.Kind {
	case Circle, Ring:
		return Rect{op.Center, op.Center}.Grow(op.Radius + op.Width/2)
	case Text:
		var r Rect
		for i, g := range l.Glyphs[op.Glyphs.From:op.Glyphs.To] {
			if i == 0 {
				r = Rect{g.At, g.At}
			}
			r.Min.X, r.Min.Y = min(r.Min.X, g.At.X), min(r.Min.Y, g.At.Y)
			r.Max.X, r.Max.Y = max(r.Max.X, g.At.X), max(r.Max.Y, g.At.Y)
		}
		return r.Grow(1.5*op.Size + op.Halo)
	}
	var r Rect
	first := true
	add := func(b Rect) {
		if first {
			r, first = b, false
			return
		}
		r.Min.X, r.Min.Y = min(r.Min.X, b.Min.X), min(r.Min.Y, b.Min.Y)
		r.Max.X, r.Max.Y = max(r.Max.X, b.Max.X), max(r.Max.Y, b.Max.Y)
	}
	if t := op.Threads; t != nil {
		for i := op.Paths.From; i < op.Paths.To; i++ {
			p := t.Lines[i].Points
			add(layer.Transform.Bounds(Bounds(t.Points[p.From:p.To])).Grow(t.Lines[i].Width / 2))
		}
	} else if op.Shape != nil {
		for i := range op.Shape.Rings {
			add(layer.Transform.Bounds(op.Shape.Rings[i].Bounds))
		}
	} else {
		for _, p := range l.Paths[op.Paths.From:op.Paths.To] {
			add(Bounds(l.Points[p.Points.From:p.Points.To]))
		}
	}
	return r.Grow(op.Width / 2)
}

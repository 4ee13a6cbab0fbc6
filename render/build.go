package render

// Reset empties the list and keeps its memory.
func (l *List) Reset(width, height float32) {
	*l = List{Width: width, Height: height,
		Layers: l.Layers[:0], Ops: l.Ops[:0], Paths: l.Paths[:0], Points: l.Points[:0], Glyphs: l.Glyphs[:0]}
}

// Begin starts a layer; what is added next belongs to it.
func (l *List) Begin(layer Layer) {
	n := int32(len(l.Ops))
	layer.Ops = Span{n, n}
	l.Layers = append(l.Layers, layer)
}

// Add appends an operation to the current layer.
func (l *List) Add(op Op) {
	l.Ops = append(l.Ops, op)
	l.Layers[len(l.Layers)-1].Ops.To = int32(len(l.Ops))
}

// Path copies a polyline into the list and returns the span that holds it
// alone. Spans of paths added one after the other can be joined by hand.
func (l *List) Path(closed bool, points ...Point) Span {
	from := int32(len(l.Points))
	l.Points = append(l.Points, points...)
	n := int32(len(l.Paths))
	l.Paths = append(l.Paths, Path{Points: Span{from, int32(len(l.Points))}, Closed: closed})
	return Span{n, n + 1}
}

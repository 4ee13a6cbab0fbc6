package render

// A Tracer brings the paths of Fill and Stroke operations to a device: it picks
// shape, threads or path, applies the transform, leaves out what cannot be seen, and
// cuts lines to the clip and into dashes. It owns the memory this takes; the
// zero value is ready.
type Tracer struct {
	line, piece, dash []Point
}

// Rings yields each path of a Fill in device pixels, ratio of them to a CSS
// pixel. Rings whose bounds lie outside clip, also in device pixels, are left
// out; the others come whole. The points are valid until the next.
func (t *Tracer) Rings(l *List, layer *Layer, op *Op, ratio float32, clip Rect, yield func(ring []Point)) {
	t.each(l, layer, op, ratio, clip, func(ring []Point, closed bool) { yield(ring) })
}

// Lines yields what is seen of each path of a Stroke in device pixels, dashed.
// Lines are cut to clip, which the caller grows by the stroke's reach. A closed
// path stays closed if it is whole.
func (t *Tracer) Lines(l *List, layer *Layer, op *Op, ratio float32, clip Rect, yield func(line []Point, closed bool)) {
	dash := [2]float32{op.Dash[0] * ratio, op.Dash[1] * ratio}
	dashed := dash[0] > 0 && dash[1] > 0
	t.each(l, layer, op, ratio, clip, func(line []Point, closed bool) {
		if !dashed && clip.Covers(Bounds(line)) {
			yield(line, closed)
			return
		}
		if closed {
			line = append(line, line[0])
			t.line = line
		}
		t.pieces(line, clip, func(piece []Point, from float32) {
			if !dashed {
				yield(piece, false)
				return
			}
			t.dash = Dash(piece, dash, op.Phase*ratio+from, t.dash, func(d []Point) { yield(d, false) })
		})
	})
}

// pieces yields the parts of an open line that lie in clip, each with its
// distance from the line's start.
func (t *Tracer) pieces(line []Point, clip Rect, yield func(piece []Point, from float32)) {
	piece, start, length := t.piece[:0], float32(0), float32(0)
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		step := hypot(b.X-a.X, b.Y-a.Y)
		from, to, ok := ClipSegment(a, b, clip)
		if ok {
			if len(piece) == 0 {
				piece = append(piece, between(a, b, from))
				start = length + from*step
			}
			piece = append(piece, between(a, b, to))
		}
		if (!ok || to < 1) && len(piece) > 0 {
			yield(piece, start)
			piece = piece[:0]
		}
		length += step
	}
	if len(piece) > 0 {
		yield(piece, start)
	}
	t.piece = piece[:0]
}

// each yields the paths of an operation in device pixels.
func (t *Tracer) each(l *List, layer *Layer, op *Op, ratio float32, clip Rect, yield func([]Point, bool)) {
	if lines := op.Threads; lines != nil {
		m := layer.Transform.Then(Scale(ratio))
		for i := op.Paths.From; i < op.Paths.To; i++ {
			t.line = lines.Line(t.line[:0], i, op.Now, m)
			if len(t.line) > 0 && Bounds(t.line).Meets(clip) {
				yield(t.line, false)
			}
		}
		return
	}
	if s := op.Shape; s != nil {
		m := layer.Transform.Then(Scale(ratio))
		for i := range s.Rings {
			ring := &s.Rings[i]
			if !m.Bounds(ring.Bounds).Meets(clip) {
				continue
			}
			t.line = t.line[:0]
			for _, p := range s.Points[ring.Points.From:ring.Points.To] {
				t.line = append(t.line, m.Apply(p))
			}
			if len(t.line) > 0 {
				yield(t.line, ring.Closed)
			}
		}
		return
	}
	for _, path := range l.Paths[op.Paths.From:op.Paths.To] {
		t.line = t.line[:0]
		for _, p := range l.Points[path.Points.From:path.Points.To] {
			t.line = append(t.line, Point{p.X * ratio, p.Y * ratio})
		}
		if len(t.line) > 0 && Bounds(t.line).Meets(clip) {
			yield(t.line, path.Closed)
		}
	}
}

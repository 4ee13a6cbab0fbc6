package render

import "iter"

// Strokes yields a Stroke's parts that have one width each: itself, or, where
// its paths have widths of their own, one operation for each path.
func (l *List) Strokes(op *Op) iter.Seq[*Op] {
	return func(yield func(*Op) bool) {
		if op.Width > 0 || op.Shape != nil {
			yield(op)
			return
		}
		one := *op
		for i := op.Paths.From; i < op.Paths.To; i++ {
			one.Paths, one.Width = Span{i, i + 1}, l.Paths[i].Width
			if one.Width > 0 && !yield(&one) {
				return
			}
		}
	}
}

package render

import "iter"

// Strokes yields a Stroke's parts that have one width each: itself, or one
// operation for each of its threads.
func (l *List) Strokes(op *Op) iter.Seq[*Op] {
	return func(yield func(*Op) bool) {
		if op.Threads == nil {
			yield(op)
			return
		}
		one := *op
		for i := op.Paths.From; i < op.Paths.To; i++ {
			one.Paths, one.Width = Span{i, i + 1}, op.Threads.Lines[i].Width
			if one.Width > 0 && !yield(&one) {
				return
			}
		}
	}
}

package screen

import "dateline/render"

// split takes a kept layer apart: shapes are kept and move with the transform,
// but what stands before and after them is in CSS pixels and stays where it is.
// A layer without shapes is kept whole, whatever its transform. (What stands
// between two shapes is kept with them; that is wrong only in a flight.)
func split(list *render.List, y *render.Layer) (before, kept, after render.Layer) {
	before, kept, after = *y, *y, *y
	from, to := y.Ops.To, y.Ops.From
	for i := y.Ops.From; i < y.Ops.To; i++ {
		if list.Ops[i].Shape != nil {
			from, to = min(from, i), i+1
		}
	}
	if from >= to {
		before.Ops.To = y.Ops.From
		after.Ops.From = y.Ops.To
		kept.Transform = render.Identity
		return before, kept, after
	}
	before.Ops.To, after.Ops.From = from, to
	kept.Ops = render.Span{From: from, To: to}
	return before, kept, after
}

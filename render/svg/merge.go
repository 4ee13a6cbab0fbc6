package svg

import (
	"fmt"
	"strconv"

	"dateline/render"
)

// An entry is an operation of a layer in several lists, with the states in
// which it shows.
type entry struct {
	list  int // where it is taken from
	op    int32
	key   string // what it looks like
	shows []bool // by list
}

// entries puts the operations of the i-th layer of all lists into one sequence:
// every one that looks alike stands there once, as far as the order of painting
// allows, and that of every list is kept.
func (p *writer) entries(i int) []entry {
	var all []entry
	for n, list := range p.lists {
		y := &list.Layers[i]
		pinned := p.pinned(y.Name)
		if pinned && n > 0 {
			break
		}
		var own []entry
		for op := y.Ops.From; op < y.Ops.To; op++ {
			if p.opt.Only == nil || p.opt.Only(y, &list.Ops[op]) {
				e := entry{list: n, op: op, key: p.key(list, y, &list.Ops[op]), shows: make([]bool, len(p.lists))}
				for k := range e.shows {
					e.shows[k] = k == n || pinned
				}
				own = append(own, e)
			}
		}
		all = joined(all, own)
	}
	return all
}

// joined is the shortest sequence that holds both in their order. What stands
// in both shows in the states of either.
func joined(a, b []entry) []entry {
	// common[i][j] is the length of the longest sequence in both a[i:] and b[j:].
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].key == b[j].key {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	out := make([]entry, 0, len(a)+len(b))
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].key == b[j].key:
			for k, shows := range b[j].shows {
				a[i].shows[k] = a[i].shows[k] || shows
			}
			out = append(out, a[i])
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			out = append(out, a[i])
			i++
		default:
			out = append(out, b[j])
			j++
		}
	}
	return append(append(out, a[i:]...), b[j:]...)
}

// key tells operations apart that look different on the grid.
func (p *writer) key(list *render.List, y *render.Layer, op *render.Op) string {
	text := fmt.Appendf(nil, "%d %v %v %v %v %v %v ", op.Kind, op.Paint, p.fine(op.Radius), p.fine(op.Width), op.Dash, op.Phase, op.Butt)
	at := func(q render.Point) {
		text = strconv.AppendInt(append(text, ' '), int64(p.grid(q.X)), 10)
		text = strconv.AppendInt(append(text, ','), int64(p.grid(q.Y)), 10)
	}
	switch {
	case op.Kind == render.Circle || op.Kind == render.Ring:
		at(op.Center)
	case op.Kind == render.Text:
		text = fmt.Appendf(text, "%d %v %v %v", op.Face, op.Size, op.Halo, op.HaloPaint)
		for _, g := range list.Glyphs[op.Glyphs.From:op.Glyphs.To] {
			text = strconv.AppendInt(append(text, ' '), int64(g.ID), 10)
			at(g.At)
		}
	case op.Threads != nil:
		text = fmt.Appendf(text, "%p %v %v %v", op.Threads, op.Paths, op.Now, y.Transform)
	case op.Shape != nil:
		text = fmt.Appendf(text, "%p %v", op.Shape, y.Transform)
	default:
		for _, path := range list.Paths[op.Paths.From:op.Paths.To] {
			text = strconv.AppendBool(append(text, ';'), path.Closed)
			for _, q := range list.Points[path.Points.From:path.Points.To] {
				at(q)
			}
		}
	}
	return string(text)
}

// states writes the numbers of the states that show something as ranges:
// "0-3 7". A range that reaches the last state is left open: "5-"; so a style
// sheet can tell what shows first, ^="0", and what shows at last, $="-". What
// always shows needs no word.
func states(shows []bool) string {
	text, n := "", 0
	for i := 0; i < len(shows); i++ {
		if !shows[i] {
			continue
		}
		from := i
		for i+1 < len(shows) && shows[i+1] {
			i++
		}
		n += i - from + 1
		if text != "" {
			text += " "
		}
		text += strconv.Itoa(from)
		switch {
		case i == len(shows)-1:
			text += "-"
		case i > from:
			text += "-" + strconv.Itoa(i)
		}
	}
	if n == len(shows) {
		return ""
	}
	return text
}

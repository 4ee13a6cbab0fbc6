package raster

import (
	"dateline/render"
	"dateline/render/font"
)

// op draws one operation.
func (d *Drawer) op(list *render.List, y *render.Layer, op *render.Op, pal *render.Palette, faces *font.Set, ratio float32) {
	seen := d.pen.bounds()
	switch op.Kind {
	case render.Fill:
		d.trace.Rings(list, y, op, ratio, seen, d.pen.ring)
	case render.Stroke:
		for op := range list.Strokes(op) {
			half := op.Width / 2 * ratio
			d.stroke.begin(&d.pen, half, op.Butt)
			d.trace.Lines(list, y, op, ratio, seen.Grow(half+1), d.stroke.line)
			if op.Paths.To-op.Paths.From == 1 {
				d.show(pal, op.Paint)
			}
		}
	case render.Circle:
		d.pen.circle(scaled(op.Center, ratio), op.Radius*ratio, false)
	case render.Ring:
		half := op.Width / 2
		d.pen.circle(scaled(op.Center, ratio), (op.Radius+half)*ratio, false)
		d.pen.circle(scaled(op.Center, ratio), (op.Radius-half)*ratio, true)
	case render.Text:
		d.text(list, op, pal, faces, ratio)
		return
	}
	d.show(pal, op.Paint)
}

func scaled(p render.Point, k float32) render.Point { return render.Point{X: p.X * k, Y: p.Y * k} }

package screen

import (
	"fmt"
	"image"
	"image/color"
	"reflect"
	"testing"

	"dateline/render"
)

// The sum of an operation is another as soon as anything is that its triangles
// depend on.
func TestSum(t *testing.T) {
	shape := &render.Shape{Name: "coast", Points: []render.Point{{X: 1}}}
	clip := image.Rect(0, 0, 90, 80)
	// sums is the sum of an operation of each sort, of a list that change may
	// change.
	sums := func(change func(*Screen, *render.List, *image.Rectangle)) (out []hash) {
		l := new(render.List)
		l.Begin(render.Layer{Name: "all", Transform: render.Affine{A: 2, E: 2}})
		l.Add(render.Op{Kind: render.Stroke, Paths: l.Path(false, render.Point{X: 1}, render.Point{Y: 1})})
		l.Add(render.Op{Kind: render.Fill, Shape: shape})
		l.Glyphs = append(l.Glyphs, render.Glyph{ID: 7})
		l.Add(render.Op{Kind: render.Text, Glyphs: render.Span{To: 1}})
		s := &Screen{ratio: 1, view: image.Rect(0, 0, 100, 100), list: l}
		s.keeper.colors = colorKey(&render.Palette{Colors: []color.NRGBA{{1, 2, 3, 4}}})
		within := clip
		change(s, l, &within)
		s.tape.setting = s.setting()
		for i := range l.Ops {
			out = append(out, s.sum(&l.Layers[0], &l.Ops[i], within))
		}
		return out
	}
	same := sums(func(*Screen, *render.List, *image.Rectangle) {})
	// differ holds that all operations have other sums, or that one has.
	differ := func(what string, ops []int, change func(*Screen, *render.List, *image.Rectangle)) {
		t.Helper()
		got := sums(change)
		for _, i := range ops {
			if got[i] == same[i] {
				t.Errorf("%s: operation %d has the sum that it had", what, i)
			}
		}
	}
	all := []int{0, 1, 2}
	differ("ratio", all, func(s *Screen, _ *render.List, _ *image.Rectangle) { s.ratio = 2 })
	differ("view", all, func(s *Screen, _ *render.List, _ *image.Rectangle) { s.view.Max.X++ })
	differ("origin", all, func(s *Screen, _ *render.List, _ *image.Rectangle) { s.origin.Y++ })
	differ("palette", all, func(s *Screen, _ *render.List, _ *image.Rectangle) { s.keeper.colors++ })
	differ("clip", all, func(_ *Screen, _ *render.List, clip *image.Rectangle) { clip.Min.X++ })
	differ("atlas", []int{2}, func(s *Screen, _ *render.List, _ *image.Rectangle) { s.atlas.version++ })
	differ("glyph", []int{2}, func(_ *Screen, l *render.List, _ *image.Rectangle) { l.Glyphs[0].ID++ })
	differ("place of a glyph", []int{2}, func(_ *Screen, l *render.List, _ *image.Rectangle) { l.Glyphs[0].At.Y++ })
	differ("point", []int{0}, func(_ *Screen, l *render.List, _ *image.Rectangle) { l.Points[1].Y++ })
	differ("closed path", []int{0}, func(_ *Screen, l *render.List, _ *image.Rectangle) { l.Paths[0].Closed = true })
	differ("transform", []int{1}, func(_ *Screen, l *render.List, _ *image.Rectangle) { l.Layers[0].Transform.F++ })
	differ("shape", []int{1}, func(_ *Screen, l *render.List, _ *image.Rectangle) {
		l.Ops[1].Shape = &render.Shape{Name: "border", Points: shape.Points}
	})
	// Every field of an operation but those that point elsewhere.
	var alter func(what string, index []int, v reflect.Type)
	alter = func(what string, index []int, v reflect.Type) {
		if v.Kind() == reflect.Struct || v.Kind() == reflect.Array {
			for i := range size(v) {
				alter(fmt.Sprint(what, " ", i), append(index[:len(index):len(index)], i), part(v, i))
			}
			return
		}
		differ(what, all, func(_ *Screen, l *render.List, _ *image.Rectangle) {
			for i := range l.Ops {
				f := reflect.ValueOf(&l.Ops[i]).Elem()
				for _, k := range index {
					if f.Kind() == reflect.Array {
						f = f.Index(k)
					} else {
						f = f.Field(k)
					}
				}
				switch {
				case f.CanFloat():
					f.SetFloat(f.Float() + 0.5)
				case f.CanUint():
					f.SetUint(f.Uint() + 1)
				case f.Kind() == reflect.Bool:
					f.SetBool(!f.Bool())
				default:
					t.Fatalf("%s is %s, which this test does not know", what, f.Type())
				}
			}
		})
	}
	op := reflect.TypeFor[render.Op]()
	for i := range op.NumField() {
		switch name := op.Field(i).Name; name {
		case "Kind", "Paths", "Shape", "Glyphs", "Name", "Threads", "Now":
		default:
			alter(name, []int{i}, op.Field(i).Type)
		}
	}
}

func size(v reflect.Type) int {
	if v.Kind() == reflect.Array {
		return v.Len()
	}
	return v.NumField()
}

func part(v reflect.Type, i int) reflect.Type {
	if v.Kind() == reflect.Array {
		return v.Elem()
	}
	return v.Field(i).Type
}

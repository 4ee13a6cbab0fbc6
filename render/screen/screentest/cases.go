// Screentest draws the test pictures in a browser with the screen package and
// sends the pixels back to its test, which compares them with those of the
// raster package.
package main

import (
	"dateline/render"
	"dateline/render/font"
	"dateline/render/golden"
	"dateline/render/rendertest"
)

// A scenario is a list drawn on the screen after some others.
type scenario struct {
	name   string
	ratio  float64
	before []*render.List // drawn first, at rest
	hurry  bool           // … in a hurry
	keep   *render.List   // kept before the flight
	list   *render.List
	flying bool
	inset  int  // the list is drawn into a part of the image, so far from its corner
	amend  bool // all lists are drawn with Amend, over each other
	tol    golden.Tolerance
	like   string // an earlier scenario whose picture is the same to the last bit
}

// alike is how near the screen is held to the raster package.
var alike = golden.Tolerance{Mean: 0.5, Off: 48, Share: 0.001}

func scenarios(faces *font.Set) []scenario {
	picture := func() *render.List { return rendertest.Picture(faces) }
	zoomed := func(k, x, y float32) *render.List {
		l := picture()
		t := &l.Layers[0].Transform
		*t = t.Then(render.Affine{A: k, B: -0.05, C: x, D: 0.05, E: k, F: y})
		return l
	}
	clipped := picture()
	for i := range clipped.Layers {
		clipped.Layers[i].Clip = clipped.Layers[i].Clip.Intersect(render.Rect{Min: render.Point{X: 40, Y: 30}, Max: render.Point{X: 399.6, Y: 255}})
	}
	transparent := picture()
	transparent.Layers = transparent.Layers[1:]
	soft := golden.Tolerance{Mean: 1, Off: 64, Share: 0.002} // a texture that is stretched
	return []scenario{
		{name: "picture", ratio: 1, list: picture(), tol: alike},
		{name: "picture@1.5", ratio: 1.5, list: picture(), tol: alike},
		{name: "picture@2", ratio: 2, list: picture(), tol: alike},
		{name: "clear", ratio: 1, list: transparent, tol: alike},
		{name: "clipped", ratio: 1, list: clipped, tol: alike},
		{name: "inset", ratio: 1, list: picture(), inset: 37, tol: alike},
		{name: "lines", ratio: 1, list: lines(faces), tol: alike},
		{name: "lines@2", ratio: 2, list: lines(faces), tol: alike},
		{name: "rest", ratio: 1, before: []*render.List{picture()}, list: zoomed(1.4, -100, -40), tol: alike},
		{name: "in", ratio: 1, before: []*render.List{picture()}, list: zoomed(1.4, -100, -40), flying: true, tol: soft},
		{name: "out", ratio: 1, before: []*render.List{zoomed(3, -480, -300), picture()}, list: zoomed(0.8, 60, 30), flying: true, tol: soft},
		{name: "two", ratio: 1, before: []*render.List{zoomed(1.8, -240, -150), picture()}, list: zoomed(1.6, -160, -90), flying: true, tol: soft},
		{name: "kept", ratio: 1, before: []*render.List{picture()}, keep: zoomed(1.6, -160, -90), list: zoomed(1.6, -160, -90), flying: true, tol: alike},
		{name: "hurried", ratio: 1, before: []*render.List{zoomed(1.8, -240, -150)}, hurry: true, list: zoomed(1.8, -240, -150), tol: alike},
		{name: "hurried-on", ratio: 1, before: []*render.List{zoomed(1.8, -240, -150)}, hurry: true, keep: zoomed(1.8, -240, -150), list: zoomed(1.8, -220, -140), flying: true, tol: alike},
		{name: "moving", ratio: 1, before: []*render.List{moving(picture())}, list: moving(zoomed(1.3, -90, -40)), tol: alike},
		{name: "threads", ratio: 1, list: threads(60), tol: alike},
		{name: "baked", ratio: 1, before: []*render.List{threads(60)}, list: threads(60), tol: alike},
		{name: "baked@2", ratio: 2, before: []*render.List{threads(60)}, list: threads(60), tol: alike},
		{name: "baked-on", ratio: 1, before: []*render.List{threads(20), threads(40)}, list: threads(60), tol: alike, like: "baked"},
		{name: "baked-once", ratio: 1, list: threadsBy(1, 75), tol: alike},
		{name: "baked-back", ratio: 1, before: []*render.List{threadsBy(1, 80)}, list: threadsBy(1, 75), tol: alike, like: "baked-once"},
		{name: "growing-rest", ratio: 1, list: growing(0.4), tol: alike},
		{name: "growing-0", ratio: 1, before: []*render.List{growing(0.8)}, list: growing(0), flying: true, tol: alike},
		{name: "growing-4", ratio: 1, list: growing(0.4), flying: true, tol: alike},
		{name: "growing-kept", ratio: 1, before: []*render.List{growing(0)}, keep: growing(0.9), list: growing(0.4), flying: true, tol: alike, like: "growing-4"},
		{name: "growing-6@2", ratio: 2, list: growing(0.6), flying: true, tol: alike},
		{name: "growing-1", ratio: 1, list: growing(0.999), flying: true, tol: alike},
		{name: "baked-in", ratio: 1, before: []*render.List{threads(20)}, list: turned(threads(20), 1.04), flying: true, tol: soft},
		{name: "baked-out", ratio: 1, before: []*render.List{threads(20)}, list: turned(threads(20), 0.96), flying: true, tol: soft},
		{name: "growing-in", ratio: 1, before: []*render.List{growing(0.2)}, list: turned(growing(0.45), 1.04), flying: true, tol: soft},
		{name: "stepped", ratio: 1, list: stepped(faces, 5), tol: alike},
		{name: "amended", ratio: 1, amend: true, before: []*render.List{stepped(faces, 1), stepped(faces, 2), stepped(faces, 9), stepped(faces, 4)}, list: stepped(faces, 5), tol: alike, like: "stepped"},
		{name: "bare", ratio: 1, before: []*render.List{zoomed(6, -1300, -800)}, list: picture(), flying: true, tol: alike},
	}
}

// stepped is a picture at a step of a scrub: a line has grown so far, a mark has
// moved, a word has come in, and from the fourth on there is a disc more.
func stepped(faces *font.Set, n int) *render.List {
	l := rendertest.Picture(faces)
	ink := func(i render.Ink, alpha float32) render.Paint { return render.Paint{Ink: i, Alpha: alpha} }
	l.Begin(render.Layer{Name: "steps", Clip: render.Rect{Max: render.Point{X: l.Width, Y: l.Height}}, Transform: render.Identity})
	at := float32(n) * 23.4
	if n >= 4 {
		l.Add(render.Op{Kind: render.Circle, Paint: ink(rendertest.Hot, 0.6), Center: render.Point{X: 60, Y: 62}, Radius: 14})
	}
	l.Add(render.Op{Kind: render.Stroke, Paint: ink(rendertest.Cold, 0.8), Width: 5, Paths: l.Path(false, rendertest.Arc(30, 40, 60+at, 80+at/2, 0.2, 20)...)})
	l.Add(render.Op{Kind: render.Ring, Paint: ink(rendertest.Word, 1), Center: render.Point{X: 30 + at, Y: 200}, Radius: 7, Width: 2})
	rendertest.Words(l, faces, 0, 13, 40, 190, "Amended", ink(rendertest.Word, float32(n)/9), 1.5)
	return l
}

// moving makes all layers of a list moving ones.
func moving(l *render.List) *render.List {
	for i := range l.Layers {
		l.Layers[i].Still, l.Layers[i].Key = false, 0
	}
	return l
}

// threads is n lines with widths of their own in a baked layer.
func threads(n int) *render.List { return threadsBy(20, n) }

// threadsBy is the same in operations of so many lines each.
func threadsBy(each, n int) *render.List {
	l := sheet()
	l.Begin(render.Layer{Name: "threads", Key: uint64(n), Still: true, Baked: true, Clip: threadsClip, Transform: shrunk})
	all := skein(max(60, n))
	for i := 0; i < n; i += each {
		l.Add(render.Op{Kind: render.Stroke, Butt: true, Paint: render.Paint{Ink: rendertest.Cold, Alpha: 0.85}, Threads: all, Paths: render.Span{From: int32(i), To: int32(i + each)}, Now: 1})
	}
	return l
}

var (
	threadsClip = render.Rect{Min: render.Point{X: 10, Y: 12}, Max: render.Point{X: 350, Y: 230}}
	shrunk      = render.Affine{A: 0.8, B: 0.1, C: 20, D: -0.1, E: 0.8, F: 40}
)

// skein is n threads that grow between the times 0 and 1, as one does that is
// slow at both ends.
func skein(n int) *render.Threads {
	t := &render.Threads{Name: "skein"}
	const steps = 6
	for i := range n {
		at := float32(i%60) + 0.07*float32(i/60)
		from := int32(len(t.Points))
		t.Points = append(t.Points, rendertest.Arc(4, 6+at*3.8, 356, 230-at*2.6, 0.12, steps)...)
		for k := range steps + 1 {
			t.Shares = append(t.Shares, float32(k*k*(3*steps-2*k))/(steps*steps*steps))
		}
		t.Lines = append(t.Lines, render.Thread{Points: render.Span{From: from, To: int32(len(t.Points))}, Width: 0.6 + float32(i%7)*0.45, To: 1, Since: -1, Until: render.Ever})
	}
	return t
}

// turned is a list whose threads are seen k times as large, and turned a little.
func turned(l *render.List, k float32) *render.List {
	t := &l.Layers[len(l.Layers)-1].Transform
	*t = t.Then(render.Affine{A: k, B: -0.05, C: 180 * (1 - k), D: 0.05, E: k, F: 120 * (1 - k)})
	return l
}

// growing is threads at a time between 0 and 1, in which some grow, some come at
// once and others go.
func growing(now float32) *render.List {
	l := sheet()
	l.Begin(render.Layer{Name: "coming", Key: 1, While: [2]float32{0, 1}, Clip: threadsClip, Transform: shrunk})
	all := skein(60)
	for i := range all.Lines {
		switch t := &all.Lines[i]; {
		case i >= 50:
			t.From, t.To, t.Until = -1, -1, 0.3+float32(i)/100
		case i >= 40:
			t.From, t.To, t.Since = -1, -1, float32(i)/80
		case i >= 20:
			t.From, t.To = float32(i)/50, 2
		}
	}
	for i, ink := range []render.Ink{rendertest.Cold, rendertest.Hot, rendertest.Cold, rendertest.Hot, rendertest.Word, rendertest.Hot} {
		l.Add(render.Op{Kind: render.Stroke, Butt: true, Paint: render.Paint{Ink: ink, Alpha: 0.85 - float32(i)/10}, Threads: all, Paths: render.Span{From: int32(10 * i), To: int32(10*i + 10)}, Now: now})
	}
	return l
}

// sheet is an empty picture.
func sheet() *render.List {
	l := new(render.List)
	l.Reset(360, 240)
	l.Begin(render.Layer{Name: "paper", Clip: render.Rect{Max: render.Point{X: 360, Y: 240}}, Transform: render.Identity})
	l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Ink: rendertest.Paper, Alpha: 1}, Paths: l.Path(true, render.Point{}, render.Point{X: 360}, render.Point{X: 360, Y: 240}, render.Point{Y: 240})})
	return l
}

// lines is strokes of every width, cap and turn, and fills with corners.
func lines(faces *font.Set) *render.List {
	l := new(render.List)
	l.Reset(360, 240)
	whole := render.Rect{Max: render.Point{X: 360, Y: 240}}
	l.Begin(render.Layer{Name: "lines", Clip: whole, Transform: render.Identity})
	solid := func(i render.Ink) render.Paint { return render.Paint{Ink: i, Alpha: 1} }
	l.Add(render.Op{Kind: render.Fill, Paint: solid(rendertest.Paper), Paths: l.Path(true, render.Point{}, render.Point{X: 360}, render.Point{X: 360, Y: 240}, render.Point{Y: 240})})
	for i, w := range []float32{0.5, 0.75, 1, 1.5, 2, 3, 5, 8} {
		x := 20 + 42*float32(i)
		zig := []render.Point{{X: x, Y: 20}, {X: x + 22, Y: 30}, {X: x + 2, Y: 45}, {X: x + 20, Y: 70.5}, {X: x + 20, Y: 90}}
		l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Ink: rendertest.Word, Alpha: 0.7}, Width: w, Butt: i%2 == 1, Paths: l.Path(false, zig...)})
		l.Add(render.Op{Kind: render.Stroke, Paint: solid(rendertest.Hot), Width: w, Butt: i%2 == 0, Paths: l.Path(false, render.Point{X: x, Y: 100.5}, render.Point{X: x + 30, Y: 100.5})})
		l.Add(render.Op{Kind: render.Stroke, Paint: solid(rendertest.Cold), Width: w, Dash: [2]float32{3 + w, 2 + w}, Butt: i%2 == 0,
			Paths: l.Path(false, rendertest.Arc(x, 115, x+30, 135, 0.4, 16)...)})
		l.Add(render.Op{Kind: render.Ring, Paint: solid(rendertest.Cold), Center: render.Point{X: x + 14, Y: 155}, Radius: 10, Width: w})
		l.Add(render.Op{Kind: render.Circle, Paint: solid(rendertest.Hot), Center: render.Point{X: x + 14.3, Y: 155.2}, Radius: 0.6 + w/2})
		star := []render.Point{{X: x + 14, Y: 175}, {X: x + 18, Y: 186}, {X: x + 30, Y: 187}, {X: x + 20, Y: 194}, {X: x + 24, Y: 206},
			{X: x + 14, Y: 198}, {X: x + 4, Y: 206}, {X: x + 8, Y: 194}, {X: x - 2, Y: 187}, {X: x + 10, Y: 186}}
		l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Ink: rendertest.Cold, Alpha: 0.8}, Paths: l.Path(true, star...)})
		l.Add(render.Op{Kind: render.Stroke, Paint: solid(rendertest.Word), Width: w, Paths: l.Path(true,
			render.Point{X: x, Y: 215}, render.Point{X: x + 30, Y: 215}, render.Point{X: x + 15, Y: 230})})
	}
	rendertest.Words(l, faces, 0, 11, 12.6, 14.2, "Illegible? No: 11 px, 1234567890", solid(rendertest.Word), 0)
	return l
}

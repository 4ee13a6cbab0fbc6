package main

import (
	"fmt"
	"image"
	"runtime"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"dateline/render"
	"dateline/render/font"
	"dateline/render/rendertest"
	"dateline/render/screen"
)

func main() {
	faces := new(font.Set)
	for _, name := range []string{"regular", "bold"} {
		face, err := font.Parse(fetch("/font/" + name))
		if err != nil {
			panic(err)
		}
		faces.Faces = append(faces.Faces, face)
	}
	if err := ebiten.RunGame(&game{faces: faces, todo: scenarios(faces)}); err != nil {
		panic(err)
	}
}

// A game draws one scenario a frame and sends it off, then measures.
type game struct {
	faces *font.Set
	todo  []scenario
	speed speed
}

func (g *game) Update() error              { return nil }
func (g *game) Layout(w, h int) (int, int) { return w, h }

func (g *game) Draw(dst *ebiten.Image) {
	if len(g.todo) > 0 {
		s := g.todo[0]
		g.todo = g.todo[1:]
		send("/pixels/"+s.name, g.pixels(s))
		return
	}
	if text := g.speed.frame(g.faces); text != "" {
		send("/figures", []byte(text))
	}
}

func (g *game) pixels(s scenario) []byte {
	w, h := int(float64(s.list.Width)*s.ratio), int(float64(s.list.Height)*s.ratio)
	in := image.Rect(s.inset, s.inset, s.inset+w, s.inset+h)
	whole := ebiten.NewImage(w+2*s.inset, h+2*s.inset)
	img := whole.SubImage(in).(*ebiten.Image)
	sc, pal := screen.New(g.faces), rendertest.Palette()
	draw := sc.Draw
	if s.amend {
		draw = sc.Amend
	}
	sc.Hurry(s.hurry)
	for _, l := range s.before {
		draw(img, l, pal, s.ratio, true)
	}
	sc.Hurry(false)
	if sc.Tight() != s.hurry {
		panic(fmt.Sprintf("%s: drawn in a hurry: %v; tight: %v", s.name, s.hurry, sc.Tight()))
	}
	if s.keep != nil {
		sc.Keep(s.keep, pal, s.ratio)
		if sc.Tight() {
			panic(s.name + ": it is tight still")
		}
	}
	if !s.amend {
		img.Clear()
	}
	draw(img, s.list, pal, s.ratio, !s.flying)
	pix := make([]byte, 4*w*h)
	img.ReadPixels(pix)
	return pix
}

// A speed draws a full picture at 1440 × 600, once a frame, and measures.
type speed struct {
	n             int
	image         *ebiten.Image
	screen        *screen.Screen
	list          *render.List
	first, own    time.Duration
	fine          time.Duration // the first at ratio 2
	allocs, bytes uint64
}

func (s *speed) frame(faces *font.Set) (done string) {
	const warm, last = 20, 120
	if s.n == 0 {
		s.image, s.screen, s.list = ebiten.NewImage(1440, 600), screen.New(faces), big(faces)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	s.screen.Draw(s.image, s.list, rendertest.Palette(), 1, true)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	s.n++
	switch {
	case s.n == 1:
		s.first = took
	case s.n > warm && s.n <= last:
		s.own += took
		s.allocs += after.Mallocs - before.Mallocs
		s.bytes += after.TotalAlloc - before.TotalAlloc
	}
	if s.n != last {
		return ""
	}
	const n = last - warm
	sharp := screen.New(faces)
	double := ebiten.NewImage(2880, 1200)
	start = time.Now()
	sharp.Draw(double, s.list, rendertest.Palette(), 2, true)
	s.fine = time.Since(start)
	return fmt.Sprintf("first Draw %v, at ratio 2 %v; then %v, %.1f allocations, %.0f bytes a Draw (palette and measuring among them)",
		s.first, s.fine, s.own/n, float64(s.allocs)/n, float64(s.bytes)/n)
}

func big(faces *font.Set) *render.List {
	l := new(render.List)
	l.Reset(1440, 600)
	whole := render.Rect{Max: render.Point{X: 1440, Y: 600}}
	coast := rendertest.Island("coast", 24000, 5)
	ink := func(i render.Ink) render.Paint { return render.Paint{Ink: i, Alpha: 1} }
	l.Begin(render.Layer{Name: "base", Still: true, Clip: whole, Transform: render.Affine{A: 300, C: 720, E: 300, F: 300}})
	l.Add(render.Op{Kind: render.Fill, Paint: ink(rendertest.Land), Shape: coast})
	l.Add(render.Op{Kind: render.Stroke, Paint: ink(rendertest.Coast), Shape: coast, Width: 1})
	l.Begin(render.Layer{Name: "flows", Clip: whole, Transform: render.Identity})
	for i := range 60 {
		y := float32(i) * 9
		l.Add(render.Op{Kind: render.Stroke, Paint: ink(rendertest.Hot), Width: 2, Paths: l.Path(false, rendertest.Arc(100, 40+y, 1300, 90+y, 0.1, 40)...)})
		l.Add(render.Op{Kind: render.Circle, Paint: ink(rendertest.Cold), Center: render.Point{X: 100, Y: 40 + y}, Radius: 4})
		rendertest.Words(l, faces, 0, 13, 110, 40+y, fmt.Sprintf("Label no. %d", i), ink(rendertest.Word), 1.5)
	}
	return l
}

func fetch(url string) []byte {
	got := make(chan []byte)
	js.Global().Call("fetch", url).Call("then", js.FuncOf(func(_ js.Value, a []js.Value) any {
		return a[0].Call("arrayBuffer")
	})).Call("then", js.FuncOf(func(_ js.Value, a []js.Value) any {
		data := js.Global().Get("Uint8Array").New(a[0])
		b := make([]byte, data.Length())
		js.CopyBytesToGo(b, data)
		go func() { got <- b }()
		return nil
	}))
	return <-got
}

func send(url string, data []byte) {
	body := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(body, data)
	js.Global().Call("fetch", url, map[string]any{"method": "POST", "body": body})
}

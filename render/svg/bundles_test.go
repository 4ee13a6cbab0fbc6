package svg_test

import (
	"strings"
	"testing"

	"dateline/render"
	"dateline/render/rendertest"
	"dateline/render/svg"
)

// Of lines that come in one after another every one is written once, with those
// that show when it does, in a picture as wide as its bleed makes it.
func TestBundles(t *testing.T) {
	crowd := &render.Threads{Name: "crowd"}
	for k, width := range []float32{1, 1, 2.05} {
		y := float32(10 * (k + 1))
		crowd.Points = append(crowd.Points, render.Point{X: 10, Y: y}, render.Point{X: 90, Y: y})
		crowd.Shares = append(crowd.Shares, 0, 1)
		crowd.Lines = append(crowd.Lines, render.Thread{Points: render.Span{From: int32(2 * k), To: int32(2*k + 2)}, Width: width, From: float32(k), To: float32(k + 1), Until: render.Ever})
	}
	lists := make([]*render.List, 4)
	for state := range lists {
		l := new(render.List)
		l.Reset(100, 50)
		whole := render.Rect{Max: render.Point{X: 100, Y: 50}}
		l.Begin(render.Layer{Name: "other", Clip: whole, Transform: render.Identity})
		line(l, 1, 3)
		l.Begin(render.Layer{Name: "crowd", Clip: whole, Transform: render.Identity})
		for k := range int32(state) { // one more at every state
			l.Add(render.Op{Kind: render.Stroke, Threads: crowd, Paths: render.Span{From: k, To: k + 1}, Now: float32(k + 1), Paint: render.Paint{Ink: 1, Alpha: 1}, Butt: true})
		}
		lists[state] = l
	}
	got := svg.Bundles(lists[1:], rendertest.Palette(), `:root { --dl-a: "x" }`, svg.Options{
		Vars: true, Grid: 1, Bleed: 20, Only: func(y *render.Layer, _ *render.Op) bool { return y.Name == "crowd" }})
	if len(got) != 3 || got[0].States != "" || got[1].States != "1-" || got[2].States != "2-" {
		t.Fatalf("bundles of the states %+v, want all, from 1 and from 2 on", got)
	}
	for i, y := range []string{"10", "20", "30"} {
		text := string(got[i].SVG)
		if !strings.Contains(text, `viewBox="-20 0 140 50"`) || strings.Count(text, "<path") != 1 || !strings.Contains(text, `d="m10 `+y+`h80"`) && !strings.Contains(text, `d="m10 `+y+` 80 0"`) {
			t.Errorf("bundle %d is\n%s", i, text)
		}
	}
	if text := string(got[2].SVG); !strings.Contains(text, `stroke-width="2"`) || !strings.Contains(text, "--dl-a: &#34;x&#34;") {
		t.Errorf("width and style are not as they should be:\n%s", text)
	}
}

func line(l *render.List, ink render.Ink, width float32) {
	at := int32(len(l.Points))
	l.Points = append(l.Points, render.Point{X: 1, Y: 1}, render.Point{X: 9, Y: 9})
	l.Paths = append(l.Paths, render.Path{Points: render.Span{From: at, To: at + 2}})
	n := int32(len(l.Paths))
	l.Add(render.Op{Kind: render.Stroke, Paths: render.Span{From: n - 1, To: n}, Width: width, Paint: render.Paint{Ink: ink, Alpha: 1}})
}

package svg_test

import (
	"bytes"
	"fmt"
	"image"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/render"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/render/rendertest"
	"dateline/render/rendertest/browser"
	"dateline/render/svg"
)

// states are four pictures that have much in common: each lacks some of the
// sample's operations, and one of them has moved.
func states(t testing.TB) []*render.List {
	var out []*render.List
	from := rendertest.Picture(rendertest.Faces(t, "../.."))
	for n := range 4 {
		l := new(render.List)
		*l = *from
		l.Ops, l.Layers = nil, nil
		for _, y := range from.Layers {
			first := int32(len(l.Ops))
			for i := y.Ops.From; i < y.Ops.To; i++ {
				op := from.Ops[i]
				if n == 3 && op.Kind == render.Circle {
					op.Center.X += 5
				}
				if n == 0 || i == 0 || (int(i)+n)%3 != 0 {
					l.Ops = append(l.Ops, op)
				}
			}
			y.Ops = render.Span{From: first, To: int32(len(l.Ops))}
			l.Layers = append(l.Layers, y)
		}
		out = append(out, l)
	}
	return out
}

func together(t testing.TB, lists []*render.List, opt svg.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := svg.WriteStates(&b, lists, rendertest.Palette(), rendertest.Faces(t, "../.."), opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// elements lists a picture's elements as they show in one state, in paint
// order, references resolved.
func elements(text string, state int) []string {
	outlines := map[string]string{}
	for _, m := range regexp.MustCompile(`<path id="([^"]+)" d="([^"]*)"/>`).FindAllStringSubmatch(text, -1) {
		outlines[m[1]] = m[2]
	}
	text = regexp.MustCompile(`(?s)<defs>.*?</defs>`).ReplaceAllString(text, "")
	text = regexp.MustCompile(`<use href="#(\w+)"([^>]*)/>`).ReplaceAllStringFunc(text, func(use string) string {
		id, paint, _ := strings.Cut(use[len(`<use href="#`):len(use)-len("/>")], `"`)
		return "<path" + paint + ` d="` + outlines[id] + `"/>`
	})
	var out []string
	hidden, depth := 0, 0 // depth of the group that hides, depth now
	for _, tag := range regexp.MustCompile(`<[^>]+>`).FindAllString(text, -1) {
		mark := regexp.MustCompile(`data-s="([^"]*)"`).FindStringSubmatch(tag)
		switch {
		case strings.HasPrefix(tag, "</"):
			if depth == hidden {
				hidden = 0
			}
			depth--
			continue
		case !strings.HasSuffix(tag, "/>"):
			depth++
		}
		if mark != nil && hidden == 0 && !within(mark[1], state) {
			hidden = depth
		}
		if hidden == 0 && mark == nil && !strings.HasPrefix(tag, "<g class=") { // a layer may be empty
			out = append(out, tag)
		}
	}
	return out
}

func within(ranges string, state int) bool {
	for _, r := range strings.Fields(ranges) {
		from, to, span := strings.Cut(r, "-")
		a, _ := strconv.Atoi(from)
		b, err := strconv.Atoi(to)
		if !span {
			b = a
		} else if err != nil {
			b = 1 << 30
		}
		if a <= state && state <= b {
			return true
		}
	}
	return false
}

// In every state, what shows of the picture of all is the picture of that state
// alone; and what they have in common is written once.
func TestStates(t *testing.T) {
	lists := states(t)
	opt := svg.Options{Simplify: -1}
	all := together(t, lists, opt)
	for n, l := range lists {
		one := together(t, []*render.List{l}, opt)
		if got, want := elements(all, n), elements(one, 0); !slices.Equal(got, want) {
			t.Errorf("state %d: %d elements, not %d\n%s\n\n%s", n, len(got), len(want), strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	// The first has all but the circles that have moved.
	if first := together(t, lists[:1], opt); len(all) > len(first)*11/10 {
		t.Errorf("%d bytes together, %d the first alone", len(all), len(first))
	}
}

// The same in a browser, against the rasteriser.
func TestStatesSameAsRaster(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	lists, faces := states(t), rendertest.Faces(t, "../..")
	text := together(t, lists, svg.Options{Simplify: -1})
	for n, l := range lists {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, `<!doctype html><meta charset=utf-8><style>body{margin:0}svg{display:block;width:480px;height:300px}</style>%s
				<script>document.querySelectorAll("[data-s]").forEach(g => {
					const on = g.dataset.s.split(" ").some(r => { const [a, b] = r.split("-"); return a <= %d && (b === undefined ? a == %d : b === "" || b >= %d) });
					g.style.display = on ? "" : "none";
				})</script>`, text, n, n, n)
		}))
		got := browser.Open(t, server.URL, 480, 300, 1).Picture()
		server.Close()
		want := image.NewRGBA(image.Rect(0, 0, 480, 300))
		raster.Draw(want, l, rendertest.Palette(), faces, raster.Options{})
		golden.Compare(t, fmt.Sprintf("state-%d.png", n), want, got, golden.Tolerance{Mean: 1, Off: 64, Share: 0.005})
	}
}

// States of different sizes are no states of one picture.
func TestStatesAlike(t *testing.T) {
	a, b := new(render.List), new(render.List)
	a.Reset(100, 100)
	b.Reset(100, 90)
	if svg.WriteStates(io.Discard, []*render.List{a, b}, rendertest.Palette(), rendertest.Faces(t, "../.."), svg.Options{}) == nil {
		t.Error("two sizes became one picture")
	}
}

// A track that is drawn wider keeps its marks' size: they stand at a share of
// its width.
func TestElastic(t *testing.T) {
	l := new(render.List)
	l.Reset(200, 150)
	l.Begin(render.Layer{Name: "axis", Clip: render.Rect{Min: render.Point{Y: 100}, Max: render.Point{X: 200, Y: 150}}, Transform: render.Identity})
	ink := render.Paint{Ink: 1, Alpha: 1}
	l.Add(render.Op{Kind: render.Fill, Paint: ink, Paths: l.Path(true, render.Point{X: 110, Y: 100}, render.Point{X: 200, Y: 100}, render.Point{X: 200, Y: 150}, render.Point{X: 110, Y: 150})})
	l.Add(render.Op{Kind: render.Stroke, Width: 2, Butt: true, Paint: ink, Paths: l.Path(false, render.Point{X: 20, Y: 130}, render.Point{X: 180, Y: 130})})
	l.Add(render.Op{Kind: render.Circle, Center: render.Point{X: 60, Y: 130}, Radius: 6, Paint: ink})
	l.Add(render.Op{Kind: render.Circle, Center: render.Point{X: 190, Y: 130}, Radius: 6, Paint: ink})
	golden.Text(t, "testdata/elastic.svg", together(t, []*render.List{l}, svg.Options{Elastic: svg.Elastic{From: 20, To: 180, Top: 100}}))
}

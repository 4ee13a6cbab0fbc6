package svg_test

import (
	"bytes"
	"compress/flate"
	"encoding/xml"
	"image"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/render"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/render/rendertest"
	"dateline/render/rendertest/browser"
	"dateline/render/svg"
)

func write(t testing.TB, l *render.List, opt svg.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Write(&b, l, rendertest.Palette(), rendertest.Faces(t, "../.."), opt); err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
	for {
		if _, err := d.Token(); err == io.EOF {
			return b.String()
		} else if err != nil {
			t.Fatalf("not XML: %v\n%s", err, b.String())
		}
	}
}

func TestGolden(t *testing.T) {
	l := rendertest.Picture(rendertest.Faces(t, "../.."))
	golden.Text(t, "testdata/picture.svg", write(t, l, svg.Options{}))
	golden.Text(t, "testdata/page.svg", write(t, l, svg.Options{Vars: true, Prefix: "n-", Class: "narrow", Grid: 0.5,
		Only: func(y *render.Layer, _ *render.Op) bool { return y.Name == "base" || y.Name == "flows" }}))
}

// What the browser makes of it is what the raster package draws, but for the
// half pixel by which that moves words onto the grid.
func TestSameAsRaster(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	faces := rendertest.Faces(t, "../..")
	l := rendertest.Picture(faces)
	// Lines moved by up to a quarter of a pixel are not the question here.
	text := write(t, l, svg.Options{Vars: true, Prefix: "x", Simplify: -1})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, `<!doctype html><meta charset=utf-8><style>body{margin:0}svg{display:block;width:480px;height:300px}</style>`+text)
	}))
	defer server.Close()
	for _, c := range []struct {
		name  string
		ratio float64
	}{{"picture.png", 1}, {"picture@2.png", 2}} {
		got := browser.Open(t, server.URL, 480, 300, c.ratio).Picture()
		want := image.NewRGBA(image.Rect(0, 0, int(480*c.ratio), int(300*c.ratio)))
		raster.Draw(want, l, rendertest.Palette(), faces, raster.Options{Ratio: c.ratio})
		golden.Compare(t, c.name, want, got, golden.Tolerance{Mean: 1, Off: 64, Share: 0.005})
	}
}

// Nothing far outside of the picture is written, and a coast is thinned.
func TestSmall(t *testing.T) {
	l := new(render.List)
	l.Reset(400, 300)
	coast := rendertest.Island("coast", 20000, 5)
	l.Begin(render.Layer{Name: "land", Clip: render.Rect{Max: render.Point{X: 400, Y: 300}}, Transform: render.Affine{A: 900, C: 1800, E: 900, F: 150}})
	l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Alpha: 1}, Shape: coast})
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Alpha: 1}, Width: 1, Shape: coast})
	text := write(t, l, svg.Options{})
	if len(text) > 12000 {
		t.Errorf("%d bytes", len(text))
	}
	if n := strings.Count(text, "<path"); n != 1 {
		t.Errorf("%d paths, want one that is used twice", n)
	}
	l.Layers[0].Transform.C = 1e6
	if text := write(t, l, svg.Options{Fragment: true}); text != "" {
		t.Errorf("a layer out of sight is written: %s", text)
	}
}

func TestOddNumbers(t *testing.T) {
	l := new(render.List)
	l.Reset(100, 100)
	l.Begin(render.Layer{Name: `a"<b>`, Clip: render.Rect{Max: render.Point{X: 50, Y: 50}}, Transform: render.Identity})
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Alpha: 0.5}, Width: 2, Paths: l.Path(false, render.Point{X: 5, Y: 5}, render.Point{X: 5.01, Y: 5})})
	l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Alpha: 1}, Paths: l.Path(true, render.Point{X: 5, Y: 5}, render.Point{X: 5.01, Y: 5}, render.Point{X: 5, Y: 5.02})})
	l.Add(render.Op{Kind: render.Circle, Paint: render.Paint{Alpha: 1, Ink: 200}, Radius: float32(math.Pi)})
	want := `<defs><clipPath id="c0"><rect x="0" y="0" width="500" height="500"/></clipPath></defs>
<g class="a&#34;&lt;b&gt;" transform="scale(.1)" fill="none" stroke-linecap="round" stroke-linejoin="round" clip-path="url(#c0)">
<path stroke="#dce6ec" stroke-opacity=".5" stroke-width="20" d="m50 50h0"/>
</g>
`
	if got := write(t, l, svg.Options{Fragment: true}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A list becomes SVG.
func BenchmarkWrite(b *testing.B) {
	l := rendertest.Picture(rendertest.Faces(b, "../.."))
	faces := rendertest.Faces(b, "../..")
	b.ReportAllocs()
	for b.Loop() {
		svg.Write(io.Discard, l, rendertest.Palette(), faces, svg.Options{})
	}
}

// A coast that is filled as a ring and stroked in pieces, one of them backwards,
// is written with the same numbers, so that compression makes little of it.
func TestCoastTwice(t *testing.T) {
	land := rendertest.Island("land", 4000, 5)
	coast := &render.Shape{Name: "coast"}
	for _, piece := range [][2]int{{100, 1700}, {3500, 2000}} {
		from := int32(len(coast.Points))
		for i := piece[0]; i != piece[1]; {
			coast.Points = append(coast.Points, land.Points[i])
			if piece[0] < piece[1] {
				i++
			} else {
				i--
			}
		}
		coast.Rings = append(coast.Rings, render.Outline{Points: render.Span{From: from, To: int32(len(coast.Points))}, Bounds: render.Bounds(coast.Points[from:])})
	}
	l := new(render.List)
	l.Reset(1200, 800)
	l.Begin(render.Layer{Name: "land", Clip: render.Rect{Max: render.Point{X: 1200, Y: 800}}, Transform: render.Affine{A: 250, C: 600, E: 250, F: 400}})
	l.Add(render.Op{Kind: render.Fill, Paint: render.Paint{Alpha: 1}, Shape: land})
	size := func() int {
		var b bytes.Buffer
		z, _ := flate.NewWriter(&b, flate.BestCompression)
		io.WriteString(z, write(t, l, svg.Options{}))
		z.Close()
		return b.Len()
	}
	alone := size()
	l.Add(render.Op{Kind: render.Stroke, Paint: render.Paint{Ink: 2, Alpha: 1}, Width: 1, Shape: coast})
	if both := size(); both > alone*5/4 {
		t.Errorf("%d bytes deflated, %d without the coast", both, alone)
	}
}

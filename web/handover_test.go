package web_test

import (
	"fmt"
	"image"
	"image/draw"
	"net/http"
	"path/filepath"
	"testing"

	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/scene"
)

// The page's picture, the engine's and the rasteriser's show the same state in
// the same place, narrow and wide, light and dark. The page's has coarser
// coasts, and no more than that is let pass.
func TestHandOver(t *testing.T) {
	for _, s := range []screen{
		desktop,
		{width: 1440, height: 900, ratio: 1, dark: true},
		phone,
		{width: 360, height: 740, ratio: 2, touch: true, dark: true},
	} {
		t.Run(fmt.Sprintf("%d %v", s.width, s.dark), func(t *testing.T) {
			release := make(chan bool)
			b := open(t, ailing(t, ".wasm", func(w http.ResponseWriter, r *http.Request) {
				select {
				case <-release:
				case <-r.Context().Done():
				}
				http.ServeFile(w, r, filepath.Join(built, filepath.FromSlash(r.URL.Path)))
			}), s)
			b.until(`document.querySelector(".c1")`) // the other camera's pictures are here
			b.js(`const sheet = new CSSStyleSheet(); sheet.replaceSync(".loading, .zoom, .hint { visibility: hidden !important }"); document.adoptedStyleSheets = [sheet]`)
			stops := []int{11, 6, 0}
			page := map[int]image.Image{}
			for _, stop := range stops {
				b.stand(stop)
				page[stop] = b.shotOf("#box")
			}
			if b.holds(`document.querySelector("#box.live")`) {
				t.Fatal("the engine came too early")
			}
			close(release)
			b.live()
			for _, stop := range stops {
				b.stand(stop)
				engine := b.shotOf("#box")
				name := fmt.Sprintf("%d-%v-%d", s.width, s.dark, stop)
				golden.Compare(t, name+"-page.png", engine, page[stop], golden.Tolerance{Mean: 3, Off: 64, Share: 0.025})
				golden.Compare(t, name+"-raster.png", engine, rasterised(t, b, s, stop, engine.Bounds()), golden.Tolerance{Mean: 0.5, Off: 48, Share: 0.001})
				if off := shift(engine, page[stop]); off != (image.Point{}) {
					t.Errorf("%s: the page's picture lies %v px beside the engine's", name, off)
				}
			}
		})
	}
}

// stand puts the story at a stop by the list, without a way there.
func (b *tab) stand(stop int) {
	b.Helper()
	b.js(`const s = document.querySelector("#slider"); s.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true}));
		s.value = ` + itoa(stop) + `; s.dispatchEvent(new Event("input", {bubbles: true})); s.dispatchEvent(new Event("change", {bubbles: true}));
		dispatchEvent(new PointerEvent("pointerup"))`)
	b.arrives(stop)
}

// shift is by how many pixels b lies beside a: where the two are most alike.
func shift(a, b image.Image) image.Point {
	best, least := image.Point{}, -1.0
	r := a.Bounds()
	for dy := -2; dy <= 2; dy++ {
		for dx := -2; dx <= 2; dx++ {
			sum := 0.0
			for y := 2; y < r.Dy()-2; y += 2 {
				for x := 2; x < r.Dx()-2; x += 2 {
					p, q := rgb(a, r.Min.X+x, r.Min.Y+y), rgb(b, b.Bounds().Min.X+x+dx, b.Bounds().Min.Y+y+dy)
					for i := range p {
						d := float64(p[i] - q[i])
						sum += d * d
					}
				}
			}
			if least < 0 || sum < least {
				best, least = image.Pt(dx, dy), sum
			}
		}
	}
	return best
}

// rasterised is what the rasteriser makes of a stop for a tab's stage.
func rasterised(t *testing.T, b *tab, s screen, stop int, bounds image.Rectangle) image.Image {
	t.Helper()
	list, faces := drawn(t, "en", stop, b.number(`document.querySelector("#box").clientWidth`), b.number(`document.querySelector("#box").clientHeight`), s.ratio)
	palette := scene.Light()
	if s.dark {
		palette = scene.Dark()
	}
	whole := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	raster.Draw(whole, list, palette, faces, raster.Options{Ratio: s.ratio})
	out := image.NewRGBA(bounds)
	draw.Draw(out, bounds, whole, image.Point{}, draw.Src)
	return out
}

package rendertest

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"
)

// Tolerance says how far two pictures may differ. The zero value means not at
// all.
type Tolerance struct {
	Mean float64 // mean absolute difference of a channel, 0…255
	Off  int     // a pixel is off if a channel differs by more than this, 0…255
	Far  float64 // the share of pixels, 0…1, that may be off
}

// Difference is how far two pictures differ.
type Difference struct {
	Mean float64 // of a channel
	Far  float64 // share of pixels off
	Max  int     // of a channel
}

// Compare measures the difference of two images of the same size; picture shows
// it: grey where they agree, red where got has more ink, blue where it lacks.
func Compare(got, want image.Image, off int) (d Difference, picture *image.RGBA) {
	size := got.Bounds().Size()
	picture = image.NewRGBA(image.Rectangle{Max: size})
	sum, far := 0, 0
	for y := range size.Y {
		for x := range size.X {
			a := rgba(got.At(got.Bounds().Min.X+x, got.Bounds().Min.Y+y))
			b := rgba(want.At(want.Bounds().Min.X+x, want.Bounds().Min.Y+y))
			worst, sign := 0, 0
			for c := range 4 {
				v := int(a[c]) - int(b[c])
				sign += v
				v = max(v, -v)
				sum += v
				worst = max(worst, v)
			}
			if worst > off {
				far++
			}
			d.Max = max(d.Max, worst)
			grey := 255 - uint8((255-(int(b[0])+int(b[1])+int(b[2]))/3)/4)
			p := color.RGBA{grey, grey, grey, 255}
			if worst > 0 {
				fade := uint8(max(0, 200-4*worst))
				if sign > 0 {
					p = color.RGBA{fade, fade, 255, 255}
				} else {
					p = color.RGBA{255, fade, fade, 255}
				}
			}
			picture.SetRGBA(x, y, p)
		}
	}
	n := float64(size.X * size.Y)
	d.Mean, d.Far = float64(sum)/(4*n), float64(far)/n
	return d, picture
}

func rgba(c color.Color) [4]uint8 {
	p := color.RGBAModel.Convert(c).(color.RGBA)
	return [4]uint8{p.R, p.G, p.B, p.A}
}

// Same fails the test if two pictures differ by more than tol, and then leaves
// NAME-got.png, -want.png and -diff.png in testdata/failed.
func Same(t testing.TB, name string, got, want image.Image, tol Tolerance) {
	t.Helper()
	if got.Bounds().Size() != want.Bounds().Size() {
		t.Fatalf("%s: %v large, want %v", name, got.Bounds().Size(), want.Bounds().Size())
	}
	d, picture := Compare(got, want, tol.Off)
	t.Logf("%s: mean %.3f, off by more than %d: %.3f %%, most %d", name, d.Mean, tol.Off, d.Far*100, d.Max)
	if d.Mean <= tol.Mean && d.Far <= tol.Far && (tol != Tolerance{} || d.Max == 0) {
		return
	}
	dir := filepath.Join("testdata", "failed")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	stem := filepath.Join(dir, name[:len(name)-len(filepath.Ext(name))])
	write(t, stem+"-got.png", PNG(t, got))
	write(t, stem+"-want.png", PNG(t, want))
	write(t, stem+"-diff.png", PNG(t, picture))
	t.Errorf("%s: mean %.3f > %.3f or %.3f %% > %.3f %% off by more than %d; see %s-diff.png",
		name, d.Mean, tol.Mean, d.Far*100, tol.Far*100, tol.Off, stem)
}

// Package golden compares what a test got with what a person has looked at and
// approved: texts line by line, pictures within a tolerance, with a third
// picture that shows where they differ. Run a test with -update to approve
// what it gets; in CI that is refused, and a golden that is missing fails.
package golden

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "approve what the tests get: rewrite the golden files")

// Text compares a text with the file at path.
func Text(t testing.TB, path, got string) {
	t.Helper()
	if approve(t, path, []byte(got)) {
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run with -update, look at it, commit it)", err)
	}
	if string(want) != got {
		t.Errorf("%s differs:\n%s", path, lines(string(want), got))
	}
}

// lines shows the first lines that differ.
func lines(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	var out strings.Builder
	shown := 0
	for i := 0; i < max(len(a), len(b)) && shown < 12; i++ {
		x, y := at(a, i), at(b, i)
		if x != y {
			fmt.Fprintf(&out, "%d: want %s\n%d: got  %s\n", i+1, x, i+1, y)
			shown++
		}
	}
	return out.String()
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}

// Tolerance is how much two pictures may differ: the mean over all channels,
// and the share of pixels that are off by more than Off in any channel.
type Tolerance struct {
	Mean  float64
	Off   uint8
	Share float64
}

// Picture compares a picture with the PNG file at path. When they differ it
// writes what it got and the difference beside the test's other artefacts and
// says where.
func Picture(t testing.TB, path string, got *image.RGBA, tol Tolerance) {
	t.Helper()
	var data bytes.Buffer
	if err := png.Encode(&data, got); err != nil {
		t.Fatal(err)
	}
	if approve(t, path, data.Bytes()) {
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("%v (run with -update, look at it, commit it)", err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	Compare(t, strings.TrimSuffix(filepath.Base(path), ".png"), want, got, tol)
}

// Compare compares two pictures of any kind; name is what the files are called
// that show the difference.
func Compare(t testing.TB, name string, want, got image.Image, tol Tolerance) {
	t.Helper()
	if want.Bounds().Size() != got.Bounds().Size() {
		t.Errorf("%s is %v, want %v", name, got.Bounds().Size(), want.Bounds().Size())
		return
	}
	mean, share, diff := Difference(want, got, tol.Off)
	t.Logf("%s: %.3f apart on average, %.3f %% of the pixels by more than %d", name, mean, share*100, tol.Off)
	if mean <= tol.Mean && share <= tol.Share {
		return
	}
	dir := filepath.Join(os.TempDir(), "dateline-diff")
	os.MkdirAll(dir, 0o777)
	var files []string
	for _, p := range []struct {
		end string
		img image.Image
	}{{"want", want}, {"got", got}, {"diff", diff}} {
		file := filepath.Join(dir, name+"."+p.end+".png")
		if f, err := os.Create(file); err == nil {
			png.Encode(f, p.img)
			f.Close()
			files = append(files, file)
		}
	}
	t.Errorf("%s differs by %.3f on average (allowed %.3f), %.3f %% of the pixels by more than %d (allowed %.3f %%); see %s",
		name, mean, tol.Mean, share*100, tol.Off, tol.Share*100, strings.Join(files, " "))
}

// Difference measures two pictures of one size: the mean difference of a
// channel, the share of pixels with a channel off by more than off, and a
// picture that is grey where they agree and red where they do not.
func Difference(a, b image.Image, off uint8) (mean, share float64, diff *image.RGBA) {
	r, s := a.Bounds(), b.Bounds()
	diff = image.NewRGBA(image.Rectangle{Max: r.Size()})
	sum, bad := 0.0, 0
	for y := range r.Dy() {
		for x := range r.Dx() {
			p := color.RGBAModel.Convert(a.At(r.Min.X+x, r.Min.Y+y)).(color.RGBA)
			q := color.RGBAModel.Convert(b.At(s.Min.X+x, s.Min.Y+y)).(color.RGBA)
			d := [4]uint8{apart(p.R, q.R), apart(p.G, q.G), apart(p.B, q.B), apart(p.A, q.A)}
			most := max(d[0], d[1], d[2], d[3])
			sum += (float64(d[0]) + float64(d[1]) + float64(d[2]) + float64(d[3])) / 4
			grey := 128 + uint8((uint16(p.R)+uint16(p.G)+uint16(p.B))/6)
			c := color.RGBA{grey, grey, grey, 255}
			if most > off {
				bad++
				c = color.RGBA{255, 0, 0, 255}
			} else if most > 0 {
				c.R, c.G = 255, grey-grey/4
			}
			diff.SetRGBA(x, y, c)
		}
	}
	n := float64(r.Dx() * r.Dy())
	return sum / n, float64(bad) / n, diff
}

func apart(a, b uint8) uint8 { return max(a, b) - min(a, b) }

// approve writes a golden file if the tests were asked to.
func approve(t testing.TB, path string, data []byte) bool {
	t.Helper()
	if !*update {
		return false
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("goldens are not rewritten in CI: a person has to look at them")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return true
}

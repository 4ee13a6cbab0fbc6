package rendertest

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"dateline/render/font"
)

// Golden files are rewritten by `go test -update`, never in CI.
func updating(t testing.TB) bool {
	f := flag.Lookup("update")
	if f == nil || f.Value.String() != "true" {
		return false
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("-update is refused in CI: goldens are made where somebody looks at them")
	}
	return true
}

// Text compares got with a golden file of text.
func Text(t testing.TB, path string, got []byte) {
	t.Helper()
	if updating(t) {
		write(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden: %v (make it with -update)", err)
	}
	if bytes.Equal(got, want) {
		return
	}
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range max(len(g), len(w)) {
		var a, b []byte
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if !bytes.Equal(a, b) {
			t.Fatalf("%s:%d differs\n got: %s\nwant: %s", path, i+1, a, b)
		}
	}
}

// Image compares got with a golden PNG.
func Image(t testing.TB, path string, got *image.RGBA, tol Tolerance) {
	t.Helper()
	if updating(t) {
		write(t, path, PNG(t, got))
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("no golden: %v (make it with -update)", err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	Same(t, filepath.Base(path), got, want, tol)
}

// PNG encodes an image.
func PNG(t testing.TB, m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t testing.TB, path string, data []byte) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Faces reads the two faces of the pictures; root is the way to the module's
// root.
func Faces(t testing.TB, root string) *font.Set {
	t.Helper()
	set := new(font.Set)
	for _, name := range []string{"NotoSans-Regular.ttf", "NotoSans-Bold.ttf"} {
		face, err := font.Parse(FontFile(t, root, name))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		set.Faces = append(set.Faces, face)
	}
	return set
}

// FontFile reads one of the fonts in assets.
func FontFile(t testing.TB, root, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "assets", "fonts", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

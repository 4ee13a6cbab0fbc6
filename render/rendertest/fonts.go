package rendertest

import (
	"os"
	"path/filepath"
	"testing"

	"dateline/render/font"
)

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

package story

import "testing"

// An image is a file within the story's folder, whatever its name.
func TestImageNames(t *testing.T) {
	for name, want := range map[string]bool{
		"a.png": true, "wharf.JPEG": true, "b c/Ä.webp": true, "a..b.gif": true, "x/y/z.jpg": true, "-.jpg": true,
		"": false, ".png": false, "a": false, "a.svg": false, "/a.png": false, "a//b.png": false, "../a.png": false, "a/../b.png": false, "./a.png": false,
		`a\b.png`: false, "C:a.png": false, "a.png?x": false, "a#b.png": false, "a%2e.png": false, "a\tb.png": false, "a/.b.png": false, "a.png/": false,
	} {
		if IsImageName(name) != want {
			t.Errorf("%q: %t", name, IsImageName(name))
		}
	}
}

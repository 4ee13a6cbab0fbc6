package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// drawn is an image of a size, in a format of the standard library.
func drawn(t *testing.T, end string, width, height int) []byte {
	t.Helper()
	m := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White, color.Black})
	var b bytes.Buffer
	var err error
	switch end {
	case ".png":
		err = png.Encode(&b, m)
	case ".jpg":
		err = jpeg.Encode(&b, m, nil)
	case ".gif":
		err = gif.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// dot is a WebP file of one pixel: a header, and a lossless picture.
const dot = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="

// illustrated writes a story with an event for each image.
func illustrated(t *testing.T, files map[string][]byte, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := put(filepath.Join(dir, filepath.FromSlash(name)), data); err != nil {
			t.Fatal(err)
		}
	}
	var events []object
	for i, name := range names {
		events = append(events, object{"id": "e" + string(rune('a'+i)), "date": "2025-03-02", "headline": "H",
			"image": object{"src": name, "alt": "Alt", "credit": object{"en": "Credit", "fr": "Crédit"}}})
	}
	text, err := json.MarshalIndent(object{"id": "pictured", "lang": "en", "title": object{"en": "T", "fr": "T"}, "places": []object{}, "events": events}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := put(filepath.Join(dir, "story.json"), text); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Images are copied once under the name of their content, and every language's
// page shows them at their size.
func TestImagesAreBuilt(t *testing.T) {
	webp, err := base64.StdEncoding.DecodeString(dot)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"a.png": drawn(t, ".png", 30, 20), "deep/Ä b.JPEG": drawn(t, ".jpg", 40, 10), "c.gif": drawn(t, ".gif", 4096, 1), "d.webp": webp, "again.png": drawn(t, ".png", 30, 20)}
	s, err := makeSite(illustrated(t, files, "a.png", "deep/Ä b.JPEG", "c.gif", "d.webp", "again.png"), options{}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	copies := 0
	for name := range s {
		if strings.HasPrefix(name, "assets/image.") {
			copies++
		}
	}
	if copies != 4 {
		t.Errorf("%d copies of 4 different images", copies)
	}
	for page, up := range map[string]string{"index.html": "", "fr/index.html": "../"} {
		html := string(s[page])
		for name, size := range map[string]string{"a.png": `width="30" height="20"`, "deep/Ä b.JPEG": `width="40" height="10"`, "c.gif": `width="4096" height="1"`, "d.webp": `width="1" height="1"`} {
			end := strings.Replace(strings.ToLower(filepath.Ext(name)), ".jpeg", ".jpg", 1)
			file := assetFolder + assetName("image"+end, files[name])
			if !bytes.Equal(s[file], files[name]) {
				t.Errorf("%s is not there as it was", name)
			}
			if want := `<img src="` + up + file + `" ` + size + ` alt="Alt" loading="lazy" decoding="async">`; !strings.Contains(html, want) {
				t.Errorf("%s has no %s", page, want)
			}
		}
	}
	if !strings.Contains(string(s["fr/index.html"]), "<figcaption>Crédit</figcaption>") {
		t.Error("the credit is not translated")
	}
}

// What keeps an image from its readers is said with its place, and nothing is
// built.
func TestImagesAreChecked(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.png")
	if err := put(outside, drawn(t, ".png", 1, 1)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte // nil: none is there
		says string
	}{
		{"none.png", nil, `there is no file "none.png"; it is looked for in the story's folder`},
		{"wide.png", drawn(t, ".png", 4097, 1), `"wide.png" is 4097 × 1 pixels, and may be 4096 in width and in height; save it smaller`},
		{"high.gif", drawn(t, ".gif", 1, 4097), `"high.gif" is 1 × 4097 pixels`},
		{"heavy.png", append(drawn(t, ".png", 1, 1), make([]byte, mostImageBytes)...), `"heavy.png" is larger than 2 MB; save it smaller`},
		{"other.jpg", drawn(t, ".png", 1, 1), `"other.jpg" is PNG and not JPEG; let its name end in .png`},
		{"words.webp", []byte("no picture"), `"words.webp" is not WebP`},
		{"empty.png", []byte{}, `"empty.png" is not PNG`},
		{"nothing.gif", []byte("GIF89a\x00\x00\x00\x00\x00\x00\x00;"), `"nothing.gif" is 0 × 0 pixels`},
		{"folder.png", []byte("a folder"), `"folder.png" cannot be read: it is no file`},
		{"link.png", []byte("a link"), `"link.png" cannot be read: path escapes from parent`},
	} {
		dir := illustrated(t, map[string][]byte{"sound.png": drawn(t, ".png", 2, 2)}, "sound.png", c.name)
		file := filepath.Join(dir, c.name)
		var err error
		switch {
		case c.name == "folder.png":
			err = os.Mkdir(file, 0o777)
		case c.name == "link.png":
			err = os.Symlink(outside, file)
		case c.data != nil:
			err = put(file, c.data)
		}
		if err != nil {
			t.Fatal(err)
		}
		r, err := examine(dir)
		if err != nil {
			t.Fatal(err)
		}
		if r.story != nil || len(r.problems) != 1 {
			t.Fatalf("%s: %v", c.name, r.problems)
		}
		text, _ := os.ReadFile(filepath.Join(dir, "story.json"))
		p := r.problems[0]
		if got := p.String(); !strings.Contains(got, "events[1].image.src: "+c.says) {
			t.Errorf("%s: %s", c.name, got)
		}
		if line := strings.Split(string(text), "\n")[p.Line-1]; !strings.HasPrefix(line[p.Col-1:], `"`+c.name+`"`) {
			t.Errorf("%s: it is not at %d:%d: %s", c.name, p.Line, p.Col, line)
		}
		if _, err := makeSite(dir, options{}, io.Discard); err != errProblems {
			t.Errorf("%s: it is built: %v", c.name, err)
		}
	}
}

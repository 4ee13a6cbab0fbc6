package main

import (
	"bytes"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/scene"
)

const houseExample = "../../docs/house.json"

// The documented example is a sound style, without a warning.
func TestHouseExample(t *testing.T) {
	page, err := os.ReadFile("../../docs/house.md")
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(houseExample)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, file) {
		t.Error("docs/house.md shows another file than docs/house.json")
	}
	for _, ink := range scene.Inks() {
		if name := strings.TrimRight(ink, "12345"); !bytes.Contains(page, []byte("`"+name)) {
			t.Errorf("docs/house.md does not name the ink %q", ink)
		}
	}
	var said bytes.Buffer
	h, err := readHouse(houseExample, &said)
	if err != nil || said.Len() > 0 {
		t.Fatal(err, said.String())
	}
	own := ownHouse()
	var changed []string
	for i, name := range scene.Inks() {
		if a, b := h.theme.Palette(scene.LightMode).Colors[i], own.theme.Palette(scene.LightMode).Colors[i]; a != b {
			changed = append(changed, name)
		}
	}
	if got, want := strings.Join(changed, " "), "sea story-land accent flow1"; got != want {
		t.Errorf("the style changes %s, want %s", got, want)
	}
	style := string(h.style())
	for _, want := range []string{":root { --dl-sea: #dfe7ec;", "--dl-serif: Georgia, serif", "prefers-contrast: more", "@media print"} {
		if !strings.Contains(style, want) {
			t.Errorf("the style sheet lacks %q", want)
		}
	}
}

// A page and a picture take the style on: colours, lines, fonts.
func TestHouseIsShown(t *testing.T) {
	dir := t.TempDir()
	font, err := os.ReadFile("../../assets/fonts/NotoSans-Bold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	style := filepath.Join(dir, "style.json")
	for file, data := range map[string][]byte{
		style:                            []byte(`{"colors": {"light": {"sea": "#123456"}}, "fonts": {"regular": "strong.ttf"}}`),
		filepath.Join(dir, "strong.ttf"): font,
	} {
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h, err := readHouse(style, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	s, err := makeSite(flagship, options{house: h}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if s[assetFolder+assetName("regular.ttf", font)] == nil {
		t.Error("the site has another font")
	}
	found := false
	for name, data := range s {
		if strings.Contains(name, "dateline.") && strings.HasSuffix(name, ".css") {
			found = bytes.Contains(data, []byte("--dl-sea:#123456")) || bytes.Contains(data, []byte("--dl-sea: #123456"))
		}
	}
	if !found {
		t.Error("the style sheet has another sea")
	}
	d := flagshipDrawing(t, look{width: 500, height: 400, scale: 1, house: h})
	sea := color.RGBA{0x12, 0x34, 0x56, 255}
	n := 0
	img := d.at(0)
	for y := range 200 {
		for x := range 500 {
			if img.RGBAAt(x, y) == sea {
				n++
			}
		}
	}
	if n < 10_000 {
		t.Errorf("%d pixels are sea", n)
	}
}

// Everything that is wrong with a style is said at once.
func TestHouseMistakes(t *testing.T) {
	bad := written(t, "bad.json", `{"colors": {"light": {"see": "#123456", "sea": "blue"}, "night": {}}, "lines": {"coast": 9, "coats": 1},
		"fonts": {"regular": "none.ttf", "bold": "bad.json"}, "page": {"serif": "x; } body { display: none"}}`)
	_, err := readHouse(bad, io.Discard)
	if err == nil {
		t.Fatal("no mistake")
	}
	for _, want := range []string{`no ink "see"`, `"blue" is no colour`, `no mode "night"`, "9 is not between", `no "coats"`, "none.ttf", "cannot set the picture", "no list of font families"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
	if _, err := readHouse(written(t, "100%s.json", `{"lines": {"coats": 1}, "page": {"sans": "\"Helvetica"}}`), io.Discard); err == nil ||
		!strings.Contains(err.Error(), `100%s.json: lines has no "coats"`) || !strings.Contains(err.Error(), "no list of font families") {
		t.Errorf("a per cent sign and an open quotation mark: %v", err)
	}
	for _, list := range []string{`'a"b' "c`, `"a`, `a"`, `"a' b"'`, "a,", ",a", "7up", `"a" b`} {
		if families.MatchString(list) {
			t.Errorf("%s is taken for a list of families", list)
		}
	}
	for _, list := range []string{"", "Georgia, serif", `"Times New Roman", Noto Serif ,sans-serif`, `'PT Serif'`, "-apple-system, Шрифт"} {
		if !families.MatchString(list) {
			t.Errorf("%s is taken for no list of families", list)
		}
	}
	for text, want := range map[string]string{"{}\n{}": "bad.json:2: something stands behind", `{"colours": {}}`: "bad.json:1: unknown field", "{\n\n\"lines\": 7}": "bad.json:3:"} {
		if _, err := readHouse(written(t, "bad.json", text), io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
	var said bytes.Buffer
	if _, err := readHouse(written(t, "faint.json", `{"colors": {"light": {"soft": "#fefefe"}}}`), &said); err != nil || !strings.Contains(said.String(), "light: soft on paper has a contrast of 1.0") {
		t.Error(err, said.String())
	}
}

package assets

import (
	"io/fs"
	"os"
	"regexp"
	"testing"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"

	"dateline/geo"
)

// Everything that a story in English, French or Ukrainian is set in, and what
// amounts, ranges and directions need beside it.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" +
	"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \u00a0\u2009\u202f" +
	"ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿßñłžőăøåðþțș" +
	"АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюяЁЪЫЭёъыэ" +
	"“”‘’„–—…«»¶≈£€$·×−←↑→↓₴₽₺№•†"

func TestFonts(t *testing.T) {
	for name, data := range map[string][]byte{"regular": FontRegular(), "bold": FontBold()} {
		if len(data) > 64<<10 {
			t.Errorf("%s has %d bytes, at most 64 KiB are wanted", name, len(data))
		}
		font, err := truetype.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		em := fixed.I(int(font.FUnitsPerEm()))
		var glyph truetype.GlyphBuf
		for _, r := range alphabet {
			i := font.Index(r)
			if i == 0 {
				t.Errorf("%s has no %q", name, r)
				continue
			}
			if err := glyph.Load(font, em, i, 0); err != nil {
				t.Errorf("%s: %q: %v", name, r, err)
			}
			if empty := r == ' ' || r == '\u00a0' || r == '\u2009' || r == '\u202f'; (len(glyph.Points) == 0) != empty {
				t.Errorf("%s: %q has %d points", name, r, len(glyph.Points))
			}
		}
		width := font.HMetric(em, font.Index('0')).AdvanceWidth
		for _, r := range "123456789" {
			if got := font.HMetric(em, font.Index(r)).AdvanceWidth; got != width {
				t.Errorf("%s: %q is %v wide and 0 is %v: digits do not stand in columns", name, r, got, width)
			}
		}
		for _, pair := range []string{"AV", "To", "Го", "Та"} {
			p := []rune(pair)
			if kern := font.Kern(em, font.Index(p[0]), font.Index(p[1])); kern >= 0 {
				t.Errorf("%s: %s is kerned by %v", name, pair, kern)
			}
		}
	}
}

func TestBasemap(t *testing.T) {
	data := Basemap()
	if len(data) > 780_000 {
		t.Errorf("the basemap has %d bytes, at most 780,000 are wanted", len(data))
	}
	b, err := geo.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if b.Levels() != 3 {
		t.Errorf("%d levels", b.Levels())
	}
}

// Every licence that THIRD_PARTY.md points to is there, and none lies about
// unmentioned.
func TestNotices(t *testing.T) {
	text, err := os.ReadFile("../THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile(`\(assets/(LICENSES/[^)]+)\)`).FindAllSubmatch(text, -1) {
		named[string(m[1])] = true
		if data, err := Notices.ReadFile(string(m[1])); err != nil || len(data) < 400 {
			t.Errorf("%s: %v", m[1], err)
		}
	}
	files, err := fs.Glob(Notices, "LICENSES/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !named[f] {
			t.Errorf("THIRD_PARTY.md does not mention %s", f)
		}
	}
}

func TestEngineFolder(t *testing.T) {
	if _, err := fs.ReadFile(Engine, "engine/README.md"); err != nil {
		t.Error(err)
	}
}

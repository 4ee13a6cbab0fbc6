package font_test

import (
	"encoding/binary"
	"testing"

	"dateline/assets"
	"dateline/render/font"
)

// Whatever the bytes are, reading them gives a face that can be used, or an
// error.
func FuzzFont(f *testing.F) {
	small := tiny()
	f.Add(small)
	for _, cut := range []int{0, 4, 12, 40, len(small) / 2, len(small) - 1} {
		f.Add(small[:cut])
	}
	f.Add(assets.FontRegular()[:1<<12])
	f.Fuzz(func(t *testing.T, ttf []byte) {
		face, err := font.Parse(ttf)
		if err != nil {
			return
		}
		use(face)
		use(face.With(font.Extra{Em: 1, Glyphs: []font.ExtraGlyph{{Verbs: []font.Verb{9, font.Quad}, Steps: []int{1}}},
			Runs: []font.Run{{Text: "x", Marks: []font.Mark{{Glyph: 1 << 40}, {Glyph: -1 << 40}}}}}))
	})
}

func use(face *font.Face) {
	for _, text := range []string{"", "Hx", "x", "Київ 2025", "\x00\uFFFF\U0010FFFF\xff"} {
		glyphs, _ := face.Shape(text, 12, nil)
		for _, g := range glyphs {
			face.Outline(g.ID)
			face.Advance(g.ID, 12)
		}
	}
	for _, r := range "aЖ\U0001F600" {
		face.Has(r)
	}
}

// tiny is a font of three glyphs: the missing one, a triangle, which is H, and
// one made of two triangles, which is x.
func tiny() []byte {
	be := binary.BigEndian
	u16 := func(vs ...int) (b []byte) {
		for _, v := range vs {
			b = be.AppendUint16(b, uint16(v))
		}
		return b
	}
	head := make([]byte, 54)
	be.PutUint16(head[18:], 1000) // units an em
	triangle := append(u16(1, 0, 0, 500, 700, 2, 0), 1, 1, 1)
	triangle = append(triangle, u16(0, 500, -250, 0, 0, 700)...)
	triangle = append(triangle, 0)
	both := u16(-1, 0, 0, 900, 700, 0x0023, 1, 0, 0, 0x0003, 1, 400, 0)
	glyf := append(append([]byte{}, triangle...), both...)
	loca := u16(0, 0, len(triangle)/2, len(glyf)/2)
	cmap := append(u16(0, 1, 3, 1, 0, 12), u16(4, 40, 0, 6, 4, 1, 2, 'H', 'x', 0xFFFF, 0, 'H', 'x', 0xFFFF, 1-'H', 2-'x', 1, 0, 0, 0)...)
	tables := []struct {
		tag  string
		data []byte
	}{
		{"cmap", cmap}, {"glyf", glyf}, {"head", head}, {"hhea", append(u16(1, 0, 800, -200), append(make([]byte, 26), u16(3)...)...)},
		{"hmtx", u16(500, 0, 600, 0, 900, 0)}, {"loca", loca}, {"maxp", append(u16(1, 0, 3), make([]byte, 26)...)},
	}
	out := append([]byte{0, 1, 0, 0}, u16(len(tables), 0, 0, 0)...)
	at := len(out) + 16*len(tables)
	var body []byte
	for _, x := range tables {
		out = append(out, x.tag...)
		out = be.AppendUint32(out, 0)
		out = be.AppendUint32(out, uint32(at+len(body)))
		out = be.AppendUint32(out, uint32(len(x.data)))
		body = append(body, x.data...)
	}
	return append(out, body...)
}

// The fuzzer's small font is one that is read.
func TestTinyFont(t *testing.T) {
	face, err := font.Parse(tiny())
	if err != nil {
		t.Fatal(err)
	}
	if glyphs, width := face.Shape("Hx", 10, nil); len(glyphs) != 2 || width != 15 {
		t.Errorf("%v, %g wide", glyphs, width)
	}
}

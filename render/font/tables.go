package font

import "encoding/binary"

// Freetype keeps the number of glyphs and the line's height to itself, so they
// are read here, from a file that freetype has already found sound. Table
// layout: https://learn.microsoft.com/typography/opentype/spec/otff

// table returns a table of a font file, or nil.
func table(ttf []byte, tag string) []byte {
	if len(ttf) < 12 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	for i := range n {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil
		}
		if string(ttf[at:at+4]) != tag {
			continue
		}
		from := uint64(binary.BigEndian.Uint32(ttf[at+8:]))
		to := from + uint64(binary.BigEndian.Uint32(ttf[at+12:]))
		if to > uint64(len(ttf)) {
			return nil
		}
		return ttf[from:to]
	}
	return nil
}

// glyphs is the number of glyphs, from the maxp table.
func glyphs(ttf []byte) int {
	t := table(ttf, "maxp")
	if len(t) < 6 {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[4:]))
}

// lineHeights are the hhea table's ascender and descender, in font units.
func lineHeights(ttf []byte) (up, down float32) {
	t := table(ttf, "hhea")
	if len(t) < 8 {
		return 0, 0
	}
	return float32(int16(binary.BigEndian.Uint16(t[4:]))), float32(int16(binary.BigEndian.Uint16(t[6:])))
}

package main

import (
	"strconv"

	"dateline/scene"
)

// appendTargets appends targets as JSON, which crosses to the page as one text
// and is read there only when somebody points at something: a value made for
// each of their fields would cost more than drawing does.
func appendTargets(dst []byte, targets []scene.Target) []byte {
	dst = append(dst, '[')
	for i, t := range targets {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendText(append(dst, `{"kind":`...), t.Kind)
		dst = appendText(append(dst, `,"id":`...), t.ID)
		dst = appendText(append(dst, `,"event":`...), t.Event)
		dst = appendText(append(dst, `,"label":`...), t.Label)
		dst = appendNumber(append(dst, `,"zoom":`...), t.Zoom)
		dst = appendNumber(append(dst, `,"x":`...), float64(t.Box.Min.X))
		dst = appendNumber(append(dst, `,"y":`...), float64(t.Box.Min.Y))
		dst = appendNumber(append(dst, `,"w":`...), float64(t.Box.Max.X-t.Box.Min.X))
		dst = appendNumber(append(dst, `,"h":`...), float64(t.Box.Max.Y-t.Box.Min.Y))
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// appendNumber writes thousandths, of a CSS pixel or of a factor.
func appendNumber(dst []byte, v float64) []byte { return strconv.AppendFloat(dst, v, 'f', 3, 64) }

// appendText writes a JSON string (RFC 8259, section 7).
func appendText(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case c < 0x20:
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"')
}

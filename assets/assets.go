// Package assets carries what the newsroom's tool needs beside its own code:
// the basemap, its fonts and, once `make engine` has run, the browser's engine.
// THIRD_PARTY.md says whose work it is; cmd/assets makes the files.
package assets

import (
	"embed"
	_ "embed"
)

//go:embed basemap.bin
var basemap string

//go:embed fonts/NotoSans-Regular.ttf
var regular string

//go:embed fonts/NotoSans-Bold.ttf
var bold string

//go:embed fonts/NotoSansArabic-Regular.ttf
var arabicRegular string

//go:embed fonts/NotoSansArabic-Bold.ttf
var arabicBold string

// Engine is the folder engine: engine.wasm and wasm_exec.js, if they have been
// made.
//
//go:embed engine
var Engine embed.FS

// Notices is THIRD_PARTY.md's licences in full, one file a licence.
//
//go:embed LICENSES
var Notices embed.FS

// Basemap is the world for geo.Open.
func Basemap() []byte { return []byte(basemap) }

// FontRegular is Noto Sans, a TrueType subset with an old kern table.
func FontRegular() []byte { return []byte(regular) }

// FontBold is Noto Sans Bold, made in the same way.
func FontBold() []byte { return []byte(bold) }

// ShapedRegular are the fonts of scripts that are shaped when a story is built,
// with their layout tables: Noto Sans Arabic. No page carries them.
func ShapedRegular() [][]byte { return [][]byte{[]byte(arabicRegular)} }

// ShapedBold are the same fonts in bold.
func ShapedBold() [][]byte { return [][]byte{[]byte(arabicBold)} }

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/assets"
	"dateline/render"
	"dateline/render/font"
	"dateline/scene"
)

// house is a newsroom's own style: colours and lines of the picture, the fonts
// in it, and those of the page.
type house struct {
	theme         *scene.Theme
	regular, bold []byte // TrueType
	serif, sans   string // CSS font families; empty: Dateline's own
}

func ownHouse() *house {
	return &house{theme: scene.Own(), regular: assets.FontRegular(), bold: assets.FontBold()}
}

// houseFile is how a house style is written. What it leaves out is Dateline's
// own.
type houseFile struct {
	Name   string                       `json:"name"`
	Colors map[string]map[string]string `json:"colors"` // by mode and ink: "#0b5a8c"
	Lines  map[string]float64           `json:"lines"`  // factors, by line
	Fonts  struct {
		Regular string `json:"regular"` // files beside this one
		Bold    string `json:"bold"`
	} `json:"fonts"`
	Page struct {
		Serif string `json:"serif"`
		Sans  string `json:"sans"`
	} `json:"page"`
}

// readHouse reads a house style, or gives Dateline's own where there is no
// file. What is wrong is an error that lists everything; colours that are hard
// to tell from what they lie on are printed as warnings.
func readHouse(file string, trouble io.Writer) (*house, error) {
	h := ownHouse()
	if file == "" {
		return h, nil
	}
	data, err := houseBytes(file)
	if err != nil {
		return nil, err
	}
	var f houseFile
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err = d.Decode(&f)
	if err == nil {
		if _, more := d.Token(); more != io.EOF {
			err = errors.New("something stands behind the style's last brace")
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%s:%d: %v", file, 1+bytes.Count(data[:min(int(d.InputOffset()), len(data))], []byte("\n")), strings.TrimPrefix(err.Error(), "json: "))
	}
	var wrong []error
	say := func(format string, args ...any) {
		wrong = append(wrong, fmt.Errorf("%s: %w", file, fmt.Errorf(format, args...)))
	}
	h.color(f.Colors, say)
	h.lines(f.Lines, say)
	h.regular = h.font(file, "regular", f.Fonts.Regular, h.regular, say)
	h.bold = h.font(file, "bold", f.Fonts.Bold, h.bold, say)
	h.serif, h.sans = family("serif", f.Page.Serif, say), family("sans", f.Page.Sans, say)
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	for _, w := range h.theme.Faint() {
		fmt.Fprintf(trouble, "warning: %s: %s\n", file, w)
	}
	return h, nil
}

// keys are those of a table, sorted.
func keys[V any](table map[string]V) []string { return slices.Sorted(maps.Keys(table)) }

type complaint = func(format string, args ...any)

var hexColor = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

func (h *house) color(modes map[string]map[string]string, say complaint) {
	inks := scene.Inks()
	for _, mode := range keys(modes) {
		if !slices.Contains(scene.Modes(), mode) {
			say("colors has no mode %q: it can be %s", mode, strings.Join(scene.Modes(), ", "))
			continue
		}
		p := h.theme.Palette(scene.ParseMode(mode))
		for _, name := range keys(modes[mode]) {
			value := modes[mode][name]
			i := slices.Index(inks, name)
			switch {
			case i < 0:
				say("colors.%s has no ink %q: it can be %s", mode, name, strings.Join(inks, ", "))
			case !hexColor.MatchString(value):
				say(`colors.%s.%s: %q is no colour: write "#0b5a8c"`, mode, name, value)
			default:
				n, _ := strconv.ParseUint(value[1:], 16, 32) // it matches
				p.Colors[i] = color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
			}
		}
	}
}

func (h *house) lines(lines map[string]float64, say complaint) {
	known := map[string]*float32{"coast": &h.theme.Lines.Coast, "border": &h.theme.Lines.Border, "river": &h.theme.Lines.River, "trail": &h.theme.Lines.Trail}
	for _, name := range keys(lines) {
		factor := lines[name]
		switch {
		case known[name] == nil:
			say("lines has no %q: it can be %s", name, strings.Join(keys(known), ", "))
		case !(factor >= 0.25 && factor <= 4):
			say("lines.%s: %g is not between 0.25 and 4", name, factor)
		default:
			*known[name] = float32(factor)
		}
	}
}

// font reads a font file that lies beside the style's, and holds it to what the
// picture needs.
func (h *house) font(file, key, name string, own []byte, say complaint) []byte {
	if name == "" {
		return own
	}
	data, err := houseBytes(filepath.Join(filepath.Dir(file), name))
	if err != nil {
		say("fonts.%s: %v", key, err)
		return own
	}
	face, err := font.Parse(data)
	if err != nil {
		say("fonts.%s: %s cannot set the picture (%v): it takes a TrueType font with outlines of its own, no variable one and none of OpenType's CFF", key, name, err)
		return own
	}
	for _, r := range "AZaz09 .,–" {
		if !face.Has(r) {
			say("fonts.%s: %s has no %q", key, name, r)
			return own
		}
	}
	return data
}

// families is a list of names, each of plain words or within marks of one kind.
var families = func() *regexp.Regexp {
	const word, words = `-?[\pL_][\pL\pN_-]*`, `[\pL\pN _-]+`
	const name = ` *(?:` + word + `(?: +` + word + `)*|"` + words + `"|'` + words + `') *`
	return regexp.MustCompile(`^(?:` + name + `(?:,` + name + `)*)?$`)
}()

func family(key, value string, say complaint) string {
	if !families.MatchString(value) {
		say("page.%s: %q is no list of font families: write \"Georgia, serif\"", key, value)
	}
	return value
}

// style is the part of the style sheet that a house decides: the colours of the
// picture as custom properties under every mode, and the page's families. A
// mode names what differs from the light one.
func (h *house) style() []byte {
	var b bytes.Buffer
	light := h.theme.Palette(scene.LightMode)
	rule := func(around, selector string, p, from *render.Palette) {
		fmt.Fprintf(&b, "%s%s {", around, selector)
		for i, name := range p.Names {
			if c := p.Colors[i]; from == nil || c != from.Colors[i] {
				fmt.Fprintf(&b, " --dl-%s: #%02x%02x%02x;", name, c.R, c.G, c.B)
			}
		}
		b.WriteString(" }" + strings.Repeat(" }", strings.Count(around, "{")) + "\n")
	}
	mode := h.theme.Palette
	rule("", ":root", light, nil)
	rule("@media screen and (prefers-color-scheme: dark) { ", `:root:not([data-theme="light"])`, mode(scene.DarkMode), light)
	rule("@media screen { ", `:root[data-theme="dark"]`, mode(scene.DarkMode), light)
	rule("@media screen and (prefers-contrast: more) { ", `:root`, mode(scene.ContrastMode), light)
	rule("@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { ", `:root:not([data-theme="light"])`, mode(scene.DarkContrastMode), light)
	rule("@media screen and (prefers-contrast: more) { ", `:root[data-theme="dark"]`, mode(scene.DarkContrastMode), light)
	rule("@media print { ", ":root", mode(scene.PrintMode), light)
	for _, f := range [...]struct{ name, value string }{{"serif", h.serif}, {"sans", h.sans}} {
		if f.value != "" {
			fmt.Fprintf(&b, ":root { --dl-%s: %s }\n", f.name, f.value)
		}
	}
	return b.Bytes()
}

package web_test

import (
	"encoding/json"
	"fmt"
	"image"
	"image/draw"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/geo"
	"dateline/player"
	"dateline/render"
	"dateline/render/font"
	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/timeline"
)

// languages are those that the built site has pages in.
var languages = []string{"en", "fr", "uk", "ar"}

func folder(lang string) string {
	if lang == "en" {
		return ""
	}
	return lang + "/"
}

// Dates, numbers and plural categories are those of the browser's own CLDR,
// but where the newsroom's style differs and the language's table says so.
func TestIntl(t *testing.T) {
	b := open(t, served, desktop)
	type answer struct {
		Months, Alone, Days []string
		Numbers             []string
		Plurals             []string
	}
	numbers := []float64{0, 1, 2, 3, 11, 100, 999, 1000, 5000, 12345.5, 1234567.25, 0.125}
	var counts []int
	for n := range 130 {
		counts = append(counts, n)
	}
	counts = append(counts, 200, 1000, 1001, 1002, 100000)
	for _, lang := range languages {
		list, _ := json.Marshal(numbers)
		ns, _ := json.Marshal(counts)
		tag := map[string]string{"en": "en-GB"}[lang]
		if tag == "" {
			tag = lang
		}
		got := value[answer](b, fmt.Sprintf(`(() => {
			const at = (m, d) => new Date(Date.UTC(2025, m, d)), zone = {timeZone: "UTC"};
			const months = [...Array(12).keys()];
			const date = new Intl.DateTimeFormat(%[1]q, {day: "numeric", month: "long", year: "numeric", ...zone});
			return {
				months: months.map(m => date.formatToParts(at(m, 2)).find(p => p.type === "month").value),
				alone: months.map(m => new Intl.DateTimeFormat(%[1]q, {month: "long", ...zone}).format(at(m, 2))),
				days: months.map(m => date.format(at(m, 2))),
				numbers: %[2]s.map(n => new Intl.NumberFormat(%[1]q, {maximumFractionDigits: 3}).format(n)),
				plurals: %[3]s.map(n => new Intl.PluralRules(%[1]q).select(n)),
			};
		})()`, tag, list, ns))
		says := player.Sample(lang, numbers, counts)
		for i, want := range got.Days {
			// A Ukrainian date of CLDR ends in "р.", for year.
			if want = strings.TrimSuffix(want, " р."); says.Days[i] != want && says.Days[i] != strings.ReplaceAll(want, "\u00A0р.", "") {
				t.Errorf("%s: the second of month %d is %q, Intl has %q", lang, i+1, says.Days[i], want)
			}
			if says.Months[i] != got.Months[i] || says.Alone[i] != got.Alone[i] {
				t.Errorf("%s: month %d is %q and %q, Intl has %q and %q", lang, i+1, says.Months[i], says.Alone[i], got.Months[i], got.Alone[i])
			}
		}
		for i, want := range got.Numbers {
			if says.Numbers[i] != want {
				t.Errorf("%s: %v is %q, Intl has %q", lang, numbers[i], says.Numbers[i], want)
			}
		}
		for i, want := range got.Plurals {
			if says.Plurals[i] != want {
				t.Errorf("%s: %d counts as %s, Intl has %s", lang, counts[i], says.Plurals[i], want)
			}
		}
	}
}

// Every page says what it is, leads to all others, and is led to by ?lang=.
func TestLanguagePages(t *testing.T) {
	for _, lang := range languages {
		b := open(t, served+folder(lang), desktop)
		dir := "ltr"
		if lang == "ar" {
			dir = "rtl"
		}
		if got := b.text(`document.documentElement.lang + " " + document.documentElement.dir`); got != lang+" "+dir {
			t.Errorf("%s: the page is %s", lang, got)
		}
		if n := b.number(`document.querySelectorAll("head link[rel=alternate][hreflang]").length`); n != 5 {
			t.Errorf("%s: %v alternates, want 4 and x-default", lang, n)
		}
		if n := b.number(`document.querySelectorAll(".languages li").length`); n != 4 {
			t.Errorf("%s: links to %v languages", lang, n)
		}
		for _, other := range languages {
			if other == lang {
				continue
			}
			want := served + folder(other) + "index.html"
			if got := b.text(`document.querySelector('.languages a[hreflang="` + other + `"]').href`); got != want {
				t.Errorf("%s: the link to %s is %s", lang, other, got)
			}
		}
		if lang == "ar" {
			if got := b.text(`document.querySelector("h1 span").lang`); got != "en" {
				t.Errorf("the English headline of the Arabic page is in %q", got)
			}
		} else if n := b.number(`document.querySelectorAll("main [lang]:not(.languages [lang])").length`); n != 0 {
			t.Errorf("%s: %v texts are in another language", lang, n)
		}
	}
	for asked, want := range map[string]string{"?lang=fr#uk-loan": "fr/index.html#uk-loan", "?lang=uk-UA": "uk/index.html", "?lang=en": "?lang=en", "?lang=xx": "?lang=xx"} {
		b := open(t, served+asked, desktop)
		b.until(`document.readyState === "complete" && document.documentElement.classList.contains("js")`)
		if got := b.text("location.href"); strings.TrimSuffix(got, "#uk-loan") != strings.TrimSuffix(served+want, "#uk-loan") {
			t.Errorf("%s leads to %s", asked, got)
		}
	}
}

// The engine draws every language's pack as the raster package does: Arabic
// too, whose letters freetype could not join.
func TestEngineDrawsEveryLanguage(t *testing.T) {
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			b := open(t, served+folder(lang)+"#washington-review", desktop)
			b.live()
			b.js(`for (const id of ["zoom", "surface"]) document.getElementById(id).style.visibility = "hidden"`)
			b.rest()
			// The box may end within a pixel; the engine draws whole ones.
			width, height := b.number(`document.querySelector("#box").clientWidth`), b.number(`document.querySelector("#box").clientHeight`)
			shot := b.shotOf("#box")
			got := image.NewRGBA(image.Rect(0, 0, int(width), int(height)))
			draw.Draw(got, got.Bounds(), shot, shot.Bounds().Min, draw.Src)
			l, faces := drawn(t, lang, len(events), width, height, 1)
			want := image.NewRGBA(got.Bounds())
			raster.Draw(want, l, scene.Light(), faces, raster.Options{})
			golden.Compare(t, "engine-"+lang, want, got, golden.Tolerance{Mean: 0.5, Off: 48, Share: 0.001})
		})
	}
}

// From right to left, too, the native thumb stands where the playhead is drawn,
// and the arrow to the left leads on.
func TestRightToLeft(t *testing.T) {
	b := open(t, served+"ar/", desktop)
	b.live()
	b.js(`document.querySelector("#slider").focus()`)
	b.key("ArrowLeft")
	b.arrives(1)
	// The thumb is invisible; for once it is not.
	b.js(`const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet]; sheet.replaceSync(` + thumbRules("#b3261e") + `)`)
	for _, stop := range []int{0, 5, 11} {
		b.js(`const s = document.querySelector("#slider"); s.focus(); s.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true}));
			s.value = ` + itoa(stop) + `; s.dispatchEvent(new Event("input", {bubbles: true})); dispatchEvent(new PointerEvent("pointerup")); s.blur()`)
		b.rest()
		drawn := playhead(t, b.shotOf("#box"), 1)
		width := b.number(`document.querySelector("#box").clientWidth`)
		if want := width - scene.TrackInset - float64(stop)/11*(width-2*scene.TrackInset); math.Abs(drawn-want) > 1 {
			t.Errorf("stop %d: the playhead is drawn at %.2f px, not at %.2f", stop, drawn, want)
		}
		b.js(`for (const id of ["frame", "picture"]) document.getElementById(id).style.opacity = 0`)
		thumb := playhead(t, b.shotOf("#box"), 1)
		b.js(`for (const id of ["frame", "picture"]) document.getElementById(id).style.opacity = ""`)
		if math.Abs(drawn-thumb) > 1 {
			t.Errorf("stop %d: the playhead is drawn at %.2f px, the thumb stands at %.2f", stop, drawn, thumb)
		}
	}
}

// drawn is a stop of the story as a page's own files say that it looks.
func drawn(t *testing.T, lang string, stop int, width, height, ratio float64) (*render.List, *font.Set) {
	t.Helper()
	page := file(t, folder(lang)+"index.html")
	p, err := scene.DecodePack(file(t, filepath.Join("assets", found(t, page, `data-story="[./]*assets/([^"]+)"`))))
	if err != nil {
		t.Fatal(err)
	}
	pieces, err := geo.DecodeAtlas(file(t, filepath.Join("assets", found(t, page, `data-basemap="[./]*assets/([^"]+)"`))))
	if err != nil {
		t.Fatal(err)
	}
	own := new(font.Set)
	for _, ttf := range [][]byte{assets.FontRegular(), assets.FontBold()} {
		face, err := font.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		own.Faces = append(own.Faces, face)
	}
	faces := p.Faces(own)
	line := timeline.New(p.Story)
	s := scene.Prepare(scene.Input{Line: line, Pieces: pieces, Faces: faces, Words: &p.Words, Width: width, Height: height, Ratio: ratio})
	l := new(render.List)
	s.Build(l, timeline.Pos(stop), scene.View{})
	return l, faces
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(built, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func found(t *testing.T, data []byte, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindSubmatch(data)
	if m == nil {
		t.Fatalf("no %s", pattern)
	}
	return string(m[1])
}

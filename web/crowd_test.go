package web_test

import (
	"fmt"
	"image/color"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// crowdStory writes a story whose flows are too many to be drawn one by one:
// most come with the second event, the others with the third.
func crowdStory(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"id": "crowd", "lang": "en", "title": "A crowd", "places": [`)
	for i := range 30 {
		fmt.Fprintf(&b, "\n{\"id\": \"p%d\", \"name\": \"Place %d\", \"at\": {\"lat\": %d, \"lon\": %d}},", i, i, i*37%100-40, i*71%300-150)
	}
	b.WriteString("\n], \"events\": [")
	for i := range 4 {
		fmt.Fprintf(&b, "\n{\"id\": \"e%d\", \"date\": \"2025-03-0%d\", \"headline\": \"Event %d\", \"summary\": \"It happens.\"},", i+1, i+1, i+1)
	}
	b.WriteString("\n], \"flows\": [")
	for i := range 600 {
		fmt.Fprintf(&b, "\n{\"id\": \"f%d\", \"kind\": \"aid\", \"from\": \"p%d\", \"to\": \"p%d\", \"what\": \"Aid %d\", \"amount\": {\"value\": %d, \"currency\": \"EUR\"}, \"status\": \"provided\", \"event\": \"e%d\"},",
			i, i%30, (i+1+i/30)%30, i, 1000+i, 2+i%10/9)
	}
	b.WriteString("]}")
	file := filepath.Join(t.TempDir(), "crowd.json")
	if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// The threads of a crowd are images of the page's picture: they show at their
// stops, and without a script at the last, in the colours of the theme.
func TestCrowdPicture(t *testing.T) {
	file := crowdStory(t)
	address := servedStory(t, file)
	for _, dark := range []bool{false, true} {
		s := desktop
		s.noScript, s.dark = true, dark
		b := open(t, address, s)
		b.until(`(all => all.length === 2 && all.every(i => i.complete && i.naturalWidth))([...document.querySelectorAll("#picture .wide img")].filter(i => i.checkVisibility()))`)
		ink := value[[]float64](b, `[1, 2, 3, 4, 5].flatMap(i => getComputedStyle(document.documentElement).getPropertyValue("--dl-flow" + i).match(/[0-9a-f]{2}/g).map(x => parseInt(x, 16)))`)
		land := value[[]float64](b, `getComputedStyle(document.documentElement).getPropertyValue("--dl-land").match(/[0-9a-f]{2}/g).map(x => parseInt(x, 16))`)
		near := 0
		shot := b.shotOf("#box")
		for y := shot.Bounds().Min.Y; y < shot.Bounds().Max.Y; y++ {
			for x := shot.Bounds().Min.X; x < shot.Bounds().Max.X; x++ {
				c := color.NRGBAModel.Convert(shot.At(x, y)).(color.NRGBA)
				for i := 0; i < len(ink); i += 3 {
					off := 0.0
					for k, v := range [...]uint8{c.R, c.G, c.B} {
						off = math.Max(off, math.Abs(float64(v)-(0.85*ink[i+k]+0.15*land[k])))
					}
					if off < 12 {
						near++
						break
					}
				}
			}
		}
		if near < 5000 {
			t.Errorf("dark %v: %d pixels of the map have the colours of flows", dark, near)
		}
	}
	files := http.FileServer(http.Dir(builtStory(t, file)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "/engine.") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := open(t, server.URL+"/#e2", desktop, "404")
	b.until(`document.querySelector("#count").textContent === "2 / 4" && !document.querySelector("#fault").hidden`)
	for stop, want := range []int{0, 0, 1, 2, 2} {
		b.js(fmt.Sprintf(`const slider = document.querySelector("#slider"); slider.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true })); slider.value = %d; slider.dispatchEvent(new Event("input", { bubbles: true }))`, stop))
		if got := b.number(`[...document.querySelectorAll("#picture .wide img")].filter(i => i.checkVisibility()).length`); int(got) != want {
			t.Errorf("at stop %d there are %g images of threads, want %d", stop, got, want)
		}
	}
}

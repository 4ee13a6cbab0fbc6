package web_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The page that lists several stories, on a plain file server: all of it is
// there without a script, each story has one link with its picture, and the
// picture is of the reader's theme.
func TestGallery(t *testing.T) {
	stories, err := filepath.Glob("../examples/*/story.json")
	if err != nil || len(stories) < 4 {
		t.Fatalf("%d examples, %v", len(stories), err)
	}
	dir := filepath.Join(t.TempDir(), "all")
	args := []string{"build", flagship}
	for _, file := range stories {
		if folder := filepath.Dir(file); folder != flagship {
			args = append(args, folder)
		}
	}
	var warned strings.Builder
	build := exec.Command(tool, append(args, "-o", dir, "-url", "https://news.example/maps/", "-title", "Maps of the week")...)
	build.Stderr = &warned
	if err := build.Run(); err != nil || strings.Contains(warned.String(), "warning") {
		t.Fatalf("%v: %s", err, warned.String())
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)

	small := screen{width: 320, height: 700, ratio: 1}
	dark := desktop
	dark.dark = true
	for name, s := range map[string]screen{"desktop": desktop, "dark": dark, "tablet": {width: 800, height: 1000, ratio: 1}, "phone": phone, "320 px": small} {
		t.Run(name, func(t *testing.T) {
			b := open(t, server.URL+"/", s)
			if got := b.text(`document.querySelectorAll("script").length`); got != "0" {
				t.Errorf("it has %s scripts", got)
			}
			if got := b.text(`document.querySelector("h1").textContent + "|" + [...document.querySelectorAll("h2")].map(h => h.textContent).join("|")`); got != "Maps of the week|Three days in March|Once round the world|The march on Moscow|The night of the Titanic" {
				t.Errorf("it lists %q", got)
			}
			if n := b.number(`document.documentElement.scrollWidth - innerWidth`); n > 0 {
				t.Errorf("it is %v px too wide", n)
			}
			b.js(`for (const img of document.images) { img.loading = "eager"; await img.decode(); }`)
			for _, at := range strings.Fields(b.text(`[...document.images].map(i => i.naturalWidth + "×" + Math.round(100 * i.clientWidth / i.clientHeight)).join(" ")`)) {
				if at != "960×160" {
					t.Errorf("a picture is %s", at)
				}
			}
			if ground := b.text(`getComputedStyle(document.documentElement).backgroundColor`); (ground != "rgb(255, 255, 255)") != s.dark {
				t.Errorf("the ground is %s", ground)
			}
			shown := b.text(`[...document.images].map(i => i.currentSrc).join(" ")`)
			if other := b.text(`[...document.querySelectorAll("source")].map(i => i.srcset).join(" ")`); strings.Contains(shown, strings.Fields(other)[0]) != s.dark {
				t.Errorf("dark is %v, and it shows %s", s.dark, shown)
			}
			// A click on the picture leads to the story, one on a language to that.
			if got := b.text(`[...document.querySelectorAll(".tale")].map(card => { const r = card.querySelector("img").getBoundingClientRect(); scrollTo(0, scrollY + r.top - 50); const q = card.querySelector("img").getBoundingClientRect(); return document.elementFromPoint(q.x + q.width / 2, q.y + q.height / 2).closest("a")?.getAttribute("href") }).join(" ")`); got != "three-days-in-march/index.html magellan-elcano/index.html march-on-moscow/index.html titanic-night/index.html" {
				t.Errorf("the pictures lead to %q", got)
			}
			if got := b.text(`[...document.querySelectorAll(".languages a")].map(a => { a.scrollIntoView({ block: "center" }); const r = a.getBoundingClientRect(); return document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2) === a ? a.lang : "covered" }).join(" ")`); got != "fr uk" {
				t.Errorf("the languages are %q", got)
			}
			if s.touch {
				if found := b.tooSmall(44); found != "" {
					t.Error(found)
				}
			}
			b.axe(name)
			b.js(`document.querySelector("h2 a").click()`)
			b.until(`document.querySelector("#slider")`)
		})
	}
	for _, name := range []string{"index.html.br", "three-days-in-march/fr/index.html", "titanic-night/index.html"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
}

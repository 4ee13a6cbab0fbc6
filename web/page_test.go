package web_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func itoa(n int) string { return strconv.Itoa(n) }

var events = []string{"white-house-debate", "uk-loan", "london-summit", "starmer-summit", "uk-export-finance",
	"eu-support", "rutte-spending", "coalition-plan", "macron-truce", "starmer-cbs", "washington-review"}

var flows = []string{"loan", "export-finance", "eu-aid", "us-aid", "plan", "plan-to-us"}

func TestPageIsStrict(t *testing.T) {
	for _, name := range []string{"index.html", "assets/stage.*.html"} {
		found, _ := filepath.Glob(filepath.Join(built, name))
		if len(found) == 0 {
			t.Fatalf("%s: no such file", name)
		}
		data, err := os.ReadFile(found[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range regexp.MustCompile(`(?s)<script([^>]*)>(.*?)</script>`).FindAllStringSubmatch(string(data), -1) {
			if strings.TrimSpace(tag[2]) != "" && !regexp.MustCompile(`type="application/(ld\+)?json"`).MatchString(tag[1]) {
				t.Errorf("%s: a script in the page: %.60s", name, tag[2])
			}
		}
		if inline := regexp.MustCompile(`<style|\sstyle=|\son[a-z]+=`).Find(data); inline != nil {
			t.Errorf("%s: %q has no place under the policy", name, inline)
		}
	}
}

func TestPageWithoutScript(t *testing.T) {
	b := open(t, served, screen{width: 800, height: 900, ratio: 1, noScript: true})
	html, err := os.ReadFile(filepath.Join(built, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, id := range events {
		i := strings.Index(string(html), `<li id="`+id+`"`)
		if i < at {
			t.Errorf("event %s is missing or out of order", id)
		}
		at = max(at, i)
	}
	for _, id := range flows {
		if !strings.Contains(string(html), `id="flow-`+id+`"`) {
			t.Errorf("flow %s is missing", id)
		}
	}
	for _, text := range []string{"£2.26bn", "$2.8bn", "£1.6bn", "Mujtaba Rahman", "68/262"} {
		if !strings.Contains(string(html), text) {
			t.Errorf("the page does not say %q", text)
		}
	}
	if colours(b.shot()) < 20 {
		t.Error("without script the page is blank")
	}
	for _, url := range b.requests() {
		if strings.Contains(url, ".wasm") || strings.Contains(url, "stage.") {
			t.Errorf("without script, the page asked for %s", url)
		}
	}
}

func TestNothingOverflows(t *testing.T) {
	for _, width := range []int64{320, 360, 480, 703, 704, 800, 1087, 1088, 1440, 1920} {
		b := open(t, served+"?t=2025-03-02", screen{width: width, height: 800, ratio: 1, touch: width < 500})
		b.until(`document.documentElement.classList.contains("js")`)
		if n := b.number(`document.documentElement.scrollWidth`); n > float64(width) {
			t.Errorf("at %d px the page is %v px wide", width, n)
		}
	}
}

// The room that the page holds for the card before any script is at least what
// the script finds that its tallest entry needs.
func TestCardHasItsRoom(t *testing.T) {
	for _, width := range []int64{320, 360, 414, 600, 704, 800, 1000, 1088, 1280, 1440, 1920} {
		b := open(t, served, screen{width: width, height: 900, ratio: 1, touch: width < 500})
		b.until(`document.querySelector("#card").style.getPropertyValue("--tallest")`)
		need, room := b.number(`parseFloat(document.querySelector("#card").style.getPropertyValue("--tallest"))`), b.number(`document.querySelector(".sizer").offsetHeight`)
		if need > room {
			t.Errorf("at %d px the tallest entry needs %g px, the page holds %g", width, need, room)
		}
	}
}

func TestBoxKeepsItsPlace(t *testing.T) {
	for _, s := range []screen{desktop, phone, {width: 800, height: 900, ratio: 1}} {
		b := open(t, served, s)
		b.chromium("reads layout shifts, which Chromium alone tells of")
		b.live()
		shift := value[string](b, shifts)
		if shift != "" {
			t.Errorf("at %d px the layout shifts: %s", s.width, shift)
		}
	}
}

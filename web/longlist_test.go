package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
)

// How long the lists of the tests are: three pages each, the last not full, and
// of the sources two.
const manyEvents, manySources = 620, 320

// longStory writes a story of that many events, of which each brings a flow,
// every other one, and returns its file.
func longStory(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"id": "long", "lang": "en", "title": "A long story", "standfirst": "Much happens.", "places": [
		{"id": "a", "name": "Ayton", "at": {"lat": 50, "lon": 0}}, {"id": "b", "name": "Beeford", "at": {"lat": 52, "lon": 9}}, {"id": "c", "name": "Ceaton", "at": {"lat": 47, "lon": 5}}], "events": [`)
	for i := range manyEvents {
		fmt.Fprintf(&b, "\n{\"id\": \"e%d\", \"date\": \"%04d-%02d-01\", \"place\": \"%c\", \"headline\": \"Headline %d\", \"summary\": \"What happened as number %d.\", \"sources\": [{\"source\": \"s%d\"}]},",
			i, 1900+i/12, i%12+1, 'a'+i%3, i, i, i%manySources)
	}
	b.WriteString("\n], \"flows\": [")
	for i := range manyEvents {
		fmt.Fprintf(&b, "\n{\"id\": \"f%d\", \"kind\": \"aid\", \"from\": \"%c\", \"to\": \"%c\", \"what\": \"Aid %d\", \"amount\": {\"value\": %d, \"currency\": \"EUR\"}, \"status\": \"provided\", \"event\": \"e%d\", \"sources\": [{\"source\": \"s%d\"}]},",
			i, 'a'+i%3, 'a'+(i+1)%3, i, 1000+i, i, i%manySources)
	}
	b.WriteString("\n], \"sources\": [")
	for i := range manySources {
		fmt.Fprintf(&b, "\n{\"id\": \"s%d\", \"title\": \"Source %d\", \"url\": \"https://news.example/%d\"},", i, i, i)
	}
	b.WriteString("]}")
	file := filepath.Join(t.TempDir(), "long.json")
	if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// builtStory builds a story and returns its folder.
func builtStory(t *testing.T, file string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	if text, err := exec.Command(tool, "build", file, "-o", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return out
}

const (
	inEvents = `document.querySelectorAll("#events > li").length`
	inLedger = `document.querySelectorAll("#ledger tbody tr").length`
	cardHead = `document.querySelector("#card .card-head")?.textContent`
)

// The page of a story with long lists holds the start of each. Wherever the
// reader goes, the card shows what happens there, and the lists have come along.
func TestLongListFollows(t *testing.T) {
	b := open(t, servedStory(t, longStory(t)), desktop)
	b.until(inEvents + " === 50 && " + inLedger + " === 50")
	if n := b.number(`document.querySelectorAll("*").length`); n > 3500 {
		t.Errorf("the page has %g elements", n)
	}
	if got := b.text(`document.querySelector("#events > li:last-child").ariaPosInSet + " of " + document.querySelector("#events > li").ariaSetSize + ", " + document.querySelector("#ledger").ariaRowCount + ", " + document.querySelector("#ledger tbody tr").ariaRowIndex`); got != "50 of 620, 621, 2" {
		t.Errorf("its places are given as %s", got)
	}
	for _, stop := range []int{400, 401, 619, 3} {
		b.js(fmt.Sprintf(`location.hash = "#e%d"; scrollTo(0, 0)`, stop)) // the browser scrolls to an entry that is in the page
		b.until(fmt.Sprintf(`%s === "Headline %d"`, cardHead, stop))
		b.until(fmt.Sprintf(`document.querySelector("#events > li.current[aria-current]")?.id === "e%d"`, stop))
		b.until(fmt.Sprintf(`document.querySelector("#flow-f%d")?.className === "on new"`, stop))
		b.until(fmt.Sprintf(`document.querySelector("#slider").ariaValueText.endsWith("Headline %d. Event %d of 620.")`, stop, stop+1))
		b.until(fmt.Sprintf(`document.querySelector("#live").textContent.includes("Headline %d. Aid %d: provided.")`, stop, stop))
		if n := b.number(inEvents); n > 50 {
			t.Errorf("at event %d the list has %g entries", stop, n)
		}
		if odd := b.text(fmt.Sprintf(`[...document.querySelectorAll("#ledger tbody tr")].filter(row => (Number(row.id.slice(6)) <= %d) !== row.classList.contains("on")).map(row => row.id)`, stop)); odd != "" {
			t.Errorf("at event %d these rows do not stand as they should: %s", stop, odd)
		}
	}
}

// A button brings more of a list, and the focus to the first of it; one at its
// other end what lies before.
func TestLongListGrows(t *testing.T) {
	b := open(t, servedStory(t, longStory(t)), phone)
	b.until(inEvents + " === 50")
	press := func(button string) {
		b.js(`document.querySelector("` + button + `").focus()`)
		b.key("Enter")
	}
	for n := 100; n <= 300; n += 50 { // beyond the first page of the list's own
		press(".events .later")
		b.until(fmt.Sprintf("%s === %d && document.activeElement.id === 'e%d'", inEvents, n, n-50))
	}
	if got := b.text(`[...document.querySelectorAll("#events > li")].map(li => li.id).every((id, i) => id === "e" + i)`); got != "true" {
		t.Error("the entries are not in their order")
	}
	b.fits("a page with long lists")
	b.axe("a page with long lists")
	press(".ledger .later")
	b.until(inLedger + " === 100 && document.activeElement.id === 'flow-f50'")
	press(".sources .later")
	b.until(`document.querySelectorAll(".sources li").length === 100 && document.activeElement.id === "source-s50"`)
	b.js(`document.activeElement.blur(); scrollTo(0, 0); location.hash = "#e500"`)
	b.until(`document.querySelector("#events > li")?.id === "e500" && !document.querySelector(".events .earlier").hidden`)
	press(".events .earlier")
	b.until(`document.querySelector("#events > li")?.id === "e450" && document.activeElement.id === "e450" && ` + inEvents + " === 100")
	b.js(`document.activeElement.blur(); scrollTo(0, 0); location.hash = "#e619"`)
	b.until(`document.querySelector("#events > li:last-child")?.id === "e619" && document.querySelector(".events .later").hidden`)
	// What an entry of another page cites is found from here.
	b.js(`document.querySelector("#e610 .cite").click()`)
	b.until(`location.pathname.endsWith("/sources/2.html") && location.hash === "#source-s290" && document.querySelector(":target")?.textContent === "Source 290"`)
	b.fits("a page of a list")
	b.axe("a page of a list")
}

// Where the pages of a list cannot be fetched, the page says so, and tries again
// when it is asked.
func TestLongListMissing(t *testing.T) {
	folder := builtStory(t, longStory(t))
	var there atomic.Bool
	files := http.FileServer(http.Dir(folder))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/events/") && !there.Load() {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := open(t, server.URL+"/#e400", desktop, "404")
	b.until(cardHead + ` === "This could not be loaded."`)
	if got := b.text(`document.querySelector("#card .card-date").textContent + ", " + document.querySelector("#slider").ariaValueText`); got != "1 May 1933, 1 May 1933" {
		t.Errorf("of an event that has not come it says %q", got)
	}
	for range 2 {
		b.js(`document.querySelector(".events .later").click()`)
	}
	b.until(`document.querySelector(".events .later").textContent === "This could not be loaded. Try again"`)
	there.Store(true)
	b.js(`location.hash = "#e401"`)
	b.until(cardHead + ` === "Headline 401"`)
	b.until(`document.querySelector("#events .current")?.id === "e401"`)
	b.js(`document.querySelector(".events .later").click()`)
	b.until(inEvents + ` === 100 && document.querySelector(".events .later").textContent === "Show more"`)
}

// Without a script every entry is reached by links, from the page over the pages
// of its lists, each once, and every link leads to something that is there.
func TestLongListWithoutScript(t *testing.T) {
	folder := builtStory(t, longStory(t))
	link := regexp.MustCompile(`<a [^>]*?href="([^":]*)"`)
	name := regexp.MustCompile(` id="([^"]+)"`)
	read, ids := map[string]string{}, map[string]map[string]bool{}
	var follow func(page string)
	follow = func(page string) {
		if _, known := read[page]; known {
			return
		}
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(page)))
		if err != nil {
			t.Fatal(err)
		}
		read[page], ids[page] = string(data), map[string]bool{}
		for _, m := range name.FindAllStringSubmatch(read[page], -1) {
			ids[page][m[1]] = true
		}
		for _, m := range link.FindAllStringSubmatch(read[page], -1) {
			to, _, _ := strings.Cut(m[1], "#")
			if to != "" {
				follow(filepath.ToSlash(filepath.Join(filepath.Dir(page), to)))
			}
		}
	}
	follow("index.html")
	seen := map[string]int{}
	for page := range read {
		for id := range ids[page] {
			if page != "index.html" {
				seen[id]++
			}
		}
		for _, m := range link.FindAllStringSubmatch(read[page], -1) {
			to, fragment, _ := strings.Cut(m[1], "#")
			if to != "" {
				to = filepath.ToSlash(filepath.Join(filepath.Dir(page), to))
			} else {
				to = page
			}
			event := regexp.MustCompile(`^e\d+$`).MatchString(fragment) && to == "index.html" // the script's, wherever its entry is
			if fragment != "" && !ids[to][fragment] && !event {
				t.Fatalf("%s links to %s, and %s has no %s", page, m[1], to, fragment)
			}
		}
	}
	for i := range manyEvents {
		for _, id := range []string{fmt.Sprint("e", i), fmt.Sprint("flow-f", i)} {
			if seen[id] != 1 {
				t.Errorf("%s stands %d times on the pages of its list", id, seen[id])
			}
		}
	}
	for i := range manySources {
		if id := fmt.Sprint("source-s", i); seen[id] != 1 {
			t.Errorf("%s stands %d times on the pages of its list", id, seen[id])
		}
	}
	s := phone
	s.noScript = true
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	t.Cleanup(server.Close)
	b := open(t, server.URL+"/", s)
	for _, list := range []string{"events", "ledger", "sources"} {
		if !b.holds(`document.querySelector(".` + list + ` .pager a").checkVisibility({ visibilityProperty: true }) && !document.querySelector(".` + list + ` .pager button").checkVisibility()`) {
			t.Errorf("without script the way to all %s is not seen, or a button that does nothing is", list)
		}
	}
	b.visit(server.URL + "/events/2.html")
	if got := b.text(`document.querySelector("h1").textContent + ", " + document.querySelector(".kicker").textContent`); got != "What happened, 251–500 of 620" {
		t.Errorf("a page of the list is headed %q", got)
	}
}

package web_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A page that is served while its story is written loads again at every save,
// at the same time and with the same view, and shows mistakes over itself.
func TestLive(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(flagship, "story.json"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "story.json")
	save := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	save(string(text))
	b := open(t, serving(t, file), desktop)
	b.live()
	b.js(`const range = document.querySelector("input[type=range]"); range.value = 3.4;
		for (const type of ["pointerdown", "input", "pointerup"]) range.dispatchEvent(new Event(type, { bubbles: true }));
		const s = document.getElementById("surface"), r = s.getBoundingClientRect();
		s.dispatchEvent(new WheelEvent("wheel", { ctrlKey: true, bubbles: true, cancelable: true, deltaY: -30, clientX: r.left + 90, clientY: r.top + 80 }));
		scrollTo(0, 120); window.old = true`)
	b.js(`await new Promise(done => setTimeout(done, 700))`)
	save(strings.Replace(string(text), `"en": "Three days in March"`, `"en": "Four days in March"`, 1))
	b.until(`!window.old && document.title.includes("Four days")`)
	b.live()
	b.until(`Math.abs(document.querySelector("input[type=range]").value - 3.4) < 0.01`)
	b.until(`!document.getElementById("follow").hidden`)
	b.until(`Math.abs(scrollY - 120) < 2`)
	save(strings.Replace(string(text), `"title"`, `"titel"`, 1))
	b.until(`document.getElementById("dateline-problems")?.textContent.includes("titel")`)
	save(string(text))
	b.until(`document.title.includes("Three days") && !document.getElementById("dateline-problems")`)
}

// serving has the tool serve a story with these arguments until the test ends,
// and returns its address.
func serving(t *testing.T, arguments ...string) string {
	t.Helper()
	serve := exec.Command(tool, append([]string{"serve", "-host", "127.0.0.1", "-port", "0"}, arguments...)...)
	out, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { serve.Process.Kill(); serve.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
}

//go:build !js

package main

import (
	"bytes"
	"image"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/render/golden"
	"dateline/render/raster"
	"dateline/render/rendertest"
	"dateline/render/rendertest/browser"
)

const page = `<!doctype html><script src="wasm_exec.js"></script><script>
const go = new Go()
navigator.getGamepads = () => []
WebAssembly.instantiateStreaming(fetch("screentest.wasm"), go.importObject).then(r => go.run(r.instance))
</script>`

// TestScreen draws every scenario in a browser and holds its pixels to those of
// the raster package.
func TestScreen(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	faces := rendertest.Faces(t, "../../..")
	todo := map[string]scenario{}
	for _, s := range scenarios(faces) {
		todo[s.name] = s
	}
	type answer struct {
		name string
		data []byte
	}
	drawn := map[string][]byte{}
	answers := make(chan answer, len(todo)+1)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, page)
	})
	wasm := build(t)
	mux.HandleFunc("GET /screentest.wasm", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, wasm) })
	mux.HandleFunc("GET /wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, wasmExec(t)) })
	for url, name := range map[string]string{"regular": "NotoSans-Regular.ttf", "bold": "NotoSans-Bold.ttf"} {
		data := rendertest.FontFile(t, "../../..", name)
		mux.HandleFunc("GET /font/"+url, func(w http.ResponseWriter, r *http.Request) { w.Write(data) })
	}
	mux.HandleFunc("POST /pixels/{name}", func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		answers <- answer{r.PathValue("name"), data}
	})
	mux.HandleFunc("POST /figures", func(w http.ResponseWriter, r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		answers <- answer{"", data}
	})
	server := httptest.NewServer(mux)
	defer server.Close()

	tab := browser.Open(t, server.URL, 800, 600, 1)
	deadline := time.After(2 * time.Minute)
	for range len(todo) + 1 {
		select {
		case a := <-answers:
			if a.name == "" {
				t.Log(string(a.data))
				continue
			}
			s := todo[a.name]
			w, h := int(float64(s.list.Width)*s.ratio), int(float64(s.list.Height)*s.ratio)
			got := &image.RGBA{Pix: a.data, Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
			if len(a.data) != 4*w*h {
				t.Fatalf("%s: %d bytes of pixels", a.name, len(a.data))
			}
			want := image.NewRGBA(got.Rect)
			raster.Draw(want, s.list, rendertest.Palette(), faces, raster.Options{Ratio: s.ratio})
			golden.Compare(t, s.name+".png", want, got, s.tol)
			if other, ok := drawn[s.like]; s.like != "" && ok && !bytes.Equal(other, a.data) {
				t.Errorf("%s is not the same picture as %s", s.name, s.like)
			}
			drawn[s.name] = a.data
		case text := <-tab.Failed:
			t.Fatal(text)
		case <-deadline:
			t.Fatal("the browser did not answer within two minutes")
		}
	}
}

func build(t *testing.T) string {
	out := filepath.Join(t.TempDir(), "screentest.wasm")
	cmd := exec.Command("go", "build", "-o", out, ".")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return out
}

func wasmExec(t *testing.T) string {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
}

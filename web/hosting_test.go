//go:build hosting

package web_test

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestHosting runs the configurations of docs/hosting.md in the real programs,
// where these are installed:
//
//	go test -tags hosting -run Hosting -v ./web
func TestHosting(t *testing.T) {
	doc, err := os.ReadFile("../docs/hosting.md")
	if err != nil {
		t.Fatal(err)
	}
	block := func(lang string) string {
		found := regexp.MustCompile("(?s)```" + lang + "\n(.*?)```").FindSubmatch(doc)
		if found == nil {
			t.Fatalf("no block of %s", lang)
		}
		return string(found[1])
	}
	root := t.TempDir()
	os.Chmod(root, 0o755)
	os.Chmod(filepath.Dir(root), 0o755)
	story := filepath.Join(root, "march")
	if out, err := exec.Command("cp", "-r", built, story).CombinedOutput(); err != nil {
		t.Fatalf("%s", out)
	}
	twins := strings.ReplaceAll(block("sh"), "DIR", story)
	twins = strings.ReplaceAll(twins, "-q 11", "-q 4") // as good a test, and sooner
	if out, err := exec.Command("sh", "-c", twins).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	const nginx, caddy = "http://127.0.0.1:8097", "http://127.0.0.1:8098"
	local := func(config, address string) string {
		return strings.NewReplacer("/srv/stories", root, "https://stories.example", address, "listen 80;", "listen 127.0.0.1:8097;", "stories.example {", address+" {").Replace(config)
	}
	for name, c := range map[string]struct {
		config, address string
		args            []string
	}{
		"nginx": {"user root;\nload_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\npid " + root + "/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n" + local(block("nginx"), nginx) + "}\n",
			nginx, []string{"-g", "daemon off;", "-c"}},
		"caddy": {"{\nadmin off\nauto_https off\n}\n" + local(block("caddy"), caddy), caddy, []string{"run", "--adapter", "caddyfile", "--config"}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath(name); err != nil {
				t.Skip(err)
			}
			file := filepath.Join(t.TempDir(), name+".conf")
			if err := os.WriteFile(file, []byte(c.config), 0o644); err != nil {
				t.Fatal(err)
			}
			program := exec.Command(name, append(c.args, file)...)
			program.Stderr = os.Stderr
			if err := program.Start(); err != nil {
				t.Fatal(err)
			}
			defer func() { program.Process.Signal(os.Interrupt); program.Wait() }()
			for range 50 {
				if answer, err := http.Get(c.address); err == nil {
					answer.Body.Close()
					break
				}
				time.Sleep(100 * time.Millisecond)
			}
			engine, _ := filepath.Glob(filepath.Join(story, "assets", "engine.*.wasm"))
			font, _ := filepath.Glob(filepath.Join(story, "assets", "regular.*.ttf"))
			for _, f := range []struct{ path, kind, cache string }{
				{"/march/", "text/html; charset=utf-8", "no-cache"},
				{"/march/fr/index.html", "text/html; charset=utf-8", "no-cache"},
				{"/march/dateline-embed.js", "text/javascript; charset=utf-8", "no-cache"},
				{"/march/assets/" + filepath.Base(engine[0]), "application/wasm", "public, max-age=31536000, immutable"},
				{"/march/assets/" + filepath.Base(font[0]), "font/ttf", "public, max-age=31536000, immutable"},
			} {
				for _, encoding := range []string{"br", "gzip", "identity"} {
					request, _ := http.NewRequest("GET", c.address+f.path, nil)
					request.Header.Set("Accept-Encoding", encoding)
					answer, err := http.DefaultClient.Do(request)
					if err != nil {
						t.Fatal(err)
					}
					answer.Body.Close()
					got := func(key string) string { return strings.Join(answer.Header.Values(key), ", ") }
					t.Logf("%s %s: %d, %s bytes, vary %q", f.path, got("Content-Encoding"), answer.StatusCode, got("Content-Length"), got("Vary"))
					want := map[string]string{"Content-Type": f.kind, "Cache-Control": f.cache, "Content-Encoding": strings.TrimPrefix(encoding, "identity"),
						"Content-Security-Policy": policy(t, strings.TrimPrefix(c.address, "http://")), "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": ""}
					for key, value := range want {
						if got(key) != value && !(key == "Content-Type" && strings.EqualFold(got(key), value)) {
							t.Errorf("%s, %s: %s is %q, not %q", f.path, encoding, key, got(key), value)
						}
					}
				}
			}
			b := open(t, c.address+"/march/", desktop)
			b.live()
			// In a sandbox of another site.
			site := newsSite(t, map[string]string{"/article": listening + `<iframe id=frame src="` + c.address + `/march/" sandbox="allow-scripts" width=900 height=650 title=Story></iframe>`}, nil)
			b = open(t, site+"/article", desktop, "request to another origin: "+c.address)
			b.until(`heard("ready").length`)
			b.until(`(window.rung === "engine") || (ask(frame, "seek", { what: "eu-support" }).then(s => window.rung = s.rung), false)`)
		})
	}
}

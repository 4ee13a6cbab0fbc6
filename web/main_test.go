package web_test

import (
	"bufio"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/web/drive"
)

// What every browser test uses: the tool as a newsroom has it, the flagship
// story's page as it builds it, and the address at which it serves it.
var (
	tool   string
	built  string // folder
	served string // address, ends in a slash
)

const flagship = "../examples/three-days-in-march"

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	fail := func(what string, err error) int {
		fmt.Fprintf(os.Stderr, "%s: %v\n", what, err)
		return 1
	}
	work, err := os.MkdirTemp("", "dateline-web-")
	if err != nil {
		return fail("working folder", err)
	}
	defer os.RemoveAll(work)

	tool, built = filepath.Join(work, "dateline"), filepath.Join(work, "site")
	if out, err := exec.Command("go", "build", "-o", tool, "../cmd/dateline").CombinedOutput(); err != nil {
		return fail("building the tool", fmt.Errorf("%w\n%s", err, out))
	}
	if out, err := exec.Command(tool, "build", flagship, "-o", built, "-lang", "ar").CombinedOutput(); err != nil {
		return fail("dateline build", fmt.Errorf("%w\n%s", err, out))
	}

	serve := exec.Command(tool, "serve", flagship, "-lang", "ar", "-host", "127.0.0.1", "-port", "0", "-live=false")
	serve.Stderr = os.Stderr
	said, err := serve.StdoutPipe()
	if err != nil {
		return fail("dateline serve", err)
	}
	if err := serve.Start(); err != nil {
		return fail("dateline serve", err)
	}
	defer func() { serve.Process.Kill(); serve.Wait() }()
	if served, err = bufio.NewReader(said).ReadString('\n'); err != nil {
		return fail("dateline serve did not say where", err)
	}
	served = strings.TrimSpace(served)

	if browser, err = drive.Start(os.Getenv("BROWSER")); err != nil {
		return fail("browser", err)
	}
	defer browser.Close()
	code := m.Run()
	fmt.Print(tried.table(browser))
	return code
}

// host is a plain file server, as a news site may have one: the built page
// below a path of its own, and an article around it. Files whose names hold a
// part of broken are not there.
func host(t *testing.T, broken ...string) (address string) {
	t.Helper()
	article, err := os.ReadFile("testdata/host.html")
	if err != nil {
		t.Fatal(err)
	}
	files := http.StripPrefix("/interactive/march", http.FileServer(http.Dir(built)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, part := range broken {
			if strings.Contains(r.URL.Path, part) {
				http.NotFound(w, r)
				return
			}
		}
		switch {
		case r.URL.Path == "/article.html":
			story := "interactive/march"
			if other := r.URL.Query().Get("from"); other != "" {
				story = strings.TrimSuffix(other, "/")
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, strings.ReplaceAll(string(article), "STORY", story))
		default:
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// Command audit asks govulncheck whether the tool or the engine calls anything
// that is known to be vulnerable. The database is Go's own, or the copy that
// GOVULNDB names (file:///…), for networks that are closed. Where neither can
// be read nothing is checked, which is said and is no success.
//
// Exit status: 0 nothing found, 1 something found, 2 nothing checked.
package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

const (
	goDatabase = "https://vuln.go.dev"
	scanner    = "golang.org/x/vuln/cmd/govulncheck@v1.1.4"
	found      = 3 // govulncheck's exit status when it finds something
)

func main() {
	code, err := audit(os.Getenv("GOVULNDB"), os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintf(os.Stderr, "Nothing was checked: %v\n", err)
	}
	os.Exit(code)
}

// audit checks tool and engine. An error says why nothing was.
func audit(database string, out, trouble io.Writer) (code int, err error) {
	if database == "" {
		database = goDatabase
	}
	if err := reach(database); err != nil {
		return 2, fmt.Errorf("the database of vulnerabilities at %s cannot be read: %w; GOVULNDB names a copy of it, such as file:///srv/vulndb", database, err)
	}
	// The scanner runs here, whatever system it looks at, so it is built first.
	bin, err := os.MkdirTemp("", "dateline-audit-")
	if err != nil {
		return 2, err
	}
	defer os.RemoveAll(bin)
	install := exec.Command("go", "install", scanner)
	install.Env = append(os.Environ(), "GOBIN="+bin)
	install.Stderr = trouble
	if err := install.Run(); err != nil {
		return 2, fmt.Errorf("%s: %w", scanner, err)
	}
	for _, of := range []struct{ pack, what, system, machine string }{
		{"./cmd/dateline", "the tool", "", ""},
		{"./cmd/wasm", "the engine", "js", "wasm"},
	} {
		fmt.Fprintf(out, "%s (%s):\n", of.what, of.pack)
		scan := exec.Command(filepath.Join(bin, "govulncheck"), "-db", database, of.pack)
		scan.Env = os.Environ()
		if of.system != "" {
			scan.Env = append(scan.Env, "GOOS="+of.system, "GOARCH="+of.machine)
		}
		scan.Stdout, scan.Stderr = out, trouble
		var exit *exec.ExitError
		switch err := scan.Run(); {
		case errors.As(err, &exit) && exit.ExitCode() == found:
			code = 1
		case err != nil:
			return 2, fmt.Errorf("%s: %w", of.what, err)
		}
	}
	return code, nil
}

// reach reports whether a database is there.
func reach(database string) error {
	u, err := url.Parse(database)
	if err != nil {
		return err
	}
	if u.Scheme == "file" {
		_, err := os.Stat(filepath.Join(filepath.FromSlash(u.Path), "index", "modules.json"))
		return err
	}
	answer, err := (&http.Client{Timeout: 20 * time.Second}).Get(database + "/index/modules.json")
	if err != nil {
		return err
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return errors.New(answer.Status)
	}
	return nil
}

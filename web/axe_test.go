package web_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// axe-core checks pages for WCAG. It is no part of Dateline: the tests fetch it
// with npm, hold it to its hash and keep it in the user's cache.
const (
	axeVersion = "4.10.3"
	axeHash    = "Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLkuIoYZvGfTs/PbZhideTcEg==" // SHA-512 of the package
)

var axeSource = sync.OnceValues(func() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	kept := filepath.Join(cache, "dateline", "axe-core-"+axeVersion+".tgz")
	if data, err := os.ReadFile(kept); err == nil {
		if source, err := unpackAxe(data); err == nil {
			return source, nil
		}
	}
	data, err := packAxe()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(kept), 0o777); err == nil {
		os.WriteFile(kept, data, 0o666) // without a cache it is fetched again
	}
	return unpackAxe(data)
})

func packAxe() ([]byte, error) {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return nil, errors.New("the accessibility tests need npm to fetch axe-core: install it (Debian: apt-get install npm)")
	}
	dir, err := os.MkdirTemp("", "dateline-axe-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	cmd := exec.Command(npm, "pack", "--silent", "axe-core@"+axeVersion)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("npm pack axe-core@%s: %w\n%s", axeVersion, err, out)
	}
	return os.ReadFile(filepath.Join(dir, "axe-core-"+axeVersion+".tgz"))
}

func unpackAxe(data []byte) (string, error) {
	sum := sha512.Sum512(data)
	if got := base64.StdEncoding.EncodeToString(sum[:]); got != axeHash {
		return "", fmt.Errorf("axe-core %s has the hash %s, not %s", axeVersion, got, axeHash)
	}
	zip, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	for files := tar.NewReader(zip); ; {
		head, err := files.Next()
		if err != nil {
			return "", fmt.Errorf("axe.min.js is not in axe-core %s: %w", axeVersion, err)
		}
		if head.Name == "package/axe.min.js" {
			source, err := io.ReadAll(files)
			return string(source), err
		}
	}
}

// axe fails the test for whatever axe-core finds in the page: WCAG 2.2 AA and
// what its makers hold to be good practice.
func (b *tab) axe(moment string) {
	b.Helper()
	source, err := axeSource()
	if err != nil {
		b.Fatal(err)
	}
	b.js(`if (!window.axe) (0, eval)(` + quoted(source) + `)`)
	type rule struct {
		ID, Help string
		Nodes    []struct {
			HTML           string
			Target         []any
			FailureSummary string
		}
	}
	found := value[[]rule](b, `axe.run(document, {
		iframes: false,
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
		rules: { "target-size": { enabled: true } },
	}).then(r => r.violations.map(({ id, help, nodes }) => ({ id, help, nodes })))`)
	for _, rule := range found {
		var where strings.Builder
		for i, node := range rule.Nodes {
			if i == 4 {
				fmt.Fprintf(&where, "\n  … and %d more", len(rule.Nodes)-i)
				break
			}
			fmt.Fprintf(&where, "\n  %v %.160s\n    %s", node.Target, node.HTML, strings.ReplaceAll(node.FailureSummary, "\n", " "))
		}
		b.Errorf("%s: %s (%s)%s", moment, rule.Help, rule.ID, where.String())
	}
}

func quoted(text string) string {
	out, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string
	}
	return string(out)
}

func TestAxe(t *testing.T) {
	t.Run("right to left", func(t *testing.T) {
		b := open(t, served+"ar/?t=2025-03-02", phone)
		b.live()
		b.axe("in Arabic")
	})
	for _, s := range []screen{phone, desktop} {
		for _, dark := range []bool{false, true} {
			s.dark = dark
			t.Run(fmt.Sprintf("%d-%s", s.width, map[bool]string{false: "light", true: "dark"}[dark]), func(t *testing.T) {
				without := open(t, host(t, ".wasm")+"/interactive/march/index.html", s, "404", "engine.")
				without.until(`!document.querySelector("#fault").hidden`)
				without.axe("without the engine")
				b := open(t, served, s)
				b.until(`document.documentElement.classList.contains("js")`)
				b.axe("at first")
				b.live()
				b.axe("at the opening")
				b.js(`document.querySelector(".boundaries").open = true; document.querySelector("#share-field").hidden = false`)
				b.js(`document.querySelector("#macron-truce h3 a").click()`)
				b.arrives(9)
				b.axe("at the truce")
			})
		}
	}
}

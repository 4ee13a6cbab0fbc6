package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// A site serves what has been built, every page at /scene/page/, compressed by
// brotli, and counts what it sends.
type site struct {
	URL string // ends in a slash

	work   string
	server *http.Server

	mu   sync.Mutex
	sent int64 // bytes of bodies, compressed
}

func serve(work string) (*site, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &site{URL: fmt.Sprintf("http://%s/", listener.Addr()), work: work}
	s.server = &http.Server{Handler: s}
	go s.server.Serve(listener)
	return s, nil
}

func (s *site) close() { s.server.Close() }

// total is how many bytes have been sent.
func (s *site) total() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sent
}

// file finds what an address means: a scene's own file, or the page's.
func (s *site) file(address string) string {
	scene, rest, _ := strings.Cut(strings.TrimPrefix(path.Clean("/"+address), "/"), "/")
	if strings.HasSuffix(address, "/") {
		rest = path.Join(rest, "index.html")
	}
	folder, name, _ := strings.Cut(rest, "/")
	switch {
	case folder == "dateline":
		return filepath.Join(s.work, "scenes", scene, "dateline", name)
	case name == "data.json":
		return filepath.Join(s.work, "scenes", scene, name)
	}
	return filepath.Join(s.work, "pages", folder, name)
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := s.file(r.URL.Path)
	data, err := os.ReadFile(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	kind := mime.TypeByExtension(path.Ext(name))
	switch path.Ext(name) {
	case ".mjs":
		kind = "text/javascript"
	case ".wasm":
		kind = "application/wasm"
	case ".bin", ".ttf", "":
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-cache")
	if gains(name) {
		if packed, err := s.packed(name, data); err == nil && len(packed) < len(data) {
			w.Header().Set("Content-Encoding", "br")
			data = packed
		}
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	n, _ := w.Write(data) // a browser may go away
	s.mu.Lock()
	s.sent += int64(n)
	s.mu.Unlock()
}

// The data of many flows would take brotli's best for minutes; what dateline
// builds is packed no harder where it is as large. Libraries always are.
const (
	large        = 1 << 20
	largeQuality = 5
)

// gains tells whether brotli makes a file smaller.
func gains(name string) bool {
	return strings.Contains(" .html .css .js .mjs .json .wasm .bin .ttf .svg .xml ", " "+path.Ext(name)+" ")
}

// packed is a file compressed: its own twin where there is one, or one that is
// kept from earlier runs.
func (s *site) packed(name string, data []byte) ([]byte, error) {
	if twin, err := os.ReadFile(name + ".br"); err == nil {
		return twin, nil
	}
	sum := sha256.Sum256(data)
	kept := filepath.Join(s.work, "packed", hex.EncodeToString(sum[:16])+".br")
	if twin, err := os.ReadFile(kept); err == nil {
		return twin, nil
	}
	var b bytes.Buffer
	quality := brotli.BestCompression
	if len(data) > large && strings.Contains(filepath.ToSlash(name), "/scenes/") {
		quality = largeQuality
	}
	z := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: quality, LGWin: 24})
	z.Write(data) // a bytes.Buffer takes everything
	z.Close()
	return b.Bytes(), write(kept, b.Bytes())
}

// warm compresses everything before it is asked for.
func (s *site) warm() error {
	return filepath.WalkDir(s.work, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			switch entry.Name() {
			case "kit", "packed":
				return filepath.SkipDir
			}
			return nil
		}
		if !gains(name) || filepath.Dir(name) == s.work {
			return nil
		}
		data, err := os.ReadFile(name)
		if err == nil {
			_, err = s.packed(name, data)
		}
		return err
	})
}

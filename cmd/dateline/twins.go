package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"hash/crc32"
	"io"
	"path"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"

	"dateline/assets"
)

// twin is a file once more, compressed: what a web server sends to a browser
// that takes it. Both are nil where that would save next to nothing.
type twin struct{ br, gz []byte }

// effort is how hard files are compressed.
type effort struct{ br, gz int }

var (
	quick = effort{4, gzip.DefaultCompression}
	best  = effort{brotli.BestCompression, gzip.BestCompression}
)

// A large file would take brotli's best too long: it costs a second for half a
// megabyte. So would the many pages of a long list.
const (
	large       = 1 << 20
	largeEffort = 5
)

var pageOfList = regexp.MustCompile(`/[0-9]+\.html$`)

// compressible are the ends of the names of files that are not compressed as
// they are.
const compressible = " .html .css .js .json .ts .wasm .bin .ttf .svg "

// twins compresses the files of a site that gain by it. Done is told how many
// have been.
func (s site) twins(e effort, done func(n int)) map[string]twin {
	var names []string
	for name := range s {
		if strings.Contains(compressible, " "+path.Ext(name)+" ") {
			names = append(names, name)
		}
	}
	// The longest first, so that all processors end together.
	sort.Slice(names, func(i, k int) bool {
		a, b := names[i], names[k]
		return len(s[a]) > len(s[b]) || len(s[a]) == len(s[b]) && a < b
	})
	out := make(map[string]twin, len(names))
	var next, made int
	var lock sync.Mutex
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Add(1)
		go func() {
			defer all.Done()
			for {
				lock.Lock()
				k := next
				next++
				lock.Unlock()
				if k >= len(names) {
					return
				}
				t := newTwin(names[k], s[names[k]], e)
				lock.Lock()
				made++
				if done != nil {
					done(made)
				}
				if len(t.gz) < len(s[names[k]])*19/20 {
					out[names[k]] = t
				}
				lock.Unlock()
			}
		}()
	}
	all.Wait()
	return out
}

func newTwin(name string, data []byte, e effort) twin {
	if path.Base(name) == assetName("engine.wasm", data) {
		if t, ok := engineTwin(data); ok {
			return t
		}
	}
	if len(data) > large || pageOfList.MatchString(name) {
		e = effort{min(e.br, largeEffort), gzip.DefaultCompression}
	}
	return twin{
		br: compressed(data, func(w io.Writer) io.WriteCloser {
			return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: e.br, LGWin: 24})
		}),
		gz: compressed(data, func(w io.Writer) io.WriteCloser {
			z, _ := gzip.NewWriterLevel(w, e.gz) // the levels exist
			return z
		}),
	}
}

// engineTwin is the engine's, made once when the engine was, unless the engine
// is another by now: a gzip file ends with its content's checksum and length.
func engineTwin(engine []byte) (t twin, ok bool) {
	gz, err := assets.Engine.ReadFile("engine/engine.wasm.gz")
	if err != nil || len(gz) < 8 {
		return t, false
	}
	br, err := assets.Engine.ReadFile("engine/engine.wasm.br")
	end := gz[len(gz)-8:]
	if err != nil || binary.LittleEndian.Uint32(end) != crc32.ChecksumIEEE(engine) || int(binary.LittleEndian.Uint32(end[4:])) != len(engine) {
		return t, false
	}
	return twin{br, gz}, true
}

func compressed(data []byte, open func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := open(&b)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	return b.Bytes()
}
